/**
 * Activations in 16 bits for `int8-kernel.ts`: value = q * scale with one scale a row and group, so the error is at most
 * 1/65534 of the group's largest value. A group with NaN or infinity gets a scale of that kind, so the row shows it.
 */
import {
  advance,
  type Code,
  decrement,
  doWhile,
  f32,
  f32x4,
  i16x8,
  i32,
  i32x4,
  Locals,
  v128,
  type WasmFunction,
} from './wasm-assembler.ts';

const LARGEST = 32_767;

/**
 * One row of x, f32 [columns], into its place in a block: q and scale advance by `qStride` and `scaleStride` bytes from
 * sixteen columns to the next, and from group to group.
 */
export type QuantiseKernel = (x: number, q: number, scales: number, qStride: number, scaleStride: number, groups: number) => void;

export function quantiseFunction(group: number): WasmFunction {
  const locals = new Locals(6);
  const [x, q, scales, qStride, scaleStride, groups] = locals.parameterLocals();
  const [largest, perUnit] = [locals.v128(), locals.v128()];
  const offsets = Array.from({ length: group / 16 }, (_, i) => 64 * i);
  const load = (offset: number) => v128.load(offset, x.get);

  const foundLargest = offsets.flatMap((offset) =>
    [0, 16, 32, 48].map((part) => largest.set(f32x4.max(largest.get, f32x4.abs(load(offset + part))))),
  );
  const lane = (index: number) => f32x4.splat(f32x4.lane(index, largest.get));
  const units = (offset: number) => i32x4.fromF32x4(f32x4.nearest(f32x4.mul(load(offset), perUnit.get)));
  const stored = offsets.flatMap((offset): Code[] => [
    v128.store(0, q.get, i16x8.narrowI32x4(units(offset), units(offset + 16))),
    v128.store(16, q.get, i16x8.narrowI32x4(units(offset + 32), units(offset + 48))),
    q.set(i32.add(q.get, qStride.get)),
  ]);
  const body = [
    largest.set(f32x4.const(0)),
    ...foundLargest,
    largest.set(f32x4.max(f32x4.max(lane(0), lane(1)), f32x4.max(lane(2), lane(3)))),
    // An empty group divides by 0; 0 times infinity is NaN, which becomes the integer 0.
    perUnit.set(f32x4.div(f32x4.const(LARGEST), largest.get)),
    ...stored,
    f32.store(0, scales.get, f32x4.lane(0, f32x4.mul(largest.get, f32x4.const(1 / LARGEST)))),
    scales.set(i32.add(scales.get, scaleStride.get)),
    advance(x, 4 * group),
    decrement(groups),
  ];
  return { name: 'quantise', locals, body: [doWhile(body, groups.get)] };
}
