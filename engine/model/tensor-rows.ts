/** Reads a tensor, whole or some of its rows, into memory once. */
import type { Tensor } from './tensor.ts';

/** Rows first … first + count of a tensor [rows, …] (a vector's rows are its numbers), as views where it is in memory already. */
export function rowsOf(tensor: Tensor, first: number, count: number): Tensor {
  if (tensor.readRows !== undefined) return tensor.readRows(first, count);
  const { name } = tensor;
  if (tensor.dtype === 'int8' || tensor.dtype === 'int4') {
    const columns = tensor.shape[1];
    const groups = columns / tensor.group;
    const form = { name, shape: [count, columns] as const, group: tensor.group };
    const scales = tensor.scales.subarray(first * groups, (first + count) * groups);
    if (tensor.dtype === 'int8') {
      return { ...form, dtype: tensor.dtype, scales, data: tensor.data.subarray(first * columns, (first + count) * columns) };
    }
    const bytes = columns / 2;
    return { ...form, dtype: tensor.dtype, scales, data: tensor.data.subarray(first * bytes, (first + count) * bytes) };
  }
  const width = tensor.shape.slice(1).reduce((a, b) => a * b, 1);
  const data = tensor.data.subarray(first * width, (first + count) * width);
  return { name, dtype: tensor.dtype, shape: [count, ...tensor.shape.slice(1)], data };
}

/** The whole tensor, read once. */
export function held(tensor: Tensor): Tensor {
  return rowsOf(tensor, 0, tensor.shape[0]);
}
