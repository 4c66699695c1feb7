// Thread map: workgroup (tile, row block) of LANES = HALF_TILE x SLICES threads. Thread (l, s) computes outputs l and l + LANES of the
// tile for ROWS rows over the column blocks s, s + SLICES, …; slice 0 then adds the slices in order. A row's sum does
// not depend on ROWS. Workgroup memory: SLICES * LANES vec2f.
var<workgroup> partial: array<vec2f, LANES * SLICES>;

@compute @workgroup_size(LANES, SLICES)
fn main(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_id) local: vec3u) {
  let lane = local.x;
  let slice = local.y;
  let tile = group.x;
  let first_row = group.y * ROWS;
  let input_stride4 = shape.input_stride / 4u;
  var sums: array<vec2f, ROWS>;
  for (var block = slice; block < shape.blocks; block += SLICES) {
    let scale = scales_of(block, tile, lane);
    for (var j = 0u; j < 8u; j++) {
      let column4 = block * 8u + j;
      let w0 = weight4(column4, tile, lane) * scale.x;
      let w1 = weight4(column4, tile, lane + LANES) * scale.y;
      for (var r = 0u; r < ROWS; r++) {
        sums[r] = accumulate(sums[r], w0, w1, inputs[(first_row + r) * input_stride4 + column4]);
      }
    }
  }
  // A copy, so that indexing by a variable does not force the sums above into memory.
  var finished = sums;
  for (var r = 0u; r < min(ROWS, rows.x - first_row); r++) {
    partial[slice * LANES + lane] = finished[r];
    workgroupBarrier();
    if (slice == 0u) {
      var sum = finished[r];
      for (var s = 1u; s < SLICES; s++) {
        sum += partial[s * LANES + lane];
      }
      emit(first_row + r, tile, lane, sum);
    }
    workgroupBarrier();
  }
}
