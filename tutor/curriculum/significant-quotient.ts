/** A quotient to a number of significant digits by long division, as scratch lines. Knows no question. */
import { multiplesLines } from './column-arithmetic.ts';

export interface SignificantQuotient {
  readonly lines: readonly string[];
  /** The quotient in units of 10^-places. */
  readonly scaled: number;
  readonly places: number;
  /** Whether the division ended before the digits did. */
  readonly exact: boolean;
}

/** top / bottom, whole numbers above zero (the top may be zero), to so many significant digits, half up. */
export function significantQuotient(top: number, bottom: number, digits: number): SignificantQuotient {
  const lines = [`> ${top} by ${bottom}:`, ...multiplesLines(top * 1000, bottom)];
  let scaled = Math.floor(top / bottom);
  let rest = top - scaled * bottom;
  lines.push(scaled === 0 ? `> ${top}: 0` : `> ${top} - ${scaled} * ${bottom} = ${top} - ${scaled * bottom} = ${rest}`);
  let places = 0;
  while (rest > 0 && (scaled === 0 || String(scaled).length < digits)) {
    const part = rest * 10;
    const digit = Math.floor(part / bottom);
    rest = part - digit * bottom;
    scaled = scaled * 10 + digit;
    places++;
    lines.push(digit === 0 ? `> ${part}: 0` : `> ${part} - ${digit} * ${bottom} = ${part} - ${digit * bottom} = ${rest}`);
  }
  const exact = rest === 0;
  if (!exact) {
    const up = 2 * rest >= bottom;
    if (up) scaled++;
    lines.push(`> 2 * ${rest} = ${2 * rest}, ${up ? `at least ${bottom}: up` : `below ${bottom}: down`}`);
  }
  return { lines, scaled, places, exact };
}
