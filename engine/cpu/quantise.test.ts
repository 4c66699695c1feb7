import { describe, expect, test } from 'vitest';
import { convertWeights } from '../model/convert-weights.ts';
import { randomNumbers } from '../model/random-model.fixture.ts';
import type { Tensor, Weights } from '../model/tensor.ts';
import { rowsOf } from '../model/tensor-rows.ts';
import { tensorBytes, weightBytes } from '../model/weight-format.ts';
import { widen } from './widen.ts';

const [rows, columns] = [12, 128];
/** Of a normal weight's form: many small numbers, few large. */
const numbers = randomNumbers(rows * columns, 5).map((x) => 0.05 * x ** 3);
const f32: Tensor = { name: 'a.weight', dtype: 'f32', shape: [rows, columns], data: numbers };
const bf16: Tensor = { ...f32, dtype: 'bf16', data: new Uint16Array(new Uint32Array(numbers.buffer).map((bits) => bits >>> 16)) };

function converted(tensor: Tensor, format: 'f16' | 'int8' | 'int4'): Tensor {
  const found = convertWeights(new Map([[tensor.name, tensor]]), format).get(tensor.name);
  if (found === undefined) throw new Error('lost');
  return found;
}

describe.each([
  ['int8', 64, 1],
  ['int4', 32, 2],
] as const)('%s on load', (format, group, worstScales) => {
  test.each([
    ['f32', f32],
    ['bf16', bf16],
  ])('errs from %s by no more than rounding explains', (_, source) => {
    const exact = widen(source);
    const quantised = converted(source, format);
    const actual = widen(quantised);
    if (quantised.dtype !== format) throw new Error('not quantised');
    expect(quantised.group).toBe(group);
    const { scales } = quantised;
    let [squares, predicted] = [0, 0];
    exact.forEach((x, i) => {
      const scale = Math.abs(scales[Math.floor(i / group)]);
      // Half a scale, and in int4 up to a whole one opposite the number that became -8.
      expect(Math.abs(x - actual[i])).toBeLessThanOrEqual((worstScales * scale) / 2 + 1e-6 * scale);
      squares += (x - actual[i]) ** 2;
      predicted += scale ** 2 / 12;
    });
    // Rounding spreads evenly over a scale.
    expect(Math.sqrt(squares / predicted)).toBeGreaterThan(0.7);
    expect(Math.sqrt(squares / predicted)).toBeLessThan(1.25);
  });

  test('some rows read alone are those of the whole', () => {
    const quantised = converted(bf16, format);
    const part = rowsOf(quantised, 5, 3);
    expect(part.shape).toEqual([3, columns]);
    expect(widen(part)).toEqual(widen(quantised).subarray(5 * columns, 8 * columns));
    // A tensor in memory gives views.
    const whole = rowsOf(quantised, 0, rows);
    expect(rowsOf(whole, 5, 3)).toEqual(part);
    expect(rowsOf(whole, 5, 3).data.buffer).toBe(whole.data.buffer);
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY])('%s shows in its own group, zeros stay zeros', (bad) => {
    const data = new Float32Array(2 * columns);
    data[columns + 3] = bad;
    const actual = widen(converted({ ...f32, shape: [2, columns], data }, format));
    expect(actual.subarray(0, columns).every((x) => x === 0)).toBe(true);
    expect(actual.subarray(columns, columns + group).every(Number.isNaN)).toBe(true);
    expect(actual.subarray(columns + group).every((x) => x === 0)).toBe(true);
  });
});

test('int4 puts the number of the largest magnitude on -8, whatever its sign, and uses all sixteen values', () => {
  const data = Float32Array.from({ length: 32 }, (_, i) => (i < 16 ? i - 8 : 0) * 0.5);
  for (const sign of [1, -1]) {
    const weight = { ...f32, shape: [1, 32], data: data.map((x) => sign * x) };
    const quantised = converted(weight, 'int4');
    expect(quantised.dtype === 'int4' && quantised.scales[0]).toBe(sign * 0.5);
    // Adding 0 makes 0 of -0.
    expect(widen(quantised).map((x) => x + 0)).toEqual(weight.data.map((x) => x + 0));
  }
});

test('only matrices of whole groups are narrowed; nothing is widened', () => {
  const tensor = (name: string, shape: number[], dtype: 'f32' | 'f16' = 'f32'): [string, Tensor] => [
    name,
    { name, dtype, shape, data: new Float32Array(shape.reduce((a, b) => a * b, 1)) },
  ];
  const weights: Weights = new Map([
    tensor('x.weight', [4, 64]),
    tensor('odd.weight', [4, 40]),
    tensor('layer.mamba.dt_proj.weight', [64, 32]),
    tensor('layer.mamba.A_log', [64, 32]),
    tensor('norm.weight', [64]),
    ['int8.weight', converted({ ...f32, name: 'int8.weight' }, 'int8')],
  ]);
  const dtypes = (format: 'f16' | 'int8' | 'int4') => [...convertWeights(weights, format).values()].map(({ dtype }) => dtype);
  expect(dtypes('int4')).toEqual(['int4', 'f32', 'f32', 'f32', 'f32', 'int4']);
  expect(dtypes('int8')).toEqual(['int8', 'f32', 'f32', 'f32', 'f32', 'int8']);
  expect(dtypes('f16')).toEqual(['f16', 'f16', 'f32', 'f32', 'f32', 'int8']);
});

test('bytes are counted with their scales', () => {
  const weights: Weights = new Map([[f32.name, f32]]);
  const count = rows * columns;
  expect(weightBytes(weights, 'stored')).toBe(4 * count);
  expect(weightBytes(weights, 'f16')).toBe(2 * count);
  expect(weightBytes(weights, 'int8')).toBe(count + (4 * count) / 64);
  expect(weightBytes(weights, 'int4')).toBe(count / 2 + (2 * count) / 32);
  expect(tensorBytes(converted(f32, 'int4'))).toBe(count / 2 + (2 * count) / 32);
});
