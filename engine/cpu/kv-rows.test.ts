import { describe, expect, test } from 'vitest';
import { KV_FORMATS, type KvFormat } from '../kv-format.ts';
import { randomNumbers } from '../model/random-model.fixture.ts';
import { kvRowsBytes, openKvRows } from './kv-rows.ts';

const [KV_HEADS, HEAD_DIM, ROWS] = [2, 40, 5];

function open(format: KvFormat) {
  const shape = { format, kvHeads: KV_HEADS, headDim: HEAD_DIM };
  return openKvRows(shape, ROWS, new ArrayBuffer(kvRowsBytes(shape, ROWS)), 0);
}

/** Half a step of each format, in units of the amplitude. */
const HALF_STEP: Readonly<Record<KvFormat, number>> = { f32: 0, f16: 2 ** -11, int8: 0.5 / 127, int4: 0.5 / 7 };

describe.each(KV_FORMATS)('keys in %s', (format) => {
  test('read back within half a step of what was written, whatever the other rows hold', () => {
    const rows = open(format);
    const written = Array.from({ length: ROWS }, (_, r) =>
      randomNumbers(KV_HEADS * HEAD_DIM, r + 1).map((x) => x * 10 ** (r - 2)),
    );
    for (const [r, x] of written.entries()) rows.write(r, x);
    for (const [r, x] of written.entries()) {
      for (let head = 0; head < KV_HEADS; head++) {
        const out = new Float32Array(HEAD_DIM);
        rows.read(r, 1, head, out);
        const expected = x.subarray(head * HEAD_DIM, (head + 1) * HEAD_DIM);
        const highest = Math.max(...expected.map(Math.abs));
        const worst = Math.max(...out.map((y, i) => Math.abs(y - expected[i])));
        // The amplitude itself is rounded to f16.
        expect(worst).toBeLessThanOrEqual((HALF_STEP[format] * 1.01 + (format === 'f32' ? 0 : 2 ** -11)) * highest);
      }
    }
  });

  test('copied rows read as their sources', () => {
    const rows = open(format);
    for (let r = 0; r < ROWS; r++) rows.write(r, randomNumbers(KV_HEADS * HEAD_DIM, r + 1));
    rows.copyWithin(3, 0, 2);
    const [source, copy] = [new Float32Array(2 * HEAD_DIM), new Float32Array(2 * HEAD_DIM)];
    rows.read(0, 2, 1, source);
    rows.read(3, 2, 1, copy);
    expect(copy).toEqual(source);
    expect(copy.some((x) => x !== 0)).toBe(true);
  });

  test('zeros stay zeros', () => {
    const rows = open(format);
    rows.write(1, new Float32Array(KV_HEADS * HEAD_DIM));
    const out = new Float32Array(HEAD_DIM).fill(9);
    rows.read(1, 1, 0, out);
    expect(out).toEqual(new Float32Array(HEAD_DIM));
  });
});

test('the bytes of a position of M1-3B (8 kv heads of 128), keys or values', () => {
  const shape = { kvHeads: 8, headDim: 128 };
  expect(KV_FORMATS.map((format) => kvRowsBytes({ ...shape, format }, 1))).toEqual([4096, 2048, 1040, 576]);
});
