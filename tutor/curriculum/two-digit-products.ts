/** Products of numbers of two and three digits on one short line each: the second factor in tens and units. */
import { factor } from './latex.ts';
import { timesLines } from './times-lines.ts';

/**
 * "> 61 * 36 = 1830 + 366 = 2196": the first factor times the tens, then times the units. Where a factor has one digit or
 * ends in zeros, and where one is longer than three digits, as everywhere else.
 */
export function shortProduct(a: number, b: number): string[] {
  const [p, q] = [Math.abs(a), Math.abs(b)];
  const [long, short] = p >= q ? [p, q] : [q, p];
  const units = short % 10;
  const signs = `> ${a} * ${factor(b)} = ${a * b}`;
  if (short < 11 || short > 99 || units === 0 || long > 999 || (long <= 12 && short <= 12))
    return [...timesLines(a, b), ...(short <= 1 || long <= 12 ? [] : [signs])];
  const line = `> ${long} * ${short} = ${long * (short - units)} + ${long * units} = ${long * short}`;
  return a < 0 || b < 0 ? [line, signs] : [line];
}
