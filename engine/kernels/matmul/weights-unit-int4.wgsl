// Weights in int4 for a matrix unit: matrix[tile][column / 32][place in tile][4 words of 8 columns], a half byte the weight and 8 more;
// half bytes j and j + 4 of a word are columns 2j and 2j + 1. scales[tile][column / group][place in tile], UNIT_GAIN times the scale.
@group(0) @binding(0) var<storage, read> matrix: array<vec4u>;
@group(0) @binding(1) var<storage, read> scales: array<f16>;

// The words of a block of 32 columns of one output.
struct Block {
  words: vec4u,
  scale: f16,
}

fn block_at(tile: u32, block: u32, place: u32) -> Block {
  let scale = scales[((tile * shape.blocks + block) >> shape.group_shift) * TILE + place];
  return Block(matrix[(tile * shape.blocks + block) * TILE + place], scale);
}

// Half bytes 0 and 4 as two f16: 0x6400 is 1024, whose last bit counts one.
fn pair(bits: u32, scale: f16) -> u32 {
  return bitcast<u32>((bitcast<vec2<f16>>((bits & 0x000f000fu) | 0x64006400u) - 1032.0h) * scale);
}

// Columns 8 eight … + 8 of a block, as f16.
fn eight_of(block: Block, eight: u32) -> vec4u {
  let bits = block.words[eight];
  return vec4u(
    pair(bits, block.scale),
    pair(bits >> 4u, block.scale),
    pair(bits >> 8u, block.scale),
    pair(bits >> 12u, block.scale),
  );
}

// As threads that look up single weights see them.
fn weight4(column4: u32, tile: u32, place: u32) -> vec4f {
  let word = matrix[(tile * shape.blocks + column4 / 8u) * TILE + place][column4 / 2u % 4u];
  let halves = vec4u(word, word >> 16u, word >> 4u, word >> 20u) >> vec4u(column4 % 2u * 8u);
  return vec4f(halves & vec4u(15u)) - 8.0;
}

fn scale_of(block: u32, tile: u32, place: u32) -> f32 {
  return f32(scales[((tile * shape.blocks + block) >> shape.group_shift) * TILE + place]) / UNIT_GAIN;
}
