// Adds the sums and a bias to what the result holds: a residual connection.
@group(0) @binding(6) var<storage, read> bias: array<f32>;

fn emit(row: u32, tile: u32, lane: u32, sums: vec2f) {
  for (var i = 0u; i < 2u; i++) {
    let output = (tile * 2u + i) * LANES + lane;
    if (output < shape.outputs) {
      let at = shape.first_output + output;
      result[row * shape.result_stride + at] += sums[i] + bias[at];
    }
  }
}
