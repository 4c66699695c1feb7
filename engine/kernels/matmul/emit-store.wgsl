// Writes the sums as they are.
fn emit(row: u32, tile: u32, lane: u32, sums: vec2f) {
  for (var i = 0u; i < 2u; i++) {
    let output = (tile * 2u + i) * LANES + lane;
    if (output < shape.outputs) {
      result[row * shape.result_stride + shape.first_output + output] = sums[i];
    }
  }
}
