/**
 * A weight as a file holds it: a host array in its own number format, widened only where it is used.
 * `data` and `scales` may be accessors that read the file each time, so that a large checkpoint never sits in memory
 * whole: hold a reading with `rowsOf` (tensor-rows.ts), a part at a time where the tensor is large.
 */
export type Tensor = FloatTensor | Int8Tensor | Int4Tensor;

interface Named {
  readonly name: string;
  /** Rows first … first + count, in memory, where the tensor itself is not: reads no other rows. */
  readonly readRows?: (first: number, count: number) => Tensor;
}

export interface FloatTensor extends Named {
  /** bf16 and f16 are raw bit patterns in a Uint16Array. */
  readonly dtype: 'f32' | 'f16' | 'bf16';
  readonly shape: readonly number[];
  readonly data: Float32Array | Uint16Array;
}

/**
 * Group-wise symmetric int8: value[r, c] = data[r, c] * scales[r, floor(c / group)].
 * `group` divides the number of columns.
 */
export interface Int8Tensor extends Named {
  readonly dtype: 'int8';
  readonly shape: readonly [rows: number, columns: number];
  readonly data: Int8Array;
  readonly group: number;
  /** [rows, columns / group], f32 on the host whatever the file stored. */
  readonly scales: Float32Array;
}

/**
 * Group-wise symmetric int4 in two's complement, two columns a byte: column c is in byte 4 floor(c / 8) + c mod 4 of its
 * row, in the low half where c mod 8 < 4. So one 32-bit word holds eight columns, and one mask takes four of them.
 * value[r, c] = number[r, c] * scales[r, floor(c / group)]; `group` is a multiple of 8 and divides the number of columns.
 */
export interface Int4Tensor extends Named {
  readonly dtype: 'int4';
  readonly shape: readonly [rows: number, columns: number];
  /** [rows, columns / 2] */
  readonly data: Uint8Array;
  readonly group: number;
  /** [rows, columns / group], numbers that f16 can hold. */
  readonly scales: Float32Array;
}

/** All tensors of a model by their checkpoint name (`model.layers.0.mamba.A_log`, …), complete and of checked shape. */
export type Weights = ReadonlyMap<string, Tensor>;
