// Thread map: workgroup (tile, row block), LANES = HALF_TILE / 2 lanes. Lane l computes outputs l and l + LANES of each half
// of the tile for ROWS rows, walking the columns in order, so a row's sum does not depend on ROWS.
// shape.share neighbouring lanes load different vec4 of a row and hand them round by shuffles: on CPU adapters a load is
// a gather, dear even where all lanes read one address. It is a power of two, at most 8 and the subgroup's size.
@compute @workgroup_size(LANES)
fn main(
  @builtin(workgroup_id) group: vec3u,
  @builtin(local_invocation_index) lane: u32,
  @builtin(subgroup_invocation_id) peer: u32,
) {
  let tile = group.x;
  let first_row = group.y * ROWS;
  let input_stride4 = shape.input_stride / 4u;
  // Outputs l and l + HALF_TILE; l + LANES and l + LANES + HALF_TILE.
  var near: array<vec2f, ROWS>;
  var far: array<vec2f, ROWS>;
  for (var block = 0u; block < shape.blocks; block++) {
    let near_scale = scales_of(block, tile, lane);
    let far_scale = scales_of(block, tile, lane + LANES);
    for (var column4 = block * 8u; column4 < block * 8u + 8u; column4 += shape.share) {
      var x: array<vec4f, ROWS>;
      for (var r = 0u; r < ROWS; r++) {
        x[r] = inputs[(first_row + r) * input_stride4 + column4 + (peer & (shape.share - 1u))];
      }
      for (var j = 0u; j < shape.share; j++) {
        let n0 = weight4(column4 + j, tile, lane) * near_scale.x;
        let n1 = weight4(column4 + j, tile, lane + HALF_TILE) * near_scale.y;
        let f0 = weight4(column4 + j, tile, lane + LANES) * far_scale.x;
        let f1 = weight4(column4 + j, tile, lane + LANES + HALF_TILE) * far_scale.y;
        for (var r = 0u; r < ROWS; r++) {
          let shared_x = subgroupShuffle(x[r], j);
          near[r] = accumulate(near[r], n0, n1, shared_x);
          far[r] = accumulate(far[r], f0, f1, shared_x);
        }
      }
    }
  }
  // Copies, so that indexing by a variable does not force the sums above into memory.
  var finished_near = near;
  var finished_far = far;
  for (var r = 0u; r < min(ROWS, rows.x - first_row); r++) {
    emit(first_row + r, tile, lane, finished_near[r]);
    emit(first_row + r, tile, lane + LANES, finished_far[r]);
  }
}
