/** Int8 weights in the order in which `int8-kernel.ts` reads them. */
import type { Int8Tensor } from '../../model/tensor.ts';
import { LANES } from './int8-kernel.ts';
import { OUTPUTS } from './quad-sums.ts';

/** Whether the kernel can take a weight: outputs in fours, columns in whole groups. */
export function fitsInt8Kernel({ shape, group }: Int8Tensor): boolean {
  return shape[0] % OUTPUTS === 0 && shape[1] % group === 0;
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
    for (let g = 0; g < groups; g++) scales[scaleIndex(o, g, groups)] = sourceScales[o * groups + g];
  }
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

function packedStart(output: number, columns: number): number {
  return Math.floor(output / OUTPUTS) * OUTPUTS * columns + (output % OUTPUTS) * LANES;
}

function scaleIndex(output: number, group: number, groups: number): number {
  return OUTPUTS * (Math.floor(output / OUTPUTS) * groups + group) + (output % OUTPUTS);
}
