/** Turns a weight in its file's number format into f32, one row at a time. Knows formats, not what a weight is for. */
import type { Tensor } from '../model/tensor.ts';
import { held } from '../model/tensor-rows.ts';

/** Writes row `row` of a weight [rows, columns] as f32 into `out` [columns]; a vector [n] is one row. */
export function widenRow(tensor: Tensor, row: number, out: Float32Array): void {
  const columns = out.length;
  const start = row * columns;
  switch (tensor.dtype) {
    case 'f32':
      out.set((tensor.data as Float32Array).subarray(start, start + columns));
      return;
    case 'bf16': {
      // The upper half of an f32: shifting the bits into place is exact.
      const bits = new Uint32Array(out.buffer, out.byteOffset, columns);
      for (let c = 0; c < columns; c++) bits[c] = tensor.data[start + c] << 16;
      return;
    }
    case 'f16':
      out.set(float16View(tensor.data as Uint16Array).subarray(start, start + columns));
      return;
    case 'int8': {
      const scaleStart = row * (columns / tensor.group);
      for (let c = 0; c < columns; c++) {
        out[c] = tensor.data[start + c] * tensor.scales[scaleStart + Math.floor(c / tensor.group)];
      }
      return;
    }
    case 'int4': {
      const [first, scaleStart] = [start / 2, row * (columns / tensor.group)];
      for (let c = 0; c < columns; c++) {
        const byte = tensor.data[first + 4 * (c >> 3) + (c & 3)];
        // Shifted to the top of 32 bits and back, which copies the sign.
        const number = ((c & 4) === 0 ? byte << 28 : byte << 24) >> 28;
        out[c] = number * tensor.scales[scaleStart + Math.floor(c / tensor.group)];
      }
      return;
    }
    default:
      assertNever(tensor);
  }
}

/** The whole weight as f32, row-major; an f32 tensor's own array, not a copy. */
export function widen(tensor: Tensor): Float32Array {
  const whole = held(tensor);
  if (whole.dtype === 'f32') return whole.data as Float32Array;
  const count = whole.shape.reduce((a, b) => a * b, 1);
  const rows = whole.shape.length === 1 ? 1 : whole.shape[0];
  const columns = count / rows;
  const out = new Float32Array(count);
  for (let r = 0; r < rows; r++) widenRow(whole, r, out.subarray(r * columns, (r + 1) * columns));
  return out;
}

/** f16 bit patterns seen as numbers. */
export function float16View(bits: Uint16Array): Float16Array {
  return new Float16Array(bits.buffer, bits.byteOffset, bits.length);
}

function assertNever(value: never): never {
  throw new Error(`unhandled tensor format ${JSON.stringify(value)}`);
}
