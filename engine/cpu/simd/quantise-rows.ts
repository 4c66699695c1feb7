/**
 * Activations in 16 bits for `int8-kernel.ts`: value = q * scale with one scale a row and group, so the error is at most
 * 1/65534 of the group's largest value. Rows are laid out in blocks of up to four.
 */
import { BLOCK_ROWS, LANES } from './int8-kernel.ts';

const LARGEST = 32767;

/**
 * x [rows, columns] → q, for each block of rows [column / 8][row of the block][8], and scales [group][row of the block].
 * A group with NaN or infinity gets a scale of that kind, so the row's results show it.
 */
export function quantiseRows(x: Float32Array, rows: number, group: number, q: Int16Array, scales: Float32Array): void {
  const columns = x.length / rows;
  const groups = columns / group;
  for (let first = 0; first < rows; first += BLOCK_ROWS) {
    const block = Math.min(BLOCK_ROWS, rows - first);
    for (let r = 0; r < block; r++) {
      for (let g = 0; g < groups; g++) {
        const source = (first + r) * columns + g * group;
        let largest = 0;
        for (let c = 0; c < group; c++) largest = Math.max(largest, Math.abs(x[source + c]));
        const perUnit = largest > 0 ? LARGEST / largest : 0;
        scales[first * groups + g * block + r] = largest / LARGEST;
        for (let c = 0; c < group; c += LANES) {
          const target = first * columns + ((g * group + c) * block + r * LANES);
          for (let lane = 0; lane < LANES; lane++) q[target + lane] = Math.round(x[source + c + lane] * perUnit);
        }
      }
    }
  }
}
