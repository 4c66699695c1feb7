/** Kept states on a real backend: who goes on from one draws what it would have drawn after reading everything. */
import { expect, test } from 'vitest';
import { createCpuBackend } from '../model/cpu-backend.ts';
import { randomWeights, SMALL } from '../model/random-model.fixture.ts';
import { Generation } from './generation.ts';
import { Scheduler } from './scheduler.ts';

const CONTEXT = 256;
const ROWS = 2;

/** An engine's scheduler with so many marks; `draw` gives the tokens of one row after a prompt. */
async function open(marks: number) {
  const slots = ROWS + marks + 1;
  const backend = await createCpuBackend({
    config: SMALL,
    weights: randomWeights(SMALL),
    slots,
    contextLength: CONTEXT,
    threads: 1,
  });
  const appended: number[] = [];
  const counting = {
    ...backend,
    append: (runs: Parameters<typeof backend.append>[0]) => {
      appended.push(...runs.map(({ tokens }) => tokens.length));
      return backend.append(runs);
    },
  };
  const scheduler = new Scheduler(counting, ROWS, marks);
  const draw = async (prompt: readonly number[], seed: number, maxTokens: number): Promise<number[]> => {
    const tokens: number[] = [];
    const generation = new Generation({
      request: { problem: '', rows: [{ index: 0, seed }], temperature: 1, topP: 1, maxTokens },
      prompt,
      join: null,
      stopTokens: new Set(),
      decoder: () => ({ push: () => '', end: () => '' }),
      sink: { onTokens: (event) => tokens.push(...event.tokens), onRowEnd: () => {} },
      signal: new AbortController().signal,
    });
    scheduler.add(generation);
    await generation.result;
    return tokens;
  };
  return { draw, appended, close: () => backend.close() };
}

test('a branch from the middle of a sample draws the same with marks as without, and reads less', async () => {
  const prompt = [3, 1, 4, 1, 5];
  const [marked, plain] = [await open(6), await open(0)];
  const sample = await marked.draw(prompt, 1, 190);
  const step = [...prompt, ...sample.slice(0, 150)];
  const branch = await marked.draw(step, 2, 40);
  expect(branch).toEqual(await plain.draw(step, 2, 40));
  // 128 of the 155 tokens stand in a mark.
  expect(marked.appended).toEqual([5, 27]);
  // And the sample itself is as it was.
  expect(await plain.draw(prompt, 1, 190)).toEqual(sample);
  await Promise.all([marked.close(), plain.close()]);
});
