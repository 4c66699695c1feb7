/** Products of numbers of two to four digits on one short line each: the second factor in its places. */
import { factor } from './latex.ts';
import { timesLines } from './times-lines.ts';

/**
 * "> 61 * 36 = 1830 + 366 = 2196": the first factor times the tens, then times the units; "> 193 * 129 = 19300 + 3860 + 1737 =
 * 23160 + 1737 = 24897". Where a factor has one digit or ends in zeros, and for longer factors, as everywhere else.
 */
export function shortProduct(a: number, b: number): string[] {
  const [p, q] = [Math.abs(a), Math.abs(b)];
  const [long, short] = p >= q ? [p, q] : [q, p];
  const units = short % 10;
  const signs = `> ${a} * ${factor(b)} = ${a * b}`;
  if (short < 11 || short > 999 || units === 0 || long > (short > 99 ? 999 : 9999) || (long <= 12 && short <= 12))
    return [...timesLines(a, b), ...(short <= 1 || long <= 12 ? [] : [signs])];
  const hundreds = short - (short % 100);
  const parts = [hundreds, (short % 100) - units, units].filter((part) => part > 0).map((part) => long * part);
  const joined = parts.length > 2 ? ` = ${parts[0] + parts[1]} + ${parts[2]}` : '';
  const line = `> ${long} * ${short} = ${parts.join(' + ')}${joined} = ${long * short}`;
  return a < 0 || b < 0 ? [line, signs] : [line];
}
