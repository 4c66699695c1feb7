/** Which weights the SIMD kernels can take, the room they need, and how they are laid out there. */
import { FLOAT_BYTES, FLOAT_LANES, type FloatFormat } from '../../cpu/simd/float-kernel.ts';
import type { IntFormat } from '../../cpu/simd/int8-kernel.ts';
import { fitsInt8Kernel, packInt4, packInt8 } from '../../cpu/simd/int8-layout.ts';
import { OUTPUTS } from '../../cpu/simd/quad-sums.ts';
import { widen } from '../../cpu/widen.ts';
import type { PieceStore } from '../../formats/pack/piece-store.ts';
import type { Tensor } from '../tensor.ts';
import { held } from '../tensor-rows.ts';
import { eachStretch } from './load-rows.ts';

/** Byte offsets into the memory; `scales` is of int8 and int4 alone. */
export interface PackedMatrix {
  readonly format: IntFormat | FloatFormat;
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
  if (dtype === 'int8' || dtype === 'int4') return tensor.group === group && fitsInt8Kernel(tensor) ? dtype : null;
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
  if (format === 'f32' || format === 'bf16') {
    return { format, weights: take(count * FLOAT_BYTES[format]), scales: 0, outputs, columns };
  }
  const weights = take(format === 'int8' ? count : count / 2);
  return { format, weights, scales: take((4 * count) / group), outputs, columns };
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
  if (tensor.dtype === 'int8' || tensor.dtype === 'int4') {
    const { group } = tensor;
    await eachStretch(tensor, pieces, async (stretch, first) => {
      const [start, size] = [first * columns, stretch.shape[0] * columns];
      const scalesOut = new Float32Array(memory, scales + (4 * start) / group, size / group);
      if (stretch.dtype === 'int8') packInt8(stretch, new Int8Array(memory, weights + start, size), scalesOut);
      else packInt4(stretch, new Uint8Array(memory, weights + start / 2, size / 2), scalesOut);
      await tell(stretch);
    });
    return;
  }
  const reading = held(tensor);
  if (format === 'bf16') new Uint16Array(memory, weights, count).set(reading.data);
  else new Float32Array(memory, weights, count).set(widen(reading));
  await tell(tensor);
}
