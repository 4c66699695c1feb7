// What unit-tiles-subgroup.wgsl does, spelled out for devices without a matrix unit, to test the kernels that use it. A lane holds eight of
// a tile's sums: outputs 8 (lane / 16) … + 8 of row lane % 16. Tiles of inputs are read where they lie when they are multiplied.
var<private> lane_of_tile: u32;

struct WeightTile {
  at: u32,
  is_staged: bool,
}

struct ActivationTile {
  at: u32,
}

struct SumTile {
  sums: array<f32, 8>,
}

fn weights_in_memory(at: u32) -> WeightTile {
  return WeightTile(at, false);
}

fn weights_in_scratch(at: u32) -> WeightTile {
  return WeightTile(at, true);
}

fn activations_at(at: u32) -> ActivationTile {
  return ActivationTile(at);
}

fn eight_weights(tile: WeightTile, row: u32, half: u32) -> vec4u {
  if (tile.is_staged) {
    return scratch[tile.at + row * STAGED_STRIDE + half];
  }
  return matrix[tile.at + row * 2u + half];
}

fn add_product(tile: SumTile, weights: WeightTile, inputs: ActivationTile) -> SumTile {
  var result = tile;
  // rows.w is 0, unforeseeable for compilers: unrolled, these loops would compile for a minute.
  for (var i = 0u; i < 8u + rows.w; i++) {
    var sum = result.sums[i];
    for (var word = 0u; word < 8u + rows.w; word++) {
      let w = eight_weights(weights, lane_of_tile / 16u * 8u + i, word / 4u)[word % 4u];
      let x = fragments[inputs.at + lane_of_tile % 16u * 2u + word / 4u][word % 4u];
      let product = vec2f(bitcast<vec2<f16>>(x)) * vec2f(bitcast<vec2<f16>>(w));
      sum += product.x + product.y;
    }
    result.sums[i] = sum;
  }
  return result;
}

fn keep_sums(at: u32, tile: SumTile) {
  let first = at + lane_of_tile % 16u * SUMS_STRIDE + lane_of_tile / 16u * 2u;
  scratch[first] = bitcast<vec4u>(vec4f(tile.sums[0], tile.sums[1], tile.sums[2], tile.sums[3]));
  scratch[first + 1u] = bitcast<vec4u>(vec4f(tile.sums[4], tile.sums[5], tile.sums[6], tile.sums[7]));
}

fn begin_lane(lane: u32) {
  lane_of_tile = lane;
}
