/** Packed matrices as one thread applies them, on its SIMD unit. Operands lie in the memory of the kernels. */

import { multiplyFloat } from '../../cpu/simd/float-product.ts';
import { unpackRow } from '../../cpu/simd/int8-layout.ts';
import { multiplyInt8 } from '../../cpu/simd/int8-product.ts';
import type { SimdKernels } from '../../cpu/simd/simd-kernels.ts';
import { widenRow } from '../../cpu/widen.ts';
import type { Matrix } from './matrix.ts';
import type { PackedMatrix } from './packed-matrix.ts';
import type { Scratch } from './scratch.ts';
import type { SimdModel } from './shared-memory.ts';

/** Name → matrix. */
export function simdMatrices(model: SimdModel, kernels: SimdKernels, scratch: Scratch): Map<string, Matrix> {
  const build = (name: string, place: PackedMatrix): Matrix =>
    place.format === 'int8'
      ? int8Matrix(model, kernels, scratch, place)
      : floatMatrix(model, kernels, scratch, name, place, place.format);
  return new Map([...model.matrices].map(([name, place]) => [name, build(name, place)]));
}

function int8Matrix({ memory, sizes }: SimdModel, kernels: SimdKernels, scratch: Scratch, place: PackedMatrix): Matrix {
  const { outputs, columns } = place;
  const { group } = sizes;
  const packed = new Int8Array(memory.buffer, place.weights, outputs * columns);
  const scales = new Float32Array(memory.buffer, place.scales, (outputs * columns) / group);
  return {
    outputs,
    columns,
    multiply: (x, out, rows) =>
      multiplyInt8(kernels, group, { ...scratch, ...place, x: x.byteOffset, out: out.byteOffset, rows }),
    row: (index, out) => unpackRow(packed, scales, group, index, out),
  };
}

function floatMatrix(
  { memory }: SimdModel,
  kernels: SimdKernels,
  { sums }: Scratch,
  name: string,
  place: PackedMatrix,
  format: 'f32' | 'bf16',
): Matrix {
  const { outputs, columns, weights } = place;
  const numbers = format === 'f32' ? Float32Array : Uint16Array;
  const tensor = { name, dtype: format, shape: [outputs, columns], data: new numbers(memory.buffer, weights, outputs * columns) };
  return {
    outputs,
    columns,
    multiply: (x, out, rows) =>
      multiplyFloat(kernels, { format, weights, sums, x: x.byteOffset, out: out.byteOffset, rows, columns, outputs }),
    row: (index, out) => widenRow(tensor, index, out),
  };
}
