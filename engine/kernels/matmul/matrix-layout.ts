/** How matmul and embedding expect a weight matrix in device memory. Knows no number format's packing. */
import type { Capabilities } from '../../device/capabilities.ts';

/** Columns that share one scale at least; rows of activations are padded to whole blocks, the padding zero. */
export const BLOCK_COLUMNS = 32;

/** Outputs of one workgroup. */
export const TILE_OUTPUTS = 64;

/** Where gate and up interleave, the first half of a tile is gate and the second is up of the same channels. */
export const HALF_TILE = TILE_OUTPUTS / 2;

export type MatrixFormat = 'f32' | 'bf16' | 'f16' | 'int8';

/** u32 words that hold four columns of one output. */
export const WORDS_PER_FOUR: Readonly<Record<MatrixFormat, number>> = { f32: 4, bf16: 2, f16: 2, int8: 1 };

/** Outputs of one part of a matrix; parts keep bindings within the device's limit. */
export interface MatrixPart {
  /** Words [tiles][columns / 4][TILE_OUTPUTS][WORDS_PER_FOUR]: a workgroup reads one stretch of memory. */
  readonly weights: GPUBuffer;
  /** f32 [tiles][columns / group][TILE_OUTPUTS]; int8 only. */
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

/** Whether int8 weights of this group size can stay int8 on the device. */
export function isDeviceGroup(group: number): boolean {
  return Number.isInteger(Math.log2(group / BLOCK_COLUMNS)) && group >= BLOCK_COLUMNS;
}

/** Floats from one row of activations to the next. */
export function rowStride(width: number): number {
  return Math.ceil(width / BLOCK_COLUMNS) * BLOCK_COLUMNS;
}

/** Bounds the host copy made while packing, and device staging. */
const MAX_PART_BYTES = 256 * 2 ** 20;

/** Outputs one part may have: whole tiles within the binding limit. */
export function maxPartOutputs(format: MatrixFormat, columns: number, { maxBindingBytes }: Capabilities): number {
  const bytesPerOutput = rowStride(columns) * WORDS_PER_FOUR[format];
  const outputs = Math.floor(Math.min(maxBindingBytes, MAX_PART_BYTES) / bytesPerOutput);
  return Math.max(1, Math.floor(outputs / TILE_OUTPUTS)) * TILE_OUTPUTS;
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
