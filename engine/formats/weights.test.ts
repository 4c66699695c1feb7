import { utimesSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ModelConfig } from '../model/config.ts';
import { rowsOf } from '../model/tensor-rows.ts';
import { LM_HEAD, tensorShapes } from '../model/tensor-shapes.ts';
import { makeFolder, safetensors, zeroTensors } from './model-folder.fixture.ts';
import { openWeights } from './weights.ts';

const config: ModelConfig = {
  vocabSize: 8,
  dModel: 4,
  layers: [
    { kind: 'mamba', dMlp: 6, normEps: 1e-5 },
    { kind: 'attention', dMlp: 10, normEps: 1e-5 },
  ],
  normEps: 1e-5,
  tiedEmbeddings: true,
  attention: { heads: 2, kvHeads: 1, headDim: 2, ropeTheta: 1e4 },
  mamba: { dInner: 4, dXb: 2, dState: 2, dConv: 4, dtRank: 1, repeatBeforeConv: true, convBias: true, outProjBias: false },
  contextLength: 16,
  eosTokens: [],
};
const open = (tensors: Map<string, readonly number[]>) =>
  openWeights(makeFolder({ 'model.safetensors': zeroTensors(tensors) }), config);
const complete = () => new Map(tensorShapes(config));

test('a complete checkpoint opens; its parameters are counted', () => {
  const { weights, parameters, close } = open(complete());
  expect([...weights.keys()].sort()).toEqual([...complete().keys()].sort());
  expect(parameters).toBe([...complete().values()].reduce((sum, shape) => sum + shape.reduce((a, b) => a * b, 1), 0));
  close();
});

test('a stored lm_head is ignored where embeddings are tied', () => {
  const { weights, close } = open(complete().set(LM_HEAD, [8, 4]));
  expect(weights.has(LM_HEAD)).toBe(false);
  close();
});

test('a missing tensor, an extra one and a wrong shape are errors naming the tensor', () => {
  const missing = complete();
  missing.delete('model.layers.0.mamba.D');
  expect(() => open(missing)).toThrow(/lacks the tensor model\.layers\.0\.mamba\.D/);
  expect(() => open(complete().set('model.layers.0.mamba.dt_bias', [4]))).toThrow(/model\.layers\.0\.mamba\.dt_bias/);
  expect(() => open(complete().set('model.embed_tokens.weight', [9, 4]))).toThrow(
    /embed_tokens\.weight of shape \[9, 4\].*\[8, 4\]/,
  );
});

test('int8 with scales is read as stored; scales of the wrong shape are an error', () => {
  const tiny = { ...config, layers: [] };
  const data = new Uint8Array(32 + 32 + 16);
  new Int8Array(data.buffer, 0, 32).fill(-3);
  new Float16Array(data.buffer, 32, 16).fill(0.5);
  const header = (groups: number) => ({
    'model.embed_tokens.weight': { dtype: 'I8', shape: [8, 4], data_offsets: [0, 32] },
    'model.embed_tokens.weight.scales': { dtype: 'F16', shape: [32 / 2 / groups, groups], data_offsets: [32, 64] },
    'model.norm.weight': { dtype: 'F32', shape: [4], data_offsets: [64, 80] },
  });
  const { weights, close } = openWeights(makeFolder({ 'model.safetensors': safetensors(header(2), data) }), tiny);
  const embedding = weights.get('model.embed_tokens.weight');
  expect(embedding).toMatchObject({ dtype: 'int8', group: 2, shape: [8, 4] });
  if (embedding?.dtype === 'int8') {
    expect(embedding.data[5]).toBe(-3);
    expect([...embedding.scales]).toEqual(Array(16).fill(0.5));
    expect(rowsOf(embedding, 3, 2)).toMatchObject({ shape: [2, 4], scales: new Float32Array(4).fill(0.5) });
    expect(rowsOf(embedding, 3, 2).data).toHaveLength(8);
  }
  close();
  expect(() => openWeights(makeFolder({ 'model.safetensors': safetensors(header(4), data) }), tiny)).toThrow(
    /I8 without fitting/,
  );
});

test('rows are read from disk without the others, and none beyond the last', () => {
  const tiny = { ...config, layers: [] };
  const numbers = Float32Array.from({ length: 36 }, (_, i) => i);
  const header = {
    'model.embed_tokens.weight': { dtype: 'F32', shape: [8, 4], data_offsets: [0, 128] },
    'model.norm.weight': { dtype: 'F32', shape: [4], data_offsets: [128, 144] },
  };
  const folder = makeFolder({ 'model.safetensors': safetensors(header, new Uint8Array(numbers.buffer)) });
  const { weights, close } = openWeights(folder, tiny);
  const embedding = weights.get('model.embed_tokens.weight');
  if (embedding === undefined) throw new Error('missing');
  const rows = rowsOf(embedding, 6, 2);
  expect(rows.shape).toEqual([2, 4]);
  expect([...rows.data]).toEqual([24, 25, 26, 27, 28, 29, 30, 31]);
  expect(rows.data.buffer.byteLength).toBe(32);
  expect(() => rowsOf(embedding, 7, 2)).toThrow(RangeError);
  close();
});

test('a checkpoint is the same until a file of it changes', () => {
  const folder = makeFolder({ 'model.safetensors': zeroTensors(complete()) });
  const identity = () => {
    const opened = openWeights(folder, config);
    opened.close();
    return opened.identity;
  };
  const before = identity();
  expect(identity()).toBe(before);
  utimesSync(join(folder, 'model.safetensors'), 1, 1);
  expect(identity()).not.toBe(before);
});
