/**
 * The running sums of a product's kernel, four outputs for each row of a block, and how they end: every sum is two
 * vectors, which V8 can join into one of 256 bits, and becomes one number of `out`. Knows no number format of weights.
 */
import { type Code, f32x4, i32, type Local, type Locals, shuffle32, v128 } from './wasm-assembler.ts';

/** Outputs of one call's inner loop. */
export const OUTPUTS = 4;

/** [row][output][half] */
export type RunningSums = readonly (readonly (readonly Local[])[])[];

export function runningSums(locals: Locals, rows: number): RunningSums {
  return Array.from({ length: rows }, () => Array.from({ length: OUTPUTS }, () => [locals.v128(), locals.v128()]));
}

/** Scratch that `storeSums` needs, for `rows` rows. */
export const sumsBytes = (rows: number): number => 32 * OUTPUTS * rows;

/**
 * Adds up the lanes of every sum and stores row by row: four numbers at `outAt`, which moves on by `outStride` a row.
 * The halves meet in memory: taking joined vectors apart in registers would keep V8 from joining them.
 * @param temporaries four vectors
 */
export function storeSums(
  sums: RunningSums,
  scratch: Local,
  outAt: Local,
  outStride: Local,
  temporaries: readonly Local[],
): Code[] {
  const stored = sums.flat().flatMap((halves, i) => halves.map((half, h) => v128.store(32 * i + 16 * h, scratch.get, half.get)));
  const [a, b, c, d] = temporaries.map((local) => local.get);
  const oneRow = (_: unknown, row: number): Code[] => [
    ...temporaries.map((whole, o) => {
      const at = 32 * (OUTPUTS * row + o);
      return whole.set(f32x4.add(v128.load(at, scratch.get), v128.load(at + 16, scratch.get)));
    }),
    // Lanes [a0 + a2, b0 + b2, a1 + a3, b1 + b3], likewise of c and d; then their sums, in the order of outputs.
    temporaries[0].set(f32x4.add(shuffle32([0, 4, 1, 5], a, b), shuffle32([2, 6, 3, 7], a, b))),
    temporaries[1].set(f32x4.add(shuffle32([0, 4, 1, 5], c, d), shuffle32([2, 6, 3, 7], c, d))),
    v128.store(0, outAt.get, f32x4.add(shuffle32([0, 1, 4, 5], a, b), shuffle32([2, 3, 6, 7], a, b))),
    outAt.set(i32.add(outAt.get, outStride.get)),
  ];
  return [...stored, ...sums.flatMap(oneRow)];
}
