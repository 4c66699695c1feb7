/** x · weightᵀ for packed int8 or int4 weights: quantises the rows, cuts them into the kernel's blocks, runs it. */
import { BLOCK_ROWS, type IntFormat, LANES } from './int8-kernel.ts';
import { OUTPUTS } from './quad-sums.ts';
import type { SimdKernels } from './simd-kernels.ts';

/** Byte offsets into the memory, and sizes. */
export interface Int8Product {
  readonly format: IntFormat;
  readonly weights: number;
  readonly scales: number;
  /** f32 [rows, columns] */
  readonly x: number;
  /** Room for rows * columns numbers of 16 bits, and for rows * columns / group f32 scales. */
  readonly q: number;
  readonly qScales: number;
  /** f32 [rows, outputs] */
  readonly out: number;
  /** `sumsBytes(BLOCK_ROWS)` of room. */
  readonly sums: number;
  readonly rows: number;
  readonly columns: number;
  readonly outputs: number;
}

/** Outputs computed for all rows before the next: their weights stay in the first-level cache meanwhile. */
const CACHED_WEIGHT_BYTES = 16_384;

export function multiplyInt8(kernels: SimdKernels, group: number, product: Int8Product): void {
  const { format, weights, scales, q, qScales, out, sums, rows, columns, outputs } = product;
  quantiseBlocks(kernels, group, product);
  const groups = columns / group;
  const quadBytes = format === 'int8' ? OUTPUTS * columns : (OUTPUTS * columns) / 2;
  const allQuads = outputs / OUTPUTS;
  const quadsAtOnce = Math.ceil(CACHED_WEIGHT_BYTES / quadBytes);
  for (let quad = 0; quad < allQuads; quad += quadsAtOnce) {
    const quads = Math.min(quadsAtOnce, allQuads - quad);
    const [weightsAt, scalesAt] = [weights + quad * quadBytes, scales + quad * 4 * OUTPUTS * groups];
    for (let row = 0; row < rows; row += BLOCK_ROWS) {
      const kernel = kernels[format][Math.min(BLOCK_ROWS, rows - row) - 1];
      const [qAt, qScalesAt] = [q + row * columns * 2, qScales + row * groups * 4];
      const outAt = out + (row * outputs + quad * OUTPUTS) * 4;
      kernel(weightsAt, scalesAt, qAt, qScalesAt, outAt, outputs * 4, groups, quads, sums);
    }
  }
}

/** q: for each block of rows [column / 16][row of the block][16]; its scales [group][row of the block]. */
function quantiseBlocks({ quantise }: SimdKernels, group: number, { x, q, qScales, rows, columns }: Int8Product): void {
  const groups = columns / group;
  for (let row = 0; row < rows; row++) {
    const first = row - (row % BLOCK_ROWS);
    const block = Math.min(BLOCK_ROWS, rows - first);
    const qAt = q + first * columns * 2 + (row - first) * LANES * 2;
    const scaleAt = qScales + (first * groups + (row - first)) * 4;
    quantise(x + row * columns * 4, qAt, scaleAt, block * LANES * 2, block * 4, groups);
  }
}
