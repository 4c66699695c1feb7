// Each row's token out of what its parts found.
// Thread map: a workgroup of LANES lanes a row; lane l takes part l.
@compute @workgroup_size(LANES)
fn main(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) lane: u32) {
  let row = sample_rows[group.x];
  let top = top_of_row(group.x, lane);
  var id = top.id;
  if (row.temperature > 0.0 && !top.is_broken) {
    var best = Best(LOWEST, NO_TOKEN, 0u, 0u);
    if (lane < PARTS) {
      best = picks[group.x * PARTS + lane];
    }
    id = highest_of_lanes(lane, best.value, best.id);
  }
  if (lane == 0u) {
    feed_back(group.x, row.row_count, id, top.is_broken);
  }
}
