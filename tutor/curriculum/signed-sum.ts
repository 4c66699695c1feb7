/** Sums of signed whole numbers as scratch lines: large ones go by columns, whatever their signs. */
import { differenceLines, sumLines } from './column-arithmetic.ts';
import { sum } from './polynomial.ts';

/** Up to this, a smaller number less a larger one is written down in one go. */
const EASY_BELOW_ZERO = 20;

/** What a + b needs before it is written down: columns beyond three digits; the plain difference where signs differ. */
export function signedColumns(a: number, b: number): string[] {
  const [high, low] = [Math.max(Math.abs(a), Math.abs(b)), Math.min(Math.abs(a), Math.abs(b))];
  if (low === 0) return [];
  if (a < 0 === b < 0) return sumLines(high, low);
  const columns = differenceLines(high, low);
  const turned = a < 0 || a + b < 0;
  return turned && columns.length === 0 && high > EASY_BELOW_ZERO ? [`> ${high} - ${low} = ${high - low}`] : columns;
}

/** Every sum on the way through the list: "> 12 - 5 = 7". Nothing for a single number. */
export function signedTotal(values: readonly number[]): string[] {
  const lines: string[] = [];
  let total = values[0] ?? 0;
  for (const value of values.slice(1)) {
    lines.push(...signedColumns(total, value), `> ${sum(String(total), String(value))} = ${total + value}`);
    total += value;
  }
  return lines;
}
