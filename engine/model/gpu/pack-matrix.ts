/** Packs weight matrices into the words that the matmul kernels read (matrix-layout.ts). Knows no device. */
import { widenRow } from '../../cpu/widen.ts';
import {
  HALF_TILE,
  isDeviceGroup,
  type MatrixFormat,
  rowStride,
  STORED,
  TILE_OUTPUTS,
  tileWords,
} from '../../kernels/matmul/matrix-layout.ts';
import type { Tensor } from '../tensor.ts';
import { rowsOf } from '../tensor-rows.ts';

/** One tensor, or gate and up interleaved so that a thread's two outputs are gate and up of one channel. */
export type MatrixSource = readonly [matrix: Tensor] | readonly [gate: Tensor, up: Tensor];

/** What the device will hold of a source, known before any of its numbers is read. */
export interface PackedForm {
  readonly format: MatrixFormat;
  /** Columns that share a scale; 0 without scales. */
  readonly group: number;
  readonly columns: number;
  /** Outputs, or channels of a gate-up source. */
  readonly results: number;
  readonly resultsPerTile: number;
  readonly tiles: number;
}

/** The number format is the source's own where all its tensors agree and the kernels take it; f32 else. */
export function packedForm(source: MatrixSource): PackedForm {
  const [results, columns] = source[0].shape;
  const group = groupOf(source[0]);
  const isOwn = source.every((tensor) => tensor.dtype === source[0].dtype && groupOf(tensor) === group);
  const resultsPerTile = TILE_OUTPUTS / source.length;
  const place = { columns, results, resultsPerTile, tiles: Math.ceil(results / resultsPerTile) };
  if (isOwn && (group === 0 || isDeviceGroup(group))) return { ...place, format: source[0].dtype, group };
  return { ...place, format: 'f32', group: 0 };
}

function groupOf(tensor: Tensor): number {
  return tensor.dtype === 'int8' || tensor.dtype === 'int4' ? tensor.group : 0;
}

/** The words of tiles first … first + count, then those of their scales; only the rows that stand in them are read. */
export function packTiles(source: MatrixSource, form: PackedForm, first: number, count: number): Uint32Array<ArrayBuffer> {
  const { format, group, columns, results, resultsPerTile } = form;
  const firstResult = first * resultsPerTile;
  const resultCount = Math.min(count * resultsPerTile, results - firstResult);
  const words = tileWords(format, columns, group);
  const packed = new Uint32Array(count * (words.weights + words.scales));
  const weights = packed.subarray(0, count * words.weights);
  const scales = packed.subarray(weights.length);
  source.forEach((tensor, part) => {
    const rows = rowsOf(tensor, firstResult, resultCount);
    const row = new Uint32Array((rowStride(columns) / STORED[format].columns) * STORED[format].words);
    for (let r = 0; r < resultCount; r++) {
      readRow(rows, format, r, columns, row);
      const output = outputOf(r, part, resultsPerTile);
      scatter(row, weights, output, STORED[format].words);
      if (group > 0) placeScales(rows, r, columns / group, scales, output);
    }
  });
  return packed;
}

/** Where row `r` of one of the source's tensors stands among the outputs of whole tiles. */
function outputOf(r: number, part: number, resultsPerTile: number): number {
  return Math.floor(r / resultsPerTile) * TILE_OUTPUTS + part * resultsPerTile + (r % resultsPerTile);
}

/** One output's words to their places: [tile][stored columns][TILE_OUTPUTS][wordsEach]. */
function scatter(row: Uint32Array, weights: Uint32Array, output: number, wordsEach: number): void {
  const tile = Math.floor(output / TILE_OUTPUTS);
  const step = TILE_OUTPUTS * wordsEach;
  let at = tile * TILE_OUTPUTS * row.length + (output % TILE_OUTPUTS) * wordsEach;
  for (let word = 0; word < row.length; word += wordsEach, at += step) {
    for (let w = 0; w < wordsEach; w++) weights[at + w] = row[word + w];
  }
}

/** One output's scales: [tile][groups][TILE_OUTPUTS] f32, or [tile][groups][HALF_TILE][2] f16 for int4. */
function placeScales(rows: Tensor, r: number, groups: number, scales: Uint32Array<ArrayBuffer>, output: number): void {
  if (rows.dtype !== 'int8' && rows.dtype !== 'int4') return;
  const isHalf = rows.dtype === 'int4';
  const target = new (isHalf ? Float16Array : Float32Array)(scales.buffer, scales.byteOffset);
  const within = output % TILE_OUTPUTS;
  const place = isHalf ? (within % HALF_TILE) * 2 + Math.floor(within / HALF_TILE) : within;
  const tile = Math.floor(output / TILE_OUTPUTS);
  for (let g = 0; g < groups; g++) target[(tile * groups + g) * TILE_OUTPUTS + place] = rows.scales[r * groups + g];
}

/** Row `r` in `format` into the leading words of `row`; the padding stays zero. */
function readRow(rows: Tensor, format: MatrixFormat, r: number, columns: number, row: Uint32Array<ArrayBuffer>): void {
  if (format === 'f32') {
    widenRow(rows, r, new Float32Array(row.buffer, 0, columns));
    return;
  }
  const elements = format === 'int4' ? columns / 2 : columns;
  const numbers = rows.data.subarray(r * elements, (r + 1) * elements);
  // Values wrap, so that the sign's bits stay as they are.
  new (format === 'int4' || format === 'int8' ? Uint8Array : Uint16Array)(row.buffer).set(numbers);
}
