// Weights in f32, four columns of one output a vec4: matrix[tile][column / 4][place in tile].
// scale_of() is 1: the multiplication folds away.
@group(0) @binding(0) var<storage, read> matrix: array<vec4f>;

fn weight4(column4: u32, tile: u32, place: u32) -> vec4f {
  return matrix[(tile * shape.blocks * 8u + column4) * TILE + place];
}

fn scale_of(block: u32, tile: u32, place: u32) -> f32 {
  return 1.0;
}
