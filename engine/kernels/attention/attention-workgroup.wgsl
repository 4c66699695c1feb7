// Attention of one token over the keys and values of its slot, itself included; softmax on the fly.
// Thread map: workgroup (token, kv head of the part, stretch) of 64 lanes, for all GROUP query heads that read this kv
// head. For each block of 64 positions lane l scores position l; then lane l sums eight l % HEAD_EIGHTS of the values of
// every ABREAST-th position. Positions are cut into chunks of CHUNK, joined from the first on: the order of sums depends on
// the position alone. Where the dispatch is one stretch deep a workgroup joins all chunks; else it takes the chunk of its
// stretch and leaves it for attention-join: [chunk][token][kv head][GROUP][sums of the head's eights, highest, total].
@group(0) @binding(8) var<storage, read_write> partials: array<f32>;

const ABREAST = LANES / HEAD_EIGHTS;
const BLOCKS_PER_CHUNK = CHUNK / LANES;

var<workgroup> queries: array<mat2x4f, GROUP * HEAD_EIGHTS>;
var<workgroup> scores: array<f32, GROUP * LANES>;
var<workgroup> shares: array<f32, GROUP * LANES>;
var<workgroup> lane_sums: array<mat2x4f, GROUP * LANES>;

@compute @workgroup_size(LANES)
fn main(
  @builtin(workgroup_id) group: vec3u,
  @builtin(num_workgroups) groups: vec3u,
  @builtin(local_invocation_index) lane: u32,
) {
  let token = tokens[group.x];
  let head = group.y;
  let kv_head = part.first_head + head;
  let chunks = token.position / CHUNK + 1u;
  let is_split = groups.z > 1u;
  if (is_split && group.z >= chunks) {
    return;
  }
  for (var i = lane; i < GROUP * HEAD_EIGHTS; i += LANES) {
    queries[i] = query_eight(group.x, kv_head, i / HEAD_EIGHTS, i % HEAD_EIGHTS);
  }
  workgroupBarrier();

  let eight = lane % HEAD_EIGHTS;
  let abreast = lane / HEAD_EIGHTS;
  var highest: array<f32, GROUP>;
  var totals: array<f32, GROUP>;
  var sums: array<mat2x4f, GROUP>;
  for (var g = 0u; g < GROUP; g++) {
    highest[g] = LOWEST;
  }
  let first_chunk = select(0u, group.z, is_split);
  let end_chunk = select(chunks, group.z + 1u, is_split);
  for (var chunk = first_chunk; chunk < end_chunk; chunk++) {
    // Spelled out: Tint leaves a variable without a value as the turn before left it.
    var chunk_highest = array<f32, GROUP>();
    var chunk_totals = array<f32, GROUP>();
    var chunk_sums = array<mat2x4f, GROUP>();
    for (var g = 0u; g < GROUP; g++) {
      chunk_highest[g] = LOWEST;
    }
    let end = min((chunk + 1u) * CHUNK, token.position + 1u);
    for (var start = chunk * CHUNK; start < end; start += LANES) {
      let count = min(LANES, end - start);
      let block = block_of(token.slot, start);
      var score = array<f32, GROUP>();
      for (var i = 0u; i < part.head_eights; i++) {
        let key = key_eight(block, head, i, lane);
        for (var g = 0u; g < GROUP; g++) {
          let q = queries[g * HEAD_EIGHTS + i];
          score[g] += dot(q[0], key[0]) + dot(q[1], key[1]);
        }
      }
      for (var g = 0u; g < GROUP; g++) {
        // Keys past the token's own position are another's, or none.
        score[g] = select(LOWEST, score[g], lane < count);
        scores[g * LANES + lane] = score[g];
      }
      workgroupBarrier();
      for (var g = 0u; g < GROUP; g++) {
        var new_highest = chunk_highest[g];
        for (var j = 0u; j < count; j++) {
          new_highest = max(new_highest, scores[g * LANES + j]);
        }
        shares[g * LANES + lane] = exp(score[g] - new_highest);
        let fade = exp(chunk_highest[g] - new_highest);
        chunk_highest[g] = new_highest;
        chunk_totals[g] *= fade;
        chunk_sums[g] *= fade;
      }
      workgroupBarrier();
      if (abreast < ABREAST) {
        for (var j = abreast; j < count; j += ABREAST) {
          let value = value_eight(block, head, eight, j);
          for (var g = 0u; g < GROUP; g++) {
            let share = shares[g * LANES + j];
            chunk_totals[g] += share;
            chunk_sums[g] = add_share(chunk_sums[g], share, value);
          }
        }
      }
      workgroupBarrier();
    }
    // Scores are read no more: their place takes the totals.
    for (var g = 0u; g < GROUP; g++) {
      lane_sums[g * LANES + lane] = chunk_sums[g];
      scores[g * LANES + lane] = chunk_totals[g];
    }
    workgroupBarrier();
    for (var g = 0u; g < GROUP; g++) {
      var total = scores[g * LANES + eight];
      var sum = lane_sums[g * LANES + eight];
      for (var a = HEAD_EIGHTS; a < ABREAST * part.head_eights; a += HEAD_EIGHTS) {
        total += scores[g * LANES + a + eight];
        sum += lane_sums[g * LANES + a + eight];
      }
      let fade = fade_of(highest[g], chunk_highest[g]);
      highest[g] = fade.highest;
      totals[g] = faded(totals[g], total, fade);
      sums[g] = faded_eight(sums[g], sum, fade);
    }
    workgroupBarrier();
  }

  // Through workgroup memory, so that neighbouring lanes write neighbouring channels.
  for (var g = 0u; g < GROUP; g++) {
    if (is_split && lane == 0u) {
      let partial = partial_of(groups.x, group, kv_head, g);
      partials[partial + HEAD_EIGHTS * 8u] = highest[g];
      partials[partial + HEAD_EIGHTS * 8u + 1u] = totals[g];
    }
    let divisor = select(totals[g], 1.0, is_split);
    lane_sums[g * LANES + lane] = mat2x4f(sums[g][0] / divisor, sums[g][1] / divisor);
  }
  workgroupBarrier();
  for (var i = lane; i < GROUP * HEAD_DIM; i += LANES) {
    let query = i / HEAD_DIM;
    let channel = i % HEAD_DIM;
    let number = lane_sums[query * LANES + channel / 8u][channel % 8u / 4u][channel % 4u];
    if (is_split) {
      partials[partial_of(groups.x, group, kv_head, query) + channel] = number;
    } else {
      attended[group.x * ATTENDED_STRIDE + (kv_head * GROUP + query) * HEAD_DIM + channel] = number;
    }
  }
}

fn partial_of(tokens_of_pass: u32, group: vec3u, kv_head: u32, query: u32) -> u32 {
  return (((group.z * tokens_of_pass + group.x) * KV_HEADS + kv_head) * GROUP + query) * (HEAD_EIGHTS * 8u + 2u);
}
