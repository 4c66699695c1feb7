// Convolution, SiLU, dt projection, softplus, selective scan, skip and gate of one Mamba layer, for CPU adapters, where
// barriers are ruinous.
// Thread map: workgroup (channel block, run), a thread a channel of D_INNER; it walks its run's tokens in order, holding
// the D_CONV inputs of its channel; the states stay in memory.
// (d_state, dt_rank), unforeseeable for compilers: unrolled, the loops would compile for seconds and outgrow the cache.
@group(0) @binding(6) var<uniform> bounds: vec4u;

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
    for (var i = 0u; i < bounds.y; i++) {
      step = fma(channel_weights[(DT_PROJ + i) * D_INNER + e], projected[low + i], step);
    }
    let dt = softplus(step);
    let drive = dt * x;

    var y = channel_weights[SKIP * D_INNER + e] * x;
    for (var n = 0u; n < bounds.x; n++) {
      let kept = exp(dt * channel_weights[(DECAY + n) * D_INNER + e]) * states[state_start + n * D_INNER];
      let state = fma(drive, projected[b + n], kept);
      y = fma(state, projected[c + n], y);
      states[state_start + n * D_INNER] = state;
    }
    write_activation(token, e, y * silu(z));
    for (var k = 0u; k < D_CONV - 1u; k++) {
      window[k] = window[k + 1u];
    }
  }

  for (var k = 0u; k < D_CONV - 1u; k++) {
    histories[(run.slot * (D_CONV - 1u) + k) * D_INNER + e] = window[k];
  }
}
