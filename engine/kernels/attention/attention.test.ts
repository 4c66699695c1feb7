/** What rope-kv writes and attention reads, against the plain attention over plainly kept keys and values. */
import { expect, test } from 'vitest';
import { attention } from '../../cpu/attention.ts';
import { kvRowsBytes, openKvRows } from '../../cpu/kv-rows.ts';
import { rope } from '../../cpu/rope.ts';
import { allocate, upload } from '../../device/memory.ts';
import type { OpenDevice } from '../../device/open-device.ts';
import { describeOnDevices, largestDifference, noise, runAndRead } from '../../device/test-adapters.ts';
import type { KvFormat } from '../../kv-format.ts';
import { activationBytes } from '../activations/activations.ts';
import { rowStride } from '../matmul/matrix-layout.ts';
import { blockBytes, type KvPart, uploadPart } from '../rope-kv/kv-layout.ts';
import { ropeKvFactory } from '../rope-kv/rope-kv.ts';
import { turnTable } from '../rope-kv/turn-table.ts';
import { attentionFactory } from './attention.ts';

const THETA = 10_000;
/** One slot's blocks, in no order. */
const TABLES = [Array.from({ length: 20 }, (_, i) => (i * 7 + 3) % 20)];

interface Setting {
  readonly heads: number;
  readonly kvHeads: number;
  readonly headDim: number;
  readonly format: KvFormat;
  /** Of each slot, by 64 positions. */
  readonly tables: readonly (readonly number[])[];
  /** kv heads of each part. */
  readonly parts: readonly number[];
}

const rowWidth = ({ heads, kvHeads, headDim }: Setting) => (heads + 2 * kvHeads) * headDim;

/** Feeds tokens (rows q, k, v) to the slots and gives what the last `count` of them attend to. */
async function attend(
  device: OpenDevice,
  setting: Setting,
  tokens: readonly { readonly slot: number; readonly position: number }[],
  rows: Float32Array<ArrayBuffer>,
  counts: readonly number[],
): Promise<Float32Array[]> {
  const { heads, kvHeads, headDim, format, tables } = setting;
  const blocksPerSlot = tables[0].length;
  const blocks = Math.max(...tables.flat()) + 1;
  const stride = rowWidth(setting);
  const shape = { heads, kvHeads, headDim, format, blocksPerSlot, projectedStride: stride };
  const bytes = blockBytes(format, headDim);
  const parts: KvPart[] = [];
  let firstHead = 0;
  for (const partHeads of setting.parts) {
    // What stands where nobody wrote must not matter.
    const garbage = new Uint32Array((blocks * partHeads * bytes.numbers) / 4).fill(0x7fc00000);
    parts.push({
      firstHead,
      heads: partHeads,
      keys: await upload(device, 'keys', garbage),
      values: await upload(device, 'values', garbage),
      amplitudes: await allocate(device, 'amplitudes', blocks * partHeads * bytes.amplitudes),
      bounds: await uploadPart(device, format, headDim, firstHead, partHeads),
    });
    firstHead += partHeads;
  }
  const tableBuffer = await upload(device, 'tables', new Uint32Array(tables.flat()));
  const turns = await upload(device, 'turns', turnTable(blocksPerSlot * 64, headDim, THETA));
  const [ropeKv, read] = [await ropeKvFactory(device, shape), await attentionFactory(device, shape)];

  /** Writes all, then lets the last `count` attend. */
  const run = async (count: number) => {
    const bindTo = async (first: number) => {
      const words = tokens.slice(first).flatMap(({ slot, position }) => [0, slot, position, 0]);
      return {
        projected: await upload(device, 'projected', rows.slice(first * stride)),
        tokens: await upload(device, 'tokens', new Uint32Array(words)),
        tables: tableBuffer,
      };
    };
    const [all, last] = [await bindTo(0), await bindTo(tokens.length - count)];
    const width = heads * headDim;
    const attended = await allocate(device, 'attended', activationBytes(count, width));
    const reach = Math.max(...tokens.map(({ position }) => position)) + 1;
    const reading = read({ ...last, parts, attended, turns });
    const size = { tokens: count, runs: 1, heads: 0, reach };
    const encode = (pass: GPUComputePassEncoder) => {
      for (const part of parts) {
        ropeKv({ ...all, turns, part }).encode(pass, tokens.length - (reading.feeds(size) ? 1 : 0));
        if (!reading.feeds(size)) ropeKv({ ...last, turns, part }).encode(pass, count);
      }
      reading.encode(pass, size);
    };
    const padded = await runAndRead(device, encode, attended, count * rowStride(width));
    return Float32Array.from({ length: count * width }, (_, i) => padded[Math.floor(i / width) * rowStride(width) + (i % width)]);
  };
  const results: Float32Array[] = [];
  for (const count of counts) results.push(await run(count));
  return results;
}

/** The same on the host: row i of `rows` is token i of one sequence. */
function attendPlainly({ heads, kvHeads, headDim, format }: Setting, rows: Float32Array, positions: readonly number[]) {
  const [width, kvWidth] = [heads * headDim, kvHeads * headDim];
  const stride = width + 2 * kvWidth;
  const length = rows.length / stride;
  const shape = { format, kvHeads, headDim };
  const open = () => openKvRows(shape, length, new ArrayBuffer(Math.ceil(kvRowsBytes(shape, length) / 4) * 4), 0);
  const [keys, values] = [open(), open()];
  const queries: Float32Array[] = [];
  for (let t = 0; t < length; t++) {
    const row = rows.slice(t * stride, (t + 1) * stride);
    const [q, k] = [row.subarray(0, width), row.subarray(width, width + kvWidth)];
    rope(q, headDim, t, THETA);
    rope(k, headDim, t, THETA);
    keys.write(t, k);
    values.write(t, row.subarray(width + kvWidth));
    queries.push(q);
  }
  const widened = (kept: typeof keys) => {
    const all = new Float32Array(length * kvWidth);
    const one = new Float32Array(headDim);
    for (let at = 0; at < length * kvHeads; at++) {
      kept.read(Math.floor(at / kvHeads), 1, at % kvHeads, one);
      all.set(one, at * headDim);
    }
    return all;
  };
  const [allKeys, allValues] = [widened(keys), widened(values)];
  return positions.map((position) => {
    const out = new Float32Array(width);
    attention(queries[position], allKeys, allValues, position + 1, headDim, kvHeads, out);
    return out;
  });
}

describeOnDevices('attention', (device) => {
  test.each([
    { format: 'f32', heads: 4, kvHeads: 2, headDim: 8 },
    { format: 'f32', heads: 2, kvHeads: 2, headDim: 80 },
    { format: 'f16', heads: 6, kvHeads: 2, headDim: 6 },
    { format: 'int8', heads: 2, kvHeads: 1, headDim: 64 },
    { format: 'int4', heads: 2, kvHeads: 2, headDim: 64 },
  ] as const)(
    '$format: $heads heads over $kvHeads kv heads $headDim wide attend up to each position and no further',
    async (shape) => {
      const setting: Setting = { ...shape, tables: TABLES, parts: [shape.kvHeads] };
      const length = 150;
      const rows = noise(length * rowWidth(setting), 1, 4);
      const tokens = Array.from({ length }, (_, position) => ({ slot: 0, position }));
      const [attended] = await attend(device(), setting, tokens, rows, [length]);
      const positions = [0, 1, 63, 64, 149];
      const width = shape.heads * shape.headDim;
      for (const [i, expected] of attendPlainly(setting, rows, positions).entries()) {
        const actual = attended.subarray(positions[i] * width, (positions[i] + 1) * width);
        // A number halfway between two levels may go to either: seldom, and then by one level of one channel.
        const tolerance = { f32: 1e-5, f16: 1e-3, int8: 2e-2, int4: 0.2 }[shape.format];
        expect(largestDifference(actual, expected)).toBeLessThan(tolerance);
      }
    },
  );

  test.each(['int8', 'int4'] as const)(
    '%s: a lone token that writes its own key and value finds the bits that rope-kv writes',
    async (format) => {
      const setting: Setting = { heads: 2, kvHeads: 1, headDim: 40, format, tables: TABLES, parts: [1] };
      const rows = noise(70 * rowWidth(setting), 4, 4);
      const tokens = Array.from({ length: 70 }, (_, position) => ({ slot: 0, position }));
      const [among, alone] = await attend(device(), setting, tokens, rows, [70, 1]);
      expect(alone).toEqual(among.subarray(69 * 80));
    },
  );

  test('a layer whose heads lie in several buffers gives the same bits', async () => {
    const whole: Setting = { heads: 4, kvHeads: 2, headDim: 8, format: 'f32', tables: TABLES, parts: [2] };
    const tokens = Array.from({ length: 100 }, (_, position) => ({ slot: 0, position }));
    const rows = noise(100 * rowWidth(whole), 2, 4);
    const [expected] = await attend(device(), whole, tokens, rows, [100]);
    const [actual] = await attend(device(), { ...whole, parts: [1, 1] }, tokens, rows, [100]);
    expect(actual).toEqual(expected);
  });

  test('long contexts cut over workgroups give the bits of a workgroup alone, within rounding of the plain sums', async () => {
    const setting: Setting = { heads: 4, kvHeads: 2, headDim: 8, format: 'f32', tables: TABLES, parts: [2] };
    const length = 1200;
    const rows = noise(length * rowWidth(setting), 3, 4);
    const tokens = Array.from({ length }, (_, position) => ({ slot: 0, position }));
    // So many tokens at once are not split; one is, where splitting is to be had.
    const [among, alone] = await attend(device(), setting, tokens, rows, [200, 1]);
    expect(alone).toEqual(among.subarray(199 * 32));
    const [expected] = attendPlainly(setting, rows, [length - 1]);
    expect(largestDifference(alone, expected)).toBeLessThan(1e-5);
  });
});
