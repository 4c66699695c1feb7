/** Scratch lines for a product that does not come out in one look, whatever the signs. */
import { productLines } from './column-arithmetic.ts';

/** None when one factor is at most one, both are at most 12, or one is a single digit and the other at most 20. */
export function timesLines(a: number, b: number): string[] {
  const [large, small] = [Math.max(Math.abs(a), Math.abs(b)), Math.min(Math.abs(a), Math.abs(b))];
  if (small <= 1 || large <= 12 || (small < 10 && large <= 20)) return [];
  return productLines(large, small);
}
