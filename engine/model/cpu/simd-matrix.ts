/** Packed matrices as one thread applies them, on its SIMD unit. Operands lie in the memory of the kernels. */

import { multiplyFloat } from '../../cpu/simd/float-product.ts';
import type { IntFormat } from '../../cpu/simd/int8-kernel.ts';
import { unpackInt4Row, unpackRow } from '../../cpu/simd/int8-layout.ts';
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
    place.format === 'int8' || place.format === 'int4'
      ? intMatrix(model, kernels, scratch, place, place.format)
      : floatMatrix(model, kernels, scratch, name, place, place.format);
  return new Map([...model.matrices].map(([name, place]) => [name, build(name, place)]));
}

function intMatrix(
  { memory, sizes }: SimdModel,
  kernels: SimdKernels,
  scratch: Scratch,
  place: PackedMatrix,
  format: IntFormat,
): Matrix {
  const { outputs, columns, weights } = place;
  const { group } = sizes;
  const count = outputs * columns;
  const scales = new Float32Array(memory.buffer, place.scales, count / group);
  const row =
    format === 'int8'
      ? unpackRow.bind(null, new Int8Array(memory.buffer, weights, count), scales, group)
      : unpackInt4Row.bind(null, new Uint8Array(memory.buffer, weights, count / 2), scales, group);
  return {
    outputs,
    columns,
    multiply: (x, out, rows) =>
      multiplyInt8(kernels, group, { ...scratch, ...place, format, x: x.byteOffset, out: out.byteOffset, rows }),
    row,
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
