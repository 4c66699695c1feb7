import { expect, test } from 'vitest';
import { rope } from '../../cpu/rope.ts';
import { allocate, upload } from '../../device/memory.ts';
import { describeOnDevices, largestDifference, noise, runAndRead } from '../../device/test-adapters.ts';
import { ropeKvFactory } from './rope-kv.ts';
import { turnTable } from './turn-table.ts';

describeOnDevices('rope and kv write', (device) => {
  test('turns q in place, and puts the turned k and v where their slot and position say', async () => {
    const [heads, kvHeads, headDim, context, theta] = [4, 2, 8, 128, 10_000];
    const [width, kvWidth] = [heads * headDim, kvHeads * headDim];
    const stride = width + 2 * kvWidth;
    const tokens = [
      { slot: 1, position: 0 },
      { slot: 0, position: 70 },
      { slot: 1, position: 127 },
    ];
    const rows = noise(tokens.length * stride, 1);
    const projected = await upload(device(), 'projected', rows);
    const keys = await allocate(device(), 'keys', 2 * context * kvWidth * 4);
    const values = await allocate(device(), 'values', 2 * context * kvWidth * 4);
    const shape = { heads, kvHeads, headDim, context, projectedStride: stride, attendedStride: width };
    const op = (await ropeKvFactory(device(), shape))({
      projected,
      turns: await upload(device(), 'turns', turnTable(context, headDim, theta)),
      keys,
      values,
      tokens: await upload(device(), 'tokens', new Uint32Array(tokens.flatMap(({ slot, position }) => [0, slot, position, 0]))),
    });
    const turned = await runAndRead(device(), (pass) => op.encode(pass, tokens.length), projected, rows.length);
    const kept = (buffer: GPUBuffer) => runAndRead(device(), () => {}, buffer, 2 * context * kvWidth);
    const [allKeys, allValues] = [await kept(keys), await kept(values)];
    tokens.forEach(({ slot, position }, i) => {
      const row = rows.slice(i * stride, (i + 1) * stride);
      const q = row.subarray(0, width);
      rope(q, headDim, position, theta);
      expect(largestDifference(turned.subarray(i * stride, i * stride + width), q)).toBeLessThan(1e-6);
      const k = row.subarray(width, width + kvWidth);
      rope(k, headDim, position, theta);
      const at = slot * context + position;
      const key = k.map((_, c) => allKeys[(Math.floor(at / 64) * kvWidth + c) * 64 + (at % 64)]);
      expect(largestDifference(key, k)).toBeLessThan(1e-6);
      expect(allValues.subarray(at * kvWidth, (at + 1) * kvWidth)).toEqual(row.subarray(width + kvWidth));
    });
  });
});
