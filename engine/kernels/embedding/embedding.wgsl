// x[token] = row id of the embedding, read from the layout that matmul uses (so that a tied lm_head shares it).
// Thread map: a workgroup of LANES lanes a token; lane l takes columns 4l .. 4l + 4, 4 (l + LANES), ….
// A part of the matrix holds some ids only; tokens of other parts are left alone.
@group(0) @binding(2) var<storage, read> tokens: array<Token>;
@group(0) @binding(3) var<storage, read_write> x: array<vec4f>;
@group(0) @binding(5) var<uniform> shape: MatrixShape;

@compute @workgroup_size(LANES)
fn main(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) lane: u32) {
  let id = tokens[group.x].id;
  if (id < shape.first_result || id - shape.first_result >= shape.results) {
    return;
  }
  let row = id - shape.first_result;
  for (var column4 = lane; column4 < shape.blocks * 8u; column4 += LANES) {
    x[group.x * (STRIDE / 4u) + column4] = weight4(column4, row / TILE, row % TILE) * scale_of(column4 / 8u, row / TILE, row % TILE);
  }
}
