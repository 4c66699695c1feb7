/**
 * A weight as a file holds it: a host array in its own number format, widened only where it is used.
 * `data` and `scales` may be accessors that read the file each time, so that a large checkpoint never sits in memory
 * whole: read each once, then let go of it.
 */
export type Tensor = FloatTensor | Int8Tensor;

export interface FloatTensor {
  readonly name: string;
  /** bf16 and f16 are raw bit patterns in a Uint16Array. */
  readonly dtype: 'f32' | 'f16' | 'bf16';
  readonly shape: readonly number[];
  readonly data: Float32Array | Uint16Array;
}

/**
 * Group-wise symmetric int8: value[r, c] = data[r, c] * scales[r, floor(c / group)].
 * `group` divides the number of columns.
 */
export interface Int8Tensor {
  readonly name: string;
  readonly dtype: 'int8';
  readonly shape: readonly [rows: number, columns: number];
  readonly data: Int8Array;
  readonly group: number;
  /** [rows, columns / group], f32 on the host whatever the file stored. */
  readonly scales: Float32Array;
}

/** All tensors of a model by their checkpoint name (`model.layers.0.mamba.A_log`, …), complete and of checked shape. */
export type Weights = ReadonlyMap<string, Tensor>;
