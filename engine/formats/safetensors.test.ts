import { appendFileSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { EngineError } from '../errors.ts';
import { makeFolder, safetensors } from './model-folder.fixture.ts';
import { Checkpoint } from './safetensors.ts';

const F32 = (begin: number, end: number, shape: unknown = [(end - begin) / 4]) => ({
  dtype: 'F32',
  shape,
  data_offsets: [begin, end],
});

function errorOf(open: () => unknown): EngineError {
  try {
    open();
  } catch (error) {
    if (error instanceof EngineError) return error;
    throw error;
  }
  throw new Error('was accepted');
}

test('a well-formed file gives back its tensors', () => {
  const data = new Uint8Array(new Float32Array([1, 2, 3, 4.5]).buffer);
  const folder = makeFolder({
    'model.safetensors': safetensors({ __metadata__: { format: 'pt' }, b: F32(12, 16), a: F32(0, 12, [3, 1]) }, data),
  });
  const checkpoint = new Checkpoint(folder);
  expect(checkpoint.names().sort()).toEqual(['a', 'b']);
  expect(checkpoint.entry('a')?.shape).toEqual([3, 1]);
  expect([...new Float32Array(checkpoint.read('a'))]).toEqual([1, 2, 3]);
  expect([...new Float32Array(checkpoint.read('b'))]).toEqual([4.5]);
  checkpoint.close();
});

describe('hostile headers are rejected by name', () => {
  const huge = 2 ** 53;
  test.each<[string, Uint8Array, RegExp]>([
    ['a header longer than any', safetensors('{}', 0, 2n ** 63n), /header of 9223372036854775808 bytes, more than/],
    ['a header beyond the file', safetensors('{}', 0, 1000n), /beyond its end/],
    ['a file shorter than the length field', new Uint8Array(5), /too short/],
    [
      'a shape whose product overflows',
      safetensors({ t: F32(0, 4, [2 ** 32, 2 ** 32]) }, 4),
      /"t" has a shape whose size overflows/,
    ],
    ['a product that wraps to the right size', safetensors({ t: F32(0, 0, [2 ** 52, 2 ** 52, 0]) }, 0), /overflows/],
    ['a negative size', safetensors({ t: F32(0, 4, [-1]) }, 4), /malformed shape/],
    ['a fractional size', safetensors({ t: F32(0, 4, [0.5]) }, 4), /malformed shape/],
    ['a size above 2^53', safetensors(`{"t":{"dtype":"F32","shape":[${huge}1],"data_offsets":[0,4]}}`, 4), /malformed shape/],
    ['overlapping tensors', safetensors({ a: F32(0, 8), b: F32(4, 12) }, 12), /"b" overlaps/],
    ['a gap', safetensors({ a: F32(0, 4), b: F32(8, 12) }, 12), /"b" leaves a gap/],
    ['trailing bytes', safetensors({ a: F32(0, 4) }, 8), /its tensors need/],
    ['data beyond the file', safetensors({ a: F32(0, 400) }, 8), /its tensors need/],
    ['offsets that disagree with the shape', safetensors({ a: F32(0, 8, [1]) }, 8), /takes 8 bytes where its shape needs 4/],
    ['an unknown dtype', safetensors({ a: { ...F32(0, 4), dtype: 'F1' } }, 4), /unsupported dtype "F1"/],
    ['an inherited name as dtype', safetensors({ a: { ...F32(0, 4), dtype: 'toString' } }, 4), /unsupported dtype/],
    [
      'duplicate keys',
      safetensors('{"a":{"dtype":"F32","shape":[],"data_offsets":[0,4]},"a":{"dtype":"F32","shape":[],"data_offsets":[0,4]}}', 4),
      /repeats the key "a"/,
    ],
    ['__proto__', safetensors('{"__proto__":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}', 4), /__proto__/],
    ['a byte-order mark', safetensors('\uFEFF{}', 0), /malformed/],
    ['text after the object', safetensors('{}{}', 0), /text after its end/],
    ['a list for an object', safetensors('[]', 0), /not a JSON object/],
    ['deep nesting', safetensors('['.repeat(100_000), 0), /nests deeper/],
  ])('%s', (_, file, message) => {
    const error = errorOf(() => new Checkpoint(makeFolder({ 'model.safetensors': file })));
    expect(error.kind).toBe('model-damaged');
    expect(error.message).toMatch(/^model\.safetensors/);
    expect(error.message).toMatch(message);
  });

  test('too many tensors', () => {
    const entries = Array.from({ length: 65_537 }, (_, i) => `"${i}":{"dtype":"F32","shape":[0],"data_offsets":[0,0]}`);
    expect(
      errorOf(() => new Checkpoint(makeFolder({ 'model.safetensors': safetensors(`{${entries.join()}}`, 0) }))).message,
    ).toMatch(/65537 tensors/);
  });
});

describe('shards', () => {
  const A = 'model-1.safetensors';
  const B = 'model-2.safetensors';
  const index = (map: object) => ({ 'model.safetensors.index.json': JSON.stringify({ weight_map: map }) });
  const shardA = safetensors({ a: F32(0, 4) }, 4);
  const shardB = safetensors({ b: F32(0, 4) }, 4);

  test('are read through the index', () => {
    const checkpoint = new Checkpoint(makeFolder({ ...index({ a: A, b: B }), [A]: shardA, [B]: shardB }));
    expect(checkpoint.names()).toEqual(['a', 'b']);
    expect(checkpoint.fileOf('b')).toBe(B);
    checkpoint.close();
  });

  test.each<[string, Record<string, string | Uint8Array>, string, RegExp]>([
    ['a missing shard', { ...index({ a: A, b: B }), [A]: shardA }, 'model-missing', /model-2\.safetensors is missing/],
    ['a tensor the shard lacks', { ...index({ a: A, c: A }), [A]: shardA }, 'model-damaged', /lacks c/],
    [
      'a tensor the index does not list',
      { ...index({ b: B }), [B]: safetensors({ b: F32(0, 4), x: F32(4, 8) }, 8) },
      'model-damaged',
      /holds x/,
    ],
    [
      'a tensor in two shards',
      { ...index({ a: A, b: B }), [A]: shardA, [B]: safetensors({ a: F32(0, 4), b: F32(4, 8) }, 8) },
      'model-damaged',
      /holds a, which model-1/,
    ],
    ['a path that escapes', index({ a: '../model-1.safetensors' }), 'model-damaged', /no plain file name/],
    ['an absolute path', index({ a: '/etc/x.safetensors' }), 'model-damaged', /no plain file name/],
    [
      'a repeated key',
      { 'model.safetensors.index.json': `{"weight_map":{"a":"${A}","a":"${A}"}}`, [A]: shardA },
      'model-damaged',
      /repeats the key/,
    ],
    ['no shards', index({}), 'model-damaged', /lists 0 shards/],
  ])('%s is rejected', (_, files, kind, message) => {
    const error = errorOf(() => new Checkpoint(makeFolder(files)));
    expect(error.kind).toBe(kind);
    expect(error.message).toMatch(message);
  });

  test('a link out of the folder is rejected, though it leads to a good file', () => {
    const elsewhere = makeFolder({ [A]: shardA });
    const folder = makeFolder(index({ a: A }));
    symlinkSync(join(elsewhere, A), join(folder, A));
    expect(errorOf(() => new Checkpoint(folder)).message).toMatch(/leads outside/);
  });

  test('a folder in place of a shard is rejected', () => {
    const folder = makeFolder(index({ a: A }));
    mkdirSync(join(folder, A));
    expect(errorOf(() => new Checkpoint(folder)).message).toMatch(/not a regular file/);
  });
});

test('a pickle is refused unread, a folder without weights is called so', () => {
  expect(errorOf(() => new Checkpoint(makeFolder({ 'pytorch_model.bin': 'x' })))).toMatchObject({
    kind: 'model-unsupported',
    message: expect.stringMatching(/pytorch_model\.bin is a pickle/),
  });
  expect(errorOf(() => new Checkpoint(makeFolder({}))).kind).toBe('model-missing');
});

test.each([
  ['grows', (path: string) => appendFileSync(path, 'x')],
  ['is overwritten in place', (path: string) => writeFileSync(path, safetensors({ a: F32(0, 4) }, 4))],
])('a file that %s after opening stops the reading', async (_, change) => {
  const folder = makeFolder({ 'model.safetensors': safetensors({ a: F32(0, 4) }, 4) });
  const checkpoint = new Checkpoint(folder);
  await new Promise((resolve) => setTimeout(resolve, 20));
  change(join(folder, 'model.safetensors'));
  expect(errorOf(() => checkpoint.read('a')).message).toMatch(/changed while/);
  checkpoint.close();
});
