// Thread map: workgroup (tile, row block), LANES lanes. Lane l computes outputs l and l + LANES of the tile for ROWS
// rows, walking the columns in order, so a row's sum does not depend on ROWS.
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
  var sums: array<vec2f, ROWS>;
  for (var block = 0u; block < shape.blocks; block++) {
    let first_scale = scale_of(block, tile, lane);
    let second_scale = scale_of(block, tile, lane + LANES);
    for (var column4 = block * 8u; column4 < block * 8u + 8u; column4 += shape.share) {
      var x: array<vec4f, ROWS>;
      for (var r = 0u; r < ROWS; r++) {
        x[r] = inputs[(first_row + r) * input_stride4 + column4 + (peer & (shape.share - 1u))];
      }
      for (var j = 0u; j < shape.share; j++) {
        let w0 = weight4(column4 + j, tile, lane) * first_scale;
        let w1 = weight4(column4 + j, tile, lane + LANES) * second_scale;
        for (var r = 0u; r < ROWS; r++) {
          sums[r] = accumulate(sums[r], w0, w1, subgroupShuffle(x[r], j));
        }
      }
    }
  }
  // A copy, so that indexing by a variable does not force the sums above into memory.
  var finished = sums;
  for (var r = 0u; r < min(ROWS, rows.x - first_row); r++) {
    emit(first_row + r, tile, lane, finished[r]);
  }
}
