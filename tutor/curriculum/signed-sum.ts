/** Sums of signed whole numbers as scratch lines: large ones go by columns, whatever their signs. */
import { differenceLines, sumLines } from './column-arithmetic.ts';
import { sum } from './polynomial.ts';

/** What a + b needs before it is written down: nothing when both have at most three digits. */
export function signedColumns(a: number, b: number): string[] {
  const [high, low] = [Math.max(Math.abs(a), Math.abs(b)), Math.min(Math.abs(a), Math.abs(b))];
  if (low === 0) return [];
  return a < 0 === b < 0 ? sumLines(high, low) : differenceLines(high, low);
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
