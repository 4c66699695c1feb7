// Weights in int8, four columns of one output a u32: matrix[tile][column / 4][place in tile]; scales[tile][column / group][place in tile].
@group(0) @binding(0) var<storage, read> matrix: array<u32>;
@group(0) @binding(1) var<storage, read> scales: array<f32>;

fn weight4(column4: u32, tile: u32, place: u32) -> vec4f {
  return vec4f(unpack4xI8(matrix[(tile * shape.blocks * 8u + column4) * TILE + place]));
}

fn scale_of(block: u32, tile: u32, place: u32) -> f32 {
  return scales[((tile * shape.blocks + block) >> shape.group_shift) * TILE + place];
}
