/**
 * How matmul takes its inputs on a device, and the text by which other kernels write them so. Either layout takes four
 * bytes a value. Knows no operation.
 */
import type { Capabilities } from '../../device/capabilities.ts';
import { shader } from '../../device/shader-source.ts';
import { rowStride } from '../matmul/matrix-layout.ts';

/** Rows of one fragment of a matrix unit: each holds them as high and low parts. */
export const FRAGMENT_ROWS = 8;

/** Rows that a buffer of activations has room for come in such numbers: kernels read past the batch, though they use nothing of it. */
const ROOM_ROWS = 64;

/** What fragments hold: this share of a value, cut in two, the rest of it as many times larger. */
export const VALUE_PART = 1 / 4;
export const LOW_PART = 1 / 2048;

const ROWS = shader('./activation-rows.wgsl', import.meta.url);
const FRAGMENTS = shader('./activation-fragments.wgsl', import.meta.url);

export interface ActivationWriter {
  /** Declares the buffer and write_activation(row, column, value). */
  readonly wgsl: string;
  readonly constants: Readonly<Record<string, number | string>>;
  readonly directives: readonly string[];
}

/** @param binding number of the buffer in group 0, read-write */
export function activationWriter({ matrixUnit }: Capabilities, binding: number, width: number): ActivationWriter {
  const constants = { ACTIVATIONS: binding, ACTIVATION_STRIDE: rowStride(width) };
  if (matrixUnit === 'none') return { wgsl: ROWS, constants, directives: [] };
  const parts = { VALUE_PART: VALUE_PART.toExponential(), LOW_PARTS: (1 / LOW_PART).toExponential() };
  return { wgsl: FRAGMENTS, constants: { ...constants, ...parts }, directives: ['enable f16;'] };
}

/** Bytes of a buffer for `rows` rows of activations, whatever the layout. */
export function activationBytes(rows: number, width: number): number {
  return Math.ceil(rows / ROOM_ROWS) * ROOM_ROWS * rowStride(width) * 4;
}
