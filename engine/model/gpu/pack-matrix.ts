/** Packs weight matrices into the words that the matmul kernels read (matrix-layout.ts). Knows no device. */
import { widenRow } from '../../cpu/widen.ts';
import {
  type Arrangement,
  isDeviceGroup,
  type MatrixForm,
  rowStride,
  storedOf,
  TILE_OUTPUTS,
  tileWords,
  UNIT_GAIN,
} from '../../kernels/matmul/matrix-layout.ts';
import type { Tensor } from '../tensor.ts';
import { rowsOf } from '../tensor-rows.ts';
import { readUnitRow } from './unit-rows.ts';

/** One tensor, or gate and up interleaved so that a thread's two outputs are gate and up of one channel. */
export type MatrixSource = readonly [matrix: Tensor] | readonly [gate: Tensor, up: Tensor];

/** What the device will hold of a source, known before any of its numbers is read. */
export interface PackedForm extends MatrixForm {
  /** Outputs, or channels of a gate-up source. */
  readonly results: number;
  readonly resultsPerTile: number;
  readonly tiles: number;
}

/**
 * For lanes, the number format is the source's own where all its tensors agree and the kernels take it; f32 else. For units
 * bf16 becomes f16, and the source must be one that suitsUnit().
 */
export function packedForm(source: MatrixSource, arrangement: Arrangement = 'lanes'): PackedForm {
  const [first] = source;
  const [results, columns] = first.shape;
  const group = groupOf(first);
  const isOwn = source.every((tensor) => tensor.dtype === first.dtype && groupOf(tensor) === group);
  const resultsPerTile = TILE_OUTPUTS[arrangement] / source.length;
  const place = { arrangement, columns, results, resultsPerTile, tiles: Math.ceil(results / resultsPerTile) };
  if (arrangement === 'unit' && first.dtype === 'bf16') return { ...place, format: 'f16', group };
  if (isOwn && (group === 0 || isDeviceGroup(group))) return { ...place, format: first.dtype, group };
  return { ...place, format: 'f32', group: 0 };
}

/** Whether a matrix unit, which multiplies f16, can take the tensor without losing what its format holds. */
export function suitsUnit(tensor: Tensor): boolean {
  return tensor.dtype !== 'f32' && (groupOf(tensor) === 0 || isDeviceGroup(groupOf(tensor)));
}

function groupOf(tensor: Tensor): number {
  return tensor.dtype === 'int8' || tensor.dtype === 'int4' ? tensor.group : 0;
}

/** The words of tiles first … first + count, then those of their scales; only the rows that stand in them are read. */
export function packTiles(source: MatrixSource, form: PackedForm, first: number, count: number): Uint32Array<ArrayBuffer> {
  const { group, columns, results, resultsPerTile } = form;
  const firstResult = first * resultsPerTile;
  const resultCount = Math.min(count * resultsPerTile, results - firstResult);
  const words = tileWords(form);
  const stored = storedOf(form);
  const packed = new Uint32Array(count * (words.weights + words.scales));
  const weights = packed.subarray(0, count * words.weights);
  const scales = packed.subarray(weights.length);
  source.forEach((tensor, part) => {
    const rows = rowsOf(tensor, firstResult, resultCount);
    const row = new Uint32Array((rowStride(columns) / stored.columns) * stored.words);
    const read = form.arrangement === 'unit' ? readUnitRow : readRow;
    for (let r = 0; r < resultCount; r++) {
      read(rows, form, r, row);
      const output = outputOf(form, r, part);
      scatter(row, weights, output, TILE_OUTPUTS[form.arrangement], stored.words);
      if (group > 0) placeScales(rows, form, r, scales, output);
    }
  });
  return packed;
}

/** Where row `r` of one of the source's tensors stands among the outputs of whole tiles. */
function outputOf({ arrangement, resultsPerTile }: PackedForm, r: number, part: number): number {
  return Math.floor(r / resultsPerTile) * TILE_OUTPUTS[arrangement] + part * resultsPerTile + (r % resultsPerTile);
}

/** One output's words to their places: [tile][stored columns][outputs of a tile][wordsEach]. */
function scatter(row: Uint32Array, weights: Uint32Array, output: number, tileOutputs: number, wordsEach: number): void {
  const tile = Math.floor(output / tileOutputs);
  const step = tileOutputs * wordsEach;
  let at = tile * tileOutputs * row.length + (output % tileOutputs) * wordsEach;
  for (let word = 0; word < row.length; word += wordsEach, at += step) {
    for (let w = 0; w < wordsEach; w++) weights[at + w] = row[word + w];
  }
}

/** One output's scales, as MatrixPart describes them. */
function placeScales(rows: Tensor, form: PackedForm, r: number, scales: Uint32Array<ArrayBuffer>, output: number): void {
  if (rows.dtype !== 'int8' && rows.dtype !== 'int4') return;
  const isUnit = form.arrangement === 'unit';
  const outputs = TILE_OUTPUTS[form.arrangement];
  const target = new (isUnit || rows.dtype === 'int4' ? Float16Array : Float32Array)(scales.buffer, scales.byteOffset);
  const within = output % outputs;
  const isByHalves = !isUnit && rows.dtype === 'int4';
  const place = isByHalves ? (within % (outputs / 2)) * 2 + Math.floor(within / (outputs / 2)) : within;
  const groups = form.columns / form.group;
  const tile = Math.floor(output / outputs);
  for (let g = 0; g < groups; g++) {
    target[(tile * groups + g) * outputs + place] = rows.scales[r * groups + g] * (isUnit ? UNIT_GAIN : 1);
  }
}

/** Row `r` as it is into the leading words of `row`; the padding stays zero. */
function readRow(rows: Tensor, { format, columns }: MatrixForm, r: number, row: Uint32Array<ArrayBuffer>): void {
  if (format === 'f32') {
    widenRow(rows, r, new Float32Array(row.buffer, 0, columns));
    return;
  }
  const elements = format === 'int4' ? columns / 2 : columns;
  const numbers = rows.data.subarray(r * elements, (r + 1) * elements);
  // Values wrap, so that the sign's bits stay as they are.
  new (format === 'int4' || format === 'int8' ? Uint8Array : Uint16Array)(row.buffer).set(numbers);
}
