// The highest draw of each part of each row that draws.
// Thread map: workgroup (part, row) of LANES lanes; lane l takes the part's tokens l, l + LANES, ….
@group(0) @binding(4) var<storage, read_write> steps: array<u32>;

@compute @workgroup_size(LANES)
fn main(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) lane: u32) {
  let row = sample_rows[group.y];
  let top = top_of_row(group.y, lane);
  if (row.temperature == 0.0 || top.is_broken) {
    return;
  }
  let base = row.slot * VOCABULARY;
  let first = group.x * PART;
  let least = select(0u, leasts[group.y], row.top_p < 1.0);
  let draw = row.first_draw + steps[group.y];
  let own = highest_draw(base, first + lane, min(first + PART, VOCABULARY), row, draw, logits[base + top.id], least);
  let id = highest_of_lanes(lane, own.value, own.id);
  // The lane that found it knows its score; of a part outside the nucleus, lane 0 tells that there is none.
  if (own.id == id && (id != NO_TOKEN || lane == 0u)) {
    picks[group.y * PARTS + group.x] = own;
  }
}
