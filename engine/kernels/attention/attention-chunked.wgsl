// Attention of one token over the keys and values of its slot, itself included, for GPUs.
// Thread map: workgroup (token, kv head of the part, stretch) of LANES lanes, for all GROUP query heads that read this kv
// head. Positions are cut into chunks of LANES: lane l scores position l of the chunk; then lane l sums eight
// l % HEAD_EIGHTS of the values of every ABREAST-th position. Chunks are joined from the first on: the order of sums depends
// on the position alone. Where the dispatch is one stretch deep a workgroup joins all chunks; else it takes the chunk of its
// stretch and leaves it for attention-join: [chunk][token][kv head][GROUP][sums of the head's channels, highest, total].
@group(0) @binding(8) var<storage, read_write> partials: array<f32>;

const ABREAST = LANES / HEAD_EIGHTS;
const CHANNELS = HEAD_EIGHTS * 8u;
// Channels that a lane joins and writes.
const OWN_CHANNELS = (CHANNELS + LANES - 1u) / LANES;

var<workgroup> queries: array<mat2x4f, GROUP * HEAD_EIGHTS>;
// Scores, then what each position counts for.
var<workgroup> shares: array<f32, GROUP * LANES>;
var<workgroup> stretch_highest: array<f32, GROUP * STRETCHES>;
var<workgroup> lane_sums: array<mat2x4f, LANES>;
var<workgroup> lane_totals: array<f32, LANES>;

@compute @workgroup_size(LANES)
fn main(
  @builtin(workgroup_id) group: vec3u,
  @builtin(num_workgroups) groups: vec3u,
  @builtin(local_invocation_index) lane: u32,
) {
  let token = tokens[group.x];
  // 0, which compilers cannot foresee: loops that would compile for long, unrolled, stay loops.
  let none = part.heads >> 31u;
  let head = group.y;
  let kv_head = part.first_head + head;
  let chunks = token.position / LANES + 1u;
  let is_split = groups.z > 1u;
  if (is_split && group.z >= chunks) {
    return;
  }
  let first_chunk = select(0u, group.z, is_split);
  let end_chunk = select(chunks, group.z + 1u, is_split);
  // The workgroup that reads the token's own key is the one to write it.
  if (end_chunk == chunks) {
    feed(group.x, head, lane);
  }
  for (var i = lane; i < GROUP * HEAD_EIGHTS; i += LANES) {
    queries[i] = query_eight(group.x, kv_head, i / HEAD_EIGHTS, i % HEAD_EIGHTS);
  }
  workgroupBarrier();

  let eight = lane % HEAD_EIGHTS;
  let abreast = lane / HEAD_EIGHTS;
  var highest: array<f32, GROUP>;
  var totals: array<f32, GROUP>;
  var sums: array<array<f32, OWN_CHANNELS>, GROUP>;
  for (var g = 0u; g < GROUP; g++) {
    highest[g] = LOWEST;
  }
  for (var chunk = first_chunk; chunk < end_chunk; chunk++) {
    let first = chunk * LANES;
    let count = min(LANES, token.position + 1u - first);
    // Lanes past the token's own position score it again, for nothing.
    let own = first + min(lane, count - 1u);
    let own_block = block_of(token.slot, own);
    // Spelled out: Tint leaves a variable without a value as the turn before left it.
    var score = array<f32, GROUP>();
    for (var start = 0u; start < part.head_eights; start += EIGHTS_AT_ONCE) {
      var key: array<mat2x4f, EIGHTS_AT_ONCE>;
      for (var i = 0u; i < EIGHTS_AT_ONCE; i++) {
        key[i] = key_eight(own_block, head, start + i, own % BLOCK);
      }
      for (var i = 0u; i < EIGHTS_AT_ONCE; i++) {
        for (var g = 0u; g < GROUP; g++) {
          score[g] = add_products(score[g], queries[g * HEAD_EIGHTS + start + i], key[i]);
        }
      }
    }
    for (var g = 0u; g < GROUP; g++) {
      score[g] = select(LOWEST, score[g], lane < count);
      shares[g * LANES + lane] = score[g];
    }
    workgroupBarrier();
    for (var i = lane; i < GROUP * STRETCHES; i += LANES) {
      var most = LOWEST;
      for (var j = 0u; j < LANES / STRETCHES + none; j++) {
        most = max(most, shares[i * (LANES / STRETCHES) + j]);
      }
      stretch_highest[i] = most;
    }
    workgroupBarrier();
    var chunk_highest: array<f32, GROUP>;
    for (var g = 0u; g < GROUP; g++) {
      var most = LOWEST;
      for (var j = 0u; j < STRETCHES + none; j++) {
        most = max(most, stretch_highest[g * STRETCHES + j]);
      }
      chunk_highest[g] = most;
      shares[g * LANES + lane] = select(0.0, exp(score[g] - most), lane < count);
    }
    workgroupBarrier();

    var own_totals = array<f32, GROUP>();
    var own_sums = array<mat2x4f, GROUP>();
    if (abreast < ABREAST) {
      for (var start = abreast; start < count; start += ABREAST * VALUES_AT_ONCE) {
        var value: array<mat2x4f, VALUES_AT_ONCE>;
        for (var i = 0u; i < VALUES_AT_ONCE; i++) {
          // What stands past the token's position may be NaN, which a share of 0 would not hide.
          let at = first + min(start + i * ABREAST, count - 1u);
          value[i] = value_eight(block_of(token.slot, at), head, eight, at % BLOCK);
        }
        for (var i = 0u; i < VALUES_AT_ONCE; i++) {
          let j = start + i * ABREAST;
          for (var g = 0u; g < GROUP; g++) {
            let share = select(0.0, shares[g * LANES + min(j, LANES - 1u)], j < LANES);
            own_totals[g] += share;
            own_sums[g] = add_share(own_sums[g], share, value[i]);
          }
        }
      }
    }
    // Copies, so that indexing by a variable does not force the sums above into memory.
    var lane_sum = own_sums;
    var lane_total = own_totals;
    var chunk_sums = array<array<f32, OWN_CHANNELS>, GROUP>();
    var chunk_totals = array<f32, GROUP>();
    for (var g = 0u; g < GROUP + none; g++) {
      lane_sums[lane] = lane_sum[g];
      lane_totals[lane] = lane_total[g];
      workgroupBarrier();
      for (var a = 0u; a < ABREAST + none; a++) {
        chunk_totals[g] += lane_totals[a * HEAD_EIGHTS];
        for (var c = 0u; c < OWN_CHANNELS; c++) {
          let channel = min(lane + c * LANES, CHANNELS - 1u);
          chunk_sums[g][c] += lane_sums[a * HEAD_EIGHTS + channel / 8u][channel % 8u / 4u][channel % 4u];
        }
      }
      workgroupBarrier();
    }
    for (var g = 0u; g < GROUP; g++) {
      let fade = fade_of(highest[g], chunk_highest[g]);
      highest[g] = fade.highest;
      totals[g] = faded(totals[g], chunk_totals[g], fade);
      for (var c = 0u; c < OWN_CHANNELS; c++) {
        sums[g][c] = faded(sums[g][c], chunk_sums[g][c], fade);
      }
    }
  }

  for (var g = 0u; g < GROUP; g++) {
    let partial = (((group.z * groups.x + group.x) * KV_HEADS + kv_head) * GROUP + g) * (CHANNELS + 2u);
    if (is_split && lane == 0u) {
      partials[partial + CHANNELS] = highest[g];
      partials[partial + CHANNELS + 1u] = totals[g];
    }
    for (var c = 0u; c < OWN_CHANNELS; c++) {
      let channel = lane + c * LANES;
      if (is_split && channel < CHANNELS) {
        partials[partial + channel] = sums[g][c];
      } else if (channel < HEAD_DIM) {
        write_activation(group.x, (kv_head * GROUP + g) * HEAD_DIM + channel, sums[g][c] / totals[g]);
      }
    }
  }
}
