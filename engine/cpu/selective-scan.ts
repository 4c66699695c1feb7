/**
 * One token through M1's selective scan with grouped heads (arXiv 2504.10449; Mamba-1 with Euler's step for B).
 * A head is dState channels wide; channel e reads C of its head and B of the xb head its head repeats.
 */
import { silu } from './activations.ts';

export interface ScanInput {
  /** After repeat, convolution and SiLU [dInner]. */
  readonly x: Float32Array;
  /** Step size after softplus [dInner]. */
  readonly dt: Float32Array;
  /** -exp(A_log) [dInner, dState]. */
  readonly a: Float32Array;
  /** [dXb], not repeated. */
  readonly b: Float32Array;
  /** [dInner]. */
  readonly c: Float32Array;
  /** The skip weight D [dInner]. */
  readonly d: Float32Array;
  /** The gate before SiLU [dInner]. */
  readonly z: Float32Array;
}

/**
 * h = exp(dt a) h + dt b x; out = (sum_n h c + d x) * silu(z).
 * `state` h [dInner, dState] is advanced; out [dInner].
 */
export function selectiveScan(input: ScanInput, dState: number, state: Float32Array, out: Float32Array): void {
  const { x, dt, a, b, c, d, z } = input;
  const dInner = x.length;
  const repeat = dInner / b.length;
  for (let e = 0; e < dInner; e++) {
    const head = Math.floor(e / dState);
    const bStart = Math.floor(head / repeat) * dState;
    const cStart = head * dState;
    const stateStart = e * dState;
    const step = dt[e];
    const drive = step * x[e];
    let y = 0;
    for (let n = 0; n < dState; n++) {
      const i = stateStart + n;
      const h = Math.exp(step * a[i]) * state[i] + drive * b[bStart + n];
      state[i] = h;
      y += h * c[cStart + n];
    }
    out[e] = (y + d[e] * x[e]) * silu(z[e]);
  }
}
