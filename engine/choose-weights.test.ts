import { expect, test } from 'vitest';
import { chooseWeights } from './choose-weights.ts';
import type { Tensor, Weights } from './model/tensor.ts';

/** 3 GB in bf16: only names, shapes and formats are looked at. */
const large: Weights = new Map([['w.weight', tensor(1_500_000, 1024)]]);
const small: Weights = new Map([['w.weight', tensor(1000, 1024)]]);

function tensor(rows: number, columns: number): Tensor {
  return { name: 'w.weight', dtype: 'bf16', shape: [rows, columns], data: new Uint16Array() };
}

test.each([
  [64, 'stored'],
  [8, 'int8'],
  [4, 'int4'],
  [2, 'int4'],
] as const)('a large model on a machine of %i GB runs in %s', (gigabytes, format) => {
  const choice = chooseWeights('auto', large, gigabytes * 1e9);
  expect(choice.format).toBe(format);
  expect(choice.reason).toContain(`of ${gigabytes}.0 GB`);
});

test('a small model keeps its own numbers on any machine', () => {
  expect(chooseWeights('auto', small, 1e9).format).toBe('stored');
});

test('what is asked for is taken', () => {
  expect(chooseWeights('int4', small, 64e9)).toEqual({ format: 'int4', reason: 'asked for' });
  expect(chooseWeights('stored', large, 1e9).format).toBe('stored');
});
