/** x · weightᵀ for packed int8 weights: quantises the rows, cuts them into the kernel's blocks, runs it. */
import { BLOCK_ROWS, LANES } from './int8-kernel.ts';
import type { SimdKernels } from './simd-kernels.ts';

/** Byte offsets into the memory, and sizes. */
export interface Int8Product {
  readonly weights: number;
  readonly scales: number;
  /** f32 [rows, columns] */
  readonly x: number;
  /** Room for rows * columns numbers of 16 bits, and for rows * columns / group f32 scales. */
  readonly q: number;
  readonly qScales: number;
  /** f32 [rows, outputs] */
  readonly out: number;
  readonly rows: number;
  readonly columns: number;
  readonly outputs: number;
}

/** Outputs computed for all rows before the next: their weights stay in the first-level cache meanwhile. */
const CACHED_WEIGHT_BYTES = 16_384;

export function multiplyInt8(kernels: SimdKernels, group: number, product: Int8Product): void {
  const { weights, scales, q, qScales, out, rows, columns, outputs } = product;
  quantiseBlocks(kernels, group, product);
  const groups = columns / group;
  const allPairs = outputs / 2;
  const pairsAtOnce = Math.ceil(CACHED_WEIGHT_BYTES / (2 * columns));
  for (let pair = 0; pair < allPairs; pair += pairsAtOnce) {
    const pairs = Math.min(pairsAtOnce, allPairs - pair);
    for (let row = 0; row < rows; row += BLOCK_ROWS) {
      const kernel = kernels.int8[Math.min(BLOCK_ROWS, rows - row) - 1];
      const [qAt, qScalesAt] = [q + row * columns * 2, qScales + row * groups * 4];
      const outAt = out + (row * outputs + pair * 2) * 4;
      kernel(weights + pair * 2 * columns, scales + pair * 8 * groups, qAt, qScalesAt, outAt, outputs * 4, groups, pairs);
    }
  }
}

/** q: for each block of rows [column / 8][row of the block][8]; its scales [group][row of the block]. */
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
