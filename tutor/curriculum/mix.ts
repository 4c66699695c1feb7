/**
 * How often training draws each family: harder ones, and those that stand for many forms of question, more often.
 * Practice and benchmarks draw evenly; this serves the exporter alone.
 */
import type { Family } from './family.ts';
import type { Rng } from './rng.ts';

/** Shares relative to an ordinary family, which has 1. */
const WEIGHTS: Readonly<Record<string, number>> = {
  'story-of-daily-life': 4,
  'polynomial-product': 4,
  'recursive-sequence': 4,
  'composed-two-equations': 3,
  'expand-many-terms': 3,
  lcm: 4,
  'letter-counts': 3,
  'linear-two-unknowns': 5,
  'list-prime-factors': 3,
  'nested-operations': 5,
  'nested-quotients': 6,
  'nested-surds': 5,
  'power-quotients': 5,
  'sequence-rule-by-differences': 3,
  'signed-sum': 3,
  'short-stories': 3,
  'story-of-changes': 3,
  'story-of-comparisons': 5,
  'story-of-parts': 3,
  'story-of-plans': 4,
  'story-of-values': 4,
  'story-of-purchases': 3,
  'story-of-rates': 3,
  'polynomial-roots': 4,
  'composed-composition': 3,
  'composed-derivative': 2,
  'composed-equation': 2,
  'composed-gcd': 2,
  'composed-lcm': 3,
  'composed-prime': 2,
  'composed-prime-factors': 2,
  'composed-roots': 3,
  'composed-rounding': 2,
  'composed-value': 2,
  'count-primes': 4,
  'decimal-expression': 3,
  'decimal-roots': 2,
  gcd: 2,
  'integrate-parts': 2,
  'integrate-inside': 2,
  'is-prime': 2,
  'letter-sequence': 4,
  'linear-many-terms': 2,
  'long-stories': 2,
  'measure-conversion': 2,
  'named-coefficient': 2,
  'nearest-root': 2,
  'nested-sums': 2,
  'polynomial-factors': 2,
  'power-figures': 4,
  'repeated-derivative': 4,
  'reverse-percent': 2,
  'rearrange-formula': 3,
  'shopping-pence': 2,
  'signed-expression': 4,
  'signed-product': 2,
  'signed-quotient': 2,
  'base-change': 4,
  'base-conversion': 2.5,
  'clock-later': 1.5,
  'base-sum': 3,
  'collect-many-terms': 1.5,
  'compare-pair': 1.5,
  'composed-closest': 1.5,
  'composed-digit': 1.5,
  'composed-factor': 1.5,
  'composed-kth': 1.5,
  'composed-pair': 1.5,
  'composed-remainder': 1.5,
  'composed-sort': 1.5,
  'composed-sum': 1.5,
  'dice-total': 3,
  'function-of-function': 1.5,
  'integrate-long': 1.5,
  'kth-biggest': 1.5,
  modular: 1.5,
  'quadratic-factoring': 1.5,
  'sequence-by-differences': 1.5,
  rounding: 2.5,
  'sort-list': 1.5,
  'sum-of-functions': 3,
  surds: 1.5,
  'value-of-function': 2,
  'exact-trig': 1.5,
  logarithms: 1.5,
  'equation-decimals': 2,
  'equation-fractions': 2,
  'journey-times': 2,
  'linear-both-sides': 1.5,
  'percent-price': 1.5,
  'quadratic-ready': 1.5,
  'simultaneous-equations': 1.5,
  'unit-conversion': 3,
  'linear-inequality': 1.5,
  'recurring-to-fraction': 1.5,
  'saving-up': 1.5,
  'told-mean': 1.5,
  'days-between': 3,
  'fraction-simplify': 3,
  'elapsed-time': 1.5,
  'nth-weekday': 3,
  'weekday-count': 3,
  'shared-work': 3,
  'spoken-arithmetic': 3,
  'fraction-of-group': 2.5,
  'told-numbers': 0.5,
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
