// Weights in int8 for a matrix unit: matrix[tile][column / 16][place in tile][16 columns], a byte the weight and 128 more; of four
// columns the middle ones change places, so that bytes 0 and 2 are neighbours. scales[tile][column / group][place in tile],
// UNIT_GAIN times the scale.
@group(0) @binding(0) var<storage, read> matrix: array<vec4u>;
@group(0) @binding(1) var<storage, read> scales: array<f16>;

// The words of a block of 32 columns of one output.
struct Block {
  words: array<vec4u, 2>,
  scale: f16,
}

fn block_at(tile: u32, block: u32, place: u32) -> Block {
  let at = (tile * shape.blocks + block) * 2u * TILE + place;
  let scale = scales[((tile * shape.blocks + block) >> shape.group_shift) * TILE + place];
  return Block(array<vec4u, 2>(matrix[at], matrix[at + TILE]), scale);
}

// Bytes 0 and 2 as two f16: 0x6400 is 1024, whose last bit counts one.
fn pair(bits: u32, scale: f16) -> u32 {
  return bitcast<u32>((bitcast<vec2<f16>>((bits & 0x00ff00ffu) | 0x64006400u) - 1152.0h) * scale);
}

// Columns 8 eight … + 8 of a block, as f16.
fn eight_of(block: Block, eight: u32) -> vec4u {
  let words = block.words[eight / 2u];
  let bits = select(words.xy, words.zw, eight % 2u == 1u);
  return vec4u(
    pair(bits.x, block.scale),
    pair(bits.x >> 8u, block.scale),
    pair(bits.y, block.scale),
    pair(bits.y >> 8u, block.scale),
  );
}

// As threads that look up single weights see them.
fn weight4(column4: u32, tile: u32, place: u32) -> vec4f {
  let bytes = unpack4xU8(matrix[(tile * shape.blocks * 2u + column4 / 4u) * TILE + place][column4 % 4u]);
  return vec4f(bytes.xzyw) - 128.0;
}

fn scale_of(block: u32, tile: u32, place: u32) -> f32 {
  return f32(scales[((tile * shape.blocks + block) >> shape.group_shift) * TILE + place]) / UNIT_GAIN;
}
