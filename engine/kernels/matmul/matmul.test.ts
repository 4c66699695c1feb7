import { expect, test } from 'vitest';
import { silu } from '../../cpu/activations.ts';
import { matmul } from '../../cpu/matmul.ts';
import { upload } from '../../device/memory.ts';
import type { OpenDevice } from '../../device/open-device.ts';
import { describeOnDevices, largestDifference, noise, runAndRead } from '../../device/test-adapters.ts';
import type { MatrixSource } from '../../model/gpu/pack-matrix.ts';
import type { Int4Tensor, Tensor } from '../../model/tensor.ts';
import { type MatmulOptions, matmulFactory } from './matmul.ts';
import { rowStride } from './matrix-layout.ts';
import { deviceMatrix, FORMATS, tensorOf } from './test-matrices.ts';

interface Case {
  readonly source: MatrixSource;
  readonly rows: number;
  readonly resultWidth: number;
  readonly emit: MatmulOptions['emit'];
  readonly x: Float32Array;
  readonly initial?: Float32Array<ArrayBuffer>;
  readonly bias?: Float32Array<ArrayBuffer>;
  readonly heads?: Uint32Array<ArrayBuffer>;
}

async function multiply(device: OpenDevice, { source, rows, resultWidth, emit, x, initial, bias, heads }: Case) {
  const columns = source[0].shape[1];
  const stride = rowStride(columns);
  // Room for a whole block of rows, as the network's buffers have.
  const padded = new Float32Array(16 * stride);
  for (let r = 0; r < rows; r++) padded.set(x.subarray(r * columns, (r + 1) * columns), r * stride);
  const result = await upload(device, 'result', initial ?? new Float32Array(16 * resultWidth));
  const { encode } = await matmulFactory(device)({
    matrix: await deviceMatrix(device, source),
    inputs: await upload(device, 'inputs', padded),
    result,
    resultStride: resultWidth,
    rowCount: await upload(device, 'rows', new Uint32Array([rows, 0, 0, 0]), 'uniform'),
    emit,
    bias: bias === undefined ? undefined : await upload(device, 'bias', bias),
    heads: heads === undefined ? undefined : await upload(device, 'heads', heads),
  });
  return runAndRead(device, (pass) => encode(pass, rows), result, 16 * resultWidth);
}

function expectedProduct(x: Float32Array, weight: Tensor, rows: number): Float32Array {
  const out = new Float32Array(rows * weight.shape[0]);
  matmul(x, weight, out, rows);
  return out;
}

describeOnDevices('matmul', (device) => {
  test.each(FORMATS.flatMap((dtype) => [1, 3, 8, 13].map((rows) => [dtype, rows] as const)))(
    'multiplies %s weights by %i rows',
    async (dtype, rows) => {
      const weight = tensorOf(dtype, 100, 96);
      const x = noise(rows * 96, rows);
      const actual = await multiply(device(), { source: [weight], rows, resultWidth: 100, emit: 'store', x });
      expect(largestDifference(actual.subarray(0, rows * 100), expectedProduct(x, weight, rows))).toBeLessThan(2e-6);
      expect(actual.subarray(rows * 100).every((value) => value === 0)).toBe(true);
    },
  );

  test('multiplies rows whose width is no multiple of a block', async () => {
    const weight = tensorOf('f32', 10, 43);
    const x = noise(2 * 43, 5);
    const actual = await multiply(device(), { source: [weight], rows: 2, resultWidth: 10, emit: 'store', x });
    expect(largestDifference(actual.subarray(0, 20), expectedProduct(x, weight, 2))).toBeLessThan(2e-6);
  });

  test('multiplies int4 weights whose groups span several blocks', async () => {
    const weight: Tensor = { ...tensorOf('int4', 70, 128), group: 64, scales: noise(140, 4).map(Math.f16round) } as Int4Tensor;
    const x = noise(2 * 128, 5);
    const actual = await multiply(device(), { source: [weight], rows: 2, resultWidth: 70, emit: 'store', x });
    expect(largestDifference(actual.subarray(0, 140), expectedProduct(x, weight, 2))).toBeLessThan(2e-6);
  });

  test('gates in int4', async () => {
    const [gate, up] = [tensorOf('int4', 56, 64, 6), tensorOf('int4', 56, 64, 7)];
    const x = noise(2 * 64, 8, 2);
    const actual = await multiply(device(), { source: [gate, up], rows: 2, resultWidth: 56, emit: 'swiglu', x });
    const ups = expectedProduct(x, up, 2);
    const expected = expectedProduct(x, gate, 2).map((value, i) => silu(value) * ups[i]);
    expect(largestDifference(actual.subarray(0, 112), expected)).toBeLessThan(5e-6);
  });

  test('gives a row the same bits alone and among others, in every block of rows', async () => {
    const weight = tensorOf('int8', 128, 256);
    const x = noise(13 * 256, 9);
    const run = (rows: number) => multiply(device(), { source: [weight], rows, resultWidth: 128, emit: 'store', x });
    const all = await run(13);
    for (const rows of [1, 2, 4, 8]) expect((await run(rows)).subarray(0, rows * 128)).toEqual(all.subarray(0, rows * 128));
  });

  test('adds product and bias to what the result holds', async () => {
    const weight = tensorOf('f32', 70, 64);
    const x = noise(2 * 64, 3);
    const initial = noise(16 * 70, 4);
    const bias = noise(70, 5);
    const actual = await multiply(device(), { source: [weight], rows: 2, resultWidth: 70, emit: 'add', x, initial, bias });
    const expected = expectedProduct(x, weight, 2).map((value, i) => value + initial[i] + bias[i % 70]);
    expect(largestDifference(actual.subarray(0, 140), expected)).toBeLessThan(2e-6);
  });

  test('gates: silu(gate) * up, gate and up interleaved and in parts', async () => {
    const [gate, up] = [tensorOf('bf16', 56, 64, 6), tensorOf('bf16', 56, 64, 7)];
    const x = noise(2 * 64, 8, 8);
    const actual = await multiply(device(), { source: [gate, up], rows: 2, resultWidth: 56, emit: 'swiglu', x });
    const ups = expectedProduct(x, up, 2);
    const expected = expectedProduct(x, gate, 2).map((value, i) => silu(value) * ups[i]);
    expect(largestDifference(actual.subarray(0, 112), expected)).toBeLessThan(5e-6);
  });

  test('scatters a row to the slot of its head', async () => {
    const weight = tensorOf('f32', 72, 32);
    const x = noise(2 * 32, 3);
    const heads = new Uint32Array([0, 5, 1, 2]);
    const actual = await multiply(device(), { source: [weight], rows: 2, resultWidth: 72, emit: 'scatter', x, heads });
    const expected = expectedProduct(x, weight, 2);
    expect(largestDifference(actual.subarray(5 * 72, 6 * 72), expected.subarray(0, 72))).toBeLessThan(2e-6);
    expect(largestDifference(actual.subarray(2 * 72, 3 * 72), expected.subarray(72))).toBeLessThan(2e-6);
  });
});
