/** A quotient to some decimal places by long division, as scratch lines. Knows no question. */
import { columnDifference, multiplesLines } from './column-arithmetic.ts';
import { writeDecimal } from './decimal.ts';

export interface RoundedQuotient {
  /** From the long division to the rounded value; empty when the quotient needs no work. */
  readonly lines: readonly string[];
  /** With exactly `places` digits after the point. */
  readonly value: string;
  /** The value as a whole number of its last place. */
  readonly scaled: number;
  /** Whether the next digit lies so near a half that the rounding hangs on a hair. */
  readonly tie: boolean;
}

/**
 * top / bottom to `places` decimals, bottom > 0, half away from zero; top · 10^places must be a safe integer. `tabled` says that
 * the multiples of the bottom stand above already.
 */
export function roundedQuotient(top: number, bottom: number, places: number, tabled = false): RoundedQuotient {
  const size = Math.abs(top) * 10 ** places;
  const [whole, rest] = [Math.floor(size / bottom), size % bottom];
  const up = 2 * rest >= bottom;
  const scaled = (whole + (up ? 1 : 0)) * (top < 0 ? -1 : 1) + 0;
  const value = writeDecimal(scaled, places);
  const tie = 2 * rest === bottom;
  if (bottom === 1 || size === 0) return { lines: [], value, scaled, tie };
  const rounding = rest === 0 ? [] : [`> 2 * ${rest} = ${2 * rest}, ${up ? `at least ${bottom}: up` : `below ${bottom}: down`}`];
  const multiples = tabled ? [] : multiplesLines(size, bottom);
  return { lines: [...multiples, `> ${size} by ${bottom}:`, ...digitLines(size, bottom), ...rounding], value, scaled, tie };
}

/** A line for each digit of the quotient: "> 400 - 4 * 82 = 400 - 328 = 72"; large differences go by columns. */
function digitLines(size: number, bottom: number): string[] {
  const lines: string[] = [];
  let part = 0;
  for (const digit of String(size)) {
    part = part * 10 + Number(digit);
    const times = Math.floor(part / bottom);
    if (times === 0 && lines.length === 0) continue;
    const product = times * bottom;
    if (times === 0) lines.push(`> ${part}: 0`);
    else if (part <= 999) lines.push(`> ${part} - ${times} * ${bottom} = ${part} - ${product} = ${part - product}`);
    else lines.push(`> ${times} * ${bottom} = ${product}`, columnDifference(part, product));
    part -= product;
  }
  return lines;
}
