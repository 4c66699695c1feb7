/** A weight matrix as the CPU backend applies it. Knows nothing of layers. */
import { matmul } from '../../cpu/matmul.ts';
import { widenRow } from '../../cpu/widen.ts';
import type { Tensor } from '../tensor.ts';

export interface Matrix {
  readonly outputs: number;
  readonly columns: number;
  /** x [rows, columns] → out [rows, outputs]; a row's result does not depend on the other rows. */
  multiply(x: Float32Array, out: Float32Array, rows: number): void;
  /** Row `index` of the weight as f32, into `out` [columns]: an embedding's look-up. */
  row(index: number, out: Float32Array): void;
}

/** The reference: plain loops over the weight in its stored format. */
export function plainMatrix(tensor: Tensor): Matrix {
  const [outputs, columns] = tensor.shape;
  return {
    outputs,
    columns,
    multiply: (x, out, rows) => matmul(x, tensor, out, rows),
    row: (index, out) => widenRow(tensor, index, out),
  };
}
