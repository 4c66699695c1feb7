/** The fraction bar and the greatest common divisor. */

export function fraction(top: number | string, bottom: number | string): string {
  return `\\frac{${top}}{${bottom}}`;
}

export function gcd(a: number, b: number): number {
  let [high, low] = [Math.abs(a), Math.abs(b)];
  while (low !== 0) [high, low] = [low, high % low];
  return high;
}
