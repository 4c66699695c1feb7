/** The engine end to end on the CPU: files on disk in, text out. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BYTE_VOCAB, byteTokenizer, makeFolder, safetensors } from './formats/model-folder.fixture.ts';
import type { Engine, GenerateRequest, GenerateSink } from './index.ts';
import { loadEngine } from './load.ts';
import type { ModelConfig } from './model/config.ts';
import { randomWeights, SMALL } from './model/random-model.fixture.ts';

const config: ModelConfig = { ...SMALL, vocabSize: BYTE_VOCAB };

function makeModel(): string {
  const weights = randomWeights(config);
  const header: Record<string, object> = {};
  let end = 0;
  for (const [name, { shape, data }] of weights) {
    header[name] = { dtype: 'F32', shape, data_offsets: [end, end + data.byteLength] };
    end += data.byteLength;
  }
  const bytes = Buffer.concat(
    [...weights.values()].map(({ data }) => Buffer.from(data.buffer, data.byteOffset, data.byteLength)),
  );
  return makeFolder({
    'model.safetensors': safetensors(header, bytes),
    'config.json': JSON.stringify({
      vocab_size: BYTE_VOCAB,
      hidden_size: 32,
      intermediate_size: 64,
      num_hidden_layers: 3,
      num_attention_heads: 4,
      num_key_value_heads: 2,
      rms_norm_eps: 1e-5,
      tie_word_embeddings: true,
      max_position_embeddings: 256,
    }),
    'mamba_config.json': JSON.stringify({
      d_inner: 32,
      d_xb: 16,
      intermediate_size: 64,
      rms_norm_eps: 1e-5,
      attn_layers: [1],
      ssm_cfg: { d_state: 8, dt_rank: 4 },
    }),
    'tokenizer.json': JSON.stringify(byteTokenizer()),
    'tokenizer_config.json': JSON.stringify({
      eos_token: '<|end|>',
      chat_template: '<|user|>{{ messages[0].content }}<|assistant|>',
    }),
  });
}

const SILENT: GenerateSink = { onTokens: () => {}, onRowEnd: () => {} };
const request = (rows: number, change: Partial<GenerateRequest> = {}): GenerateRequest => ({
  problem: 'Solve 3x + 5 = 20',
  rows: Array.from({ length: rows }, (_, i) => ({ index: i, seed: 100 + i })),
  temperature: 0.9,
  topP: 0.95,
  maxTokens: 40,
  ...change,
});
const never = () => new AbortController().signal;

const modelDir = makeModel();
const load = (slots: number) => loadEngine({ modelDir, backend: 'auto', slots, gpu: null });
let engine: Engine;
beforeAll(async () => {
  engine = await load(4);
});
afterAll(() => engine.close());

test('the description says what runs where, and why', () => {
  expect(engine.description).toMatchObject({
    backend: 'cpu',
    slots: 4,
    contextLength: 256,
    reason: expect.stringMatching(/No GPU/),
  });
  expect(engine.description.parameters).toBeGreaterThan(20_000);
});

test('sample i is the same whatever the number of samples and slots', async () => {
  const many = await engine.generate(request(9), SILENT, never());
  const narrow = await load(1);
  const few = await narrow.generate(request(2), SILENT, never());
  await narrow.close();
  expect(few.rows).toEqual(many.rows.slice(0, 2));
  expect(new Set(many.rows.map((row) => row.text)).size).toBeGreaterThan(5);
});

test('a row resumed from its first tokens ends as it did', async () => {
  const tokens: number[] = [];
  const sink: GenerateSink = { ...SILENT, onTokens: (event) => tokens.push(...event.tokens) };
  const whole = await engine.generate(request(1), sink, never());
  expect(tokens).toHaveLength(whole.rows[0].tokens);
  const cut = request(1, { rows: [{ index: 0, seed: 100, resume: tokens.slice(0, 17) }] });
  expect((await engine.generate(cut, SILENT, never())).rows).toEqual(whole.rows);
});

test('a row goes on after a prefix as after tokens of its own, and tells only what is new', async () => {
  const prefix = 'Simplify: $3x = 15$';
  const resume = engine.encodeProblem(prefix).slice(1, -1);
  const resumed = await engine.generate(
    request(1, { temperature: 0, maxTokens: prefix.length + 20, rows: [{ index: 0, seed: 1, resume }] }),
    SILENT,
    never(),
  );
  // One token more: the last of the prefix is drawn again.
  const after = await engine.generate(request(1, { temperature: 0, maxTokens: 21, prefix }), SILENT, never());
  expect(prefix + after.rows[0].text).toBe(resumed.rows[0].text);
});

test('a cancelled generation resolves with its rows stopped', async () => {
  const abort = new AbortController();
  const sink: GenerateSink = { ...SILENT, onTokens: () => abort.abort() };
  const { rows } = await engine.generate(request(3, { maxTokens: 200 }), sink, abort.signal);
  expect(rows.map((row) => row.status)).toEqual(['stopped', 'stopped', 'stopped']);
});

test('control tokens in a problem are spelt out', () => {
  expect(engine.encodeProblem('<|end|>')).toEqual([256, ...new TextEncoder().encode('<|end|>'), 257]);
});

test('logits of every position end with those of the last', async () => {
  const tokens = [5, 80, 7, 200, 31];
  const all = await engine.logits(tokens, true);
  expect(all).toHaveLength(5);
  expect(await engine.logits(tokens, false)).toEqual([all[4]]);
  expect(await engine.logits(tokens.slice(0, 3), false)).toEqual([all[2]]);
});

describe('refusals', () => {
  test.each<[string, Partial<GenerateRequest>, string]>([
    ['no rows', { rows: [] }, 'invalid-request'],
    ['a negative temperature', { temperature: -1 }, 'invalid-request'],
    ['a topP of 0', { topP: 0 }, 'invalid-request'],
    ['no tokens', { maxTokens: 0 }, 'invalid-request'],
    ['foreign tokens to resume from', { rows: [{ index: 0, seed: 0, resume: [BYTE_VOCAB] }] }, 'invalid-request'],
    ['a problem longer than the context', { problem: 'x'.repeat(300) }, 'context-full'],
    ['a problem of ten megabytes', { problem: 'x'.repeat(1e7) }, 'invalid-request'],
  ])('%s', async (_, change, kind) => {
    await expect(engine.generate(request(1, change), SILENT, never())).rejects.toMatchObject({ kind });
  });

  test('tokens outside the vocabulary have no logits', async () => {
    await expect(engine.logits([BYTE_VOCAB], false)).rejects.toMatchObject({ kind: 'invalid-request' });
    await expect(engine.logits([], false)).rejects.toMatchObject({ kind: 'invalid-request' });
  });

  test('a folder that is none, and slots that are none', async () => {
    await expect(loadEngine({ modelDir: join(modelDir, 'nothing'), backend: 'cpu', slots: 1, gpu: null })).rejects.toMatchObject({
      kind: 'model-missing',
    });
    await expect(load(0)).rejects.toMatchObject({ kind: 'invalid-request' });
  });

  test('without tokenizer.json logits work and generation says what is missing', async () => {
    const bare = makeModel();
    rmSync(join(bare, 'tokenizer.json'));
    const mute = await loadEngine({ modelDir: bare, backend: 'cpu', slots: 1, gpu: null });
    expect(await mute.logits([1], false)).toEqual(await engine.logits([1], false));
    await expect(mute.generate(request(1), SILENT, never())).rejects.toMatchObject({
      kind: 'model-missing',
      data: { file: 'tokenizer.json' },
    });
    await mute.close();
  });
});
