/** Int8 weights in the order in which `int8-kernel.ts` reads them. */
import type { Int8Tensor } from '../../model/tensor.ts';
import { LANES } from './int8-kernel.ts';

/** Whether the kernel can take a weight: outputs in pairs, columns in whole groups. */
export function fitsInt8Kernel({ shape, group }: Int8Tensor): boolean {
  return shape[0] % 2 === 0 && shape[1] % group === 0;
}

/** [outputs, columns] → [pair][column / 8][2 outputs][8]; scales likewise [pair][group][2 outputs]. */
export function packInt8(tensor: Int8Tensor, weights: Int8Array, scales: Float32Array): void {
  const [outputs, columns] = tensor.shape;
  const { data, scales: sourceScales } = tensor;
  const groups = columns / tensor.group;
  // Eight weights move as two 32-bit words.
  const source = new Int32Array(data.buffer, data.byteOffset, data.length / 4);
  const target = new Int32Array(weights.buffer, weights.byteOffset, weights.length / 4);
  for (let o = 0; o < outputs; o++) {
    const sourceStart = (o * columns) / 4;
    const targetStart = packedStart(o, columns) / 4;
    for (let word = 0; word < columns / 4; word += 2) {
      target[targetStart + 2 * word] = source[sourceStart + word];
      target[targetStart + 2 * word + 1] = source[sourceStart + word + 1];
    }
    for (let g = 0; g < groups; g++) scales[2 * (Math.floor(o / 2) * groups + g) + (o % 2)] = sourceScales[o * groups + g];
  }
}

/** One output's weights back as f32, into out [columns]. */
export function unpackRow(weights: Int8Array, scales: Float32Array, group: number, output: number, out: Float32Array): void {
  const columns = out.length;
  const groups = columns / group;
  const start = packedStart(output, columns);
  for (let c = 0; c < columns; c++) {
    const scale = scales[2 * (Math.floor(output / 2) * groups + Math.floor(c / group)) + (output % 2)];
    out[c] = weights[start + 2 * (c - (c % LANES)) + (c % LANES)] * scale;
  }
}

function packedStart(output: number, columns: number): number {
  return Math.floor(output / 2) * 2 * columns + (output % 2) * LANES;
}
