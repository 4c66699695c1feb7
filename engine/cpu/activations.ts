/** Elementwise nonlinearities of the M1 model, in f64. */

export function silu(x: number): number {
  return x / (1 + Math.exp(-x));
}

/** log(1 + exp(x)); the identity above 20, as in the reference code. */
export function softplus(x: number): number {
  return x > 20 ? x : Math.log1p(Math.exp(x));
}

/** out = silu(gate) * up, all [n]. */
export function swiglu(gate: Float32Array, up: Float32Array, out: Float32Array): void {
  for (let i = 0; i < out.length; i++) out[i] = silu(gate[i]) * up[i];
}

/**
 * The step size of the scan: out = softplus(projected + 2 bias), all [dInner]. The bias counts twice: once in the
 * `dt_proj` Linear and once inside the scan of the authors' code (here `projected` is without bias).
 */
export function stepSize(projected: Float32Array, bias: Float32Array, out: Float32Array): void {
  for (let i = 0; i < out.length; i++) out[i] = softplus(projected[i] + 2 * bias[i]);
}
