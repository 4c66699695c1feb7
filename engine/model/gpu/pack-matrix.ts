/** Packs weight matrices into the words that the matmul kernels read (matrix-layout.ts). Knows no device. */
import { widenRow } from '../../cpu/widen.ts';
import {
  HALF_TILE,
  isDeviceGroup,
  type MatrixFormat,
  rowStride,
  TILE_OUTPUTS,
  WORDS_PER_FOUR,
} from '../../kernels/matmul/matrix-layout.ts';
import type { Tensor } from '../tensor.ts';

export interface PackedPart {
  readonly words: Uint32Array<ArrayBuffer>;
  /** int8 only. */
  readonly scales?: Float32Array<ArrayBuffer>;
  readonly tiles: number;
}

/** One tensor, or gate and up interleaved so that a thread's two outputs are gate and up of one channel. */
export type MatrixSource = readonly [matrix: Tensor] | readonly [gate: Tensor, up: Tensor];

/** The number format that all of a source's tensors can have on the device; f32 where they differ. */
export function packedFormat(source: MatrixSource): { format: MatrixFormat; group: number } {
  const formats = new Set(source.map(formatKey));
  const first = source[0];
  if (formats.size > 1 || (first.dtype === 'int8' && !isDeviceGroup(first.group))) return { format: 'f32', group: 0 };
  return { format: first.dtype, group: first.dtype === 'int8' ? first.group : 0 };
}

function formatKey(tensor: Tensor): string {
  return tensor.dtype === 'int8' ? `int8/${tensor.group}` : tensor.dtype;
}

/** Results (outputs, or gate-up channels) first … first + count of a source. */
export function packPart(source: MatrixSource, format: MatrixFormat, first: number, count: number): PackedPart {
  const columns = source[0].shape[1];
  const tiles = Math.ceil((count * source.length) / TILE_OUTPUTS);
  const fours = rowStride(columns) / 4;
  const perFour = WORDS_PER_FOUR[format];
  const words = new Uint32Array(tiles * fours * TILE_OUTPUTS * perFour);
  const row = new Uint32Array(fours * perFour);
  const group = source[0].dtype === 'int8' && format === 'int8' ? source[0].group : 0;
  // The kernel counts groups over whole padded rows.
  const groups = group === 0 ? 0 : rowStride(columns) / group;
  const scales = group === 0 ? undefined : new Float32Array(tiles * groups * TILE_OUTPUTS);
  for (let output = 0; output < tiles * TILE_OUTPUTS; output++) {
    const { tensor, index } = place(source, output);
    if (index >= count) continue;
    readRow(tensor, format, first + index, columns, row);
    const tile = Math.floor(output / TILE_OUTPUTS);
    const within = output % TILE_OUTPUTS;
    for (let four = 0; four < fours; four++) {
      const at = ((tile * fours + four) * TILE_OUTPUTS + within) * perFour;
      for (let w = 0; w < perFour; w++) words[at + w] = row[four * perFour + w];
    }
    if (scales !== undefined && tensor.dtype === 'int8') {
      for (let g = 0; g < groups; g++) {
        scales[(tile * groups + g) * TILE_OUTPUTS + within] = tensor.scales[(first + index) * groups + g];
      }
    }
  }
  return { words, scales, tiles };
}

/** Which tensor and which of its rows stands at padded output `output`. */
function place(source: MatrixSource, output: number): { tensor: Tensor; index: number } {
  if (source.length === 1) return { tensor: source[0], index: output };
  const tile = Math.floor(output / TILE_OUTPUTS);
  const within = output % TILE_OUTPUTS;
  return { tensor: source[within < HALF_TILE ? 0 : 1], index: tile * HALF_TILE + (within % HALF_TILE) };
}

/** Row `index` in `format` into the leading words of `row`; the padding stays zero. */
function readRow(tensor: Tensor, format: MatrixFormat, index: number, columns: number, row: Uint32Array<ArrayBuffer>): void {
  if (format === 'f32') {
    widenRow(tensor, index, new Float32Array(row.buffer, 0, columns));
    return;
  }
  const numbers = tensor.data.subarray(index * columns, (index + 1) * columns);
  new (format === 'int8' ? Int8Array : Uint16Array)(row.buffer).set(numbers);
}
