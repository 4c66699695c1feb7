// Weights in f16, four columns of one output a vec2u: matrix[tile][column / 4][place in tile]. Needs no shader-f16.
@group(0) @binding(0) var<storage, read> matrix: array<vec2u>;

fn weight4(column4: u32, tile: u32, place: u32) -> vec4f {
  let bits = matrix[(tile * shape.blocks * 8u + column4) * TILE + place];
  return vec4f(unpack2x16float(bits.x), unpack2x16float(bits.y));
}

fn scale_of(block: u32, tile: u32, place: u32) -> f32 {
  return 1.0;
}
