/** Scratch lines for products and divisions that do not come out in one look, whatever the signs. */
import { divisionLines, productLines } from './column-arithmetic.ts';

/** None when one factor is at most one, both are at most 12, or one is a single digit and the other at most 20. */
export function timesLines(a: number, b: number): string[] {
  const [large, small] = [Math.max(Math.abs(a), Math.abs(b)), Math.min(Math.abs(a), Math.abs(b))];
  if (small <= 1 || large <= 12 || (small < 10 && large <= 20)) return [];
  return productLines(large, small);
}

/** Long division where the quotient or the divisor is beyond the times tables; none for a whole power of ten. */
export function divideLines(dividend: number, divisor: number): string[] {
  const [size, by] = [Math.abs(dividend), Math.abs(divisor)];
  const known = by <= 1 || (by <= 12 && size <= 12 * by) || /^10*$/.test(String(by));
  return known ? [] : divisionLines(size, by);
}
