/** One product of int8 weights and quantised rows as offsets into shared memory, and how a part of it is computed. */
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

/** Computes outputs of pairs `firstPair` … `firstPair + pairs - 1` for all rows. */
export type RunPart = (job: Int8Job, firstPair: number, pairs: number) => void;

/** Compiles the kernels over a memory; each thread has its own. */
export function compileInt8(memory: WebAssembly.Memory, group: number): RunPart {
  const pages = memory.buffer.byteLength / 65_536;
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(int8Module(group, pages)), { env: { memory } });
  // The module exports exactly these functions, of this type.
  const kernels = Array.from({ length: BLOCK_ROWS }, (_, i) => exports[`rows${i + 1}`] as Int8Kernel);
  return (job, firstPair, pairs) => {
    const { columns, outputs, rows } = job;
    const groups = columns / group;
    const weights = job.weights + firstPair * 2 * columns;
    const scales = job.scales + firstPair * 8 * groups;
    for (let row = 0; row < rows; row += BLOCK_ROWS) {
      const kernel = kernels[Math.min(BLOCK_ROWS, rows - row) - 1];
      const x = job.x + row * columns * 2;
      const xScales = job.xScales + row * groups * 4;
      kernel(weights, scales, x, xScales, job.out + (row * outputs + firstPair * 2) * 4, outputs * 4, groups, pairs);
    }
  };
}
