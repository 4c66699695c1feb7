/** Rows of weights in the words that unpack to pairs of f16 with the fewest operations (weights-unit-*.wgsl). Knows no device. */
import { widenRow } from '../../cpu/widen.ts';
import type { MatrixForm } from '../../kernels/matmul/matrix-layout.ts';
import type { Tensor } from '../tensor.ts';

/** Row `r` into the leading words of `row`; the padding stays zero, or what stands for zero. */
export function readUnitRow(rows: Tensor, { columns }: MatrixForm, r: number, row: Uint32Array<ArrayBuffer>): void {
  if (rows.dtype === 'int8' || rows.dtype === 'int4') {
    const bytes = rows.dtype === 'int4' ? columns / 2 : columns;
    new Uint8Array(row.buffer).set(rows.data.subarray(r * bytes, (r + 1) * bytes));
    const arrange = rows.dtype === 'int4' ? arrangedNibbles : arrangedBytes;
    for (let word = 0; word < row.length; word++) row[word] = arrange(row[word]);
  } else if (rows.dtype === 'f16') {
    new Uint16Array(row.buffer).set(rows.data.subarray(r * columns, (r + 1) * columns));
  } else {
    const numbers = new Float32Array(columns);
    widenRow(rows, r, numbers);
    new Float16Array(row.buffer).set(numbers);
  }
}

/** Columns 0, 1, 2, 3 in bytes 0, 2, 1, 3, each 128 more: bytes 0 and 2 are a pair under one mask. */
function arrangedBytes(word: number): number {
  return ((word & 0xff0000ff) | ((word << 8) & 0x00ff0000) | ((word >>> 8) & 0x0000ff00)) ^ 0x80808080;
}

/** From bytes of columns i (low half) and i + 4: columns 0, 2, 4, 6, 1, 3, 5, 7 in half bytes 0 … 7, each 8 more. */
function arrangedNibbles(word: number): number {
  return (
    ((word & 0xf000000f) |
      ((word >>> 12) & 0x000000f0) |
      ((word << 4) & 0x00000f00) |
      ((word >>> 8) & 0x0000f000) |
      ((word << 8) & 0x000f0000) |
      ((word >>> 4) & 0x00f00000) |
      ((word << 12) & 0x0f000000)) ^
    0x88888888
  );
}
