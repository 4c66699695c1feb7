// Weights in f16 as tiles for a matrix unit: matrix[tile][column / 16][place in tile][16 columns].
@group(0) @binding(0) var<storage, read> matrix: array<vec4u>;

// As threads that look up single weights see them.
fn weight4(column4: u32, tile: u32, place: u32) -> vec4f {
  let eight = matrix[((tile * shape.blocks * 2u + column4 / 4u) * TILE + place) * 2u + column4 / 2u % 2u];
  let bits = select(eight.xy, eight.zw, column4 % 2u == 1u);
  return vec4f(unpack2x16float(bits.x), unpack2x16float(bits.y));
}

fn scale_of(block: u32, tile: u32, place: u32) -> f32 {
  return 1.0;
}
