/** Exact fractions: their arithmetic, their LaTeX, and the lines that reduce them. Numerators and denominators are safe integers. */
import { euclidLines, multiplesLines, remainderLine, remainderLines } from './column-arithmetic.ts';
import { fraction, gcd } from './quotient.ts';

/** In lowest terms, bottom > 0. */
export interface Rational {
  readonly top: number;
  readonly bottom: number;
}

/** top / bottom in lowest terms; bottom is not zero. */
export function rational(top: number, bottom = 1): Rational {
  const common = gcd(top, bottom) * (bottom < 0 ? -1 : 1);
  return { top: top / common + 0, bottom: bottom / common };
}

export function addRational(a: Rational, b: Rational): Rational {
  return rational(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom);
}

export function multiplyRational(a: Rational, b: Rational): Rational {
  return rational(a.top * b.top, a.bottom * b.bottom);
}

/** A fraction as it stands, its sign in front; a whole number when the bottom is 1. */
export function writeFraction(top: number, bottom: number): string {
  if (bottom === 1) return String(top);
  return `${top < 0 ? '-' : ''}${fraction(Math.abs(top), bottom)}`;
}

export function writeRational(value: Rational): string {
  return writeFraction(value.top, value.bottom);
}

/** 7/3 as 2\frac{1}{3}; whole numbers and proper fractions as they are. */
export function writeMixed({ top, bottom }: Rational): string {
  const size = Math.abs(top);
  const whole = Math.floor(size / bottom);
  if (bottom === 1 || whole === 0) return writeFraction(top, bottom);
  return `${top < 0 ? '-' : ''}${whole}${fraction(size % bottom, bottom)}`;
}

/** The lines from top / bottom to lowest terms, the common divisor first even when it is 1. The same everywhere. */
export function reduceLines(top: number, bottom: number): string[] {
  if (bottom === 1) return [];
  const size = Math.abs(top);
  const written = writeFraction(top, bottom);
  if (size === 0) return [`Divide: $${written} = 0$`];
  const common = gcd(size, bottom);
  if (common === 1) return gcdLines(size, bottom);
  const lowest = writeFraction(top / common, bottom / common);
  return [
    ...gcdLines(size, bottom),
    ...sharedLines([size, bottom], common),
    `Divide top and bottom by $${common}$: $${written} = ${lowest}$`,
  ];
}

/** What n / common needs before it is written down, for multiples n of it. */
function sharedLines(multiples: readonly number[], common: number): string[] {
  const hard = multiples.filter((n) => n > common && (common <= 12 ? n >= 100 && n > 12 * common : n > 60));
  return hard.length === 0 ? [] : [...multiplesLines(Math.max(...hard), common), ...hard.map((n) => remainderLine(n, common))];
}

/** Small numbers and the times tables are known by heart, and so is what follows from one remainder; others go by Euclid. */
export function gcdLines(a: number, b: number): string[] {
  const [low, high] = [Math.min(a, b), Math.max(a, b)];
  if (low > 12 && high > 60) return euclidLines(a, b);
  const known = high <= 60 || high <= 12 * low;
  return [...(known ? [] : remainderLines(high, low)), `> gcd(${a}, ${b}) = ${gcd(a, b)}`];
}

export function lcm(a: number, b: number): number {
  return (a / gcd(a, b)) * b;
}
