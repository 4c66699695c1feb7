/**
 * How often training draws each family: harder ones, and those that stand for many forms of question, more often.
 * Practice and benchmarks draw evenly; this serves the exporter alone.
 */
import type { Family } from './family.ts';
import type { Rng } from './rng.ts';

/** Shares relative to an ordinary family, which has 1. */
const WEIGHTS: Readonly<Record<string, number>> = {
  'linear-two-unknowns': 2,
  'composed-two-equations': 3,
  'composed-equation': 2,
  'composed-roots': 2,
  'composed-derivative': 2,
  'composed-value': 2,
  'composed-composition': 2,
  'composed-lcm': 2,
  'composed-gcd': 2,
  'composed-prime': 2,
  'composed-prime-factors': 2,
  'composed-rounding': 2,
  'composed-remainder': 1.5,
  'composed-factor': 1.5,
  'composed-digit': 1.5,
  'composed-pair': 1.5,
  'composed-kth': 1.5,
  'composed-sort': 1.5,
  'composed-closest': 1.5,
  'composed-sum': 1.5,
  'told-numbers': 0.5,
  'incircle-radius': 0.7,
  'nested-operations': 3,
  'nested-quotients': 3,
  'list-prime-factors': 3,
  'signed-sum': 3,
  'letter-counts': 3,
  'nested-surds': 3,
  lcm: 3,
  'is-prime': 2,
  'letter-sequence': 2,
  'signed-product': 2,
  'signed-quotient': 2,
  gcd: 2,
  'nested-sums': 2,
  'measure-conversion': 2,
  'nearest-root': 2,
  'kth-biggest': 1.5,
  'compare-pair': 1.5,
  'base-change': 1.5,
  'base-sum': 1.5,
  modular: 1.5,
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
