/** How much of a question is told in stages, and with numbers of what size. Knows no question. */
import { shareOut } from '../entropy.ts';
import type { Rng } from '../rng.ts';

export interface Budget {
  /** Small problems to come, one inside another or side by side; none means that the number stands as it is. */
  readonly stages: number;
  /** Decimal digits of randomness for all of them together. */
  readonly entropy: number;
}

/** The digits of the stage at hand, and what is left for the numbers it is made of. */
export function peel({ stages, entropy }: Budget): { entropy: number; rest: Budget } {
  const own = entropy / stages;
  return { entropy: own, rest: { stages: stages - 1, entropy: entropy - own } };
}

/** The budget among `count` numbers: every way to share the stages is as likely. */
export function splitBudget({ stages, entropy }: Budget, count: number, rng: Rng): Budget[] {
  const shares = splitCount(stages, count, rng);
  const entropies = shareOut(rng, entropy, shares);
  return shares.map((each, index) => ({ stages: each, entropy: entropies[index] }));
}

/** `total` as `count` whole numbers from zero up, uniformly among all such lists. */
export function splitCount(total: number, count: number, rng: Rng): number[] {
  const places = Array.from({ length: total + count - 1 }, (_, index) => index);
  const bars = rng
    .shuffle(places)
    .slice(0, count - 1)
    .sort((a, b) => a - b);
  return [...bars, total + count - 1].map((bar, index) => bar - (index === 0 ? -1 : bars[index - 1]) - 1);
}
