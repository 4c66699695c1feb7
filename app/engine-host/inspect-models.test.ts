import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { inspectModel } from '#engine/inspect-model.ts';
import { makeTinyModel } from '../testing/tiny-model.ts';

let folder: string;
beforeEach(() => {
  folder = makeTinyModel();
});
afterEach(() => rmSync(folder, { recursive: true }));

function inspect(samples: number, memoryBytes: number, change: Partial<Parameters<typeof inspectModel>[0]> = {}) {
  return inspectModel({ folder, weights: 'auto', contextLength: null, samples, memoryBytes, withText: true, ...change });
}

describe('what a model takes', () => {
  test('fits where there is room for every sample at its whole context', () => {
    const { neededBytes, samplesAtOnce } = inspect(8, 2 ** 34);
    expect(samplesAtOnce).toBe(8);
    expect(neededBytes).toBeLessThan(2 ** 34);
  });

  test('is told for one sample where not even one fits', () => {
    const { neededBytes, samplesAtOnce } = inspect(8, 2 ** 20);
    expect(samplesAtOnce).toBe(0);
    expect(neededBytes).toBeGreaterThan(2 ** 20);
    expect(neededBytes).toBeLessThan(inspect(8, 2 ** 34).neededBytes);
  });

  test('grows with the samples and with the tokens that each may have', () => {
    const usual = inspect(4, 2 ** 34).neededBytes;
    expect(inspect(8, 2 ** 34).neededBytes).toBeGreaterThan(usual);
    expect(inspect(4, 2 ** 34, { contextLength: 64 }).neededBytes).toBeLessThan(usual);
  });

  test('never counts more tokens than the model was made for', () => {
    const { contextLength, modelContext } = inspect(1, 2 ** 34, { contextLength: 1_000_000 });
    expect(contextLength).toBe(modelContext);
  });
});

test('a tokenizer is asked for only where problems are to be solved', () => {
  rmSync(join(folder, 'tokenizer.json'));
  expect(() => inspect(1, 2 ** 34)).toThrow(/tokenizer\.json/);
  expect(inspect(1, 2 ** 34, { withText: false }).parameters).toBeGreaterThan(0);
});
