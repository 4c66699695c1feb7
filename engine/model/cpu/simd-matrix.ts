/** Int8 matrices on the CPU's SIMD units: one WebAssembly memory holds all of them, with room for one product's rows. */
import { compileInt8, type Int8Job } from '../../cpu/simd/int8-job.ts';
import { fitsInt8Kernel, packInt8, unpackRow } from '../../cpu/simd/int8-layout.ts';
import { quantiseRows } from '../../cpu/simd/quantise-rows.ts';
import type { Int8Tensor, Tensor, Weights } from '../tensor.ts';
import { type Matrix, plainMatrix } from './matrix.ts';

const PAGE_BYTES = 65_536;
/** A 32-bit WebAssembly memory ends at 4 GiB. */
const MAX_MEMORY_BYTES = 2 ** 32 - PAGE_BYTES;

/**
 * How to hold each matrix of a model: those in int8 on the SIMD kernel, the rest plainly.
 * @param maxRows rows of one product at most
 */
export function simdMatrices(weights: Weights, maxRows: number): (tensor: Tensor) => Matrix {
  const tensors = [...weights.values()].filter((tensor) => tensor.dtype === 'int8').filter(fitsInt8Kernel);
  const group = tensors[0]?.group;
  const fitting = tensors.filter((tensor) => tensor.group === group);
  const columns = Math.max(0, ...fitting.map(({ shape }) => shape[1]));
  const outputs = Math.max(0, ...fitting.map(({ shape }) => shape[0]));

  const arena = new Arena();
  const rows = {
    x: arena.take(2 * maxRows * columns),
    xScales: arena.take((4 * maxRows * columns) / group),
    out: arena.take(4 * maxRows * outputs),
  };
  const places = new Map(
    fitting.map((tensor) => [tensor.name, { weights: arena.take(size(tensor)), scales: arena.take((4 * size(tensor)) / group) }]),
  );
  if (fitting.length === 0 || arena.bytes > MAX_MEMORY_BYTES) return plainMatrix;

  const pages = Math.ceil(arena.bytes / PAGE_BYTES);
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages, shared: true });
  const run = compileInt8(memory, group);

  return (tensor) => {
    const place = places.get(tensor.name);
    if (tensor.dtype !== 'int8' || place === undefined) return plainMatrix(tensor);
    const [outputs, columns] = tensor.shape;
    const packed = new Int8Array(memory.buffer, place.weights, outputs * columns);
    const scales = new Float32Array(memory.buffer, place.scales, (outputs * columns) / group);
    packInt8({ ...tensor }, packed, scales);
    return {
      outputs,
      columns,
      multiply(x, out, count) {
        const q = new Int16Array(memory.buffer, rows.x, count * columns);
        const qScales = new Float32Array(memory.buffer, rows.xScales, (count * columns) / group);
        quantiseRows(x, count, group, q, qScales);
        const job: Int8Job = { ...rows, ...place, rows: count, columns, outputs };
        run(job, 0, outputs / 2);
        out.set(new Float32Array(memory.buffer, rows.out, count * outputs));
      },
      row: (index, out) => unpackRow(packed, scales, group, index, out),
    };
  };
}

function size({ shape }: Int8Tensor): number {
  return shape[0] * shape[1];
}

/** Hands out stretches of a memory to be made, each on a cache line. */
class Arena {
  bytes = 0;

  take(bytes: number): number {
    const start = this.bytes;
    this.bytes += Math.ceil(bytes / 64) * 64;
    return start;
  }
}
