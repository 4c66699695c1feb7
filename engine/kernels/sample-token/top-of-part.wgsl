// The highest logit of each part.
// Thread map: workgroup (part, row) of LANES lanes; lane l takes the part's tokens l, l + LANES, ….
@compute @workgroup_size(LANES)
fn main(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) lane: u32) {
  let base = sample_rows[group.y].slot * VOCABULARY;
  let first = group.x * PART;
  let own = highest_logit(base, first + lane, min(first + PART, VOCABULARY));
  let broken = sum_of_lanes(lane, f32(own.broken)) > 0.0;
  let id = highest_of_lanes(lane, own.value, own.id);
  if (lane == 0u) {
    // A part without finite logits names none: its row is broken.
    let value = logits[base + min(id, VOCABULARY - 1u)];
    tops[group.y * PARTS + group.x] = Best(value, id, select(0u, 1u, broken), 0u);
  }
}
