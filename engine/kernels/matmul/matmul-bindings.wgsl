// What the matmuls of threads share. result[row][output] = sum over columns of inputs[row][column] * weight.
@group(0) @binding(2) var<storage, read> inputs: array<vec4f>;
// x: rows to compute.
@group(0) @binding(4) var<uniform> rows: vec4u;
@group(0) @binding(5) var<uniform> shape: MatrixShape;

fn accumulate(sum: vec2f, w0: vec4f, w1: vec4f, x: vec4f) -> vec2f {
  let first = fma(w0.w, x.w, fma(w0.z, x.z, fma(w0.y, x.y, fma(w0.x, x.x, sum.x))));
  let second = fma(w1.w, x.w, fma(w1.z, x.z, fma(w1.y, x.y, fma(w1.x, x.x, sum.y))));
  return vec2f(first, second);
}

// Scales of the outputs at `place` of each half of a tile.
fn scales_of(block: u32, tile: u32, place: u32) -> vec2f {
  return vec2f(scale_of(block, tile, place), scale_of(block, tile, place + HALF_TILE));
}
