/**
 * One query head of `cpu/attention.ts` on SIMD, in three steps: scores of all positions, their softmax, the weighted sum
 * of values. Written out for a head size that is a multiple of four.
 */
import { exp, expLocals } from './exp.ts';
import {
  advance,
  type Code,
  decrement,
  doWhile,
  f32,
  f32x4,
  i32,
  type Local,
  Locals,
  sumLanes,
  v128,
  type WasmFunction,
} from './wasm-assembler.ts';

/** out[t] = q · keys[t] for each position; `stride` bytes lead from one position's key to the next. */
export type ScoresKernel = (q: number, keys: number, stride: number, out: number, positions: number) => void;

export function scoresFunction(headDim: number): WasmFunction {
  const locals = new Locals(5);
  const [q, keys, stride, out, positions] = locals.parameterLocals();
  // Four running sums: an addition need not wait for the one before.
  const sums = [locals.v128(), locals.v128(), locals.v128(), locals.v128()];
  const products: Code[] = [];
  for (let i = 0; i < headDim / 4; i++) {
    const product = f32x4.mul(v128.load(16 * i, q.get), v128.load(16 * i, keys.get));
    const sum = sums[i % 4];
    products.push(sum.set(i < 4 ? product : f32x4.add(sum.get, product)));
  }
  const used = sums.slice(0, Math.min(4, headDim / 4));
  const joined = used.slice(1).map((sum) => used[0].set(f32x4.add(used[0].get, sum.get)));
  const body = [
    ...products,
    ...joined,
    f32.store(0, out.get, sumLanes(used[0])),
    keys.set(i32.add(keys.get, stride.get)),
    advance(out, 4),
    decrement(positions),
  ];
  return { name: 'scores', locals, body: [doWhile(body, positions.get)] };
}

/**
 * Replaces scores by exp(scale * (score - max)), four at a time, and writes their sum behind them. `max` and `scale`
 * are offsets of one number each.
 */
export type SoftmaxKernel = (scores: number, vectors: number, max: number, scale: number) => void;

export function softmaxFunction(): WasmFunction {
  const locals = new Locals(4);
  const [scores, vectors, max, scale] = locals.parameterLocals();
  const [value, sum] = [locals.v128(), locals.v128()];
  const temporaries = expLocals(locals);
  const scaled = f32x4.mul(f32x4.sub(v128.load(0, scores.get), v128.load32Splat(0, max.get)), v128.load32Splat(0, scale.get));
  const oneVector = [
    value.set(scaled),
    exp(value, temporaries),
    v128.store(0, scores.get, value.get),
    sum.set(f32x4.add(sum.get, value.get)),
    advance(scores, 16),
    decrement(vectors),
  ];
  const body = [sum.set(f32x4.const(0)), doWhile(oneVector, vectors.get), f32.store(0, scores.get, sumLanes(sum))];
  return { name: 'softmax', locals, body };
}

/** out [headDim] += sum over positions of weight * value. */
export type WeighKernel = (weights: number, values: number, stride: number, out: number, positions: number) => void;

/** Running sums that fit the registers of x86 beside the operands. */
const SUMS = 8;

export function weighFunction(headDim: number): WasmFunction {
  const locals = new Locals(5);
  const [weights, values, stride, out, positions] = locals.parameterLocals();
  const [weightAt, valueAt, left] = [locals.i32(), locals.i32(), locals.i32()];
  const weight = locals.v128();
  const sums = Array.from({ length: Math.min(SUMS, headDim / 4) }, () => locals.v128());
  const body: Code[] = [];
  for (let first = 0; first < headDim / 4; first += sums.length) {
    const some = sums.slice(0, headDim / 4 - first);
    body.push(...weighSome(some, 16 * first));
  }
  return { name: 'weigh', locals, body };

  function weighSome(some: readonly Local[], offset: number): Code[] {
    const onePosition = [
      weight.set(v128.load32Splat(0, weightAt.get)),
      ...some.map((sum, i) => sum.set(f32x4.add(sum.get, f32x4.mul(weight.get, v128.load(offset + 16 * i, valueAt.get))))),
      advance(weightAt, 4),
      valueAt.set(i32.add(valueAt.get, stride.get)),
      decrement(left),
    ];
    return [
      weightAt.set(weights.get),
      valueAt.set(values.get),
      left.set(positions.get),
      ...some.map((sum, i) => sum.set(v128.load(offset + 16 * i, out.get))),
      doWhile(onePosition, left.get),
      ...some.map((sum, i) => v128.store(offset + 16 * i, out.get, sum.get)),
    ];
  }
}
