/** How matmul and embedding expect a weight matrix in device memory. Knows no number format's packing. */
import type { Capabilities } from '../../device/capabilities.ts';

/** Columns that share one scale at least; rows of activations are padded to whole blocks, the padding zero. */
export const BLOCK_COLUMNS = 32;

/** For whom a matrix is arranged: threads that compute whole outputs each, or a matrix unit that takes 16 x 16 tiles. */
export type Arrangement = 'lanes' | 'unit';

/**
 * Outputs of one tile, which are stored together. Where gate and up interleave, the first half of a tile is gate and the
 * second is up of the same channels.
 */
export const TILE_OUTPUTS: Readonly<Record<Arrangement, number>> = { lanes: 64, unit: 32 };

export type MatrixFormat = 'f32' | 'bf16' | 'f16' | 'int8' | 'int4';

/** How many columns of one output are stored together, and in how many u32 words. */
interface Stored {
  readonly columns: number;
  readonly words: number;
}

const STORED: Readonly<Record<Arrangement, Readonly<Partial<Record<MatrixFormat, Stored>>>>> = {
  lanes: {
    f32: { columns: 4, words: 4 },
    bf16: { columns: 4, words: 2 },
    f16: { columns: 4, words: 2 },
    int8: { columns: 4, words: 1 },
    int4: { columns: 8, words: 1 },
  },
  unit: {
    f16: { columns: 16, words: 8 },
    int8: { columns: 16, words: 4 },
    int4: { columns: 32, words: 4 },
  },
};

/** Matrix units hold quantised weights as f16, so many times as large: their scales then keep clear of f16's subnormals. */
export const UNIT_GAIN = 64;

/** What decides how a matrix's numbers lie in memory. */
export interface MatrixForm {
  readonly arrangement: Arrangement;
  readonly format: MatrixFormat;
  readonly columns: number;
  /** Columns that share a scale: BLOCK_COLUMNS times a power of two; 0 without scales. */
  readonly group: number;
}

export function storedOf({ arrangement, format }: Pick<MatrixForm, 'arrangement' | 'format'>): Stored {
  const stored = STORED[arrangement][format];
  if (stored === undefined) throw new Error(`${format} weights have no arrangement for matrix units`);
  return stored;
}

/** Outputs of one part of a matrix; parts keep bindings within the device's limit. */
export interface MatrixPart {
  /** Words [tiles][columns / stored.columns][TILE_OUTPUTS][stored.words]: a workgroup reads one stretch of memory. */
  readonly weights: GPUBuffer;
  /**
   * For lanes: int8 f32 [tiles][columns / group][TILE_OUTPUTS], int4 f16 [tiles][columns / group][half tile][2 halves].
   * For units: f16 [tiles][columns / group][TILE_OUTPUTS], times UNIT_GAIN.
   */
  readonly scales?: GPUBuffer;
  readonly tiles: number;
  /** Number of the part's first result, and how many results it makes (half its outputs for a gate-up matrix). */
  readonly firstResult: number;
  readonly results: number;
}

export interface DeviceMatrix extends MatrixForm {
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
export function tileWords(form: MatrixForm): { weights: number; scales: number } {
  const { arrangement, format, columns, group } = form;
  const stored = storedOf(form);
  const width = rowStride(columns);
  const outputs = TILE_OUTPUTS[arrangement];
  const isHalf = arrangement === 'unit' || format === 'int4';
  return {
    weights: (width / stored.columns) * stored.words * outputs,
    scales: group === 0 ? 0 : (width / group) * (isHalf ? outputs / 2 : outputs),
  };
}

/** Tiles one part may have within the binding limit. */
export function maxPartTiles(form: MatrixForm, { maxBindingBytes }: Capabilities): number {
  return Math.max(1, Math.floor(maxBindingBytes / (4 * tileWords(form).weights)));
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
