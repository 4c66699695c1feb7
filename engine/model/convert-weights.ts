/** Weights → the same weights with their matrices in another number format, converted as they are read, some rows at a time. */
import { quantiseInt4, quantiseInt8 } from '../cpu/quantise.ts';
import { widenRow } from '../cpu/widen.ts';
import type { FloatTensor, Int4Tensor, Int8Tensor, Tensor, Weights } from './tensor.ts';
import { rowsOf } from './tensor-rows.ts';
import { formIn, type WeightFormat } from './weight-format.ts';

/** Read from the source before they are converted: a few megabytes, whatever the matrix. */
const NUMBERS_AT_ONCE = 2 ** 20;

/** Tensors that the format does not narrow are handed on as they are. */
export function convertWeights(weights: Weights, format: WeightFormat): Weights {
  return new Map([...weights].map(([name, tensor]) => [name, convert(tensor, format)]));
}

/** Whether reading the weights in this format does more than read them. */
export function isConverted(weights: Weights, format: WeightFormat): boolean {
  return weights.values().some((tensor) => formIn(tensor, format).dtype !== tensor.dtype);
}

function convert(tensor: Tensor, format: WeightFormat): Tensor {
  const { dtype, group = 0 } = formIn(tensor, format);
  if (dtype === tensor.dtype) return tensor;
  const [rows, columns] = tensor.shape;
  if (dtype === 'int8') return toInt8(tensor, rows, columns, group);
  if (dtype === 'int4') return toInt4(tensor, rows, columns, group);
  return toF16(tensor, rows, columns);
}

function toInt8(source: Tensor, rows: number, columns: number, group: number): Int8Tensor {
  const form = { name: source.name, dtype: 'int8', group } as const;
  const readRows = (first: number, count: number): Int8Tensor => {
    const data = new Int8Array(count * columns);
    const scales = new Float32Array((count * columns) / group);
    eachRow(source, first, count, columns, (row, r) => {
      quantiseInt8(row, group, part(data, r, columns), part(scales, r, columns / group));
    });
    return { ...form, shape: [count, columns], data, scales };
  };
  return {
    ...form,
    shape: [rows, columns],
    readRows,
    get data() {
      return readRows(0, rows).data;
    },
    get scales() {
      return readRows(0, rows).scales;
    },
  };
}

function toInt4(source: Tensor, rows: number, columns: number, group: number): Int4Tensor {
  const form = { name: source.name, dtype: 'int4', group } as const;
  const readRows = (first: number, count: number): Int4Tensor => {
    const data = new Uint8Array((count * columns) / 2);
    const scales = new Float32Array((count * columns) / group);
    eachRow(source, first, count, columns, (row, r) => {
      quantiseInt4(row, group, part(data, r, columns / 2), part(scales, r, columns / group));
    });
    return { ...form, shape: [count, columns], data, scales };
  };
  return {
    ...form,
    shape: [rows, columns],
    readRows,
    get data() {
      return readRows(0, rows).data;
    },
    get scales() {
      return readRows(0, rows).scales;
    },
  };
}

function toF16(source: Tensor, rows: number, columns: number): FloatTensor {
  const form = { name: source.name, dtype: 'f16' } as const;
  const readRows = (first: number, count: number): FloatTensor => {
    const numbers = new Float16Array(count * columns);
    eachRow(source, first, count, columns, (row, r) => numbers.set(row, r * columns));
    return { ...form, shape: [count, columns], data: new Uint16Array(numbers.buffer) };
  };
  return {
    ...form,
    shape: [rows, columns],
    readRows,
    get data() {
      return readRows(0, rows).data;
    },
  };
}

/** Calls with rows first … first + count as f32, numbered from 0; the array is the same each time. */
function eachRow(
  source: Tensor,
  first: number,
  count: number,
  columns: number,
  take: (row: Float32Array, index: number) => void,
): void {
  const row = new Float32Array(columns);
  const atOnce = Math.max(1, Math.floor(NUMBERS_AT_ONCE / columns));
  for (let done = 0; done < count; done += atOnce) {
    const rows = rowsOf(source, first + done, Math.min(atOnce, count - done));
    for (let r = 0; r < rows.shape[0]; r++) {
      widenRow(rows, r, row);
      take(row, done + r);
    }
  }
}

function part<T extends Int8Array | Uint8Array | Float32Array>(array: T, index: number, length: number): T {
  return array.subarray(index * length, (index + 1) * length) as T;
}
