import { describe, expect, test } from 'vitest';
import { randomNumbers } from '../model/random-model.fixture.ts';
import type { Tensor } from '../model/tensor.ts';
import { matmul } from './matmul.ts';
import { widen } from './widen.ts';

const [outputs, columns] = [6, 24];
const numbers = randomNumbers(outputs * columns, 3);
const shape = [outputs, columns] as const;
const bf16 = new Uint16Array(new Uint32Array(numbers.buffer).map((bits) => bits >>> 16));
const int8 = {
  name: 'w',
  dtype: 'int8',
  shape,
  group: 8,
  data: Int8Array.from(numbers, (x) => x * 127),
  scales: randomNumbers((outputs * columns) / 8, 4).map((x) => x / 127),
} as const;

const weights: Record<string, { tensor: Tensor; values: number[] }> = {
  f32: { tensor: { name: 'w', dtype: 'f32', shape, data: numbers }, values: [...numbers] },
  f16: {
    tensor: { name: 'w', dtype: 'f16', shape, data: new Uint16Array(Float16Array.from(numbers).buffer) },
    values: [...Float16Array.from(numbers)],
  },
  bf16: {
    tensor: { name: 'w', dtype: 'bf16', shape, data: bf16 },
    values: [...new Float32Array(Uint32Array.from(bf16, (bits) => bits << 16).buffer)],
  },
  int8: { tensor: int8, values: [...int8.data].map((q, i) => Math.fround(q * int8.scales[Math.floor(i / 8)])) },
};

describe.each(Object.entries(weights))('%s', (_, { tensor, values }) => {
  test('widens to the exact values', () => {
    expect([...widen(tensor)]).toEqual(values);
  });

  test('multiplies every row as the definition says, whatever the other rows', () => {
    const rows = 5;
    const x = randomNumbers(rows * columns, 9);
    const out = new Float32Array(rows * outputs);
    matmul(x, tensor, out, rows);
    for (let r = 0; r < rows; r++) {
      const alone = new Float32Array(outputs);
      matmul(x.slice(r * columns, (r + 1) * columns), tensor, alone, 1);
      expect(out.slice(r * outputs, (r + 1) * outputs)).toEqual(alone);
      for (let o = 0; o < outputs; o++) {
        let sum = 0;
        for (let c = 0; c < columns; c++) sum += x[r * columns + c] * values[o * columns + c];
        expect(alone[o]).toBeCloseTo(sum, 5);
      }
    }
  });
});
