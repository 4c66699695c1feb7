/** Exact fractions of big integers, in lowest terms with a positive denominator. Knows nothing of notation. */

export interface Rational {
  readonly top: bigint;
  readonly bottom: bigint;
}

/** Numbers of more bits are not worth an exact answer: a hostile power tower must not fill the memory. */
const MAX_BITS = 20_000;

export const ZERO: Rational = { top: 0n, bottom: 1n };
export const ONE: Rational = { top: 1n, bottom: 1n };

/** Throws RangeError when `bottom` is zero: callers ask first. */
export function rational(top: bigint, bottom = 1n): Rational {
  if (bottom === 0n) throw new RangeError('a fraction over zero: test the denominator before making one');
  if (bottom === 1n) return { top, bottom };
  const common = gcd(top, bottom);
  const sign = bottom < 0n ? -1n : 1n;
  return { top: (sign * top) / common, bottom: (sign * bottom) / common };
}

export function fromInteger(value: number): Rational {
  return { top: BigInt(value), bottom: 1n };
}

/** "12", "0.25", ".5"; digits and one point only. */
export function fromDecimal(digits: string): Rational {
  const [whole, part = ''] = digits.split('.');
  return rational(BigInt(whole + part || '0'), 10n ** BigInt(part.length));
}

export function add(a: Rational, b: Rational): Rational {
  return rational(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom);
}

export function negate(a: Rational): Rational {
  return { top: -a.top, bottom: a.bottom };
}

export function subtract(a: Rational, b: Rational): Rational {
  return add(a, negate(b));
}

export function multiply(a: Rational, b: Rational): Rational {
  return rational(a.top * b.top, a.bottom * b.bottom);
}

/** null when b is zero. */
export function divide(a: Rational, b: Rational): Rational | null {
  return b.top === 0n ? null : rational(a.top * b.bottom, a.bottom * b.top);
}

/** base^exponent when it is rational and not too large; null otherwise, also for 0^0 and 0^-1. */
export function power(base: Rational, exponent: Rational): Rational | null {
  if (exponent.bottom !== 1n) {
    const root = nthRoot(base, exponent.bottom);
    return root === null ? null : power(root, { top: exponent.top, bottom: 1n });
  }
  if (base.top === 0n) return exponent.top > 0n ? ZERO : null;
  const times = exponent.top < 0n ? -exponent.top : exponent.top;
  if (times > BigInt(MAX_BITS) || Number(times) * bits(base) > MAX_BITS) return null;
  const raised = { top: base.top ** times, bottom: base.bottom ** times };
  return exponent.top < 0n ? rational(raised.bottom, raised.top) : raised;
}

/** The real n-th root when it is rational; null otherwise. */
export function nthRoot(value: Rational, n: bigint): Rational | null {
  if (n < 1n || n > 64n) return null;
  if (value.top < 0n) {
    const positive = n % 2n === 1n ? nthRoot(negate(value), n) : null;
    return positive === null ? null : negate(positive);
  }
  const top = integerRoot(value.top, n);
  const bottom = integerRoot(value.bottom, n);
  return top === null || bottom === null ? null : { top, bottom };
}

export function equals(a: Rational, b: Rational): boolean {
  return a.top === b.top && a.bottom === b.bottom;
}

export function compare(a: Rational, b: Rational): number {
  const difference = a.top * b.bottom - b.top * a.bottom;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export function isInteger(a: Rational): boolean {
  return a.bottom === 1n;
}

export function isSmall(a: Rational): boolean {
  return bits(a) <= MAX_BITS;
}

/** Nearest double, also where top and bottom are beyond the range of doubles. */
export function toNumber(a: Rational): number {
  const direct = Number(a.top) / Number(a.bottom);
  if (Number.isFinite(direct) && (direct !== 0 || a.top === 0n)) return direct;
  const shift = BigInt(Math.max(0, Math.min(bitLength(a.top), bitLength(a.bottom)) - 64));
  return Number(a.top >> shift) / Number(a.bottom >> shift);
}

export function gcd(a: bigint, b: bigint): bigint {
  let [high, low] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (low !== 0n) [high, low] = [low, high % low];
  return high;
}

/** Exact n-th root of a natural number by Newton's method; null when it is not a whole number. */
function integerRoot(value: bigint, n: bigint): bigint | null {
  if (value < 2n || n === 1n) return value;
  let guess = 1n << BigInt(Math.ceil(bitLength(value) / Number(n)));
  for (;;) {
    const next = ((n - 1n) * guess + value / guess ** (n - 1n)) / n;
    if (next >= guess) break;
    guess = next;
  }
  return guess ** n === value ? guess : null;
}

function bits(a: Rational): number {
  return Math.max(bitLength(a.top), bitLength(a.bottom));
}

function bitLength(value: bigint): number {
  return (value < 0n ? -value : value).toString(16).length * 4;
}
