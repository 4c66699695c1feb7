import { expect, test } from 'vitest';
import { silu } from '../../cpu/activations.ts';
import { matmul } from '../../cpu/matmul.ts';
import { upload } from '../../device/memory.ts';
import type { OpenDevice } from '../../device/open-device.ts';
import { describeOnMatrixUnit, largestDifference, noise, runAndRead } from '../../device/test-adapters.ts';
import type { MatrixSource } from '../../model/gpu/pack-matrix.ts';
import type { Int4Tensor, Tensor } from '../../model/tensor.ts';
import { fromFragments, toFragments } from '../activations/test-fragments.ts';
import { type MatmulFactory, type MatmulOptions, matmulFactory } from './matmul.ts';
import { deviceMatrix, tensorOf } from './test-matrices.ts';

/** Quantised weights are rounded to f16 once, and their scales before: each up to 2^-12 of a weight. */
const LIMITS = { f16: 3e-6, bf16: 3e-6, int8: 2e-3, int4: 2e-3 } as const;
const FORMATS = ['f16', 'bf16', 'int8', 'int4'] as const;
const ROOM = 64;

interface Case {
  readonly source: MatrixSource;
  readonly rows: number;
  readonly width: number;
  readonly x: Float32Array;
  readonly emit?: MatmulOptions['emit'];
  readonly initial?: Float32Array<ArrayBuffer>;
  readonly bias?: Float32Array<ArrayBuffer>;
  readonly heads?: Uint32Array<ArrayBuffer>;
}

/** The words of the result, with room for ROOM rows. */
async function multiplyWith(
  factory: MatmulFactory,
  device: OpenDevice,
  { source, rows, width, x, emit = 'store', initial, bias, heads }: Case,
) {
  const result = await upload(device, 'result', initial ?? new Float32Array(ROOM * width));
  const { encode } = await factory({
    matrix: await deviceMatrix(device, source),
    inputs: await upload(device, 'inputs', toFragments(x, source[0].shape[1])),
    result,
    resultStride: width,
    rowCount: await upload(device, 'rows', new Uint32Array([rows, 0, 0, 0]), 'uniform'),
    emit,
    bias: bias === undefined ? undefined : await upload(device, 'bias', bias),
    heads: heads === undefined ? undefined : await upload(device, 'heads', heads),
  });
  return runAndRead(device, (pass) => encode(pass, rows), result, ROOM * width);
}

function expectedProduct(x: Float32Array, weight: Tensor, rows: number): Float32Array {
  const out = new Float32Array(rows * weight.shape[0]);
  matmul(x, weight, out, rows);
  return out;
}

describeOnMatrixUnit('matmul on a matrix unit', (device) => {
  // One for all tests: kernels take long to compile where the unit is emulated.
  let factory: MatmulFactory;
  const multiply = (options: Case) => {
    factory ??= matmulFactory(device());
    return multiplyWith(factory, device(), options);
  };

  test.each(FORMATS.flatMap((dtype) => [5, 19].map((rows) => [dtype, rows] as const)))(
    'multiplies %s weights by %i rows',
    async (dtype, rows) => {
      const weight = tensorOf(dtype, 100, 160);
      const x = noise(rows * 160, rows);
      const actual = await multiply({ source: [weight], rows, width: 100, x });
      expect(largestDifference(actual.subarray(0, rows * 100), expectedProduct(x, weight, rows))).toBeLessThan(LIMITS[dtype]);
      expect(actual.subarray(rows * 100).every((value) => value === 0)).toBe(true);
    },
  );

  test('multiplies rows whose width is no multiple of a block', async () => {
    const weight = tensorOf('f16', 10, 43);
    const x = noise(2 * 43, 5);
    const actual = await multiply({ source: [weight], rows: 2, width: 10, x });
    expect(largestDifference(actual.subarray(0, 20), expectedProduct(x, weight, 2))).toBeLessThan(LIMITS.f16);
  });

  test('multiplies int4 weights whose groups span several blocks', async () => {
    const weight: Tensor = { ...tensorOf('int4', 70, 128), group: 64, scales: noise(140, 4).map(Math.f16round) } as Int4Tensor;
    const x = noise(2 * 128, 5);
    const actual = await multiply({ source: [weight], rows: 2, width: 70, x });
    expect(largestDifference(actual.subarray(0, 140), expectedProduct(x, weight, 2))).toBeLessThan(LIMITS.int4);
  });

  test('keeps outliers beside small activations', async () => {
    const weight = tensorOf('f16', 32, 64);
    const x = noise(64, 5).map((value, i) => (i === 7 ? 60_000 : value));
    const actual = await multiply({ source: [weight], rows: 1, width: 32, x });
    const outlier = Float32Array.from(x, (value, i) => (i === 7 ? value : 0));
    const without = expectedProduct(outlier, weight, 1).map((part, i) => expectedProduct(x, weight, 1)[i] - part);
    const small = actual.subarray(0, 32).map((value, i) => value - expectedProduct(outlier, weight, 1)[i]);
    expect(largestDifference(small, without)).toBeLessThan(2e-2);
  });

  test.each(['f16', 'int4'] as const)('gives a row of %s products the same bits alone and among others', async (dtype) => {
    const weight = tensorOf(dtype, 128, 256);
    const x = noise(19 * 256, 9);
    const run = (rows: number) => multiply({ source: [weight], rows, width: 128, x: x.subarray(0, rows * 256) });
    const all = await run(19);
    for (const rows of [1, 9]) expect((await run(rows)).subarray(0, rows * 128)).toEqual(all.subarray(0, rows * 128));
  });

  test('adds product and bias to what the result holds', async () => {
    const weight = tensorOf('f16', 70, 64);
    const [x, initial, bias] = [noise(2 * 64, 3), noise(ROOM * 70, 4), noise(70, 5)];
    const actual = await multiply({ source: [weight], rows: 2, width: 70, emit: 'add', x, initial, bias });
    const expected = expectedProduct(x, weight, 2).map((value, i) => value + initial[i] + bias[i % 70]);
    expect(largestDifference(actual.subarray(0, 140), expected)).toBeLessThan(LIMITS.f16);
  });

  test.each(['f16', 'int8'] as const)('gates %s: silu(gate) * up, as activations for the next matmul', async (dtype) => {
    const [gate, up] = [tensorOf(dtype, 56, 64, 6), tensorOf(dtype, 56, 64, 7)];
    const x = noise(9 * 64, 8, 8);
    const words = await multiply({ source: [gate, up], rows: 9, width: 64, emit: 'swiglu', x });
    const ups = expectedProduct(x, up, 9);
    const expected = expectedProduct(x, gate, 9).map((value, i) => silu(value) * ups[i]);
    const rows = fromFragments(new Float16Array(words.buffer), 9, 64);
    const actual = expected.map((_, i) => rows[Math.floor(i / 56) * 64 + (i % 56)]);
    expect(largestDifference(actual, expected)).toBeLessThan(4 * LIMITS[dtype]);
  });

  test('scatters a row to the slot of its head', async () => {
    const weight = tensorOf('f16', 72, 32);
    const x = noise(2 * 32, 3);
    const heads = new Uint32Array([0, 5, 1, 2]);
    const actual = await multiply({ source: [weight], rows: 2, width: 72, emit: 'scatter', x, heads });
    const expected = expectedProduct(x, weight, 2);
    expect(largestDifference(actual.subarray(5 * 72, 6 * 72), expected.subarray(0, 72))).toBeLessThan(LIMITS.f16);
    expect(largestDifference(actual.subarray(2 * 72, 3 * 72), expected.subarray(72))).toBeLessThan(LIMITS.f16);
  });
});
