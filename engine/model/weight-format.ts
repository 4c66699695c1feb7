/** The number formats that a model's matrices may be held in, and what each costs. Knows sizes, not how numbers are packed. */
import type { Weights } from './tensor.ts';

/**
 * stored: as the checkpoint holds them · f16 · int8: symmetric, f32 scales · int4: symmetric, f16 scales.
 * A matrix is never widened: one stored in int8 stays so under f16.
 */
export type WeightFormat = 'stored' | 'f16' | 'int8' | 'int4';

export const WEIGHT_FORMATS: readonly WeightFormat[] = ['stored', 'f16', 'int8', 'int4'];

/** Columns that share a scale when quantised on load: int8 as in the bundled model, int4 at the 4.5 bits a weight of Q4_0. */
export const INT8_GROUP = 64;
export const INT4_GROUP = 32;

type Dtype = 'f32' | 'f16' | 'bf16' | 'int8' | 'int4';

const BITS: Readonly<Record<Dtype, number>> = { f32: 32, f16: 16, bf16: 16, int8: 8, int4: 4 };
const SCALE_BITS = { int8: 32, int4: 16 } as const;

/** What a tensor is in, as far as its size goes. */
interface Form {
  readonly name: string;
  readonly dtype: Dtype;
  readonly shape: readonly number[];
  readonly group?: number;
}

/** Bytes of a tensor's numbers and scales. */
export function tensorBytes({ dtype, shape, group = 0 }: Form): number {
  const count = shape.reduce((a, b) => a * b, 1);
  const scaleBits = dtype === 'int8' || dtype === 'int4' ? SCALE_BITS[dtype] / group : 0;
  return Math.ceil((count * (BITS[dtype] + scaleBits)) / 8);
}

/** The dtype and group that a tensor takes in a format: its own where the format does not narrow it or does not fit it. */
export function formIn(tensor: Form, format: WeightFormat): Pick<Form, 'dtype' | 'group'> {
  const own = { dtype: tensor.dtype, group: tensor.group };
  if (format === 'stored' || !isQuantisable(tensor)) return own;
  const group = format === 'int8' ? INT8_GROUP : format === 'int4' ? INT4_GROUP : undefined;
  if (group !== undefined && tensor.shape[1] % group !== 0) return own;
  const narrows = BITS[format] < BITS[tensor.dtype] || (format === 'f16' && tensor.dtype === 'bf16');
  return narrows ? { dtype: format, group } : own;
}

/** Bytes of all weights in a format. */
export function weightBytes(weights: Weights, format: WeightFormat): number {
  let bytes = 0;
  for (const { name, dtype, shape, ...rest } of formsOf(weights))
    bytes += tensorBytes({ name, shape, ...formIn({ name, dtype, shape, ...rest }, format) });
  return bytes;
}

/** Names and shapes without touching `data`, which may read a file. */
function formsOf(weights: Weights): Form[] {
  return [...weights.values()].map((tensor) => ({
    name: tensor.name,
    dtype: tensor.dtype,
    shape: tensor.shape,
    group: tensor.dtype === 'int8' || tensor.dtype === 'int4' ? tensor.group : undefined,
  }));
}

/** Large matrices only: A_log and the convolution are no factors of a product, and dt_proj decides how long a state lasts. */
function isQuantisable({ name, shape }: Form): boolean {
  return shape.length === 2 && name.endsWith('.weight') && !name.endsWith('.dt_proj.weight');
}
