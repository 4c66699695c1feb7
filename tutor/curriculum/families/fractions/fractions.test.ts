import { expect, test } from 'vitest';
import { latexValue } from '../../latex-value.ts';
import { makeRng } from '../../rng.ts';
import { expectFamilyLaws } from '../family-laws.ts';
import { FRACTIONS } from './index.ts';

expectFamilyLaws(FRACTIONS);

const SEEDS = Array.from({ length: 300 }, (_, seed) => seed);

function made(id: string) {
  const family = FRACTIONS.find((each) => each.id === id);
  if (family === undefined) throw new Error(`no family ${id}`);
  return SEEDS.map((seed) => family.make(makeRng(seed), 1 + (seed % family.levels.length)));
}

function greatestDivisor(a: number, b: number): number {
  for (let d = Math.min(a, b); d > 1; d--) if (a % d === 0 && b % d === 0) return d;
  return 1;
}

function expectLowestTerms(answer: string): void {
  const [, top, bottom] = /\\frac\{(\d+)\}\{(\d+)\}/.exec(answer) ?? [];
  if (top === undefined) return;
  expect(greatestDivisor(Number(top), Number(bottom)), answer).toBe(1);
  expect(Number(bottom)).toBeGreaterThan(1);
}

test.each(['fraction-add-subtract', 'fraction-multiply-divide', 'mixed-numbers'])(
  '%s answers with the value in lowest terms',
  (id) => {
    for (const { maths, answer } of made(id)) {
      expect(latexValue(mixedInBrackets(answer)), maths.expr).toBeCloseTo(latexValue(maths.expr), 9);
      expectLowestTerms(answer);
    }
  },
);

/** "-2\frac{1}{3}" is minus the whole of it. */
function mixedInBrackets(latex: string): string {
  return latex.replace(/^-(\d.*)$/, '-($1)');
}

test.each(['fraction-simplify', 'mixed-number-convert'])('%s keeps the value and ends in lowest terms', (id) => {
  for (const { maths, answer } of made(id)) {
    expect(latexValue(answer), maths.q).toBeCloseTo(latexValue(maths.q), 9);
    expectLowestTerms(answer);
  }
});

test('the larger fraction is named as it was given, and equal ones as equal', () => {
  for (const { maths, answer } of made('compare-fractions')) {
    const [p, q] = [latexValue(maths.p), latexValue(maths.q)];
    const expected = Math.abs(p - q) < 1e-9 ? '\\text{equal}' : p > q ? maths.p : maths.q;
    expect(answer).toBe(expected);
  }
});
