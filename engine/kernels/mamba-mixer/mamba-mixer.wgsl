// Convolution, SiLU, dt projection, softplus, selective scan, skip and gate of one Mamba layer (Mamba-1 with grouped
// heads, arXiv 2504.10449). projected: rows z [D_INNER], x [D_XB], B [D_XB], C [D_INNER], dt [dt_rank].
// Thread map: workgroup (channel block, run), a thread a channel of D_INNER; it walks its run's tokens in order, holding
// the D_CONV inputs of its channel; the states stay in memory. Channel-minor layouts keep neighbouring threads on
// neighbouring addresses.
// channel_weights: rows of D_INNER: D_CONV taps, conv bias, twice the dt bias, D, d_state of A = -exp(A_log), dt_rank of
// dt_proj.
@group(0) @binding(0) var<storage, read> projected: array<f32>;
@group(0) @binding(1) var<storage, read> channel_weights: array<f32>;
// [slot][D_STATE][D_INNER]
@group(0) @binding(2) var<storage, read_write> states: array<f32>;
// (d_state, dt_rank), unforeseeable for compilers: unrolled whole, the loops would compile for seconds and outgrow the cache.
// Stretches of STATE_STRETCH and RANK_STRETCH, which divide them, are there to be unrolled.
@group(0) @binding(6) var<uniform> bounds: vec4u;
// Inputs of the convolution, repeated over heads, oldest first: [slot][D_CONV - 1][D_INNER]
@group(0) @binding(3) var<storage, read_write> histories: array<f32>;
@group(0) @binding(4) var<storage, read_write> mixed: array<f32>;
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

@compute @workgroup_size(LANES)
fn main(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) lane: u32) {
  let e = group.x * LANES + lane;
  if (e >= D_INNER) {
    return;
  }
  let head = e / D_STATE;
  let xb_head = head / (D_INNER / D_XB) * D_STATE;
  let run = runs[group.y];

  let state_start = run.slot * D_STATE * D_INNER + e;
  // The last place takes the current input.
  var window: array<f32, D_CONV>;
  for (var k = 0u; k < D_CONV - 1u; k++) {
    window[k] = histories[(run.slot * (D_CONV - 1u) + k) * D_INNER + e];
  }

  for (var t = 0u; t < run.length; t++) {
    let token = run.first + t;
    let row = token * PROJECTED_STRIDE;
    let z = projected[row + e];
    window[D_CONV - 1u] = projected[row + D_INNER + xb_head + e % D_STATE];
    let b = row + D_INNER + D_XB + xb_head;
    let c = row + D_INNER + 2u * D_XB + head * D_STATE;
    let low = row + 2u * D_INNER + 2u * D_XB;

    var convolved = channel_weights[CONV_BIAS * D_INNER + e];
    for (var k = 0u; k < D_CONV; k++) {
      convolved = fma(channel_weights[k * D_INNER + e], window[k], convolved);
    }
    let x = silu(convolved);

    var step = channel_weights[DT_BIAS * D_INNER + e];
    for (var start = 0u; start < bounds.y; start += RANK_STRETCH) {
      for (var i = start; i < start + RANK_STRETCH; i++) {
        step = fma(channel_weights[(DT_PROJ + i) * D_INNER + e], projected[low + i], step);
      }
    }
    let dt = softplus(step);
    let drive = dt * x;

    var y = channel_weights[SKIP * D_INNER + e] * x;
    for (var start = 0u; start < bounds.x; start += STATE_STRETCH) {
      // All loads before the first store, so that they need not wait for one another.
      var state: array<f32, STATE_STRETCH>;
      for (var i = 0u; i < STATE_STRETCH; i++) {
        let n = start + i;
        let kept = exp(dt * channel_weights[(DECAY + n) * D_INNER + e]) * states[state_start + n * D_INNER];
        state[i] = fma(drive, projected[b + n], kept);
        y = fma(state[i], projected[c + n], y);
      }
      for (var i = 0u; i < STATE_STRETCH; i++) {
        states[state_start + (start + i) * D_INNER] = state[i];
      }
    }
    mixed[token * MIXED_STRIDE + e] = y * silu(z);
    for (var k = 0u; k < D_CONV - 1u; k++) {
      window[k] = window[k + 1u];
    }
  }

  for (var k = 0u; k < D_CONV - 1u; k++) {
    histories[(run.slot * (D_CONV - 1u) + k) * D_INNER + e] = window[k];
  }
}
