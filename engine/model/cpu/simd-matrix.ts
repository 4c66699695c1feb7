/** Packed int8 matrices as one thread applies them, on its SIMD unit. */
import { compileInt8 } from '../../cpu/simd/int8-job.ts';
import { unpackRow } from '../../cpu/simd/int8-layout.ts';
import { quantiseRows } from '../../cpu/simd/quantise-rows.ts';
import type { Matrix } from './matrix.ts';
import type { SimdWeights } from './shared-weights.ts';

/** Name → matrix, for the thread numbered `thread`. */
export function simdMatrices({ memory, group, matrices, scratch }: SimdWeights, thread: number): Map<string, Matrix> {
  const run = compileInt8(memory, group);
  const { buffer } = memory;
  const own = scratch[thread];
  const built = new Map<string, Matrix>();
  for (const [name, place] of matrices) {
    const { outputs, columns } = place;
    const groups = columns / group;
    const packed = new Int8Array(buffer, place.weights, outputs * columns);
    const scales = new Float32Array(buffer, place.scales, outputs * groups);
    built.set(name, {
      outputs,
      columns,
      multiply(x, out, rows) {
        quantiseRows(
          x,
          rows,
          group,
          new Int16Array(buffer, own.x, rows * columns),
          new Float32Array(buffer, own.xScales, rows * groups),
        );
        run({ ...own, ...place, rows });
        out.set(new Float32Array(buffer, own.out, rows * outputs));
      },
      row: (index, out) => unpackRow(packed, scales, group, index, out),
    });
  }
  return built;
}
