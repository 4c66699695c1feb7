/** Numbers as large as an amount of randomness allows: how published question sets choose their sizes. Knows no question. */
import { gcd } from './quotient.ts';
import { type Rational, rational } from './rational.ts';
import type { Rng } from './rng.ts';

/** One of about 10^entropy whole numbers of either sign around zero; at least `least` in size. */
export function entropyInteger(rng: Rng, entropy: number, least = 0): number {
  const most = Math.ceil((10 ** entropy + least) / 2);
  for (;;) {
    const value = rng.int(-most, most);
    if (Math.abs(value) >= least) return value;
  }
}

/** A fraction that is no whole number, the randomness split between its top and its bottom. */
export function entropyFraction(rng: Rng, entropy: number): Rational {
  for (;;) {
    const share = rng.next() * entropy;
    const top = entropyInteger(rng, share, 1);
    const bottom = rng.int(2, Math.ceil(10 ** (entropy - share) * 1.6) + 2);
    if (gcd(top, bottom) === 1) return rational(top, bottom);
  }
}

/** The total in random shares (Dirichlet); a whole weight per share, zero for none. */
export function shareOut(rng: Rng, total: number, weights: readonly number[]): number[] {
  const drawn = weights.map((weight) => {
    let gamma = 0;
    for (let k = 0; k < weight; k++) gamma -= Math.log(1 - rng.next());
    return gamma;
  });
  const all = drawn.reduce((a, b) => a + b, 0);
  return drawn.map((each) => (all === 0 ? 0 : (total * each) / all));
}
