/** For tests: activations as fragments of a matrix unit and back, without a device. The twin of activation-fragments.wgsl. */
import { rowStride } from '../matmul/matrix-layout.ts';
import { FRAGMENT_ROWS, LOW_PART, VALUE_PART } from './activations.ts';

const SMALLEST_NORMAL = 2 ** -14;

/** Rows [rows][width] → f16 [rows / 8][columns / 16][8 high, 8 low parts][16], with room for 64 rows. */
export function toFragments(values: Float32Array, width: number): Float16Array<ArrayBuffer> {
  const fragments = new Float16Array(64 * 2 * rowStride(width));
  const bits = new Uint32Array(1);
  const float = new Float32Array(bits.buffer);
  for (let i = 0; i < values.length; i++) {
    const scaled = values[i] * VALUE_PART;
    float[0] = scaled;
    bits[0] &= 0xffffe000;
    const high = Math.abs(scaled) < SMALLEST_NORMAL ? 0 : float[0];
    const at = placeOf(Math.floor(i / width), i % width, width);
    fragments[at] = high;
    fragments[at + FRAGMENT_ROWS * 16] = (scaled - high) / LOW_PART;
  }
  return fragments;
}

/** The first `rows` rows of fragments, as [rows][width]. */
export function fromFragments(fragments: Float16Array, rows: number, width: number): Float32Array<ArrayBuffer> {
  return Float32Array.from({ length: rows * width }, (_, i) => {
    const at = placeOf(Math.floor(i / width), i % width, width);
    return (fragments[at] + fragments[at + FRAGMENT_ROWS * 16] * LOW_PART) / VALUE_PART;
  });
}

function placeOf(row: number, column: number, width: number): number {
  const fragment = Math.floor(row / FRAGMENT_ROWS) * (rowStride(width) / 16) + Math.floor(column / 16);
  return fragment * FRAGMENT_ROWS * 32 + (row % FRAGMENT_ROWS) * 16 + (column % 16);
}
