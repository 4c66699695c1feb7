/** The whole model on every adapter: against golden logits, against the CPU backend, and against itself. */

import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { describeOnAdapters, noise } from '../../device/test-adapters.ts';
import { readModelConfig } from '../../formats/hf-config.ts';
import { openWeights } from '../../formats/weights.ts';
import { type Backend, NO_TOKEN } from '../backend.ts';
import type { ModelConfig } from '../config.ts';
import { convertWeights } from '../convert-weights.ts';
import { createCpuBackend } from '../cpu-backend.ts';
import { deviation, readGolden } from '../golden.fixture.ts';
import type { Tensor, Weights } from '../tensor.ts';
import { tensorShapes } from '../tensor-shapes.ts';
import { createGpuBackend } from './gpu-backend.ts';

const FIXTURES = fileURLToPath(new URL('../fixtures/', import.meta.url));

const TINY: ModelConfig = {
  vocabSize: 72,
  dModel: 64,
  layers: (['mamba', 'attention', 'mamba'] as const).map((kind) => ({ kind, dMlp: 96, normEps: 1e-5 })),
  normEps: 1e-5,
  tiedEmbeddings: true,
  attention: { heads: 4, kvHeads: 2, headDim: 16, ropeTheta: 10_000 },
  mamba: {
    dInner: 96,
    dXb: 48,
    dState: 16,
    dConv: 4,
    dtRank: 6,
    repeatBeforeConv: true,
    convBias: true,
    outProjBias: false,
  },
  contextLength: 200,
  eosTokens: [1],
};

/** Random weights of a sensible scale; matrices in int8 where they can be. */
function randomWeights(config: ModelConfig): Weights {
  const tensors = new Map<string, Tensor>();
  let seed = 1;
  for (const [name, shape] of tensorShapes(config)) {
    const size = shape.reduce((a, b) => a * b, 1);
    const isCentredAtOne = /norm|A_log|\.D$/.test(name);
    const numbers = noise(size, seed++, isCentredAtOne ? 0.2 : 0.4).map((x) => (isCentredAtOne ? 1 + x : x));
    const [rows, columns] = shape;
    const isInt8 = shape.length === 2 && columns % 32 === 0;
    tensors.set(
      name,
      isInt8
        ? {
            name,
            dtype: 'int8',
            shape: [rows, columns],
            group: 32,
            data: Int8Array.from(numbers, (x) => x * 600),
            scales: new Float32Array(size / 32).fill(1 / 600),
          }
        : { name, dtype: 'f32', shape, data: numbers },
    );
  }
  return tensors;
}

const prompt = (length: number, seed: number) => [...noise(length, seed)].map((x) => Math.floor((x + 1) * 35));

describeOnAdapters('GPU backend', (gpu) => {
  const open = async (config: ModelConfig, weights: Weights, slots = 9) =>
    createGpuBackend({ gpu: await gpu(), config, weights, slots, contextLength: config.contextLength });

  describe.each(readdirSync(FIXTURES))('%s', (name) => {
    test('agrees with the float64 reference after one long run and after every token', async () => {
      const config = readModelConfig(`${FIXTURES}${name}`);
      const { weights, close } = openWeights(`${FIXTURES}${name}`, config);
      const backend = await open(config, weights, 2);
      close();
      const golden = readGolden(`${FIXTURES}${name}`);
      await backend.append([{ slot: 0, tokens: golden.tokens }]);
      const prefilled = await backend.logits(0);
      let worst = 0;
      for (const [i, token] of golden.tokens.entries()) {
        await backend.append([{ slot: 1, tokens: [token] }]);
        worst = Math.max(worst, deviation(await backend.logits(1), golden.logits[i]));
      }
      console.log(`${name} on ${backend.device}: largest deviation ${worst.toExponential(1)}`);
      expect(worst).toBeLessThan(2e-3);
      expect(prefilled).toEqual(await backend.logits(1));
      await backend.close();
    });
  });

  test('agrees with the CPU backend on int8 weights, over a context of several key blocks', async () => {
    const weights = randomWeights(TINY);
    const cpu = await createCpuBackend({ config: TINY, weights, slots: 1, contextLength: 200 });
    const backend = await open(TINY, weights);
    const tokens = prompt(180, 3);
    await Promise.all([cpu, backend].map((each) => each.append([{ slot: 0, tokens }])));
    expect(deviation(await backend.logits(0), await cpu.logits(0))).toBeLessThan(2e-2);
    await Promise.all([cpu.close(), backend.close()]);
  });

  test('agrees with the CPU backend on weights brought to int4 on load, embedding and head among them', async () => {
    const weights = convertWeights(randomWeights(TINY), 'int4');
    const cpu = await createCpuBackend({ config: TINY, weights, slots: 1, contextLength: 200 });
    const backend = await open(TINY, weights);
    const tokens = prompt(40, 3);
    await Promise.all([cpu, backend].map((each) => each.append([{ slot: 0, tokens }])));
    expect(deviation(await backend.logits(0), await cpu.logits(0))).toBeLessThan(2e-3);
    await Promise.all([cpu.close(), backend.close()]);
  });

  test('gives a row the same bits alone, among others, and prefilled in other pieces', async () => {
    const backend = await open(TINY, randomWeights(TINY));
    const tokens = prompt(100, 5);
    await backend.append([{ slot: 0, tokens }]);
    const alone = await backend.logits(0);
    await backend.append(
      Array.from({ length: 7 }, (_, i) => ({ slot: i + 1, tokens: i === 4 ? tokens : prompt(10 + 9 * i, i) })),
    );
    expect(await backend.logits(5)).toEqual(alone);
    for (const [start, end] of [
      [0, 1],
      [1, 38],
      [38, 99],
      [99, 100],
    ]) {
      await backend.append([{ slot: 8, tokens: tokens.slice(start, end) }]);
    }
    expect(await backend.logits(8)).toEqual(alone);
    await backend.close();
  });

  test('draws the same tokens alone, among others, in one call or many, and as a copy', async () => {
    const backend = await open(TINY, randomWeights(TINY));
    const row = (slot: number, firstDraw = 0) => ({ slot, seed: 11, firstDraw, temperature: 0.9, topP: 0.95 });
    const tokens = prompt(20, 7);
    await backend.append([{ slot: 0, tokens }]);
    for (let slot = 1; slot < 9; slot++) backend.copy(0, slot);
    const alone = await backend.sample([row(0)], 70);
    const others = [1, 2, 3, 4, 5].map((slot) => ({ ...row(slot), seed: slot }));
    const among = await backend.sample([...others, row(6)], 70);
    expect([...among].filter((_, i) => i % 6 === 5)).toEqual([...alone]);
    const piecewise = [...(await backend.sample([row(7)], 1)), ...(await backend.sample([row(7, 1)], 69))];
    expect(piecewise).toEqual([...alone]);
    // What was drawn was also fed back.
    await backend.append([{ slot: 8, tokens: [...alone] }]);
    expect(await backend.logits(8)).toEqual(await backend.logits(0));
    await backend.close();
  });

  test('forgets a slot on reset', async () => {
    const backend = await open(TINY, randomWeights(TINY));
    const tokens = prompt(30, 9);
    await backend.append([{ slot: 0, tokens }]);
    const first = await backend.logits(0);
    backend.reset(0);
    await backend.append([{ slot: 0, tokens }]);
    expect(await backend.logits(0)).toEqual(first);
    await backend.close();
  });

  test('a token whose embedding is not a number fails its own row alone', async () => {
    const weights = new Map(randomWeights({ ...TINY, tiedEmbeddings: false }));
    const embedding = noise(72 * 64, 1);
    embedding.fill(Number.NaN, 5 * 64, 6 * 64);
    weights.set('model.embed_tokens.weight', { name: 'embedding', dtype: 'f32', shape: [72, 64], data: embedding });
    const backend = await open({ ...TINY, tiedEmbeddings: false }, weights);
    const rows = [0, 1, 2].map((slot) => ({ slot, seed: slot, firstDraw: 0, temperature: 0.8, topP: 0.9 }));
    await backend.append(rows.map(({ slot }) => ({ slot, tokens: slot === 1 ? [2, 5, 3] : [2, 3] })));
    const drawn = await backend.sample(rows, 1);
    expect(drawn[1]).toBe(NO_TOKEN);
    expect(drawn[0]).toBeLessThan(72);
    expect(drawn[2]).toBeLessThan(72);
    await backend.close();
  });

  test('refuses to pass the context before any work', async () => {
    const backend = await open(TINY, randomWeights(TINY));
    const tokens = prompt(150, 2);
    await backend.append([{ slot: 0, tokens }]);
    const before = await backend.logits(0);
    await expect(backend.append([{ slot: 0, tokens }])).rejects.toMatchObject({ kind: 'context-full' });
    const row = { slot: 0, seed: 1, firstDraw: 0, temperature: 1, topP: 1 };
    await expect(backend.sample([row], 51)).rejects.toMatchObject({ kind: 'context-full' });
    expect(await backend.logits(0)).toEqual(before);
    await backend.close();
  });

  test('names what does not fit when one head of one layer needs more than a buffer may have', async () => {
    await expect(open({ ...TINY, contextLength: 2 ** 22 }, randomWeights(TINY), 1000)).rejects.toMatchObject({
      kind: 'out-of-memory',
      message: expect.stringMatching(/keys of one head for 4194304000 positions need .* Run fewer samples/),
    });
  });

  test('keys and values in fewer bits stay close to the CPU backend in the same format, and to f32', async () => {
    const weights = randomWeights(TINY);
    const tokens = prompt(150, 3);
    const logits = async (backend: Backend) => {
      await backend.append([{ slot: 0, tokens }]);
      const found = await backend.logits(0);
      await backend.close();
      return found;
    };
    const common = { config: TINY, weights, slots: 1, contextLength: 200 };
    const wide = await logits(await createCpuBackend({ ...common, threads: 1 }));
    for (const [kvFormat, bound] of [
      ['f16', 2e-2],
      ['int8', 0.1],
      ['int4', 1],
    ] as const) {
      const onGpu = await logits(await createGpuBackend({ ...common, gpu: await gpu(), kvFormat }));
      const onCpu = await logits(await createCpuBackend({ ...common, threads: 1, kvFormat }));
      console.log(`${kvFormat}: from f32 ${deviation(onCpu, wide)}, GPU from CPU ${deviation(onGpu, onCpu)}`);
      expect(deviation(onCpu, wide)).toBeLessThan(bound);
      expect(deviation(onGpu, onCpu)).toBeLessThan(bound / 2);
    }
  });

  test('memory of KV goes from slot to slot; where it is used up one slot is told, the others go on', async () => {
    const weights = randomWeights(TINY);
    const backend = await createGpuBackend({
      config: TINY,
      weights,
      slots: 4,
      contextLength: 200,
      gpu: await gpu(),
      maxBlocks: 4,
    });
    const tokens = prompt(100, 5);
    await backend.append([{ slot: 0, tokens }]);
    const alone = await backend.logits(0);
    // Four copies of two blocks share them; each but one needs a block of its own to go on.
    for (const slot of [1, 2, 3]) backend.copy(0, slot);
    const needs = [0, 1, 2, 3].map((slot) => ({ slot, tokens: 1 }));
    expect(await backend.reserve(needs)).toEqual([true, true, false, false]);
    await expect(backend.append(needs.map(({ slot }) => ({ slot, tokens: [1] })))).rejects.toMatchObject({
      kind: 'out-of-memory',
    });
    await backend.append([{ slot: 0, tokens: prompt(20, 6) }]);
    backend.reset(0);
    backend.reset(1);
    await backend.append([{ slot: 0, tokens }]);
    expect(await backend.logits(0)).toEqual(alone);
    expect(await backend.logits(2)).toEqual(alone);
    await backend.close();
  });

  test('a pool that grows keeps what it holds', async () => {
    const backend = await open(TINY, randomWeights(TINY), 20);
    const tokens = prompt(12, 5);
    await backend.append([{ slot: 0, tokens: tokens.slice(0, 8) }]);
    // A block each: more than there are at first.
    await backend.append(Array.from({ length: 18 }, (_, i) => ({ slot: i + 1, tokens: [i] })));
    await backend.append([{ slot: 19, tokens }]);
    await backend.append([{ slot: 0, tokens: tokens.slice(8) }]);
    expect(await backend.logits(0)).toEqual(await backend.logits(19));
    await backend.close();
  });

  test('tells of the progress of loading, to the end of both stages', async () => {
    const seen: string[] = [];
    const onProgress = ({ stage, fraction }: { stage: string; fraction: number }) => seen.push(`${stage} ${fraction}`);
    const options = { gpu: await gpu(), config: TINY, weights: randomWeights(TINY), slots: 1, contextLength: 64 };
    const backend = await createGpuBackend({ ...options, onProgress });
    expect(seen).toContain('uploading 1');
    expect(seen.at(-1)).toBe('compiling 1');
    await backend.close();
  });

  test('after close, calls are refused by name', async () => {
    const backend = await open(TINY, randomWeights(TINY));
    await backend.close();
    await backend.close();
    await expect(backend.append([{ slot: 0, tokens: [1] }])).rejects.toMatchObject({ kind: 'device-lost' });
  });
});
