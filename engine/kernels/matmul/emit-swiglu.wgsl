// The matrix interleaves gate and up by half tiles (lane l's outputs are gate and up of one channel):
// writes silu(gate) * up. The clamp keeps exp() finite and lets NaN through.
fn emit(row: u32, tile: u32, lane: u32, sums: vec2f) {
  let channel = tile * LANES + lane;
  if (channel < shape.outputs) {
    let gate = sums.x;
    let silu = gate / (1.0 + exp(-max(gate, -80.0)));
    result[row * shape.result_stride + shape.first_output + channel] = silu * sums.y;
  }
}
