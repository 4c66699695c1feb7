/**
 * The SIMD kernel of the CPU backend: int8 or int4 weights times 16-bit activations, summed exactly in 32-bit integers over one
 * group of columns, then scaled and summed over groups in f32. Written out (unrolled) for a group size.
 *
 * One call computes `quads` times four outputs for one block of 1 or 2 rows. Memory is laid out in the order of use:
 * - weights [quad][column / 16][4 outputs][16] i8, or in int4 [quad][column / 32][4 outputs][16] bytes of two, the columns
 *   of the high halves 16 after those of the low; scales [quad][group][4 outputs] f32 (see `int8-layout.ts`);
 * - x [column / 16][row of the block][16] i16, its scales [group][row of the block] f32 (see `quantise-kernel.ts`).
 * A row meets the same operations in the same order in a block of any size.
 *
 * Every operation on eight columns stands beside the same one on the next eight, so that V8 can join the two into one
 * of 256 bits (see `joined-vectors.ts`).
 */
import { OUTPUTS, type RunningSums, runningSums, storeSums } from './quad-sums.ts';
import {
  advance,
  type Code,
  decrement,
  doWhile,
  f32x4,
  i16x8,
  i32,
  i32x4,
  type Local,
  Locals,
  v128,
  type WasmFunction,
} from './wasm-assembler.ts';

/** Rows of a block: with four outputs, eight joined sums fit the sixteen registers of x86 beside the operands. */
export const BLOCK_ROWS = 2;
/** Columns of one step: two SIMD products of eight. */
export const LANES = 16;
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
  quads: number,
  /** SUMS_BYTES of scratch. */
  sums: number,
) => void;

export type IntFormat = 'int8' | 'int4';

/** Functions `int8x1` and `int8x2`, and the same of int4 where a group holds whole steps of it; all offsets are in bytes. */
export function int8Functions(group: number): WasmFunction[] {
  const formats: IntFormat[] = group % (2 * LANES) === 0 ? ['int8', 'int4'] : ['int8'];
  return formats.flatMap((format) => Array.from({ length: BLOCK_ROWS }, (_, i) => intFunction(format, group, i + 1)));
}

function intFunction(format: IntFormat, group: number, rows: number): WasmFunction {
  const locals = new Locals(9);
  const [weights, scales, x, xScales, out, outStride, groups, quads, scratch] = locals.parameterLocals();
  const [xAt, xScaleAt, groupsLeft, outAt] = [locals.i32(), locals.i32(), locals.i32(), locals.i32()];
  const weightHalves = Array.from({ length: OUTPUTS }, () => [locals.v128(), locals.v128()]);
  const inputHalves = [locals.v128(), locals.v128()];
  const weightScales = weightHalves.map(() => locals.v128());
  const inputScale = locals.v128();
  const exact = runningSums(locals, rows);
  const sums = runningSums(locals, rows);

  const oneStep = (step: number): Code[] => [
    ...weightHalves.flatMap((halves, o) => halves.map((half, h) => half.set(loadWeights(format, step, o, h, weights)))),
    ...exact.flatMap((outputs, r) => [
      ...inputHalves.map((half, h) => half.set(v128.load(32 * (rows * step + r) + 16 * h, xAt.get))),
      ...eachHalf(outputs, (sum, o, h) => {
        const product = i32x4.dotI16x8(weightHalves[o][h].get, inputHalves[h].get);
        return sum.set(step === 0 ? product : i32x4.add(sum.get, product));
      }),
    ]),
  ];
  const scaled = sums.flatMap((outputs, r) => [
    inputScale.set(v128.load32Splat(4 * r, xScaleAt.get)),
    ...eachHalf(outputs, (sum, o, h) => {
      const scale = f32x4.mul(weightScales[o].get, inputScale.get);
      return sum.set(f32x4.relaxedMadd(f32x4.fromI32x4(exact[r][o][h].get), scale, sum.get));
    }),
  ]);
  const oneGroup = [
    ...Array.from({ length: group / LANES }, (_, step) => oneStep(step)).flat(),
    ...weightScales.map((scale, o) => scale.set(v128.load32Splat(4 * o, scales.get))),
    ...scaled,
    advance(weights, format === 'int8' ? OUTPUTS * group : (OUTPUTS * group) / 2),
    advance(scales, 4 * OUTPUTS),
    advance(xAt, 2 * group * rows),
    advance(xScaleAt, 4 * rows),
    decrement(groupsLeft),
  ];
  const oneQuad = [
    xAt.set(x.get),
    xScaleAt.set(xScales.get),
    groupsLeft.set(groups.get),
    ...sums.flat(2).map((sum) => sum.set(f32x4.const(0))),
    doWhile(oneGroup, groupsLeft.get),
    outAt.set(out.get),
    ...storeSums(sums, scratch, outAt, outStride, weightScales),
    advance(out, 4 * OUTPUTS),
    decrement(quads),
  ];
  return { name: `${format}x${rows}`, locals, body: [doWhile(oneQuad, quads.get)] };
}

/** Eight weights of a step in 16-bit lanes: one half of its sixteen columns. */
function loadWeights(format: IntFormat, step: number, output: number, half: number, weights: Local): Code {
  const load = (place: number) => v128.load8x8s(16 * (OUTPUTS * place + output) + 8 * half, weights.get);
  if (format === 'int8') return load(step);
  const bytes = load(Math.floor(step / 2));
  // Shifts of 16-bit lanes, each a byte with its sign: the high half is its upper bits; the low half goes up first.
  return i16x8.shiftRight(step % 2 === 0 ? i16x8.shiftLeft(bytes, i32.const(12)) : bytes, i32.const(step % 2 === 0 ? 12 : 4));
}

/** Code for both halves of each output's sum. */
function eachHalf(outputs: RunningSums[number], code: (sum: Local, output: number, half: number) => Code): Code[] {
  return outputs.flatMap((halves, o) => halves.map((sum, h) => code(sum, o, h)));
}
