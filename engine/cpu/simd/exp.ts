/** e^x on four lanes, to the last bits of f32: Cephes' expf (Moshier), 2^n times a polynomial in the remainder. */
import { type Code, f32x4, i32, i32x4, type Local, type Locals } from './wasm-assembler.ts';

/** ln 2 in two parts, so that n times the first is exact. */
const LN2_HIGH = 0.693359375;
const LN2_LOW = -2.1219444e-4;
const POLYNOMIAL = [1.98756915e-4, 1.3981999507e-3, 8.3334519073e-3, 4.1665795894e-2, 1.6666665459e-1, 5.0000001201e-1];
/** Beyond these, 2^n leaves the normal numbers: results stay at about 1e-38 and 1e38. */
const [LOWEST, HIGHEST] = [-87.3, 88.3];
const EXPONENT_BIAS = 127;
const MANTISSA_BITS = 23;

/** Two temporaries that any number of `exp` fragments in one function may share. */
export interface ExpLocals {
  readonly power: Local;
  readonly poly: Local;
}

export function expLocals(locals: Locals): ExpLocals {
  return { power: locals.v128(), poly: locals.v128() };
}

/** Replaces `x` by e^x; NaN stays NaN. */
export function exp(x: Local, { power, poly }: ExpLocals): Code {
  const times = (local: Local, factor: number) => f32x4.mul(local.get, f32x4.const(factor));
  const polynomial = POLYNOMIAL.slice(1).flatMap((coefficient) =>
    poly.set(f32x4.add(f32x4.mul(poly.get, x.get), f32x4.const(coefficient))),
  );
  return [
    ...x.set(f32x4.min(f32x4.max(x.get, f32x4.const(LOWEST)), f32x4.const(HIGHEST))),
    ...power.set(f32x4.nearest(times(x, Math.LOG2E))),
    ...x.set(f32x4.sub(f32x4.sub(x.get, times(power, LN2_HIGH)), times(power, LN2_LOW))),
    ...poly.set(f32x4.const(POLYNOMIAL[0])),
    ...polynomial,
    ...poly.set(f32x4.add(f32x4.add(f32x4.mul(f32x4.mul(poly.get, x.get), x.get), x.get), f32x4.const(1))),
    ...power.set(i32x4.shiftLeft(i32x4.add(i32x4.fromF32x4(power.get), i32x4.const(EXPONENT_BIAS)), i32.const(MANTISSA_BITS))),
    ...x.set(f32x4.mul(poly.get, power.get)),
  ];
}
