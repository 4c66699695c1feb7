// Weights in int4, eight columns of one output a u32: matrix[tile][column / 8][place in tile]; byte i of a word holds column i in its
// low half and column i + 4 in its high half. Scales in f16, two a word: scales[tile][column / group][place in half tile], one
// for each half of the tile.
@group(0) @binding(0) var<storage, read> matrix: array<u32>;
@group(0) @binding(1) var<storage, read> scales: array<u32>;

// 16 times the weight: a half byte at the top of a byte needs no shift to carry its sign. scale_of() takes the 16 back, exactly.
fn weight4(column4: u32, tile: u32, place: u32) -> vec4f {
  let word = matrix[(tile * shape.blocks * 4u + column4 / 2u) * TILE + place];
  return vec4f(unpack4xI8((word << (4u - 4u * (column4 & 1u))) & 0xf0f0f0f0u));
}

fn scale_of(block: u32, tile: u32, place: u32) -> f32 {
  let pair = unpack2x16float(scales[((tile * shape.blocks + block) >> shape.group_shift) * HALF_TILE + place % HALF_TILE]);
  return select(pair.x, pair.y, place >= HALF_TILE) * 0.0625;
}
