/** Each SIMD kernel against its plain twin, at sizes that exercise tails and several blocks. */
import { describe, expect, test } from 'vitest';
import { randomNumbers } from '../../model/random-model.fixture.ts';
import type { Int4Tensor, Int8Tensor } from '../../model/tensor.ts';
import { silu, stepSize, swiglu } from '../activations.ts';
import { attention } from '../attention.ts';
import { matmul } from '../matmul.ts';
import { rmsNorm } from '../rms-norm.ts';
import { selectiveScan } from '../selective-scan.ts';
import { widenRow } from '../widen.ts';
import { multiplyFloat } from './float-product.ts';
import { BLOCK_ROWS } from './int8-kernel.ts';
import { packInt4, packInt8, unpackInt4Row, unpackRow } from './int8-layout.ts';
import { multiplyInt8 } from './int8-product.ts';
import { sumsBytes } from './quad-sums.ts';
import { bindKernels, compileKernels, type KernelSizes } from './simd-kernels.ts';

const PAGES = 8;

/** Kernels over a memory of their own, with a hand to put arrays there. */
function bench(sizes: Partial<KernelSizes>) {
  const memory = new WebAssembly.Memory({ initial: PAGES, maximum: PAGES, shared: true });
  const kernels = bindKernels(compileKernels({ group: 16, dState: 8, headDim: 8, ...sizes }, PAGES), memory);
  let end = 64;
  const room = (bytes: number): number => {
    const start = end;
    end += Math.ceil(bytes / 64) * 64;
    return start;
  };
  const floats = (offset: number, length: number) => new Float32Array(memory.buffer, offset, length);
  const put = (numbers: Float32Array): number => {
    const offset = room(4 * numbers.length);
    floats(offset, numbers.length).set(numbers);
    return offset;
  };
  return { memory, kernels, room, floats, put };
}

function largestDifference(actual: Float32Array, expected: Float32Array): number {
  return Math.max(...expected.map((x, i) => (Number.isNaN(actual[i]) ? Number.POSITIVE_INFINITY : Math.abs(x - actual[i]))));
}

describe.each([16, 64])('int8 product, groups of %i', (group) => {
  const [outputs, columns] = [52, 128];
  const tensor: Int8Tensor = {
    name: 'w',
    dtype: 'int8',
    shape: [outputs, columns],
    group,
    data: Int8Array.from(randomNumbers(outputs * columns, 1), (x) => Math.round(127 * x)),
    scales: randomNumbers((outputs * columns) / group, 2).map((x) => Math.abs(x) / 127),
  };

  function multiply(x: Float32Array, rows: number): Float32Array {
    const { memory, kernels, room, floats, put } = bench({ group });
    const scaleCount = tensor.scales.length;
    const [weights, scales] = [room(outputs * columns), room(4 * scaleCount)];
    packInt8(tensor, new Int8Array(memory.buffer, weights, outputs * columns), floats(scales, scaleCount));
    const product = {
      q: room(2 * rows * columns),
      qScales: room((4 * rows * columns) / group),
      out: room(4 * rows * outputs),
      sums: room(sumsBytes(BLOCK_ROWS)),
    };
    multiplyInt8(kernels, group, { ...product, format: 'int8', weights, scales, x: put(x), rows, columns, outputs });
    return floats(product.out, rows * outputs).slice();
  }

  test.each([1, 2, 3, 4, 5, 8, 11])('%i rows agree with the plain product, each as if alone', (rows) => {
    const x = randomNumbers(rows * columns, 3);
    const expected = new Float32Array(rows * outputs);
    matmul(x, tensor, expected, rows);
    const actual = multiply(x, rows);
    expect(largestDifference(actual, expected)).toBeLessThan(2e-4);
    for (let r = 0; r < rows; r++) {
      const alone = multiply(x.slice(r * columns, (r + 1) * columns), 1);
      expect(actual.slice(r * outputs, (r + 1) * outputs)).toEqual(alone);
    }
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY])('%s in a row shows in that row alone', (bad) => {
    const actual = multiply(randomNumbers(3 * columns, 3).with(columns + 5, bad), 3);
    expect(actual.slice(0, outputs).every(Number.isFinite)).toBe(true);
    expect(actual.slice(outputs, 2 * outputs).some(Number.isFinite)).toBe(false);
    expect(actual.slice(2 * outputs).every(Number.isFinite)).toBe(true);
  });

  test('zeros give zeros', () => {
    expect(multiply(new Float32Array(columns), 1)).toEqual(new Float32Array(outputs));
  });

  test('a packed row reads back', () => {
    const [packed, scales] = [new Int8Array(outputs * columns), new Float32Array(tensor.scales.length)];
    packInt8(tensor, packed, scales);
    const row = new Float32Array(columns);
    unpackRow(packed, scales, group, 13, row);
    expect([...row]).toEqual(
      Array.from(row, (_, c) =>
        Math.fround(tensor.data[13 * columns + c] * tensor.scales[(13 * columns) / group + Math.floor(c / group)]),
      ),
    );
  });
});

test('gate agrees with SwiGLU, from the far left to the far right', () => {
  const { kernels, room, floats, put } = bench({});
  const gate = randomNumbers(400, 1).map((x) => 120 * x ** 3);
  const up = randomNumbers(400, 2);
  const expected = new Float32Array(400);
  swiglu(gate, up, expected);
  const out = room(1600);
  kernels.gate(put(gate), put(up), out, 100);
  const actual = floats(out, 400);
  expect(Math.max(...expected.map((x, i) => Math.abs(x - actual[i]) / (1 + Math.abs(x))))).toBeLessThan(5e-7);
});

test.each([4, 8, 16])('scan agrees over a sequence, states of %i', (dState) => {
  const { kernels, room, floats, put } = bench({ dState });
  const [dInner, dXb] = [8 * dState, 2 * dState];
  // Steps from tiny to those where exp(dt a) vanishes.
  const a = randomNumbers(dInner * dState, 1).map((x) => -20 * Math.abs(x) - 0.01);
  const d = randomNumbers(dInner, 2);
  const state = new Float32Array(dInner * dState);
  const [aAt, dAt, stateAt] = [put(a), put(d), put(state)];
  for (let t = 0; t < 12; t++) {
    const vector = (length: number, seed: number) => randomNumbers(length, 100 * t + seed);
    const dt = vector(dInner, 1).map((x) => 40 * x ** 4);
    const [x, z, b, c] = [vector(dInner, 2), vector(dInner, 3), vector(dXb, 4), vector(dInner, 5)];
    const expected = new Float32Array(dInner);
    selectiveScan({ x, dt, a, b, c, d, z }, dState, state, expected);
    const out = room(4 * dInner);
    kernels.scan(put(x), put(dt), aAt, put(b), put(c), dAt, stateAt, out, dXb / dState, dInner / dXb);
    kernels.gate(put(z), out, out, dInner / 4);
    const scale = Math.max(1, ...expected.map(Math.abs));
    expect(largestDifference(floats(out, dInner), expected) / scale).toBeLessThan(2e-6);
    expect(largestDifference(floats(stateAt, state.length), state) / Math.max(1, ...state.map(Math.abs))).toBeLessThan(2e-6);
  }
});

test.each([
  [4, 1],
  [8, 5],
  [64, 37],
])('attention agrees: heads of %i, %i positions', (headDim, length) => {
  const { kernels, room, floats, put } = bench({ headDim });
  const kvHeads = 2;
  const q = randomNumbers(headDim, 1).map((x) => 3 * x);
  const keys = randomNumbers(length * kvHeads * headDim, 2).map((x) => 3 * x);
  const values = randomNumbers(length * kvHeads * headDim, 3);
  const expected = new Float32Array(headDim * kvHeads);
  attention(Float32Array.from([...q, ...q]), keys, values, length, headDim, kvHeads, expected);

  const vectors = Math.ceil(length / 4);
  const [scores, out] = [room(16 * vectors + 16), room(4 * headDim)];
  const stride = 4 * kvHeads * headDim;
  kernels.scores(put(q), put(keys) + 4 * headDim, stride, scores, length);
  const found = floats(scores, 4 * vectors);
  found.fill(Number.NEGATIVE_INFINITY, length);
  kernels.softmax(scores, vectors, put(Float32Array.of(Math.max(...found))), put(Float32Array.of(1 / Math.sqrt(headDim))));
  // In two stretches, as blocks of positions come.
  const [valuesAt, half] = [put(values) + 4 * headDim, Math.ceil(length / 2)];
  kernels.weigh(scores, valuesAt, stride, out, half);
  if (length > half) kernels.weigh(scores + 4 * half, valuesAt + half * stride, stride, out, length - half);
  const mean = floats(out, headDim).map((sum) => sum / floats(scores, 4 * vectors + 1)[4 * vectors]);
  expect(largestDifference(mean, expected.slice(headDim))).toBeLessThan(1e-6);
});

describe.each(['f32', 'bf16'] as const)('%s product', (format) => {
  const [outputs, columns] = [52, 72];
  const numbers = randomNumbers(outputs * columns, 1);
  const upperHalves = Uint16Array.from(new Uint32Array(numbers.buffer), (bits) => bits >>> 16);
  const data = format === 'f32' ? numbers : upperHalves;
  const tensor = { name: 'w', dtype: format, shape: [outputs, columns], data };

  function multiply(x: Float32Array, rows: number): Float32Array {
    const { memory, kernels, room, floats, put } = bench({});
    const weights = room(data.byteLength);
    new Uint8Array(memory.buffer, weights, data.byteLength).set(new Uint8Array(data.buffer));
    const product = { out: room(4 * rows * outputs), sums: room(sumsBytes(2)) };
    multiplyFloat(kernels, { ...product, format, weights, x: put(x), rows, columns, outputs });
    return floats(product.out, rows * outputs).slice();
  }

  test.each([1, 2, 3, 8])('%i rows agree with the plain product, each as if alone', (rows) => {
    const x = randomNumbers(rows * columns, 3);
    const expected = new Float32Array(rows * outputs);
    matmul(x, tensor, expected, rows);
    const actual = multiply(x, rows);
    expect(largestDifference(actual, expected)).toBeLessThan(5e-6);
    for (let r = 0; r < rows; r++) {
      const alone = multiply(x.slice(r * columns, (r + 1) * columns), 1);
      expect(actual.slice(r * outputs, (r + 1) * outputs)).toEqual(alone);
    }
  });
});

test('a sum, a norm, SiLU and the step size agree with the plain ones, also where e^x overflows', () => {
  const { kernels, floats, put } = bench({});
  const x = randomNumbers(64, 1).map((value) => 120 * value ** 3);
  const other = randomNumbers(64, 2);
  const fresh = () => put(x);
  const relative = (offset: number, expected: Float32Array) =>
    Math.max(...expected.map((value, i) => Math.abs(value - floats(offset, 64)[i]) / (1e-3 + Math.abs(value))));

  const sum = fresh();
  kernels.add(sum, put(other), 16);
  expect(
    relative(
      sum,
      x.map((value, i) => value + other[i]),
    ),
  ).toBeLessThan(1e-6);

  const normed = new Float32Array(64);
  rmsNorm(x, other, 1e-5, normed);
  const norm = fresh();
  kernels.norm(norm, put(other), norm, 16, put(Float32Array.of(1 / 64, 1e-5)));
  expect(relative(norm, normed)).toBeLessThan(2e-6);

  const activated = fresh();
  kernels.silu(activated, 16);
  expect(relative(activated, x.map(silu))).toBeLessThan(1e-6);

  const steps = new Float32Array(64);
  stepSize(x, other, steps);
  const stepped = fresh();
  kernels.stepSize(stepped, put(other), stepped, 16);
  expect(relative(stepped, steps)).toBeLessThan(2e-6);
});

describe.each([32, 64])('int4 product, groups of %i', (group) => {
  const [outputs, columns] = [52, 128];
  const tensor: Int4Tensor = {
    name: 'w',
    dtype: 'int4',
    shape: [outputs, columns],
    group,
    data: Uint8Array.from(randomNumbers((outputs * columns) / 2, 1), (x) => Math.round(127 * x)),
    scales: randomNumbers((outputs * columns) / group, 2).map((x) => x / 7),
  };

  test.each([1, 2, 5])('%i rows agree with the plain product, and rows unpack to what they were', (rows) => {
    const { memory, kernels, room, floats, put } = bench({ group });
    const scaleCount = tensor.scales.length;
    const [weights, scales] = [room(tensor.data.length), room(4 * scaleCount)];
    const packed = new Uint8Array(memory.buffer, weights, tensor.data.length);
    packInt4(tensor, packed, floats(scales, scaleCount));
    const x = randomNumbers(rows * columns, 3);
    const product = {
      q: room(2 * rows * columns),
      qScales: room((4 * rows * columns) / group),
      out: room(4 * rows * outputs),
      sums: room(sumsBytes(BLOCK_ROWS)),
    };
    multiplyInt8(kernels, group, { ...product, format: 'int4', weights, scales, x: put(x), rows, columns, outputs });
    const expected = new Float32Array(rows * outputs);
    matmul(x, tensor, expected, rows);
    expect(largestDifference(floats(product.out, rows * outputs), expected)).toBeLessThan(2e-4);
    for (const output of [0, 1, 51]) {
      const [row, wanted] = [new Float32Array(columns), new Float32Array(columns)];
      unpackInt4Row(packed, floats(scales, scaleCount), group, output, row);
      widenRow(tensor, output, wanted);
      expect(row).toEqual(wanted);
    }
  });
});
