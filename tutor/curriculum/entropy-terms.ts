/** Polynomials with uncollected terms whose sizes follow an amount of randomness. */
import { entropyInteger, shareOut } from './entropy.ts';
import { type PowerTerm, scatterPowers } from './power-terms.ts';
import type { Rng } from './rng.ts';

/** Coefficients from the highest power down, the first not zero, some of the others zero. */
export function entropyCoefficients(rng: Rng, degree: number, entropy: number): number[] {
  const others = rng.shuffle(Array.from({ length: degree }, (_, index) => index + 1));
  const kept = [0, ...others.slice(0, rng.int(0, Math.min(degree, Math.floor(entropy / 2))))];
  const shares = shareOut(
    rng,
    entropy,
    kept.map(() => 1),
  );
  const coefficients = new Array<number>(degree + 1).fill(0);
  kept.forEach((at, index) => {
    coefficients[at] = entropyInteger(rng, shares[index], 1);
  });
  return coefficients;
}

/** Some of the terms split in parts that may be far larger than their sum, in any order. */
export function scatteredTerms(rng: Rng, degree: number, entropy: number): PowerTerm[] {
  const own = entropy * (0.2 + 0.4 * rng.next());
  const extra = rng.int(1, 2 + Math.ceil((entropy - own) / 2));
  const most = Math.max(3, Math.ceil(10 ** ((entropy - own) / (0.5 + extra * rng.next()))));
  return scatterPowers(entropyCoefficients(rng, degree, own), extra, Math.min(most, 600_000), rng);
}
