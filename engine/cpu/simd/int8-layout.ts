/** Int8 and int4 weights in the order in which `int8-kernel.ts` reads them. */
import type { Int4Tensor, Int8Tensor } from '../../model/tensor.ts';
import { LANES } from './int8-kernel.ts';
import { OUTPUTS } from './quad-sums.ts';

/** Whether the kernel can take a weight: outputs in fours, columns in whole groups. */
export function fitsInt8Kernel({ dtype, shape, group }: Int8Tensor | Int4Tensor): boolean {
  const wholeSteps = dtype === 'int8' || group % (2 * LANES) === 0;
  return shape[0] % OUTPUTS === 0 && shape[1] % group === 0 && wholeSteps;
}

/** [outputs, columns] → [quad][column / 16][4 outputs][16]; scales likewise [quad][group][4 outputs]. */
export function packInt8(tensor: Int8Tensor, weights: Int8Array, scales: Float32Array): void {
  const [outputs, columns] = tensor.shape;
  const { data, scales: sourceScales } = tensor;
  const groups = columns / tensor.group;
  // Sixteen weights move as four 32-bit words.
  const source = new Int32Array(data.buffer, data.byteOffset, data.length / 4);
  const target = new Int32Array(weights.buffer, weights.byteOffset, weights.length / 4);
  const words = LANES / 4;
  for (let o = 0; o < outputs; o++) {
    const sourceStart = (o * columns) / 4;
    const targetStart = packedStart(o, columns) / 4;
    for (let word = 0; word < columns / 4; word += words) {
      const at = targetStart + OUTPUTS * word;
      for (let i = 0; i < words; i++) target[at + i] = source[sourceStart + word + i];
    }
    packScales(sourceScales, o, groups, scales);
  }
}

/** [outputs, columns / 2] as Int4Tensor has them → [quad][column / 32][4 outputs][16], the numbers themselves unchanged. */
export function packInt4(tensor: Int4Tensor, weights: Uint8Array, scales: Float32Array): void {
  const [outputs, columns] = tensor.shape;
  const { data, scales: sourceScales } = tensor;
  const groups = columns / tensor.group;
  /** Four bits of column c of the row that starts at `start`. */
  const bits = (start: number, c: number) => (data[start + 4 * (c >> 3) + (c & 3)] >> (c & 4)) & 15;
  for (let o = 0; o < outputs; o++) {
    const start = (o * columns) / 2;
    for (let c = 0; c < columns; c += 2 * LANES) {
      const at = int4Start(o, c, columns);
      for (let i = 0; i < LANES; i++) weights[at + i] = bits(start, c + i) | (bits(start, c + LANES + i) << 4);
    }
    packScales(sourceScales, o, groups, scales);
  }
}

function packScales(source: Float32Array, output: number, groups: number, scales: Float32Array): void {
  for (let g = 0; g < groups; g++) scales[scaleIndex(output, g, groups)] = source[output * groups + g];
}

/** One output's weights back as f32, into out [columns]. */
export function unpackRow(weights: Int8Array, scales: Float32Array, group: number, output: number, out: Float32Array): void {
  const columns = out.length;
  const groups = columns / group;
  const start = packedStart(output, columns);
  for (let c = 0; c < columns; c++) {
    const scale = scales[scaleIndex(output, Math.floor(c / group), groups)];
    out[c] = weights[start + OUTPUTS * (c - (c % LANES)) + (c % LANES)] * scale;
  }
}

/** The same of int4 weights. */
export function unpackInt4Row(weights: Uint8Array, scales: Float32Array, group: number, output: number, out: Float32Array): void {
  const groups = out.length / group;
  for (let c = 0; c < out.length; c++) {
    const byte = weights[int4Start(output, c - (c % (2 * LANES)), out.length) + (c % LANES)];
    // Shifted to the top of 32 bits and back, which copies the sign.
    const number = (c % (2 * LANES) < LANES ? byte << 28 : byte << 24) >> 28;
    out[c] = number * scales[scaleIndex(output, Math.floor(c / group), groups)];
  }
}

/** Place of the 32 columns from `column` on. */
function int4Start(output: number, column: number, columns: number): number {
  return (Math.floor(output / OUTPUTS) * OUTPUTS * columns) / 2 + (OUTPUTS * column) / 2 + (output % OUTPUTS) * LANES;
}

function packedStart(output: number, columns: number): number {
  return Math.floor(output / OUTPUTS) * OUTPUTS * columns + (output % OUTPUTS) * LANES;
}

function scaleIndex(output: number, group: number, groups: number): number {
  return OUTPUTS * (Math.floor(output / OUTPUTS) * groups + group) + (output % OUTPUTS);
}
