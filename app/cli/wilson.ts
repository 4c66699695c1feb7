/** Wilson's score interval for a proportion (E. B. Wilson, JASA 1927): honest for small n and near 0 and 1. */

/** The normal quantile of a 95 % interval. */
const Z = 1.959963984540054;

/** @param share successes / n, also a mean of shares; @returns [low, high]; [0, 1] for n = 0 */
export function wilsonInterval(share: number, n: number): [number, number] {
  if (n === 0) return [0, 1];
  const z2 = Z * Z;
  const centre = (share + z2 / (2 * n)) / (1 + z2 / n);
  const half = (Z / (1 + z2 / n)) * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n * n));
  return [Math.max(0, centre - half), Math.min(1, centre + half)];
}
