/**
 * f32 or bf16 weights, row-major as a file holds them, times f32 rows, in f32: four outputs by one or two rows at once.
 * A row meets the same operations in the same order in a block of either size; operations stand in pairs of vectors, as
 * in `int8-kernel.ts`.
 */
import { OUTPUTS, runningSums, storeSums } from './quad-sums.ts';
import {
  advance,
  type Code,
  decrement,
  doWhile,
  f32x4,
  i32,
  i32x4,
  type Local,
  Locals,
  v128,
  type WasmFunction,
} from './wasm-assembler.ts';

/** Columns of one step: two vectors. */
export const FLOAT_LANES = 8;
export const FLOAT_BLOCK_ROWS = 2;

export type FloatFormat = 'f32' | 'bf16';
export const FLOAT_BYTES: Readonly<Record<FloatFormat, number>> = { f32: 4, bf16: 2 };

/** Offsets, and strides from row to row, in bytes. */
export type FloatKernel = (
  weights: number,
  weightStride: number,
  x: number,
  xStride: number,
  out: number,
  outStride: number,
  /** Columns / FLOAT_LANES. */
  steps: number,
  quads: number,
  /** `sumsBytes(FLOAT_BLOCK_ROWS)` of scratch. */
  sums: number,
) => void;

/** Functions `f32x1`, `f32x2`, `bf16x1` and `bf16x2`, of type FloatKernel. */
export function floatFunctions(): WasmFunction[] {
  return (['f32', 'bf16'] as const).flatMap((format) =>
    Array.from({ length: FLOAT_BLOCK_ROWS }, (_, i) => floatFunction(format, i + 1)),
  );
}

function floatFunction(format: FloatFormat, rows: number): WasmFunction {
  const locals = new Locals(9);
  const [weights, weightStride, x, xStride, out, outStride, steps, quads, scratch] = locals.parameterLocals();
  const [stepsLeft, outAt] = [locals.i32(), locals.i32()];
  const weightAt = Array.from({ length: OUTPUTS }, () => locals.i32());
  const xAt = Array.from({ length: rows }, () => locals.i32());
  const weightHalves = weightAt.map(() => [locals.v128(), locals.v128()]);
  const inputHalves = [locals.v128(), locals.v128()];
  const temporaries = weightAt.map(() => locals.v128());
  const sums = runningSums(locals, rows);

  const oneStep = [
    ...weightHalves.flatMap((halves, o) => halves.map((half, h) => half.set(loadWidened(format, h, weightAt[o])))),
    ...sums.flatMap((outputs, r) => [
      ...inputHalves.map((half, h) => half.set(v128.load(16 * h, xAt[r].get))),
      ...outputs.flatMap((halves, o) =>
        halves.map((sum, h) => sum.set(f32x4.relaxedMadd(weightHalves[o][h].get, inputHalves[h].get, sum.get))),
      ),
    ]),
    ...weightAt.map((at) => advance(at, FLOAT_LANES * FLOAT_BYTES[format])),
    ...xAt.map((at) => advance(at, 4 * FLOAT_LANES)),
    decrement(stepsLeft),
  ];
  const oneQuad = [
    ...pointersFrom(weights, weightStride, weightAt),
    weights.set(i32.add(weightAt[OUTPUTS - 1].get, weightStride.get)),
    ...pointersFrom(x, xStride, xAt),
    stepsLeft.set(steps.get),
    ...sums.flat(2).map((sum) => sum.set(f32x4.const(0))),
    doWhile(oneStep, stepsLeft.get),
    outAt.set(out.get),
    ...storeSums(sums, scratch, outAt, outStride, temporaries),
    advance(out, 4 * OUTPUTS),
    decrement(quads),
  ];
  return { name: `${format}x${rows}`, locals, body: [doWhile(oneQuad, quads.get)] };
}

/** One half of eight weights as f32. The bits of a bf16 are the upper half of an f32's. */
function loadWidened(format: FloatFormat, half: number, at: Local): Code {
  return format === 'f32' ? v128.load(16 * half, at.get) : i32x4.shiftLeft(v128.load16x4u(8 * half, at.get), i32.const(16));
}

function pointersFrom(start: Local, stride: Local, pointers: readonly Local[]): Code[] {
  return pointers.map((pointer, i) => pointer.set(i === 0 ? start.get : i32.add(pointers[i - 1].get, stride.get)));
}
