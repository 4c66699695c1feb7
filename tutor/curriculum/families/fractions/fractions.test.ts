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

test.each(['fraction-add-subtract', 'fraction-multiply-divide', 'fraction-expression', 'mixed-numbers'])(
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

function toNumber(answer: string): number {
  return answer.endsWith('\\%') ? latexValue(answer.slice(0, -2)) / 100 : latexValue(answer);
}

test('a percentage of an amount is its product', () => {
  for (const { maths, answer } of made('percent-of')) {
    expect(Number(answer)).toBeCloseTo(toNumber(maths.p) * Number(maths.n), 9);
  }
});

function numberIn(words: Readonly<Record<string, string>> | undefined, name: string): number {
  return Number(words?.[name].replace(/[^\d.]/g, ''));
}

test('increase and decrease multiply by 1 ± p, and reverse percentages undo it', () => {
  for (const { maths, words, answer } of made('percent-increase-decrease')) {
    const sign = /^(inc|rai)/.test(words?.done ?? '') ? 1 : -1;
    expect(Number(answer)).toBeCloseTo(numberIn(words, 'amount') * (1 + sign * toNumber(maths.p)), 9);
  }
  for (const { maths, words, answer } of made('reverse-percent')) {
    const sign = words?.done === 'increased' ? 1 : -1;
    expect(Number(answer) * (1 + sign * toNumber(maths.p))).toBeCloseTo(numberIn(words, 'amount'), 9);
  }
});

test('a percentage change leads from the old value to the new one', () => {
  for (const { words, answer } of made('percent-change')) {
    const sign = words?.change === 'increase' ? 1 : -1;
    expect(numberIn(words, 'a') * (1 + sign * toNumber(answer))).toBeCloseTo(numberIn(words, 'b'), 9);
  }
  for (const { maths, answer } of made('percent-share'))
    expect(toNumber(answer) * Number(maths.b)).toBeCloseTo(Number(maths.a), 9);
});

test('fractions, decimals and percentages keep their value', () => {
  for (const { maths, words, answer } of made('fraction-decimal-percent')) {
    expect(toNumber(answer), maths.q).toBeCloseTo(toNumber(maths.q), 9);
    if (words?.kind === 'fraction') expectLowestTerms(answer);
  }
});

test('shares add up to the amount and stand in the ratio', () => {
  for (const { words, answer } of made('ratio-share')) {
    const shares = answer.split(' : ').map(Number);
    const parts = (words?.ratio ?? '').split(/\D+/).map(Number);
    expect(shares.reduce((a, b) => a + b)).toBe(numberIn(words, 'amount'));
    for (const [index, part] of parts.entries()) expect(part * shares[0]).toBe(parts[0] * shares[index]);
  }
  for (const { words, answer } of made('ratio-simplify')) {
    const simple = answer.split(' : ').map(Number);
    const parts = (words?.ratio ?? '').split(/\D+/).map(Number);
    expect(simple.reduce(greatestDivisor)).toBe(1);
    for (const [index, part] of parts.entries()) expect(part * simple[0]).toBe(parts[0] * simple[index]);
  }
});

test('a fraction of an amount is its product', () => {
  for (const { maths, words, answer } of made('fraction-of-amount')) {
    expect(Number(answer)).toBeCloseTo(latexValue(maths.q) * numberIn(words, 'amount'), 9);
  }
});

test('a recurring decimal sums to its fraction', () => {
  for (const { maths, answer } of made('recurring-decimal')) {
    const [, fixed, period] = /^0\.(\d*)\\overline\{(\d+)\}$/.exec(answer) ?? [];
    const scale = 10 ** fixed.length;
    const value = Number(fixed || '0') / scale + Number(period) / (10 ** period.length - 1) / scale;
    expect(value, answer).toBeCloseTo(latexValue(maths.q), 12);
  }
});

test('a recurring decimal comes back when its fraction is divided out', () => {
  for (const { steps, answer } of made('recurring-to-fraction')) {
    const [, whole, start, period] = /^Let \$x = (\d+)\.(\d*)\\overline\{(\d+)\}\$$/.exec(steps[0]) ?? [];
    const decimal = Number(`${whole}.${start}${period.repeat(12)}`);
    expect(latexValue(answer), steps[0]).toBeCloseTo(decimal, 9);
    expectLowestTerms(answer);
  }
});

test('a recurring decimal is typed with all its digits before the recurring ones', () => {
  for (const { words, steps } of made('recurring-to-fraction')) {
    const [, digits] = /^Let \$x = (.*?)\\overline/.exec(steps[0]) ?? [];
    expect(words?.d.replace('$', ''), steps[0]).toMatch(new RegExp(`^${digits.replace('.', '\\.')}`));
  }
});

test('a missing number makes its ratios equal', () => {
  for (const { maths, answer } of made('ratio-missing')) {
    const value = latexValue(answer.split('=')[1]);
    const [left, right] = maths.eq.split(' = ').map((side) => latexValue(side.replace(' : ', ' \\div '), { [maths.x]: value }));
    expect(left, `${maths.eq}: ${answer}`).toBeCloseTo(right, 9);
  }
});
