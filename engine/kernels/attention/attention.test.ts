import { expect, test } from 'vitest';
import { attention } from '../../cpu/attention.ts';
import { allocate, upload } from '../../device/memory.ts';
import { describeOnDevices, largestDifference, noise, runAndRead } from '../../device/test-adapters.ts';
import { KEY_BLOCK } from '../rope-kv/kv-layout.ts';
import { attentionFactory } from './attention.ts';

const CONTEXT = 2 * KEY_BLOCK;
const SLOTS = 2;

/** [slots * context, width] → the layout of the device's keys. */
function blockedKeys(keys: Float32Array, width: number): Float32Array<ArrayBuffer> {
  const blocked = new Float32Array(keys.length);
  for (let position = 0; position < keys.length / width; position++) {
    const block = Math.floor(position / KEY_BLOCK);
    for (let c = 0; c < width; c++) {
      blocked[(block * width + c) * KEY_BLOCK + (position % KEY_BLOCK)] = keys[position * width + c];
    }
  }
  return blocked;
}

describeOnDevices('attention', (device) => {
  test.each([
    [4, 2, 8],
    [6, 2, 6],
    [3, 1, 64],
    [2, 2, 80],
  ])('attends with %i heads over %i kv heads %i wide, up to each position and no further', async (heads, kvHeads, headDim) => {
    const width = heads * headDim;
    const kvWidth = kvHeads * headDim;
    const tokens = [0, 1, 63, 64, 127].map((position, i) => ({ slot: i % SLOTS, position }));
    const queries = noise(tokens.length * width, 1, 4);
    const keys = noise(SLOTS * CONTEXT * kvWidth, 2, 4);
    const values = noise(SLOTS * CONTEXT * kvWidth, 3, 4);
    // What stands after a sequence must not matter: slot 1's last position is nobody's.
    values.fill(Number.NaN, (2 * CONTEXT - 1) * kvWidth);
    tokens[4] = { slot: 0, position: 127 };
    const shape = { heads, kvHeads, headDim, context: CONTEXT, projectedStride: width, attendedStride: width };
    const attended = await allocate(device(), 'attended', queries.byteLength);
    const op = (await attentionFactory(device(), shape))({
      projected: await upload(device(), 'queries', queries),
      keys: await upload(device(), 'keys', blockedKeys(keys, kvWidth)),
      values: await upload(device(), 'values', values),
      tokens: await upload(device(), 'tokens', new Uint32Array(tokens.flatMap(({ slot, position }) => [0, slot, position, 0]))),
      attended,
    });
    const actual = await runAndRead(device(), (pass) => op.encode(pass, tokens.length), attended, queries.length);
    tokens.forEach(({ slot, position }, i) => {
      const start = slot * CONTEXT * kvWidth;
      const expected = new Float32Array(width);
      const query = queries.subarray(i * width, (i + 1) * width);
      attention(query, keys.subarray(start), values.subarray(start), position + 1, headDim, kvHeads, expected);
      expect(largestDifference(actual.subarray(i * width, (i + 1) * width), expected)).toBeLessThan(1e-5);
    });
  });
});
