/** How matmul and embedding expect a weight matrix in device memory. Knows no number format's packing. */
import type { Capabilities } from '../../device/capabilities.ts';

/** Columns that share one scale at least; rows of activations are padded to whole blocks, the padding zero. */
export const BLOCK_COLUMNS = 32;

/** Outputs of one workgroup. */
export const TILE_OUTPUTS = 64;

/** Where gate and up interleave, the first half of a tile is gate and the second is up of the same channels. */
export const HALF_TILE = TILE_OUTPUTS / 2;

export type MatrixFormat = 'f32' | 'bf16' | 'f16' | 'int8' | 'int4';

/** How many columns of one output are stored together, and in how many u32 words. */
export const STORED: Readonly<Record<MatrixFormat, { readonly columns: number; readonly words: number }>> = {
  f32: { columns: 4, words: 4 },
  bf16: { columns: 4, words: 2 },
  f16: { columns: 4, words: 2 },
  int8: { columns: 4, words: 1 },
  int4: { columns: 8, words: 1 },
};

/** u32 words that hold the scale of one group of TILE_OUTPUTS outputs: f32 for int8, f16 for int4. */
export const SCALE_WORDS: Readonly<Record<MatrixFormat, number>> = {
  f32: 0,
  bf16: 0,
  f16: 0,
  int8: TILE_OUTPUTS,
  int4: HALF_TILE,
};

/** Outputs of one part of a matrix; parts keep bindings within the device's limit. */
export interface MatrixPart {
  /** Words [tiles][columns / STORED.columns][TILE_OUTPUTS][STORED.words]: a workgroup reads one stretch of memory. */
  readonly weights: GPUBuffer;
  /** int8: f32 [tiles][columns / group][TILE_OUTPUTS]. int4: f16 [tiles][columns / group][HALF_TILE][2 halves of the tile]. */
  readonly scales?: GPUBuffer;
  readonly tiles: number;
  /** Number of the part's first result, and how many results it makes (half its outputs for a gate-up matrix). */
  readonly firstResult: number;
  readonly results: number;
}

export interface DeviceMatrix {
  readonly format: MatrixFormat;
  readonly columns: number;
  /** Columns that share a scale: BLOCK_COLUMNS times a power of two; 0 without scales. */
  readonly group: number;
  readonly parts: readonly MatrixPart[];
}

/** Whether int8 or int4 weights of this group size can stay so on the device. */
export function isDeviceGroup(group: number): boolean {
  return Number.isInteger(Math.log2(group / BLOCK_COLUMNS)) && group >= BLOCK_COLUMNS;
}

/** Floats from one row of activations to the next. */
export function rowStride(width: number): number {
  return Math.ceil(width / BLOCK_COLUMNS) * BLOCK_COLUMNS;
}

/** u32 words of one tile's weights, and of its scales. */
export function tileWords(format: MatrixFormat, columns: number, group: number): { weights: number; scales: number } {
  const stored = STORED[format];
  const width = rowStride(columns);
  return {
    weights: (width / stored.columns) * stored.words * TILE_OUTPUTS,
    scales: group === 0 ? 0 : (width / group) * SCALE_WORDS[format],
  };
}

/** Tiles one part may have within the binding limit. */
export function maxPartTiles(format: MatrixFormat, columns: number, { maxBindingBytes }: Capabilities): number {
  return Math.max(1, Math.floor(maxBindingBytes / (4 * tileWords(format, columns, 0).weights)));
}

/** store: result = sums · add: result += sums + bias · swiglu: silu(gate) * up · scatter: to the row of the head's slot. */
export const EMITS = { store: 0, add: 1, swiglu: 2, scatter: 3 } as const;

export type Emit = keyof typeof EMITS;

/** The words of struct MatrixShape (matrix-shape.wgsl). `resultStride`: floats from one row of the result to the next. */
export function shapeWords(
  { columns, group }: DeviceMatrix,
  { firstResult, results }: MatrixPart,
  emit: Emit,
  resultStride: number,
  { subgroupSize }: Capabilities,
): Uint32Array<ArrayBuffer> {
  const width = rowStride(columns);
  const groupShift = group === 0 ? 0 : Math.log2(group / BLOCK_COLUMNS);
  return new Uint32Array([
    width / BLOCK_COLUMNS,
    groupShift,
    firstResult,
    results,
    width,
    resultStride,
    EMITS[emit],
    Math.min(8, subgroupSize),
  ]);
}
