/**
 * The SIMD kernel of the CPU backend: int8 weights times 16-bit activations, summed exactly in 32-bit integers over one
 * group of columns, then scaled and summed over groups in f32. Written out (unrolled) for a group size.
 *
 * One call computes `pairs` pairs of outputs for one block of 1 to 4 rows. Memory is laid out in the order of use:
 * - weights [pair][column / 8][2 outputs][8] i8, scales [pair][group][2 outputs] f32 (see `int8-layout.ts`);
 * - x [column / 8][row of the block][8] i16, its scales [group][row of the block] f32 (see `quantise-kernel.ts`).
 * A row meets the same operations in the same order in a block of any size.
 */
import {
  advance,
  type Code,
  decrement,
  doWhile,
  f32,
  f32x4,
  i32,
  i32x4,
  Locals,
  sumLanes,
  v128,
  type WasmFunction,
} from './wasm-assembler.ts';

/** Rows of a block: with two outputs, eight running sums fit the sixteen registers of x86 beside the operands. */
export const BLOCK_ROWS = 4;
/** Columns that one SIMD product takes. */
export const LANES = 8;
/** Code grows with the group; 127 * 32767 * 1024 still fits the 32-bit sums by far. */
export const MAX_GROUP = 128;

export type Int8Kernel = (
  weights: number,
  scales: number,
  x: number,
  xScales: number,
  out: number,
  /** Bytes from one row of out to the next. */
  outStride: number,
  groups: number,
  pairs: number,
) => void;

/** Functions `rows1` … `rows4`, of type Int8Kernel; all offsets are in bytes. */
export function int8Functions(group: number): WasmFunction[] {
  return Array.from({ length: BLOCK_ROWS }, (_, i) => int8Function(group, i + 1));
}

function int8Function(group: number, rows: number): WasmFunction {
  const locals = new Locals(8);
  const [weights, scales, x, xScales, out, outStride, groups, pairs] = locals.parameterLocals();
  const [xAt, xScaleAt, groupsLeft, outAt] = [locals.i32(), locals.i32(), locals.i32(), locals.i32()];
  const [weight0, weight1, input, scale0, scale1] = [locals.v128(), locals.v128(), locals.v128(), locals.v128(), locals.v128()];
  const perRow = () => Array.from({ length: rows }, () => [locals.v128(), locals.v128()]);
  const exact = perRow();
  const sums = perRow();

  const products: Code[] = [];
  for (let step = 0; step < group / LANES; step++) {
    products.push(weight0.set(v128.load8x8s(step * 16, weights.get)), weight1.set(v128.load8x8s(step * 16 + 8, weights.get)));
    exact.forEach((pair, r) => {
      products.push(input.set(v128.load((step * rows + r) * 16, xAt.get)));
      [weight0, weight1].forEach((weight, o) => {
        const product = i32x4.dotI16x8(weight.get, input.get);
        products.push(pair[o].set(step === 0 ? product : i32x4.add(pair[o].get, product)));
      });
    });
  }
  const scaled = sums.flatMap((pair, r) => [
    input.set(v128.load32Splat(r * 4, xScaleAt.get)),
    ...[scale0, scale1].map((scale, o) =>
      pair[o].set(f32x4.add(pair[o].get, f32x4.mul(f32x4.fromI32x4(exact[r][o].get), f32x4.mul(scale.get, input.get)))),
    ),
  ]);
  const oneGroup = [
    ...products,
    scale0.set(v128.load32Splat(0, scales.get)),
    scale1.set(v128.load32Splat(4, scales.get)),
    ...scaled,
    advance(weights, 2 * group),
    advance(scales, 8),
    advance(xAt, 2 * group * rows),
    advance(xScaleAt, 4 * rows),
    decrement(groupsLeft),
  ];
  const onePair = [
    xAt.set(x.get),
    xScaleAt.set(xScales.get),
    groupsLeft.set(groups.get),
    ...sums.flat().map((sum) => sum.set(f32x4.const(0))),
    doWhile(oneGroup, groupsLeft.get),
    outAt.set(out.get),
    ...sums.flatMap((pair) => [
      ...pair.map((sum, o) => f32.store(o * 4, outAt.get, sumLanes(sum))),
      outAt.set(i32.add(outAt.get, outStride.get)),
    ]),
    advance(out, 8),
    decrement(pairs),
  ];
  return { name: `rows${rows}`, locals, body: [doWhile(onePair, pairs.get)] };
}
