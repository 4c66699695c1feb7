/** Matrices above the binding limit, at the size of M1-3B's embedding: made as they are read, so that no such file is needed. */
import { describe, expect, test } from 'vitest';
import { createDawn } from '../../device/dawn.ts';
import { allocate, upload } from '../../device/memory.ts';
import { type OpenDevice, openDevice } from '../../device/open-device.ts';
import { presentAdapters, runAndRead } from '../../device/test-adapters.ts';
import { createEmbedding } from '../../kernels/embedding/embedding.ts';
import { matmulFactory } from '../../kernels/matmul/matmul.ts';
import { SMALL } from '../random-model.fixture.ts';
import type { Int4Tensor, Tensor } from '../tensor.ts';
import { EMBEDDING } from '../tensor-shapes.ts';
import { weightLoader } from './device-weights.ts';

const [VOCABULARY, WIDTH, GROUP] = [128_256, 3072, 32];

/** Row r holds one number throughout, which tells rows apart and from their neighbours in other parts. */
const numberOf = (row: number) => (row % 15) - 7;
const scaleOf = (row: number) => 2 ** -(1 + (row % 4));

function embedding(largestRead: { rows: number }): Tensor {
  const readRows = (first: number, count: number): Int4Tensor => {
    largestRead.rows = Math.max(largestRead.rows, count);
    const data = new Uint8Array((count * WIDTH) / 2);
    const scales = new Float32Array((count * WIDTH) / GROUP);
    for (let r = 0; r < count; r++) {
      const bits = numberOf(first + r) & 15;
      data.fill(bits | (bits << 4), (r * WIDTH) / 2, ((r + 1) * WIDTH) / 2);
      scales.fill(scaleOf(first + r), (r * WIDTH) / GROUP, ((r + 1) * WIDTH) / GROUP);
    }
    return { name: EMBEDDING, dtype: 'int4', shape: [count, WIDTH], group: GROUP, data, scales };
  };
  const nothing = { data: new Uint8Array(), scales: new Float32Array() };
  return { name: EMBEDDING, dtype: 'int4', shape: [VOCABULARY, WIDTH], group: GROUP, readRows, ...nothing };
}

/** A device that binds no more than WebGPU promises everywhere. */
const limited = (device: OpenDevice): OpenDevice => ({
  ...device,
  capabilities: { ...device.capabilities, maxBindingBytes: 128 * 2 ** 20 },
});

const adapter = presentAdapters.at(-1);

/** On one adapter: the work is gigabytes, and the limit is the same on all. */
describe.skipIf(adapter === undefined)(`weights on the device [${adapter ?? 'no GPU adapter on this machine'}]`, () => {
  test("M1-3B's embedding is cut by the binding limit, read some rows at a time, and serves as table and head", async () => {
    const open = limited(await openDevice(await createDawn({ adapter })));
    open.gpu.pushErrorScope('validation');
    const largestRead = { rows: 0 };
    const fractions: number[] = [];
    const loader = weightLoader(open, SMALL, new Map([[EMBEDDING, embedding(largestRead)]]), (f) => fractions.push(f));
    const matrix = await loader.matrix(EMBEDDING);
    expect(matrix.parts).toHaveLength(2);
    expect(matrix.parts.every(({ weights }) => weights.size <= 128 * 2 ** 20)).toBe(true);
    expect(matrix.parts.reduce((sum, { results }) => sum + results, 0)).toBe(VOCABULARY);
    expect(loader.bytes()).toBe(VOCABULARY * (WIDTH / 2 + (2 * WIDTH) / GROUP));
    expect(largestRead.rows * WIDTH).toBeLessThanOrEqual(2 ** 22);
    expect(fractions.at(-1)).toBeCloseTo(1);
    expect(fractions.length).toBeGreaterThan(50);

    const cut = matrix.parts[1].firstResult;
    const ids = [0, 1, cut - 1, cut, cut + 1, VOCABULARY - 1];
    const x = await allocate(open, 'x', ids.length * WIDTH * 4);
    const tokens = await upload(open, 'tokens', new Uint32Array(ids.flatMap((id) => [id, 0, 0, 0])));
    const table = await createEmbedding(open, { matrix, tokens, x });
    const rows = await runAndRead(open, (pass) => table.encode(pass, ids.length), x, ids.length * WIDTH);
    ids.forEach((id, i) => {
      const row = rows.subarray(i * WIDTH, (i + 1) * WIDTH);
      expect([row[0], row[WIDTH / 2], row[WIDTH - 1]]).toEqual(Array(3).fill(numberOf(id) * scaleOf(id)));
    });

    const result = await allocate(open, 'logits', VOCABULARY * 4);
    const { encode } = await matmulFactory(open)({
      matrix,
      inputs: await upload(open, 'inputs', new Float32Array(WIDTH).fill(2 ** -10)),
      result,
      resultStride: VOCABULARY,
      rowCount: await upload(open, 'rows', new Uint32Array([1, 0, 0, 0]), 'uniform'),
      emit: 'store',
    });
    const logits = await runAndRead(open, (pass) => encode(pass, 1), result, VOCABULARY);
    // Sums of equal powers of two are exact.
    const wrong = logits.findIndex((logit, id) => logit !== 3 * numberOf(id) * scaleOf(id));
    expect(wrong).toBe(-1);
    expect((await open.gpu.popErrorScope())?.message).toBeUndefined();
    open.close();
  }, 60_000);
});
