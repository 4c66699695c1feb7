/** x · weightᵀ for f32 or bf16 weights: cuts rows and outputs into the kernel's blocks, runs it. */
import { FLOAT_BLOCK_ROWS, FLOAT_BYTES, FLOAT_LANES, type FloatFormat } from './float-kernel.ts';
import { OUTPUTS } from './quad-sums.ts';
import type { SimdKernels } from './simd-kernels.ts';

/** Byte offsets into the memory, and sizes; outputs in fours, columns in eights. */
export interface FloatProduct {
  readonly format: FloatFormat;
  readonly weights: number;
  /** f32 [rows, columns] */
  readonly x: number;
  /** f32 [rows, outputs] */
  readonly out: number;
  /** `sumsBytes(FLOAT_BLOCK_ROWS)` of room. */
  readonly sums: number;
  readonly rows: number;
  readonly columns: number;
  readonly outputs: number;
}

/** Outputs computed for all rows before the next: their weights stay in the first-level cache meanwhile. */
const CACHED_WEIGHT_BYTES = 16_384;

export function multiplyFloat(kernels: SimdKernels, product: FloatProduct): void {
  const { format, weights, x, out, sums, rows, columns, outputs } = product;
  const stride = columns * FLOAT_BYTES[format];
  const allQuads = outputs / OUTPUTS;
  const quadsAtOnce = Math.ceil(CACHED_WEIGHT_BYTES / (OUTPUTS * stride));
  for (let quad = 0; quad < allQuads; quad += quadsAtOnce) {
    const quads = Math.min(quadsAtOnce, allQuads - quad);
    const weightsAt = weights + quad * OUTPUTS * stride;
    for (let row = 0; row < rows; row += FLOAT_BLOCK_ROWS) {
      const kernel = kernels[format][Math.min(FLOAT_BLOCK_ROWS, rows - row) - 1];
      const outAt = out + (row * outputs + quad * OUTPUTS) * 4;
      kernel(weightsAt, stride, x + row * columns * 4, columns * 4, outAt, outputs * 4, columns / FLOAT_LANES, quads, sums);
    }
  }
}
