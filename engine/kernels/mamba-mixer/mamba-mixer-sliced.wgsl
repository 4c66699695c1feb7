// Convolution, SiLU, dt projection, softplus, selective scan, skip and gate of one Mamba layer, for GPUs.
// Thread map: workgroup (channel block, run or runs) of LANES channels x SLICES. A channel's sum over dt_rank and its states
// are shared out over the slices; slice 0 … BATCH - 1 also convolve and finish one token of the batch each. BATCH tokens are
// taken at once: neighbours of one run, or where APART the single tokens of BATCH runs. The order of every sum is the same
// whatever BATCH. Workgroup memory: BATCH * LANES * (2 * SLICES + 1) floats.
// x: tokens of the pass.
@group(0) @binding(6) var<uniform> count: vec4u;

const LOW = 2u * D_INNER + 2u * D_XB;
const RUNS = select(1u, BATCH, APART);
const KEPT_INPUTS = D_CONV - 1u;

var<workgroup> step_parts: array<f32, BATCH * SLICES * LANES>;
var<workgroup> y_parts: array<f32, BATCH * SLICES * LANES>;
var<workgroup> convolved: array<f32, BATCH * LANES>;

// Of the convolution: input `at` of the run, those before its first token kept from earlier ones.
fn input_of(run: Run, at: i32, x_channel: u32, e: u32) -> f32 {
  if (at < 0) {
    return histories[(run.slot * KEPT_INPUTS + u32(at + i32(KEPT_INPUTS))) * D_INNER + e];
  }
  return projected[(run.first + u32(at)) * PROJECTED_STRIDE + x_channel];
}

@compute @workgroup_size(LANES, SLICES)
fn main(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_id) local: vec3u) {
  let lane = local.x;
  let slice = local.y;
  let is_real = group.x * LANES + lane < D_INNER;
  let e = min(group.x * LANES + lane, D_INNER - 1u);
  let head = e / D_STATE;
  let xb_head = head / (D_INNER / D_XB) * D_STATE;
  let x_channel = D_INNER + xb_head + e % D_STATE;
  let first_state = slice * STATE_SHARE;

  let first_run = select(group.y, group.y * BATCH, APART);
  let run = runs[first_run];
  let tokens = select(run.length, min(BATCH, count.x - first_run), APART);
  // The run and token that this slice convolves and finishes, turn after turn.
  let own_run = runs[select(first_run, min(first_run + slice, count.x - 1u), APART)];

  var decay: array<f32, STATE_SHARE>;
  var state: array<f32, RUNS * STATE_SHARE>;
  for (var i = 0u; i < STATE_SHARE; i++) {
    let n = min(first_state + i, D_STATE - 1u);
    decay[i] = channel_weights[(DECAY + n) * D_INNER + e];
    for (var r = 0u; r < RUNS; r++) {
      state[r * STATE_SHARE + i] = states[(runs[first_run + min(r, tokens - 1u)].slot * D_STATE + n) * D_INNER + e];
    }
  }

  for (var t = 0u; t < tokens; t += BATCH) {
    let batch = min(BATCH, tokens - t);
    var rows: array<u32, BATCH>;
    for (var b = 0u; b < BATCH; b++) {
      let nth = t + min(b, batch - 1u);
      rows[b] = select(run.first + nth, runs[first_run + nth].first, APART) * PROJECTED_STRIDE;
    }
    // What the scan will read, on its way before the first wait.
    var drive_in: array<f32, BATCH * STATE_SHARE>;
    var read_out: array<f32, BATCH * STATE_SHARE>;
    for (var b = 0u; b < BATCH; b++) {
      for (var i = 0u; i < STATE_SHARE; i++) {
        let n = min(first_state + i, D_STATE - 1u);
        drive_in[b * STATE_SHARE + i] = projected[rows[b] + D_INNER + D_XB + xb_head + n];
        read_out[b * STATE_SHARE + i] = projected[rows[b] + D_INNER + 2u * D_XB + head * D_STATE + n];
      }
    }
    var gate = 0.0;
    if (slice < batch) {
      let nth = i32(select(t + slice, 0u, APART));
      gate = projected[(own_run.first + u32(nth)) * PROJECTED_STRIDE + e];
      var sum = channel_weights[CONV_BIAS * D_INNER + e];
      for (var k = 0u; k < D_CONV; k++) {
        sum = fma(channel_weights[k * D_INNER + e], input_of(own_run, nth + i32(k) - i32(KEPT_INPUTS), x_channel, e), sum);
      }
      convolved[slice * LANES + lane] = silu(sum);
    }

    var part = array<f32, BATCH>();
    for (var start = slice * RANK_SHARE; start < min((slice + 1u) * RANK_SHARE, DT_RANK); start += RANK_STRETCH) {
      // All loads before the first sum, so that they need not wait for one another.
      var weights: array<f32, RANK_STRETCH>;
      var low: array<f32, BATCH * RANK_STRETCH>;
      for (var i = 0u; i < RANK_STRETCH; i++) {
        weights[i] = channel_weights[(DT_PROJ + start + i) * D_INNER + e];
        for (var b = 0u; b < BATCH; b++) {
          low[b * RANK_STRETCH + i] = projected[rows[b] + LOW + start + i];
        }
      }
      for (var b = 0u; b < BATCH; b++) {
        for (var i = 0u; i < RANK_STRETCH; i++) {
          part[b] = fma(weights[i], low[b * RANK_STRETCH + i], part[b]);
        }
      }
    }
    for (var b = 0u; b < BATCH; b++) {
      step_parts[(b * SLICES + slice) * LANES + lane] = part[b];
    }
    workgroupBarrier();

    var own_x = 0.0;
    for (var b = 0u; b < BATCH; b++) {
      if (b < batch) {
        var step = channel_weights[DT_BIAS * D_INNER + e];
        for (var s = 0u; s < SLICES; s++) {
          step += step_parts[(b * SLICES + s) * LANES + lane];
        }
        let dt = softplus(step);
        let x = convolved[b * LANES + lane];
        own_x = select(own_x, x, b == slice);
        var y = 0.0;
        for (var i = 0u; i < STATE_SHARE; i++) {
          let at = select(0u, b, APART) * STATE_SHARE + i;
          if (first_state + i < D_STATE) {
            state[at] = fma(dt * x, drive_in[b * STATE_SHARE + i], exp(dt * decay[i]) * state[at]);
            y = fma(state[at], read_out[b * STATE_SHARE + i], y);
          }
        }
        y_parts[(b * SLICES + slice) * LANES + lane] = y;
      }
    }
    workgroupBarrier();

    if (slice < batch && is_real) {
      var y = channel_weights[SKIP * D_INNER + e] * own_x;
      for (var s = 0u; s < SLICES; s++) {
        y += y_parts[(slice * SLICES + s) * LANES + lane];
      }
      let token = own_run.first + select(t + slice, 0u, APART);
      write_activation(token, e, y * silu(gate));
    }
  }

  if (!is_real) {
    return;
  }
  for (var i = 0u; i < STATE_SHARE && first_state + i < D_STATE; i++) {
    for (var r = 0u; r < min(RUNS, tokens); r++) {
      states[(runs[first_run + r].slot * D_STATE + first_state + i) * D_INNER + e] = state[r * STATE_SHARE + i];
    }
  }
  if (slice < min(RUNS, tokens)) {
    for (var k = 0u; k < KEPT_INPUTS; k++) {
      let kept = input_of(own_run, i32(own_run.length + k) - i32(KEPT_INPUTS), x_channel, e);
      histories[(own_run.slot * KEPT_INPUTS + k) * D_INNER + e] = kept;
    }
  }
}
