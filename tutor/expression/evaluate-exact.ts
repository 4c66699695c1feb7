/** The exact rational value of an expression, where it has one. Roots and powers count when they come out rational. */
import type { Expression } from './expression.ts';
import * as Q from './rational.ts';
import type { Reading } from './reading.ts';
import { readUnit } from './units.ts';

/** Factorials and binomials beyond this are left to the numeric evaluator. */
const MAX_FACTORIAL = 500n;

/** null when the value is undefined, irrational, not a number, or a symbol has no value. */
export function evaluateExact(
  expression: Expression,
  values: ReadonlyMap<string, Q.Rational>,
  reading: Reading,
): Q.Rational | null {
  const evaluate = (each: Expression): Q.Rational | null => {
    const value = step(each);
    return value === null || Q.isSmall(value) ? value : null;
  };
  const all = (items: readonly Expression[]): Q.Rational[] | null => {
    const found: Q.Rational[] = [];
    for (const item of items) {
      const value = evaluate(item);
      if (value === null) return null;
      found.push(value);
    }
    return found;
  };
  const step = (each: Expression): Q.Rational | null => {
    switch (each.kind) {
      case 'number':
        return each.value;
      case 'symbol':
        return values.get(each.name) ?? null;
      case 'sum':
        return all(each.items)?.reduce(Q.add) ?? null;
      case 'product':
        return all(each.items)?.reduce(Q.multiply) ?? null;
      case 'negative': {
        const item = evaluate(each.item);
        return item === null ? null : Q.negate(item);
      }
      case 'quotient': {
        const parts = all([each.top, each.bottom]);
        return parts === null ? null : Q.divide(parts[0], parts[1]);
      }
      case 'power': {
        const parts = all([each.base, each.exponent]);
        return parts === null ? null : Q.power(parts[0], parts[1]);
      }
      case 'function': {
        const items = all(each.items);
        return items === null ? null : applyExact(each.name, items);
      }
      case 'quantity': {
        const item = evaluate(each.item);
        return item === null ? null : scale(item, each.unit, reading);
      }
      default:
        return null;
    }
  };
  return evaluate(expression);
}

function scale(value: Q.Rational, unit: string, reading: Reading): Q.Rational | null {
  if (unit === '%') return Q.rational(value.top, value.bottom * 100n);
  if (unit === '°') return reading.angle === 'degrees' ? value : null;
  if (reading.units === 'ignored') return value;
  const factor = readUnit(unit)?.factor ?? 1;
  const exact = exactFactor(factor);
  return exact === null ? null : Q.multiply(value, exact);
}

/** Unit factors are short decimals; rounding takes away what floating point added. */
function exactFactor(factor: number): Q.Rational | null {
  const [digits, exponent = '0'] = Number(factor.toPrecision(12)).toString().split('e');
  const size = Q.power(Q.fromInteger(10), Q.fromInteger(Number(exponent)));
  return size === null ? null : Q.multiply(Q.fromDecimal(digits), size);
}

function applyExact(name: string, items: readonly Q.Rational[]): Q.Rational | null {
  const [first, second] = items;
  switch (name) {
    case 'abs':
      return first.top < 0n ? Q.negate(first) : first;
    case 'root':
      return Q.isInteger(first) ? Q.nthRoot(second, first.top) : null;
    case 'floor':
      return Q.rational(floor(first));
    case 'ceil':
      return Q.rational(-floor(Q.negate(first)));
    case 'factorial':
      return Q.isInteger(first) && first.top >= 0n && first.top <= MAX_FACTORIAL ? Q.rational(factorial(first.top)) : null;
    case 'choose':
      return items.every(Q.isInteger) ? choose(first.top, second.top) : null;
    case 'gcd':
      return items.every(Q.isInteger) ? Q.rational(items.map(({ top }) => top).reduce(Q.gcd)) : null;
    case 'lcm':
      return items.every(Q.isInteger) ? Q.rational(items.map(({ top }) => top).reduce(lcm)) : null;
    case 'min':
      return items.reduce((low, each) => (Q.compare(each, low) < 0 ? each : low));
    case 'max':
      return items.reduce((high, each) => (Q.compare(each, high) > 0 ? each : high));
    case 'mod':
      // Of a negative number, languages and books disagree.
      if (first.top < 0n) return null;
      if (!Q.isInteger(first) || !Q.isInteger(second) || second.top <= 0n) return null;
      return Q.rational(first.top % second.top);
    case 'log':
      return items.length === 2 ? exactLogarithm(first, second) : null;
    default:
      return null;
  }
}

function floor(value: Q.Rational): bigint {
  const cut = value.top / value.bottom;
  return value.top < 0n && cut * value.bottom !== value.top ? cut - 1n : cut;
}

function factorial(n: bigint): bigint {
  let value = 1n;
  for (let factor = 2n; factor <= n; factor++) value *= factor;
  return value;
}

function choose(n: bigint, k: bigint): Q.Rational | null {
  if (n < 0n || k < 0n || n > MAX_FACTORIAL) return null;
  if (k > n) return Q.ZERO;
  return Q.rational(factorial(n) / (factorial(k) * factorial(n - k)));
}

function lcm(a: bigint, b: bigint): bigint {
  const product = a * b;
  return product === 0n ? 0n : (product < 0n ? -product : product) / Q.gcd(a, b);
}

/** log_2 8 = 3, log_9 27 = 3/2: whole powers of both sides are tried. */
function exactLogarithm(base: Q.Rational, value: Q.Rational): Q.Rational | null {
  if (base.top <= 0n || value.top <= 0n || Q.equals(base, Q.ONE)) return null;
  for (let bottom = 1; bottom <= 4; bottom++) {
    const raised = Q.power(value, Q.fromInteger(bottom));
    const estimate =
      raised === null ? Number.NaN : Math.round((Math.log(Q.toNumber(value)) / Math.log(Q.toNumber(base))) * bottom);
    if (raised === null || !Number.isFinite(estimate)) return null;
    const power = estimate === 0 ? Q.ONE : Q.power(base, Q.fromInteger(estimate));
    if (power !== null && Q.equals(power, raised)) return Q.rational(BigInt(estimate), BigInt(bottom));
  }
  return null;
}
