/** Two whole numbers with a given product and sum, found the way a learner finds them: by trying the factor pairs. */

export interface FactorPair {
  /** p ≤ q, p·q the product, p + q the sum. */
  readonly p: number;
  readonly q: number;
  /** One trial a line, the last one the pair that works. */
  readonly lines: readonly string[];
}

/** Throws when no such pair exists; the product is not zero. */
export function findFactorPair(product: number, total: number): FactorPair {
  const size = Math.abs(product);
  const lines: string[] = [];
  for (let small = 1; small * small <= size; small++) {
    if (size % small !== 0) continue;
    const [first, second] = signed(small, size / small, product, total);
    lines.push(trialLine(product, [first, second]));
    if (first + second === total) return { p: Math.min(first, second), q: Math.max(first, second), lines };
  }
  throw new Error(`no factor pair of ${product} adds to ${total}`);
}

/** Every pair tried, none of which has the sum. The product is not zero. */
export function failedPairs(product: number, total: number): string[] {
  const size = Math.abs(product);
  const divisors = Array.from({ length: Math.floor(Math.sqrt(size)) }, (_, index) => index + 1).filter((n) => size % n === 0);
  return divisors.map((small) => trialLine(product, signed(small, size / small, product, total)));
}

function trialLine(product: number, [first, second]: readonly [number, number]): string {
  return `> ${first} * ${bracketed(second)} = ${product}, ${first} + ${bracketed(second)} = ${first + second}`;
}

/** The pair with the signs that the product and the sum force: the larger takes the sign of the sum. */
function signed(small: number, large: number, product: number, total: number): [number, number] {
  const sign = total < 0 ? -1 : 1;
  return product > 0 ? [sign * small, sign * large] : [-sign * small, sign * large];
}

function bracketed(value: number): string {
  return value < 0 ? `(${value})` : String(value);
}
