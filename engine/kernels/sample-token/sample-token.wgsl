// Draws the next token of each row from its slot's logits (temperature, nucleus, Gumbel-max with counter-based noise)
// and makes it the row's token of the next pass, so that many steps run without the host.
// Thread map: a workgroup of LANES lanes a row; lane l takes tokens l, l + LANES, ….
@compute @workgroup_size(LANES)
fn main(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) lane: u32) {
  let row = sample_rows[group.x];
  let base = row.slot * VOCABULARY;
  let highest = highest_logit(base, lane, VOCABULARY);
  let is_broken = sum_of_lanes(lane, f32(highest.broken)) > 0.0;
  var id = highest_of_lanes(lane, highest.value, highest.id);
  if (row.temperature > 0.0 && !is_broken) {
    let top = logits[base + id];
    var least = 0u;
    if (row.top_p < 1.0) {
      least = nucleus_key(base, lane, top, row.temperature, row.top_p);
    }
    let best = highest_draw(base, lane, VOCABULARY, row, row.first_draw + steps[group.x], top, least);
    id = highest_of_lanes(lane, best.value, best.id);
  }
  if (lane == 0u) {
    feed_back(group.x, row.row_count, id, is_broken);
  }
}
