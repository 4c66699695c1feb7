import { expect, test } from 'vitest';
import { planPasses } from './plan-passes.ts';

const atZero = () => 0;

test('a batch that fits is one pass, its runs one after another, each ending in a head', () => {
  const runs = [
    { slot: 3, tokens: [10, 11] },
    { slot: 1, tokens: [12] },
  ];
  expect(planPasses(runs, (slot) => slot * 100, 8)).toEqual([
    {
      tokens: [
        { id: 10, slot: 3, position: 300 },
        { id: 11, slot: 3, position: 301 },
        { id: 12, slot: 1, position: 100 },
      ],
      runs: [
        { slot: 3, first: 0, length: 2 },
        { slot: 1, first: 2, length: 1 },
      ],
      heads: [
        { token: 1, slot: 3 },
        { token: 2, slot: 1 },
      ],
    },
  ]);
});

test('a run longer than a pass goes on in the next, with a head at its end alone', () => {
  const passes = planPasses([{ slot: 0, tokens: [1, 2, 3, 4, 5] }], atZero, 2);
  expect(passes.map(({ tokens }) => tokens.map(({ id }) => id))).toEqual([[1, 2], [3, 4], [5]]);
  expect(passes.map(({ tokens }) => tokens.map(({ position }) => position))).toEqual([[0, 1], [2, 3], [4]]);
  expect(passes.map(({ heads }) => heads)).toEqual([[], [], [{ token: 0, slot: 0 }]]);
});

test('empty runs and batches make no pass', () => {
  expect(planPasses([], atZero, 4)).toEqual([]);
  expect(planPasses([{ slot: 0, tokens: [] }], atZero, 4)).toEqual([]);
});
