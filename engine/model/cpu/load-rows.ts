/** Reads a matrix's rows into memory, some at a time, from the checkpoint or from pieces kept by an earlier load. Knows no layer. */
import type { PieceStore } from '../../formats/pack/piece-store.ts';
import type { Int4Tensor, Int8Tensor } from '../tensor.ts';
import { rowsOf } from '../tensor-rows.ts';

/** Changes whenever the same weights would give other bytes. */
export const ROW_LAYOUT = 'rows-1';

/** Numbers read at once: bounds memory beside the model's own, whatever the matrix. */
const STRETCH_NUMBERS = 2 ** 22;
/** Rows of a stretch are a multiple of this, whatever a kernel packs together. */
const ROW_STEP = 16;

/** Calls with the tensor's rows from the first to the last, in stretches of whole ROW_STEPs (the last may be shorter). */
export async function eachStretch<T extends Int8Tensor | Int4Tensor>(
  tensor: T,
  pieces: PieceStore,
  take: (rows: T, first: number) => void | Promise<void>,
): Promise<void> {
  const [rows, columns] = tensor.shape;
  const atOnce = Math.max(1, Math.floor(STRETCH_NUMBERS / columns / ROW_STEP)) * ROW_STEP;
  for (let first = 0; first < rows; first += atOnce) {
    await take(readStretch(tensor, pieces, first, Math.min(atOnce, rows - first)), first);
  }
}

/** A piece is the rows' scales in f32, then their numbers. */
function readStretch<T extends Int8Tensor | Int4Tensor>(tensor: T, pieces: PieceStore, first: number, count: number): T {
  const { name, group, dtype } = tensor;
  const columns = tensor.shape[1];
  const scaleBytes = (4 * count * columns) / group;
  const numberBytes = dtype === 'int4' ? (count * columns) / 2 : count * columns;
  const piece = pieces.piece(`${name} ${first}`, scaleBytes + numberBytes, () => {
    const { scales, data } = rowsOf(tensor, first, count) as T;
    const bytes = new Uint8Array(scaleBytes + numberBytes);
    bytes.set(new Uint8Array(scales.buffer, scales.byteOffset, scaleBytes));
    bytes.set(new Uint8Array(data.buffer, data.byteOffset, numberBytes), scaleBytes);
    return bytes;
  });
  const form = { name, group, shape: [count, columns] as const, scales: new Float32Array(piece.buffer, 0, scaleBytes / 4) };
  const rows: Int8Tensor | Int4Tensor =
    dtype === 'int4'
      ? { ...form, dtype, data: new Uint8Array(piece.buffer, scaleBytes, numberBytes) }
      : { ...form, dtype, data: new Int8Array(piece.buffer, scaleBytes, numberBytes) };
  // Of the dtype of `tensor`, hence of its type.
  return rows as T;
}
