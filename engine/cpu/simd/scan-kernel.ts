/**
 * The selective scan of `cpu/selective-scan.ts` for one token on SIMD, without its gate: four states at a time, channels in
 * order. Written out for a state size that is a multiple of four. And SiLU gating, four numbers at a time.
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
  Locals,
  sumLanes,
  v128,
  type WasmFunction,
} from './wasm-assembler.ts';

/** Byte offsets of the vectors of ScanInput and of the state; out [dInner] gets sum_n h c + d x. */
export type ScanKernel = (
  x: number,
  dt: number,
  a: number,
  b: number,
  c: number,
  d: number,
  state: number,
  out: number,
  /** Heads of b, and how many heads of c each serves. */
  bHeads: number,
  repeat: number,
) => void;

export function scanFunction(dState: number): WasmFunction {
  const locals = new Locals(10);
  const [x, dt, a, b, c, d, state, out, bHeads, repeat] = locals.parameterLocals();
  const [repeatsLeft, channelsLeft] = [locals.i32(), locals.i32()];
  const [step, drive, h, y] = [locals.v128(), locals.v128(), locals.v128(), locals.v128()];
  const temporaries = expLocals(locals);
  const parts = Array.from({ length: dState / 4 }, (_, i) => ({ offset: 16 * i, b: locals.v128(), c: locals.v128() }));

  const onePart = ({ offset, b, c }: (typeof parts)[number]): Code => [
    ...h.set(f32x4.mul(step.get, v128.load(offset, a.get))),
    ...exp(h, temporaries),
    ...h.set(f32x4.add(f32x4.mul(h.get, v128.load(offset, state.get)), f32x4.mul(drive.get, b.get))),
    ...v128.store(offset, state.get, h.get),
    ...y.set(f32x4.add(y.get, f32x4.mul(h.get, c.get))),
  ];
  const oneChannel = [
    step.set(v128.load32Splat(0, dt.get)),
    drive.set(f32x4.mul(step.get, v128.load32Splat(0, x.get))),
    y.set(f32x4.const(0)),
    ...parts.map(onePart),
    f32.store(0, out.get, f32.add(sumLanes(y), f32.mul(f32.load(0, d.get), f32.load(0, x.get)))),
    ...[x, dt, d, out].map((pointer) => advance(pointer, 4)),
    ...[a, state].map((pointer) => advance(pointer, 4 * dState)),
    decrement(channelsLeft),
  ];
  const oneHead = [
    ...parts.map((part) => part.c.set(v128.load(part.offset, c.get))),
    channelsLeft.set(i32.const(dState)),
    doWhile(oneChannel, channelsLeft.get),
    advance(c, 4 * dState),
    decrement(repeatsLeft),
  ];
  const oneBHead = [
    ...parts.map((part) => part.b.set(v128.load(part.offset, b.get))),
    repeatsLeft.set(repeat.get),
    doWhile(oneHead, repeatsLeft.get),
    advance(b, 4 * dState),
    decrement(bHeads),
  ];
  return { name: 'scan', locals, body: [doWhile(oneBHead, bHeads.get)] };
}

/** out = silu(gate) * up over `vectors` times four numbers; offsets in bytes. */
export type GateKernel = (gate: number, up: number, out: number, vectors: number) => void;

export function gateFunction(): WasmFunction {
  const locals = new Locals(4);
  const [gate, up, out, vectors] = locals.parameterLocals();
  const value = locals.v128();
  const temporaries = expLocals(locals);
  const gated = f32x4.div(v128.load(0, gate.get), f32x4.add(f32x4.const(1), value.get));
  const body = [
    value.set(f32x4.sub(f32x4.const(0), v128.load(0, gate.get))),
    exp(value, temporaries),
    v128.store(0, out.get, f32x4.mul(gated, v128.load(0, up.get))),
    ...[gate, up, out].map((pointer) => advance(pointer, 16)),
    decrement(vectors),
  ];
  return { name: 'gate', locals, body: [doWhile(body, vectors.get)] };
}
