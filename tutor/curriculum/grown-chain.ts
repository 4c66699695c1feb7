/** Expressions grown backwards from their value, so that a long one still comes out to a small number. */
import { type Chain, isNumber } from './chain-expression.ts';
import { entropyFraction, entropyInteger, shareOut } from './entropy.ts';
import { gcd } from './quotient.ts';
import { addRational, type Rational, rational } from './rational.ts';
import type { Rng } from './rng.ts';

export interface Growth {
  readonly sums: boolean;
  readonly products: boolean;
  /** How many operations. */
  readonly operations: number;
  /** Decimal digits of randomness spread over the operations. */
  readonly entropy: number;
}

type Operation = '+' | '-' | '*' | '/';

/** The value must be whole when there are no operations, or only sums. */
export function growChain(value: Rational, growth: Growth, rng: Rng): Chain {
  const { operations, entropy } = growth;
  if (operations === 0) return value;
  const operation = rng.pick(allowed(value, growth));
  const spent = entropy / operations;
  const [left, right] = operands(operation, value, growth, spent, rng);
  const counts = shareCounts(operations - 1, [left, right], rng);
  const entropies = shareOut(rng, entropy - spent, counts);
  const [a, b] = [left, right].map((each, at) =>
    growChain(each, { ...growth, operations: counts[at], entropy: entropies[at] }, rng),
  );
  return join(operation, a, b);
}

function allowed(value: Rational, { sums, products, operations, entropy }: Growth): Operation[] {
  const whole = value.bottom === 1;
  const added: Operation[] = sums && (operations > 1 || whole) ? ['+', '-'] : [];
  if (!products) return added;
  return operations > 1 || (whole && entropy <= splitEntropy(value.top)) ? [...added, '*', '/'] : [...added, '/'];
}

function operands(operation: Operation, value: Rational, growth: Growth, entropy: number, rng: Rng): [Rational, Rational] {
  switch (operation) {
    case '+':
    case '-': {
      // Two fractions that add up to the value take a division each.
      const fraction = growth.products && growth.operations > 2 && rng.chance(0.5);
      const x = fraction ? entropyFraction(rng, entropy) : rational(entropyInteger(rng, entropy));
      const first = rng.chance(0.5);
      if (operation === '+') {
        const rest = addRational(value, negative(x));
        return first ? [x, rest] : [rest, x];
      }
      return first ? [x, addRational(x, negative(value))] : [addRational(value, x), x];
    }
    case '*': {
      const [p, q] = factors(value, growth, entropy, rng);
      return rng.chance(0.5) ? [p, q] : [q, p];
    }
    case '/':
      return quotient(value, growth.operations, entropy, rng);
  }
}

function factors(value: Rational, growth: Growth, entropy: number, rng: Rng): [Rational, Rational] {
  const [one, other] = splitFactors(value.top, rng);
  if (growth.operations === 1) return [rational(one), rational(other)];
  if (growth.operations > 2) {
    const [top, bottom] = quotient(value, growth.operations, entropy, rng);
    return [top, rational(bottom.bottom, bottom.top)];
  }
  const by = coprime(rng, Math.max(0, entropy - splitEntropy(value.top)), one);
  return [rational(one, by * value.bottom), rational(other * by)];
}

function quotient({ top, bottom }: Rational, operations: number, entropy: number, rng: Rng): [Rational, Rational] {
  if (operations === 1) {
    const by = coprime(rng, entropy, 1);
    return [rational(top * by), rational(bottom * by)];
  }
  if (operations === 2 || top === 0) {
    if (top === 0 || rng.chance(0.5)) {
      const x = coprime(rng, entropy, bottom);
      return [rational(x * top, bottom), rational(x)];
    }
    const x = coprime(rng, entropy, top);
    return [rational(x), rational(x * bottom, top)];
  }
  const [p2, p1] = splitFactors(top, rng);
  const [q1, q2] = splitFactors(bottom, rng);
  const left = Math.max(0, entropy - splitEntropy(top) - splitEntropy(bottom));
  const share = rng.next() * left;
  const r = coprime(rng, share, q1 * p2);
  const s = Math.abs(coprime(rng, left - share, p1 * q2));
  return [rational(r * p1, s * q1), rational(r * q2, s * p2)];
}

function negative({ top, bottom }: Rational): Rational {
  return { top: -top + 0, bottom };
}

/** A number of about this entropy, not zero, that shares no factor with n. */
function coprime(rng: Rng, entropy: number, n: number): number {
  for (let wider = entropy; ; wider += 0.05) {
    const value = entropyInteger(rng, wider, 1);
    if (gcd(value, n) === 1) return value;
  }
}

function primePowers(n: number): Map<number, number> {
  const found = new Map<number, number>();
  let rest = Math.abs(n);
  for (let p = 2; p * p <= rest; p++) {
    for (; rest % p === 0; rest /= p) found.set(p, (found.get(p) ?? 0) + 1);
  }
  if (rest > 1) found.set(rest, (found.get(rest) ?? 0) + 1);
  return found;
}

/** How many digits of randomness a choice among the ways to split n into two factors holds. */
function splitEntropy(n: number): number {
  return [...primePowers(n).values()].reduce((total, power) => total + Math.log10(power + 1), 0);
}

function splitFactors(n: number, rng: Rng): [number, number] {
  if (n === 0) return [1, 0];
  let left = Math.sign(n);
  for (const [p, power] of primePowers(n)) left *= p ** rng.int(0, power);
  return [left, n / left];
}

/** The operations left over, split between two operands; one that is no whole number needs at least one. */
function shareCounts(total: number, values: readonly [Rational, Rational], rng: Rng): [number, number] {
  const needed = values.map(({ bottom }) => (bottom === 1 ? 0 : 1));
  const free = rng.int(0, total - needed[0] - needed[1]);
  return [needed[0] + free, total - needed[0] - free];
}

/** Chains where no bracket is needed: a + b - c, a · b ÷ c. A difference added to something keeps its brackets. */
function join(operation: Operation, a: Chain, b: Chain): Chain {
  switch (operation) {
    case '+':
      return { kind: 'sum', terms: [...(isSum(a) ? [{ minus: false, node: a }] : added(a)), ...added(b)] };
    case '-':
      return { kind: 'sum', terms: [...terms(a), { minus: true, node: b }] };
    case '*':
      return { kind: 'product', factors: [...multiplied(a), ...multiplied(b)] };
    case '/':
      return {
        kind: 'product',
        factors: [
          { over: false, node: a },
          { over: true, node: b },
        ],
      };
  }
}

function isSum(node: Chain): boolean {
  return !isNumber(node) && node.kind === 'sum' && node.terms.some(({ minus }) => minus);
}

function added(node: Chain) {
  return isSum(node) ? [{ minus: false, node }] : terms(node);
}

function terms(node: Chain) {
  return !isNumber(node) && node.kind === 'sum' ? node.terms : [{ minus: false, node }];
}

function multiplied(node: Chain) {
  return !isNumber(node) && node.kind === 'product' ? node.factors : [{ over: false, node }];
}
