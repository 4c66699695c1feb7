import { expect, test } from 'vitest';
import { rope } from '../../cpu/rope.ts';
import { allocate, upload } from '../../device/memory.ts';
import { describeOnDevices, largestDifference, noise, runAndRead } from '../../device/test-adapters.ts';
import { uploadPart } from './kv-layout.ts';
import { ropeKvFactory } from './rope-kv.ts';
import { turnTable } from './turn-table.ts';

describeOnDevices('rope and kv write', (device) => {
  test('turns q in place, and puts the turned k and v into the blocks of their slots', async () => {
    const [heads, kvHeads, headDim, blocksPerSlot, theta] = [4, 2, 8, 2, 10_000];
    const [width, kvWidth] = [heads * headDim, kvHeads * headDim];
    const stride = width + 2 * kvWidth;
    // [slot][position / 64]
    const tables = [
      [2, 3],
      [1, 0],
    ];
    const tokens = [
      { slot: 1, position: 0 },
      { slot: 0, position: 70 },
      { slot: 1, position: 127 },
    ];
    const rows = noise(tokens.length * stride, 1);
    const projected = await upload(device(), 'projected', rows);
    const keys = await allocate(device(), 'keys', 4 * 64 * kvWidth * 4);
    const values = await allocate(device(), 'values', 4 * 64 * kvWidth * 4);
    const shape = {
      heads,
      kvHeads,
      headDim,
      format: 'f32',
      blocksPerSlot,
      projectedStride: stride,
    } as const;
    const op = (await ropeKvFactory(device(), shape))({
      projected,
      turns: await upload(device(), 'turns', turnTable(blocksPerSlot * 64, headDim, theta)),
      tokens: await upload(device(), 'tokens', new Uint32Array(tokens.flatMap(({ slot, position }) => [0, slot, position, 0]))),
      tables: await upload(device(), 'tables', new Uint32Array(tables.flat())),
      part: {
        firstHead: 0,
        heads: kvHeads,
        keys,
        values,
        amplitudes: await allocate(device(), 'amplitudes', 16),
        bounds: await uploadPart(device(), 'f32', headDim, 0, kvHeads),
      },
    });
    const turned = await runAndRead(device(), (pass) => op.encode(pass, tokens.length), projected, rows.length);
    const kept = (buffer: GPUBuffer) => runAndRead(device(), () => {}, buffer, 4 * 64 * kvWidth);
    const [allKeys, allValues] = [await kept(keys), await kept(values)];
    tokens.forEach(({ slot, position }, i) => {
      const row = rows.slice(i * stride, (i + 1) * stride);
      const q = row.subarray(0, width);
      rope(q, headDim, position, theta);
      expect(largestDifference(turned.subarray(i * stride, i * stride + width), q)).toBeLessThan(1e-6);
      const k = row.subarray(width, width + kvWidth);
      rope(k, headDim, position, theta);
      const block = tables[slot][Math.floor(position / 64)];
      // A head is one eight here: [block][head][64][8].
      const key = k.map((_, c) => allKeys[((block * kvHeads + Math.floor(c / 8)) * 64 + (position % 64)) * 8 + (c % 8)]);
      expect(largestDifference(key, k)).toBeLessThan(1e-6);
      const at = (block * 64 + (position % 64)) * kvWidth;
      expect(allValues.subarray(at, at + kvWidth)).toEqual(row.subarray(width + kvWidth));
    });
  });
});
