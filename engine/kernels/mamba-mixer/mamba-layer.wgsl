// What the mixer of a Mamba layer reads and keeps (Mamba-1 with grouped heads, arXiv 2504.10449), and its two functions.
// Channel-minor layouts keep neighbouring threads on neighbouring addresses.
// projected: rows z [D_INNER], x [D_XB], B [D_XB], C [D_INNER], dt [dt_rank].
@group(0) @binding(0) var<storage, read> projected: array<f32>;
// Rows of D_INNER: D_CONV taps, conv bias, twice the dt bias, D, D_STATE of A = -exp(A_log), dt_rank of dt_proj.
@group(0) @binding(1) var<storage, read> channel_weights: array<f32>;
// [slot][D_STATE][D_INNER]
@group(0) @binding(2) var<storage, read_write> states: array<f32>;
// Inputs of the convolution, repeated over heads, oldest first: [slot][D_CONV - 1][D_INNER]
@group(0) @binding(3) var<storage, read_write> histories: array<f32>;
@group(0) @binding(5) var<storage, read> runs: array<Run>;

const CONV_BIAS = D_CONV;
const DT_BIAS = D_CONV + 1u;
const SKIP = D_CONV + 2u;
const DECAY = D_CONV + 3u;
const DT_PROJ = DECAY + D_STATE;

// The clamp keeps exp() finite and lets NaN through.
fn silu(x: f32) -> f32 {
  return x / (1.0 + exp(-max(x, -80.0)));
}

// log(1 + exp(x)). WGSL lacks log1p: for small exp(x) its series keeps the relative precision.
fn softplus(x: f32) -> f32 {
  if (x > 20.0) {
    return x;
  }
  let e = exp(x);
  if (e < 0.02) {
    return e * fma(e, fma(e, fma(e, -0.25, 1.0 / 3.0), -0.5), 1.0);
  }
  return log(1.0 + e);
}
