/** One product of int8 weights and quantised rows in a shared memory: cuts the rows into the kernel's blocks. */
import { BLOCK_ROWS, type Int8Kernel, int8Module } from './int8-kernel.ts';

/** Byte offsets into the memory, and sizes. */
export interface Int8Job {
  readonly weights: number;
  readonly scales: number;
  readonly x: number;
  readonly xScales: number;
  /** f32 [rows, outputs] */
  readonly out: number;
  readonly rows: number;
  readonly columns: number;
  readonly outputs: number;
}

/** Outputs computed for all rows before the next: their weights stay in the first-level cache meanwhile. */
const CACHED_WEIGHT_BYTES = 16_384;

/** Compiles the kernels over a memory; each thread has its own. */
export function compileInt8(memory: WebAssembly.Memory, group: number): (job: Int8Job) => void {
  const pages = memory.buffer.byteLength / 65_536;
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(int8Module(group, pages)), { env: { memory } });
  // The module exports exactly these functions, of this type.
  const kernels = Array.from({ length: BLOCK_ROWS }, (_, i) => exports[`rows${i + 1}`] as Int8Kernel);
  return ({ weights, scales, x, xScales, out, rows, columns, outputs }) => {
    const groups = columns / group;
    const allPairs = outputs / 2;
    const pairsAtOnce = Math.ceil(CACHED_WEIGHT_BYTES / (2 * columns));
    for (let pair = 0; pair < allPairs; pair += pairsAtOnce) {
      const pairs = Math.min(pairsAtOnce, allPairs - pair);
      for (let row = 0; row < rows; row += BLOCK_ROWS) {
        const kernel = kernels[Math.min(BLOCK_ROWS, rows - row) - 1];
        const [xAt, xScalesAt] = [x + row * columns * 2, xScales + row * groups * 4];
        const outAt = out + (row * outputs + pair * 2) * 4;
        kernel(weights + pair * 2 * columns, scales + pair * 8 * groups, xAt, xScalesAt, outAt, outputs * 4, groups, pairs);
      }
    }
  };
}
