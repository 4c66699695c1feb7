import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { widen } from '#engine/cpu/widen.ts';
import { readModelConfig } from '#engine/formats/hf-config.ts';
import { openWeights } from '#engine/formats/weights.ts';
import { createCpuBackend } from '#engine/model/cpu-backend.ts';
import { tensorShapes } from '#engine/model/tensor-shapes.ts';
import { writeRandomCheckpoint } from './random-checkpoint.ts';
import { configFiles, cutTo, SHAPES } from './shapes.ts';
import { tensorNoise } from './tensor-noise.ts';

const newFolder = () => mkdtempSync(join(tmpdir(), 'quorum-random-'));

test('a checkpoint in several shards opens under the strict reader and gives finite logits of an ordinary size', async () => {
  const folder = newFolder();
  const bytes = writeRandomCheckpoint({ folder, shape: SHAPES.tiny, dtype: 'bf16', shardBytes: 300_000 });
  const shards = readdirSync(folder).filter((name) => name.endsWith('.safetensors'));
  expect(shards.length).toBeGreaterThan(2);
  const config = readModelConfig(folder);
  const { weights, parameters, close } = openWeights(folder, config);
  expect(bytes).toBe(2 * parameters);
  const backend = await createCpuBackend({ config, weights, slots: 1, contextLength: 64, threads: 1 });
  close();
  await backend.append([{ slot: 0, tokens: Array.from({ length: 40 }, (_, i) => (i * 37) % 512) }]);
  const logits = await backend.logits(0);
  const deviation = Math.sqrt(logits.reduce((sum, x) => sum + x * x, 0) / logits.length);
  expect(deviation).toBeGreaterThan(0.3);
  expect(deviation).toBeLessThan(3);
  await backend.close();
});

test('any stretch of a tensor can be made again from its name', () => {
  const folder = newFolder();
  writeRandomCheckpoint({ folder, shape: cutTo(SHAPES.tiny, 2), dtype: 'f32' });
  const { weights, close } = openWeights(folder, readModelConfig(folder));
  const name = 'model.layers.0.mlp.down_proj.weight';
  const tensor = weights.get(name);
  if (tensor === undefined) throw new Error('missing');
  const stretch = tensorNoise(name, tensor.shape, 'f32')(1000, 50);
  expect(new Float32Array(stretch.buffer)).toEqual(widen(tensor).slice(1000, 1050));
  close();
});

test("M1-3B's shape has 3.4 billion parameters, 22 of its 28 layers Mamba", () => {
  const folder = newFolder();
  for (const [name, content] of Object.entries(configFiles(SHAPES['m1-3b']))) {
    writeFileSync(join(folder, name), JSON.stringify(content));
  }
  const config = readModelConfig(folder);
  expect(config.layers.filter(({ kind }) => kind === 'mamba')).toHaveLength(22);
  expect(config).toMatchObject({ attention: { headDim: 128 }, mamba: { dInner: 3072, dXb: 1024, dState: 16, dtRank: 192 } });
  const parameters = [...tensorShapes(config).values()].reduce((sum, shape) => sum + shape.reduce((a, b) => a * b, 1), 0);
  expect(parameters / 1e9).toBeCloseTo(3.45, 2);
});

test('a folder with something in it is not written to', () => {
  const folder = newFolder();
  writeRandomCheckpoint({ folder, shape: SHAPES.tiny, dtype: 'f16' });
  expect(() => writeRandomCheckpoint({ folder, shape: SHAPES.tiny, dtype: 'f16' })).toThrow(/not empty/);
});
