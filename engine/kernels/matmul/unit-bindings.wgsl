// What both matmuls on a matrix unit share. result[row][output] = sum over columns of inputs[row][column] * weight. A workgroup takes one
// tile of 32 outputs, each of its SLICES subgroups one slice of the columns; their sums meet in scratch.
@group(0) @binding(2) var<storage, read> fragments: array<vec4u>;
// x: rows to compute.
@group(0) @binding(4) var<uniform> rows: vec4u;
@group(0) @binding(5) var<uniform> shape: MatrixShape;

const LANES = 32u * SLICES;
// Rows of 32 sums and of 32 f16 weights, padded so that neighbours lie in other banks; in vec4u.
const SUMS_STRIDE = 9u;
const STAGED_STRIDE = 5u;

var<workgroup> scratch: array<vec4u, SLICES * 32u * STAGED_STRIDE>;

// First block of 32 columns of a slice.
fn slice_start(slice: u32) -> u32 {
  return slice * shape.blocks / SLICES;
}

fn kept_sum(at: u32) -> f32 {
  return bitcast<f32>(scratch[at / 4u][at % 4u]);
}

// What one subgroup keeps of a tile of eight rows: [8 high parts, 8 low parts][32 outputs].
fn sums_of(slice: u32) -> u32 {
  return slice * 16u * SUMS_STRIDE;
}

// Adds up the slices' sums of rows first_row … + 8, always in the same order, and emits them.
fn finish(index: u32, tile: u32, first_row: u32) {
  for (var i = index; i < 128u; i += LANES) {
    let place = i % 16u;
    let row = i / 16u;
    if (first_row + row < rows.x) {
      var sum = vec2f();
      for (var slice = 0u; slice < SLICES; slice++) {
        let high = (sums_of(slice) + row * SUMS_STRIDE) * 4u + place;
        let low = high + 8u * SUMS_STRIDE * 4u;
        sum += fma(vec2f(kept_sum(low), kept_sum(low + 16u)), vec2f(LOW_PART), vec2f(kept_sum(high), kept_sum(high + 16u)));
      }
      emit(first_row + row, tile, place, sum * RESULT_GAIN);
    }
  }
}
