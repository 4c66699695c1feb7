/** Rounds f32 weights to group-wise int8 and int4. Knows numbers in groups, not what a weight is for. */

const LARGEST_INT8 = 127;
/** Two's complement reaches one further below zero than above. */
const LEAST_INT4 = -8;

/**
 * One row into q [columns] and scales [columns / group]: scale = largest magnitude / 127, so the error is at most half a
 * scale. A group with NaN or infinity gets the scale NaN, so that its products show it.
 */
export function quantiseInt8(row: Float32Array, group: number, q: Int8Array, scales: Float32Array): void {
  const bits = bitsOf(row);
  for (let g = 0, start = 0; start < row.length; g++, start += group) {
    const extreme = extremeOf(bits, start, group);
    scales[g] = Math.abs(extreme) / LARGEST_INT8;
    const perUnit = scales[g] > 0 ? 1 / scales[g] : 0;
    for (let c = start; c < start + group; c++) q[c] = Math.round(row[c] * perUnit);
  }
}

/**
 * One row into q [columns / 2], laid out as Int4Tensor says, and scales [columns / group]. The number of the largest magnitude
 * becomes -8 (the scale may be negative), as in ggml's Q4_0: all sixteen values are used. The error is at most half a
 * scale, or one where a number as large stands on the other side of zero. Scales are rounded to f16 first.
 */
export function quantiseInt4(row: Float32Array, group: number, q: Uint8Array, scales: Float32Array): void {
  const bits = bitsOf(row);
  for (let g = 0, start = 0; start < row.length; g++, start += group) {
    const scale = Math.f16round(extremeOf(bits, start, group) / LEAST_INT4);
    scales[g] = scale;
    const perUnit = scale === 0 || Number.isNaN(scale) ? 0 : 1 / scale;
    for (let c = start; c < start + group; c += 8) {
      for (let i = c; i < c + 4; i++) {
        q[i - c / 2] = nibble(row[i] * perUnit) | (nibble(row[i + 4] * perUnit) << 4);
      }
    }
  }
}

/** The nearest of -8 … 7, as four bits. */
function nibble(units: number): number {
  // Counted from -8 up, so that truncation rounds; flipping the highest bit makes two's complement of it.
  const fromLeast = (units + 8.5) | 0;
  return (fromLeast < 0 ? 0 : fromLeast > 15 ? 15 : fromLeast) ^ 8;
}

/** Bits of infinity, without the sign. */
const INFINITE = 0x7f800000;

/** The number of the largest magnitude; NaN where one is not finite. Magnitudes of floats are ordered as their bits are. */
function extremeOf(bits: Uint32Array, start: number, group: number): number {
  // The sign, turned below the magnitude, comes along.
  let most = 0;
  for (let c = start; c < start + group; c++) {
    const turned = ((bits[c] << 1) | (bits[c] >>> 31)) >>> 0;
    if (turned > most) most = turned;
  }
  const magnitude = most >>> 1;
  if (magnitude >= INFINITE) return Number.NaN;
  ONE_AS_BITS[0] = magnitude | (most << 31);
  return ONE[0];
}

const ONE = new Float32Array(1);
const ONE_AS_BITS = new Uint32Array(ONE.buffer);

function bitsOf({ buffer, byteOffset, length }: Float32Array): Uint32Array {
  return new Uint32Array(buffer, byteOffset, length);
}
