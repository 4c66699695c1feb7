// A row's logits cut into PARTS parts of PART, each for a workgroup of its own: a large vocabulary is too long for one.
// What a part found: tops (highest logit) and picks (highest draw), [row][PARTS]. leasts: the nucleus of each row.
@group(0) @binding(5) var<storage, read_write> tops: array<Best>;
@group(0) @binding(6) var<storage, read_write> picks: array<Best>;
@group(0) @binding(7) var<storage, read_write> leasts: array<u32>;

struct Top {
  id: u32,
  is_broken: bool,
}

// Of a whole row, folded from its parts by a whole workgroup of at least PARTS lanes.
fn top_of_row(row: u32, lane: u32) -> Top {
  var best = Best(LOWEST, NO_TOKEN, 0u, 0u);
  if (lane < PARTS) {
    best = tops[row * PARTS + lane];
  }
  let is_broken = sum_of_lanes(lane, f32(best.broken)) > 0.0;
  return Top(highest_of_lanes(lane, best.value, best.id), is_broken);
}
