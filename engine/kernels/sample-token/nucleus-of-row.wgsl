// The nucleus of each row that has one, for pick-of-part.
// Thread map: a workgroup of LANES lanes a row; lane l takes tokens l, l + LANES, ….
@compute @workgroup_size(LANES)
fn main(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) lane: u32) {
  let row = sample_rows[group.x];
  let top = top_of_row(group.x, lane);
  if (row.top_p >= 1.0 || row.temperature == 0.0 || top.is_broken) {
    return;
  }
  let base = row.slot * VOCABULARY;
  let least = nucleus_key(base, lane, logits[base + top.id], row.temperature, row.top_p);
  if (lane == 0u) {
    leasts[group.x] = least;
  }
}
