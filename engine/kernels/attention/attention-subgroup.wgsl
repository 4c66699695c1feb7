// Attention of one token over the keys and values of its slot, itself included; softmax on the fly. For CPU adapters,
// where barriers are ruinous.
// Thread map: workgroup (token, kv head), one subgroup of LANES, for all GROUP query heads that read this kv head. For each
// LANES positions lane l scores position l, then sums channels l, l + LANES, … of the values; queries and shares go round by
// shuffles. HEAD_DIM is a multiple of LANES, which divides 64. Layouts as in rope-kv.
@group(0) @binding(0) var<storage, read> projected: array<f32>;
@group(0) @binding(1) var<storage, read> keys: array<f32>;
@group(0) @binding(2) var<storage, read> values: array<f32>;
@group(0) @binding(3) var<storage, read> tokens: array<Token>;
@group(0) @binding(4) var<storage, read_write> attended: array<f32>;
// HEAD_DIM and LANES, unforeseeable for compilers: unrolled, the loops would compile for seconds and outgrow the cache.
@group(0) @binding(5) var<uniform> bounds: vec4u;

const OWN_CHANNELS = HEAD_DIM / LANES;
const LOWEST = -3.0e38;

@compute @workgroup_size(LANES)
fn main(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) lane: u32) {
  let token = tokens[group.x];
  let kv_channel = group.y * HEAD_DIM;
  let slot_start = token.slot * CONTEXT;
  let query = group.x * PROJECTED_STRIDE + group.y * GROUP * HEAD_DIM + lane;

  var highest: array<f32, GROUP>;
  var totals: array<f32, GROUP>;
  var sums: array<array<f32, OWN_CHANNELS>, GROUP>;
  for (var g = 0u; g < GROUP; g++) {
    highest[g] = LOWEST;
  }
  for (var start = 0u; start <= token.position; start += LANES) {
    let position = slot_start + start;
    let key = (position / 64u * KV_WIDTH + kv_channel) * 64u + position % 64u + lane;
    // Spelled out: Tint leaves a variable without a value as the turn before left it.
    var score = array<f32, GROUP>();
    for (var i = 0u; i < bounds.x; i += LANES) {
      var q: array<f32, GROUP>;
      for (var g = 0u; g < GROUP; g++) {
        q[g] = projected[query + g * HEAD_DIM + i];
      }
      for (var s = 0u; s < LANES; s++) {
        let channel = keys[key + (i + s) * 64u];
        for (var g = 0u; g < GROUP; g++) {
          score[g] = fma(subgroupShuffle(q[g], s), channel, score[g]);
        }
      }
    }
    var share: array<f32, GROUP>;
    for (var g = 0u; g < GROUP; g++) {
      // Keys past the token's own position are another's, or none.
      let scaled = select(LOWEST, score[g] * SCALE, start + lane <= token.position);
      let new_highest = max(highest[g], subgroupMax(scaled));
      share[g] = exp(scaled - new_highest);
      let fade = exp(highest[g] - new_highest);
      highest[g] = new_highest;
      totals[g] = fma(totals[g], fade, subgroupAdd(share[g]));
      for (var c = 0u; c < OWN_CHANNELS; c++) {
        sums[g][c] *= fade;
      }
    }
    for (var s = 0u; s < bounds.y; s++) {
      let value = (position + s) * KV_WIDTH + kv_channel + lane;
      for (var c = 0u; c < OWN_CHANNELS; c++) {
        // What stands past the token's position may be NaN: a share of 0 would not hide it.
        let channel = select(0.0, values[value + c * LANES], start + s <= token.position);
        for (var g = 0u; g < GROUP; g++) {
          sums[g][c] = fma(subgroupShuffle(share[g], s), channel, sums[g][c]);
        }
      }
    }
  }
  for (var g = 0u; g < GROUP; g++) {
    for (var c = 0u; c < OWN_CHANNELS; c++) {
      attended[group.x * ATTENDED_STRIDE + (group.y * GROUP + g) * HEAD_DIM + lane + c * LANES] = sums[g][c] / totals[g];
    }
  }
}
