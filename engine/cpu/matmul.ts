/**
 * out = x · weightᵀ for a few rows of x at once: each weight row is widened to f32 once and used for all rows.
 * A row's sums run in one fixed order (four interleaved partial sums in f64), whatever the number of rows.
 */
import type { Tensor } from '../model/tensor.ts';
import { widenRow } from './widen.ts';

/** x [rows, columns], weight [outputs, columns] → out [rows, outputs]. */
export function matmul(x: Float32Array, weight: Tensor, out: Float32Array, rows: number): void {
  const columns = x.length / rows;
  const outputs = out.length / rows;
  const row = new Float32Array(columns);
  for (let o = 0; o < outputs; o++) {
    widenRow(weight, o, row);
    for (let r = 0; r < rows; r++) out[r * outputs + o] = dot(row, x, r * columns);
  }
}

/** Sum over i of a[i] * b[start + i], for all of a. */
export function dot(a: Float32Array, b: Float32Array, start: number): number {
  const n = a.length;
  const whole = n - (n % 4);
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  for (let i = 0; i < whole; i += 4) {
    s0 += a[i] * b[start + i];
    s1 += a[i + 1] * b[start + i + 1];
    s2 += a[i + 2] * b[start + i + 2];
    s3 += a[i + 3] * b[start + i + 3];
  }
  for (let i = whole; i < n; i++) s0 += a[i] * b[start + i];
  return s0 + s1 + (s2 + s3);
}
