/** Many problems of each algebra family, and what the tests of their answers read from them. Knows LaTeX, not how an answer was made. */
import type { Family } from '../../family.ts';
import { latexValue } from '../../latex-value.ts';
import { makeRng } from '../../rng.ts';
import { ALGEBRA } from './index.ts';

export const SEEDS = Array.from({ length: 200 }, (_, seed) => seed);

export function made(id: string) {
  const family = ALGEBRA.find((each) => each.id === id) as Family;
  return SEEDS.map((seed) => family.make(makeRng(seed), 1 + (seed % family.levels.length)));
}

/** left - right of an equation with its letters set. */
export function gap(equation: string, letters: Record<string, number>): number {
  const [left, right] = equation.split('=');
  return latexValue(left, letters) - latexValue(right, letters);
}

export function assignments(answer: string): [string, number][] {
  return [...answer.matchAll(/([a-zA-Z]) = ([^,]+)/g)].map(([, letter, value]) => [letter, latexValue(value)]);
}
