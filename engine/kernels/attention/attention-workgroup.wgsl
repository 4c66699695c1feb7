// Attention of one token over the keys and values of its slot, itself included; softmax on the fly.
// Thread map: workgroup (token, kv head) of 64 lanes, for all GROUP query heads that read this kv head. For each block of
// 64 positions lane l scores position l, then sums channels l, l + 64, … of the values. Blocks start at position 0, so
// the order of sums depends on the position alone. Layouts as in rope-kv.
@group(0) @binding(0) var<storage, read> projected: array<f32>;
@group(0) @binding(1) var<storage, read> keys: array<f32>;
@group(0) @binding(2) var<storage, read> values: array<f32>;
@group(0) @binding(3) var<storage, read> tokens: array<Token>;
@group(0) @binding(4) var<storage, read_write> attended: array<f32>;

const OWN_CHANNELS = (HEAD_DIM + LANES - 1u) / LANES;
const LOWEST = -3.0e38;

var<workgroup> query: array<f32, GROUP * HEAD_DIM>;
var<workgroup> scores: array<f32, GROUP * LANES>;
var<workgroup> shares: array<f32, GROUP * LANES>;

@compute @workgroup_size(LANES)
fn main(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) lane: u32) {
  let token = tokens[group.x];
  let kv_channel = group.y * HEAD_DIM;
  let slot_start = token.slot * CONTEXT;
  for (var i = lane; i < GROUP * HEAD_DIM; i += LANES) {
    query[i] = projected[group.x * PROJECTED_STRIDE + group.y * GROUP * HEAD_DIM + i] * SCALE;
  }
  workgroupBarrier();

  var highest: array<f32, GROUP>;
  var totals: array<f32, GROUP>;
  var sums: array<array<f32, OWN_CHANNELS>, GROUP>;
  for (var g = 0u; g < GROUP; g++) {
    highest[g] = LOWEST;
  }
  for (var start = 0u; start <= token.position; start += LANES) {
    let count = min(LANES, token.position + 1u - start);
    let key = ((slot_start + start) / LANES * KV_WIDTH + kv_channel) * LANES + lane;
    // Spelled out: Tint leaves a variable without a value as the turn before left it.
    var score = array<f32, GROUP>();
    for (var i = 0u; i < HEAD_DIM; i++) {
      let channel = keys[key + i * LANES];
      for (var g = 0u; g < GROUP; g++) {
        score[g] = fma(query[g * HEAD_DIM + i], channel, score[g]);
      }
    }
    for (var g = 0u; g < GROUP; g++) {
      // Keys past the token's own position are another's, or none.
      score[g] = select(LOWEST, score[g], lane < count);
      scores[g * LANES + lane] = score[g];
    }
    workgroupBarrier();
    for (var g = 0u; g < GROUP; g++) {
      var new_highest = highest[g];
      for (var j = 0u; j < LANES; j++) {
        new_highest = max(new_highest, scores[g * LANES + j]);
      }
      shares[g * LANES + lane] = exp(score[g] - new_highest);
      let fade = exp(highest[g] - new_highest);
      highest[g] = new_highest;
      totals[g] *= fade;
      for (var c = 0u; c < OWN_CHANNELS; c++) {
        sums[g][c] *= fade;
      }
    }
    workgroupBarrier();
    for (var j = 0u; j < count; j++) {
      let value = (slot_start + start + j) * KV_WIDTH + kv_channel + lane;
      for (var c = 0u; c < OWN_CHANNELS; c++) {
        if (lane + c * LANES < HEAD_DIM) {
          let channel = values[value + c * LANES];
          for (var g = 0u; g < GROUP; g++) {
            sums[g][c] = fma(shares[g * LANES + j], channel, sums[g][c]);
          }
        }
      }
      for (var g = 0u; g < GROUP; g++) {
        totals[g] += shares[g * LANES + j];
      }
    }
    workgroupBarrier();
  }
  for (var g = 0u; g < GROUP; g++) {
    for (var c = 0u; c < OWN_CHANNELS; c++) {
      if (lane + c * LANES < HEAD_DIM) {
        let channel = (group.y * GROUP + g) * HEAD_DIM + lane + c * LANES;
        attended[group.x * ATTENDED_STRIDE + channel] = sums[g][c] / totals[g];
      }
    }
  }
}
