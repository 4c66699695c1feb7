// Weights in bf16, four columns of one output a vec2u: matrix[tile][column / 4][place in tile]. Shifting into place is exact.
@group(0) @binding(0) var<storage, read> matrix: array<vec2u>;

fn weight4(column4: u32, tile: u32, place: u32) -> vec4f {
  let bits = matrix[(tile * shape.blocks * 8u + column4) * TILE + place];
  return bitcast<vec4f>(vec4u(bits.x << 16u, bits.x & 0xffff0000u, bits.y << 16u, bits.y & 0xffff0000u));
}

fn scale_of(block: u32, tile: u32, place: u32) -> f32 {
  return 1.0;
}
