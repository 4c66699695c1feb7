/** The model's vector operations on SIMD, four numbers at a time: residual sum, RMS norm, SiLU, step size of the scan. */
import { exp, expLocals } from './exp.ts';
import {
  advance,
  type Code,
  decrement,
  doWhile,
  f32x4,
  type Local,
  Locals,
  sumLanes,
  v128,
  type WasmFunction,
} from './wasm-assembler.ts';

/** Byte offsets; lengths in vectors of four numbers. */
export type AddKernel = (x: number, other: number, vectors: number) => void;
/** `constants`: 1 / d and eps, f32. x, weight and out [d]. */
export type NormKernel = (x: number, weight: number, out: number, vectors: number, constants: number) => void;
export type SiluKernel = (x: number, vectors: number) => void;
export type StepSizeKernel = (projected: number, bias: number, out: number, vectors: number) => void;

/** x += other. */
export function addFunction(): WasmFunction {
  const locals = new Locals(3);
  const [x, other, vectors] = locals.parameterLocals();
  const body = [
    v128.store(0, x.get, f32x4.add(v128.load(0, x.get), v128.load(0, other.get))),
    advance(x, 16),
    advance(other, 16),
    decrement(vectors),
  ];
  return { name: 'add', locals, body: [doWhile(body, vectors.get)] };
}

/** One row of `cpu/rms-norm.ts`. */
export function normFunction(): WasmFunction {
  const locals = new Locals(5);
  const [x, weight, out, vectors, constants] = locals.parameterLocals();
  const [xAt, left] = [locals.i32(), locals.i32()];
  const [value, sum] = [locals.v128(), locals.v128()];
  const squares = [
    value.set(v128.load(0, xAt.get)),
    sum.set(f32x4.add(sum.get, f32x4.mul(value.get, value.get))),
    advance(xAt, 16),
    decrement(left),
  ];
  const meanSquare = f32x4.mul(f32x4.splat(sumLanes(sum)), v128.load32Splat(0, constants.get));
  const root = f32x4.sqrt(f32x4.add(meanSquare, v128.load32Splat(4, constants.get)));
  const scaled = [
    v128.store(0, out.get, f32x4.mul(f32x4.mul(v128.load(0, x.get), sum.get), v128.load(0, weight.get))),
    ...[x, weight, out].map((pointer) => advance(pointer, 16)),
    decrement(vectors),
  ];
  const body = [
    xAt.set(x.get),
    left.set(vectors.get),
    sum.set(f32x4.const(0)),
    doWhile(squares, left.get),
    sum.set(f32x4.div(f32x4.const(1), root)),
    doWhile(scaled, vectors.get),
  ];
  return { name: 'norm', locals, body };
}

/** x = x / (1 + e^-x), in place. */
export function siluFunction(): WasmFunction {
  const locals = new Locals(2);
  const [x, vectors] = locals.parameterLocals();
  const value = locals.v128();
  const body = [
    value.set(f32x4.sub(f32x4.const(0), v128.load(0, x.get))),
    exp(value, expLocals(locals)),
    v128.store(0, x.get, f32x4.div(v128.load(0, x.get), f32x4.add(f32x4.const(1), value.get))),
    advance(x, 16),
    decrement(vectors),
  ];
  return { name: 'silu', locals, body: [doWhile(body, vectors.get)] };
}

/** out = softplus(projected + 2 bias); see `stepSize` in `cpu/activations.ts`. */
export function stepSizeFunction(): WasmFunction {
  const locals = new Locals(4);
  const [projected, bias, out, vectors] = locals.parameterLocals();
  const [x, value, square, sum] = [locals.v128(), locals.v128(), locals.v128(), locals.v128()];
  const biasTwice = f32x4.mul(f32x4.const(2), v128.load(0, bias.get));
  const body = [
    x.set(f32x4.add(v128.load(0, projected.get), biasTwice)),
    // softplus(x) = max(x, 0) + log(1 + e^-|x|): nothing overflows, and above 20 the logarithm is lost in rounding.
    value.set(f32x4.sub(f32x4.const(0), f32x4.abs(x.get))),
    exp(value, expLocals(locals)),
    ...log1p(value, square, sum),
    v128.store(0, out.get, f32x4.add(f32x4.max(x.get, f32x4.const(0)), value.get)),
    ...[projected, bias, out].map((pointer) => advance(pointer, 16)),
    decrement(vectors),
  ];
  return { name: 'stepSize', locals, body: [doWhile(body, vectors.get)] };
}

/** Terms of the series below: on [0, 1] its argument is at most 1/3, and what is left out below 1e-8 of the result. */
const LOG_TERMS = 8;

/** Replaces `x` in [0, 1] by log(1 + x) = 2 artanh(x / (2 + x)) = 2 (s + s³/3 + s⁵/5 + …). */
function log1p(x: Local, square: Local, sum: Local): Code[] {
  const coefficients = Array.from({ length: LOG_TERMS }, (_, i) => 2 / (2 * i + 1)).reverse();
  return [
    x.set(f32x4.div(x.get, f32x4.add(x.get, f32x4.const(2)))),
    square.set(f32x4.mul(x.get, x.get)),
    sum.set(f32x4.const(coefficients[0])),
    ...coefficients.slice(1).map((c) => sum.set(f32x4.add(f32x4.mul(sum.get, square.get), f32x4.const(c)))),
    x.set(f32x4.mul(x.get, sum.get)),
  ];
}
