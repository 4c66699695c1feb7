/**
 * How often training draws each family: harder ones, and those that stand for many forms of question, more often.
 * Practice and benchmarks draw evenly; this serves the exporter alone.
 */
import type { Family } from './family.ts';
import type { Rng } from './rng.ts';

/** Shares relative to an ordinary family, which has 1. */
const WEIGHTS: Readonly<Record<string, number>> = {
  'linear-two-unknowns': 3,
};

/** A sampler of families by their weights. */
export function weightedFamilies(families: readonly Family[]): (rng: Rng) => Family {
  const ends: number[] = [];
  let total = 0;
  for (const { id } of families) {
    total += WEIGHTS[id] ?? 1;
    ends.push(total);
  }
  return (rng) => {
    const at = rng.next() * total;
    return families[ends.findIndex((end) => at < end)] ?? families[families.length - 1];
  };
}

/** Families that WEIGHTS names. */
export const WEIGHTED: readonly string[] = Object.keys(WEIGHTS);
