import { describe, expect, test } from 'vitest';
import { NO_TOKEN } from './backend.ts';
import { convertWeights } from './convert-weights.ts';
import { createCpuBackend } from './cpu-backend.ts';
import { quantised, randomWeights, SMALL } from './random-model.fixture.ts';
import type { Tensor, Weights } from './tensor.ts';

const open = (weights: Weights = randomWeights(SMALL), slots = 9, contextLength = 256, threads = 1, plain = false) =>
  createCpuBackend({ config: SMALL, weights, slots, contextLength, threads, plain });
const tokens = (count: number, seed: number) =>
  Array.from({ length: count }, (_, i) => (i * 7 + seed * 13 + ((i * i) % 5)) % SMALL.vocabSize);
const row = (slot: number, seed = slot) => ({ slot, seed, firstDraw: 0, temperature: 1, topP: 0.9 });

describe.each([
  ['plain f32', randomWeights(SMALL), true],
  ['SIMD f32', randomWeights(SMALL), false],
  ['SIMD int8', quantised(randomWeights(SMALL), 16), false],
])('%s: a row is bit-identical', (_, weights, plain) => {
  test('alone, among others, and read in one run or token by token', async () => {
    const backend = await open(weights, 9, 256, 1, plain);
    await backend.append(Array.from({ length: 7 }, (_, slot) => ({ slot, tokens: tokens(5 + slot, slot) })));
    await backend.append([{ slot: 7, tokens: tokens(8, 3) }]);
    for (const token of tokens(8, 3)) await backend.append([{ slot: 8, tokens: [token] }]);
    const among = await backend.logits(3);
    expect(await backend.logits(7)).toEqual(among);
    expect(await backend.logits(8)).toEqual(among);
  });

  test('when drawn with others, in steps of any number', async () => {
    const backend = await open(weights, 9, 256, 1, plain);
    for (let slot = 0; slot < 9; slot++) await backend.append([{ slot, tokens: tokens(6, 1) }]);
    const together = await backend.sample(
      Array.from({ length: 7 }, (_, slot) => row(slot)),
      6,
    );
    const alone = await backend.sample([row(7, 4)], 6);
    const first = await backend.sample([row(8, 4)], 2);
    const rest = await backend.sample([{ ...row(8, 4), firstDraw: 2 }], 4);
    const fourth = Array.from({ length: 6 }, (_, step) => together[step * 7 + 4]);
    expect([...alone]).toEqual(fourth);
    expect([...first, ...rest]).toEqual(fourth);
    expect(new Set(together).size).toBeGreaterThan(5);
  });
});

test('worker threads give the same tokens and logits as the calling thread', async () => {
  const weights = quantised(randomWeights(SMALL), 16);
  const outcomes = [];
  for (const threads of [1, 3]) {
    const backend = await open(weights, 8, 256, threads);
    await backend.append([{ slot: 7, tokens: tokens(20, 1) }]);
    for (let slot = 0; slot < 7; slot++) backend.copy(7, slot);
    await backend.append([
      { slot: 5, tokens: [1, 2] },
      { slot: 6, tokens: [3] },
    ]);
    const rows = Array.from({ length: 7 }, (_, slot) => row(slot));
    const drawn = await backend.sample(rows, 9);
    const logits = await Promise.all(rows.map(({ slot }) => backend.logits(slot)));
    await backend.close();
    outcomes.push({ drawn, logits });
  }
  expect(outcomes[1]).toEqual(outcomes[0]);
});

test('a thread that dies is a lost device, for the call under way and later ones', async () => {
  const backend = await open(undefined, 2, 256, 2);
  const doomed = expect(backend.append([{ slot: 0, tokens: tokens(200, 1) }])).rejects.toMatchObject({ kind: 'device-lost' });
  await backend.close();
  await doomed;
  await expect(backend.append([{ slot: 0, tokens: [1] }])).rejects.toMatchObject({ kind: 'device-lost' });
});

test.each([
  // 16-bit activations: random weights amplify a relative noise of 1e-5 by about a hundred.
  ['int8', quantised(randomWeights(SMALL), 16), 5e-3],
  ['int4', convertWeights(randomWeights(SMALL), 'int4'), 5e-3],
  ['f32', randomWeights(SMALL), 1e-4],
])('SIMD %s agrees with the plain loops over the same weights', async (_, weights, limit) => {
  const [fast, plain] = [await open(weights), await open(weights, 9, 256, 1, true)];
  expect([fast.device, plain.device]).toEqual(['CPU (SIMD, 1 thread)', 'CPU (plain loops, 1 thread)']);
  let worst = 0;
  for (const token of tokens(100, 2)) {
    await fast.append([{ slot: 0, tokens: [token] }]);
    await plain.append([{ slot: 0, tokens: [token] }]);
    const [a, b] = [await fast.logits(0), await plain.logits(0)];
    const rms = Math.sqrt(b.reduce((sum, x) => sum + x * x, 0) / b.length);
    worst = Math.max(worst, Math.max(...a.map((x, i) => Math.abs(x - b[i]))) / rms);
  }
  console.log(`largest deviation ${worst.toExponential(1)}`);
  expect(worst).toBeLessThan(limit);
});

test('copy() is independent of its source, reset() forgets', async () => {
  const backend = await open();
  await backend.append([{ slot: 0, tokens: tokens(9, 0) }]);
  backend.copy(0, 1);
  expect(await backend.logits(1)).toEqual(await backend.logits(0));
  await backend.append([{ slot: 0, tokens: tokens(4, 5) }]);
  await backend.append([{ slot: 1, tokens: tokens(3, 9) }]);
  await backend.append([{ slot: 2, tokens: [...tokens(9, 0), ...tokens(3, 9)] }]);
  expect(await backend.logits(1)).toEqual(await backend.logits(2));
  backend.reset(0);
  await backend.append([{ slot: 0, tokens: [...tokens(9, 0), ...tokens(3, 9)] }]);
  expect(await backend.logits(0)).toEqual(await backend.logits(2));
});

test('logits that are not finite end their own row alone', async () => {
  const weights = new Map(randomWeights(SMALL));
  const embedding = weights.get('model.embed_tokens.weight') as Tensor;
  const data = Float32Array.from(embedding.data as Float32Array);
  data[5 * SMALL.dModel] = Number.NaN;
  // An untied head stays finite, so only the row that reads token 5 is spoilt.
  const config = { ...SMALL, tiedEmbeddings: false };
  weights.set('lm_head.weight', embedding).set('model.embed_tokens.weight', { ...embedding, data } as Tensor);
  const backend = await createCpuBackend({ config, weights, slots: 3, contextLength: 64, threads: 1 });
  await backend.append([
    { slot: 0, tokens: [1, 2, 3] },
    { slot: 1, tokens: [1, 5, 3] },
    { slot: 2, tokens: [1, 2, 3] },
  ]);
  const drawn = await backend.sample([row(0, 1), row(1, 1), row(2, 1)], 1);
  expect(drawn[1]).toBe(NO_TOKEN);
  expect(drawn[0]).toBeLessThan(SMALL.vocabSize);
  expect(drawn[0]).toBe(drawn[2]);
});

test('keys and values in fewer bits give a row the same bits alone, among others and as a copy', async () => {
  for (const kvFormat of ['f16', 'int8', 'int4'] as const) {
    const backend = await createCpuBackend({
      config: SMALL,
      weights: quantised(randomWeights(SMALL), 16),
      slots: 4,
      contextLength: 256,
      threads: 1,
      kvFormat,
    });
    const sequence = tokens(150, 3);
    await backend.append([{ slot: 0, tokens: sequence.slice(0, 100) }]);
    backend.copy(0, 1);
    await backend.append([
      { slot: 2, tokens: sequence },
      { slot: 1, tokens: sequence.slice(100) },
    ]);
    for (const token of sequence.slice(100)) await backend.append([{ slot: 0, tokens: [token] }]);
    const alone = await backend.logits(0);
    expect(await backend.logits(1)).toEqual(alone);
    expect(await backend.logits(2)).toEqual(alone);
  }
});

test('blocks of KV go from slot to slot; where there are none left one slot is told, and nothing is touched', async () => {
  const backend = await createCpuBackend({
    config: SMALL,
    weights: randomWeights(SMALL),
    slots: 4,
    contextLength: 256,
    threads: 1,
    maxBlocks: 4,
  });
  const sequence = tokens(100, 1);
  await backend.append([{ slot: 0, tokens: sequence }]);
  const alone = await backend.logits(0);
  for (const slot of [1, 2, 3]) backend.copy(0, slot);
  const needs = [0, 1, 2, 3].map((slot) => ({ slot, tokens: 1 }));
  expect(await backend.reserve(needs)).toEqual([true, true, false, false]);
  await expect(backend.append([{ slot: 3, tokens: [1] }])).rejects.toMatchObject({
    kind: 'out-of-memory',
    message: expect.stringMatching(/All 4 blocks .* run fewer samples/),
  });
  await backend.append([{ slot: 0, tokens: tokens(20, 2) }]);
  backend.reset(0);
  backend.reset(1);
  await backend.append([{ slot: 0, tokens: sequence }]);
  expect(await backend.logits(0)).toEqual(alone);
  expect(await backend.logits(3)).toEqual(alone);
});

test('a run past the context is refused before any work', async () => {
  const backend = await open(undefined, 2, 10);
  await backend.append([{ slot: 0, tokens: tokens(8, 0) }]);
  const before = await backend.logits(0);
  const long = [
    { slot: 1, tokens: tokens(2, 0) },
    { slot: 0, tokens: tokens(3, 0) },
  ];
  await expect(backend.append(long)).rejects.toMatchObject({ kind: 'context-full' });
  expect(await backend.logits(0)).toEqual(before);
  expect(await backend.logits(1)).toEqual(new Float32Array(SMALL.vocabSize));
});
