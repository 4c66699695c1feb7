/** Which weights the SIMD kernels can take, the room they need, and how they are laid out there. */
import { FLOAT_BYTES, FLOAT_LANES, type FloatFormat } from '../../cpu/simd/float-kernel.ts';
import { fitsInt8Kernel, packInt8 } from '../../cpu/simd/int8-layout.ts';
import { OUTPUTS } from '../../cpu/simd/quad-sums.ts';
import { widen } from '../../cpu/widen.ts';
import type { PieceStore } from '../../formats/pack/piece-store.ts';
import type { Tensor } from '../tensor.ts';
import { held } from '../tensor-rows.ts';
import { eachStretch } from './load-rows.ts';

/** Byte offsets into the memory; `scales` is of int8 alone. */
export interface PackedMatrix {
  readonly format: 'int8' | FloatFormat;
  readonly weights: number;
  readonly scales: number;
  readonly outputs: number;
  readonly columns: number;
}

/** f16, which WebAssembly cannot widen, is held as f32. Null: no kernel takes the tensor, plain loops do. */
export function packedFormat(tensor: Tensor, group: number): PackedMatrix['format'] | null {
  const { name, dtype, shape } = tensor;
  // A_log has a matrix's shape, but the scan takes it.
  if (shape.length !== 2 || name.endsWith('A_log')) return null;
  if (dtype === 'int4') return null;
  if (dtype === 'int8') return tensor.group === group && fitsInt8Kernel(tensor) ? 'int8' : null;
  if (shape[0] % OUTPUTS !== 0 || shape[1] % FLOAT_LANES !== 0) return null;
  return dtype === 'bf16' ? 'bf16' : 'f32';
}

/** @param take gives room for so many bytes */
export function placeMatrix(
  { shape: [outputs, columns] }: Tensor,
  format: PackedMatrix['format'],
  group: number,
  take: (bytes: number) => number,
): PackedMatrix {
  const count = outputs * columns;
  const isInt8 = format === 'int8';
  const weights = take(isInt8 ? count : count * FLOAT_BYTES[format]);
  return { format, weights, scales: isInt8 ? take((4 * count) / group) : 0, outputs, columns };
}

/** @param tell called with each tensor, or rows of one, that has arrived */
export async function fillMatrix(
  tensor: Tensor,
  { format, weights, scales, columns }: PackedMatrix,
  memory: ArrayBufferLike,
  pieces: PieceStore,
  tell: (rows: Tensor) => Promise<void>,
): Promise<void> {
  const count = tensor.shape[0] * tensor.shape[1];
  if (tensor.dtype === 'int8') {
    const { group } = tensor;
    await eachStretch(tensor, pieces, async (stretch, first) => {
      const size = stretch.shape[0] * columns;
      const scalesAt = scales + (4 * first * columns) / group;
      packInt8(stretch, new Int8Array(memory, weights + first * columns, size), new Float32Array(memory, scalesAt, size / group));
      await tell(stretch);
    });
    return;
  }
  const reading = held(tensor);
  if (format === 'bf16') new Uint16Array(memory, weights, count).set(reading.data);
  else new Float32Array(memory, weights, count).set(widen(reading));
  await tell(tensor);
}
