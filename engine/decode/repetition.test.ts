import { expect, test } from 'vitest';
import { endsInLoop } from './repetition.ts';

const cycle = (period: number, length: number) => Array.from({ length }, (_, i) => i % period);

test.each([1, 7, 32])('a cycle of %i tokens repeated to 224 tokens is a loop', (period) => {
  expect(endsInLoop(cycle(period, 224))).toBe(true);
});

test('a cycle must repeat six times', () => {
  expect(endsInLoop(cycle(64, 352))).toBe(false);
  expect(endsInLoop(cycle(64, 384))).toBe(true);
});

test('a cycle broken within its last 200 tokens is none', () => {
  expect(endsInLoop(cycle(5, 256).with(100, 999))).toBe(false);
  expect(endsInLoop(cycle(5, 256).with(20, 999))).toBe(true);
});

test('tokens that do not repeat are no loop', () => {
  expect(endsInLoop(Array.from({ length: 512 }, (_, i) => (i * i) % 257))).toBe(false);
});
