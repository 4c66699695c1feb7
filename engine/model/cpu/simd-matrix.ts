/** Packed int8 matrices as one thread applies them, on its SIMD unit. */
import { unpackRow } from '../../cpu/simd/int8-layout.ts';
import { multiplyInt8 } from '../../cpu/simd/int8-product.ts';
import type { SimdKernels } from '../../cpu/simd/simd-kernels.ts';
import type { Matrix } from './matrix.ts';
import type { Scratch, SimdModel } from './shared-memory.ts';

/** Name → matrix. */
export function simdMatrices(
  { memory, sizes: { group }, matrices }: SimdModel,
  kernels: SimdKernels,
  scratch: Scratch,
): Map<string, Matrix> {
  const { buffer } = memory;
  const numbers = new Float32Array(buffer);
  const built = new Map<string, Matrix>();
  for (const [name, place] of matrices) {
    const { outputs, columns } = place;
    const packed = new Int8Array(buffer, place.weights, outputs * columns);
    const scales = new Float32Array(buffer, place.scales, (outputs * columns) / group);
    built.set(name, {
      outputs,
      columns,
      multiply(x, out, rows) {
        numbers.set(x, scratch.x / 4);
        multiplyInt8(kernels, group, { ...scratch, ...place, rows });
        out.set(numbers.subarray(scratch.out / 4, scratch.out / 4 + rows * outputs));
      },
      row: (index, out) => unpackRow(packed, scales, group, index, out),
    });
  }
  return built;
}
