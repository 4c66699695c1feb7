/** Expressions that have a given value, grown from it backwards: 11/(-66) + (-506)/12. Knows neither letters nor steps. */
import { entropyFraction, entropyInteger, shareOut } from '../entropy.ts';
import { gcd } from '../quotient.ts';
import { addRational, type Rational, rational } from '../rational.ts';
import type { RationalExpression, RationalOperation } from '../rational-expression.ts';
import type { Rng } from '../rng.ts';
import { splitCount } from './budget.ts';

/** With `operations` signs between whole numbers; a value that is a fraction needs one at least. */
export function growExpression(value: Rational, operations: number, entropy: number, rng: Rng): RationalExpression {
  if (operations === 0) return value;
  const { op, parts, used } = takeApart(value, operations, entropy / operations, rng);
  const fractions = parts.map((part) => (part.bottom === 1 ? 0 : 1));
  const shared = splitCount(operations - 1 - fractions[0] - fractions[1], 2, rng);
  const counts = shared.map((count, index) => count + fractions[index]);
  const entropies = shareOut(rng, entropy - used, counts);
  const [left, right] = parts.map((part, index) => growExpression(part, counts[index], entropies[index], rng));
  return { op, left, right };
}

interface Parts {
  readonly op: RationalOperation;
  readonly parts: readonly [Rational, Rational];
  readonly used: number;
}

function takeApart(value: Rational, operations: number, entropy: number, rng: Rng): Parts {
  const whole = value.bottom === 1;
  const kinds: RationalOperation[] = ['/'];
  if (whole || operations >= 2) kinds.push('+', '-');
  if (operations >= 2 || (whole && entropy <= splitEntropy(value.top))) kinds.push('*');
  const op = rng.pick(kinds);
  switch (op) {
    case '+':
    case '-':
      return { op, parts: asSum(op, value, operations, entropy, rng), used: entropy };
    case '*':
      return { op, parts: asProduct(value, operations, entropy, rng), used: entropy };
    case '/':
      return { op, parts: asQuotient(value, operations, entropy, rng), used: entropy };
  }
}

function negate({ top, bottom }: Rational): Rational {
  return { top: -top + 0, bottom };
}

function asSum(op: '+' | '-', value: Rational, operations: number, entropy: number, rng: Rng): [Rational, Rational] {
  const other = operations >= 3 && rng.chance(0.5) ? entropyFraction(rng, entropy) : rational(entropyInteger(rng, entropy));
  if (op === '+') {
    const rest = addRational(value, negate(other));
    return rng.chance(0.5) ? [other, rest] : [rest, other];
  }
  return rng.chance(0.5) ? [other, addRational(other, negate(value))] : [addRational(value, other), other];
}

function asProduct(value: Rational, operations: number, entropy: number, rng: Rng): [Rational, Rational] {
  if (operations >= 3) {
    const [p, q] = asQuotient(value, operations, entropy, rng);
    return q.top === 0 ? [p, q] : [p, rational(q.bottom, q.top)];
  }
  const [p, q] = splitFactors(value.top, rng);
  if (operations === 1) return [rational(p), rational(q)];
  const by = coprimeInteger(p, Math.max(0, entropy - splitEntropy(value.top)), rng);
  const parts: [Rational, Rational] = [rational(p, by * value.bottom), rational(q * by)];
  return rng.chance(0.5) ? parts : [parts[1], parts[0]];
}

function asQuotient({ top, bottom }: Rational, operations: number, entropy: number, rng: Rng): [Rational, Rational] {
  if (operations === 1) {
    const by = entropyInteger(rng, entropy, 1);
    return [rational(top * by), rational(bottom * by)];
  }
  if (operations === 2) {
    if (top === 0 || rng.chance(0.5)) {
      const by = coprimeInteger(bottom, entropy, rng);
      return [rational(by * top, bottom), rational(by)];
    }
    const by = coprimeInteger(top, entropy, rng);
    return [rational(by), rational(by * bottom, top)];
  }
  const [p, q] = splitFactors(top, rng);
  const [s, t] = splitFactors(bottom, rng);
  const left = Math.max(0, entropy - splitEntropy(top) - splitEntropy(bottom)) * rng.next();
  const r = coprimeInteger(s * q, left, rng);
  const u = Math.abs(coprimeInteger(p * t, Math.max(0, entropy - left), rng));
  return q === 0 || r === 0 ? [rational(top), rational(bottom)] : [rational(r * p, u * s), rational(r * t, u * q)];
}

function coprimeInteger(to: number, entropy: number, rng: Rng): number {
  for (;;) {
    const value = entropyInteger(rng, entropy, 1);
    if (to === 0 || gcd(value, to) === 1) return value;
  }
}

/** Digits of choice in writing n as a product. */
function splitEntropy(n: number): number {
  return factorPowers(n).reduce((total, [, count]) => total + Math.log10(count + 1), 0);
}

/** n as a product of two numbers, each prime factor on either side; zero is 1 times 0. */
function splitFactors(n: number, rng: Rng): [number, number] {
  if (n === 0) return [1, 0];
  let left = n < 0 && rng.chance(0.5) ? -1 : 1;
  for (const [prime, count] of factorPowers(n)) left *= prime ** rng.int(0, count);
  return [left, n / left];
}

/** Primes with their powers; what the first primes leave counts as one of them. */
function factorPowers(n: number): [number, number][] {
  const powers: [number, number][] = [];
  let rest = Math.abs(n);
  if (rest < 2) return powers;
  for (const prime of [2, 3, 5, 7, 11, 13, 17, 19]) {
    let count = 0;
    for (; rest % prime === 0; rest /= prime) count++;
    if (count > 0) powers.push([prime, count]);
  }
  if (rest > 1) powers.push([rest, 1]);
  return powers;
}
