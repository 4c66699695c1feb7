/** A division as a step of a solution: how it is first written, the lines that reduce it, and its lowest terms. */
import { fraction, gcd } from './quotient.ts';
import { reduceLines } from './rational.ts';

export interface Quotient {
  /** As it comes out of the division: a whole number, or a fraction not yet reduced with its sign in front. */
  readonly written: string;
  /** The lines that find the common divisor of `written` and reduce it; none when it is whole. */
  readonly lines: readonly string[];
  /** Lowest terms. */
  readonly value: string;
  readonly whole: boolean;
}

/** numerator / denominator; the denominator is not zero. */
export function quotient(numerator: number, denominator: number): Quotient {
  const negative = numerator < 0 !== denominator < 0 && numerator !== 0;
  const sign = negative ? '-' : '';
  const top = Math.abs(numerator);
  const bottom = Math.abs(denominator);
  if (top % bottom === 0) {
    const value = sign + String(top / bottom);
    return { written: value, lines: [], value, whole: true };
  }
  const written = `${sign}${fraction(top, bottom)}`;
  const common = gcd(top, bottom);
  const value = `${sign}${fraction(top / common, bottom / common)}`;
  return { written, lines: reduceLines(negative ? -top : top, bottom), value, whole: false };
}
