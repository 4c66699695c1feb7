// Attention of one token over the keys and values of its slot, itself included; softmax on the fly. For CPU adapters,
// where barriers are ruinous.
// Thread map: workgroup (token, kv head of the part), one subgroup of LANES, for all GROUP query heads that read this kv
// head. For each LANES positions lane l scores position l, then sums eights l, l + LANES, … of the values; where a head has
// fewer eights than there are lanes, ABREAST positions are summed at once, and joined at the end. LANES divides HEAD_EIGHTS
// or HEAD_EIGHTS divides LANES, which divides 64. Shares go round by shuffles.
const OWN_EIGHTS = max(1u, HEAD_EIGHTS / LANES);
const ABREAST = max(1u, LANES / HEAD_EIGHTS);

@compute @workgroup_size(LANES)
fn main(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) lane: u32) {
  let token = tokens[group.x];
  let head = group.y;
  let kv_head = part.first_head + head;
  let own_eight = lane % HEAD_EIGHTS;
  let abreast = lane / HEAD_EIGHTS % ABREAST;

  var highest: array<f32, GROUP>;
  var totals: array<f32, GROUP>;
  var sums: array<array<mat2x4f, OWN_EIGHTS>, GROUP>;
  for (var g = 0u; g < GROUP; g++) {
    highest[g] = LOWEST;
  }
  for (var start = 0u; start <= token.position; start += LANES) {
    let block = block_of(token.slot, start);
    let place = start % BLOCK;
    let count = min(LANES, token.position + 1u - start);
    // Spelled out: Tint leaves a variable without a value as the turn before left it.
    var score = array<f32, GROUP>();
    for (var i = 0u; i < part.head_eights; i++) {
      let key = key_eight(block, head, i, place + lane);
      for (var g = 0u; g < GROUP; g++) {
        score[g] = add_products(score[g], query_eight(group.x, kv_head, g, i), key);
      }
    }
    var share: array<f32, GROUP>;
    for (var g = 0u; g < GROUP; g++) {
      // Keys past the token's own position are another's, or none.
      let own_score = select(LOWEST, score[g], lane < count);
      let new_highest = max(highest[g], subgroupMax(own_score));
      share[g] = exp(own_score - new_highest);
      let fade = exp(highest[g] - new_highest);
      highest[g] = new_highest;
      totals[g] = fma(totals[g], fade, subgroupAdd(share[g]));
      for (var c = 0u; c < OWN_EIGHTS; c++) {
        sums[g][c] *= fade;
      }
    }
    for (var s = 0u; s < count; s += ABREAST) {
      let j = s + abreast;
      var own_share: array<f32, GROUP>;
      for (var g = 0u; g < GROUP; g++) {
        own_share[g] = subgroupShuffle(share[g], j);
      }
      // What stands past the token's position may be NaN: a share of 0 would not hide it.
      if (j < count) {
        for (var c = 0u; c < OWN_EIGHTS; c++) {
          let value = value_eight(block, head, own_eight + c * LANES, place + j);
          for (var g = 0u; g < GROUP; g++) {
            sums[g][c] = add_share(sums[g][c], own_share[g], value);
          }
        }
      }
    }
  }
  for (var g = 0u; g < GROUP; g++) {
    for (var c = 0u; c < OWN_EIGHTS; c++) {
      var sum = sums[g][c];
      for (var a = 1u; a < ABREAST; a++) {
        let other = own_eight + a * HEAD_EIGHTS;
        sum += mat2x4f(subgroupShuffle(sums[g][c][0], other), subgroupShuffle(sums[g][c][1], other));
      }
      if (lane < HEAD_EIGHTS) {
        write_eight(group.x, kv_head, g, own_eight + c * LANES, mat2x4f(sum[0] / totals[g], sum[1] / totals[g]));
      }
    }
  }
}

fn write_eight(token: u32, kv_head: u32, query: u32, eight: u32, numbers: mat2x4f) {
  for (var i = 0u; i < 8u; i++) {
    let channel = eight * 8u + i;
    if (channel < HEAD_DIM) {
      write_activation(token, (kv_head * GROUP + query) * HEAD_DIM + channel, numbers[i / 4u][i % 4u]);
    }
  }
}
