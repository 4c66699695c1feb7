// Gate and up of one channel of one row, in and out of a matrix unit: silu(gate) * up goes where the next matmul reads it.
fn emit(row: u32, tile: u32, place: u32, sums: vec2f) {
  let channel = tile * HALF_TILE + place;
  if (channel < shape.results) {
    // The clamp keeps exp() finite and lets NaN through.
    let silu = sums.x / (1.0 + exp(-max(sums.x, -80.0)));
    write_activation(row, shape.first_result + channel, silu * sums.y);
  }
}
