import { expect, test } from 'vitest';
import { latexValue } from '../../latex-value.ts';
import { makeRng } from '../../rng.ts';
import { expectFamilyLaws } from '../family-laws.ts';
import { COMPARISON } from './index.ts';

expectFamilyLaws(COMPARISON);

const SEEDS = Array.from({ length: 400 }, (_, seed) => seed);

/** Questions whose numbers are all written out. */
function made(id: string) {
  const family = COMPARISON.find((each) => each.id === id);
  if (family === undefined) throw new Error(`no family ${id}`);
  return SEEDS.map((seed) => family.make(makeRng(seed), 1 + (seed % 3)))
    .map(({ words, answer }) => ({ told: words?.told ?? '', ask: words?.ask ?? '', answer }))
    .filter(({ told }) => told === '');
}

function numbers(text: string): { written: string; value: number }[] {
  return [...text.matchAll(/\\\((.*?)\\\)/g)].map(([, written]) => ({ written, value: latexValue(written) }));
}

function answered(ask: string, answer: string, values: readonly { written: string; value: number }[]): number {
  const found = ask.includes('(a)') ? values['abcdefghij'.indexOf(answer)] : values.find(({ written }) => written === answer);
  return found?.value ?? Number.NaN;
}

test('the k-th biggest has k - 1 numbers above it', () => {
  const ordinals = ['second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];
  for (const { ask, answer } of made('kth-biggest')) {
    const values = numbers(ask);
    const value = answered(ask, answer, values);
    const beyond = values.filter((each) => (ask.includes('biggest') ? each.value > value : each.value < value)).length;
    expect(beyond, ask).toBe(1 + ordinals.findIndex((ordinal) => ask.includes(ordinal)));
  }
});

test('nothing lies nearer than the nearest', () => {
  for (const { ask, answer } of made('closest-number')) {
    const [target, ...values] = numbers(ask);
    const gap = Math.abs(answered(ask, answer, values) - target.value);
    expect(gap, ask).toBe(Math.min(...values.map(({ value }) => Math.abs(value - target.value))));
  }
});

test('sorting keeps the numbers and orders them', () => {
  for (const { ask, answer } of made('sort-mixed')) {
    const given = numbers(ask);
    const sorted = [...given].sort((a, b) => (/descending|decreasing/.test(ask) ? b.value - a.value : a.value - b.value));
    expect(answer, ask).toBe(sorted.map(({ written }) => written).join(', '));
  }
});

test('the larger and the smaller are told apart', () => {
  for (const { ask, answer } of made('compare-pair').filter((each) => each.ask.startsWith('Which'))) {
    const values = numbers(ask).map(({ value }) => value);
    expect(latexValue(answer), ask).toBe(ask.includes('smaller') ? Math.min(...values) : Math.max(...values));
  }
});

test('claims in words are judged by the numbers', () => {
  const holds: readonly [RegExp, (a: number, b: number) => boolean][] = [
    [/less than or equal|at most/, (a, b) => a <= b],
    [/greater than or equal|at least/, (a, b) => a >= b],
    [/less than|smaller than/, (a, b) => a < b],
    [/greater than|bigger than/, (a, b) => a > b],
    [/not equal|unequal|nonequal|non-equal|different/, (a, b) => a !== b],
    [/equal|same/, (a, b) => a === b],
  ];
  for (const { ask, answer } of made('compare-pair')) {
    const judge = holds.find(([wording]) => wording.test(ask))?.[1];
    if (judge === undefined) continue;
    const [a, b] = numbers(ask);
    expect(answer, ask).toBe(`\\text{${judge(a.value, b.value) ? 'True' : 'False'}}`);
  }
});
