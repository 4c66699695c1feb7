// Attention of one token's query head over the keys and values of its slot, itself included; softmax on the fly.
// Thread map: workgroup (token, head) of 64 lanes. For each block of 64 positions lane l scores position l, then sums
// channels l, l + 64, … of the values. Blocks start at position 0, so the order of sums depends on the position alone.
// Layouts as in kv-write.
@group(0) @binding(0) var<storage, read> projected: array<f32>;
@group(0) @binding(1) var<storage, read> turns: array<vec2f>;
@group(0) @binding(2) var<storage, read> keys: array<f32>;
@group(0) @binding(3) var<storage, read> values: array<f32>;
@group(0) @binding(4) var<storage, read> tokens: array<Token>;
@group(0) @binding(5) var<storage, read_write> attended: array<f32>;

const LANES = 64u;
const OWN_CHANNELS = (HEAD_DIM + LANES - 1u) / LANES;
const LOWEST = -3.0e38;

var<workgroup> query: array<f32, HEAD_DIM>;
var<workgroup> scores: array<f32, LANES>;
var<workgroup> shares: array<f32, LANES>;

@compute @workgroup_size(LANES)
fn main(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) lane: u32) {
  let token = tokens[group.x];
  let head = group.y;
  let kv_channel = head / HEADS_PER_KV * HEAD_DIM;
  let slot_start = token.slot * CONTEXT;
  for (var i = lane; i < HEAD_DIM; i += LANES) {
    query[i] = rotated(group.x * PROJECTED_STRIDE, head * HEAD_DIM + i, token.position) * SCALE;
  }
  workgroupBarrier();

  var highest = LOWEST;
  var total = 0.0;
  var sums: array<f32, OWN_CHANNELS>;
  for (var start = 0u; start <= token.position; start += LANES) {
    let count = min(LANES, token.position + 1u - start);
    var score = LOWEST;
    if (lane < count) {
      let key = ((slot_start + start) / LANES * KV_WIDTH + kv_channel) * LANES + lane;
      score = 0.0;
      for (var i = 0u; i < HEAD_DIM; i++) {
        score = fma(query[i], keys[key + i * LANES], score);
      }
    }
    scores[lane] = score;
    workgroupBarrier();
    var block_highest = highest;
    for (var j = 0u; j < count; j++) {
      block_highest = max(block_highest, scores[j]);
    }
    shares[lane] = exp(score - block_highest);
    workgroupBarrier();
    let fade = exp(highest - block_highest);
    highest = block_highest;
    total *= fade;
    for (var c = 0u; c < OWN_CHANNELS; c++) {
      sums[c] *= fade;
    }
    for (var j = 0u; j < count; j++) {
      let share = shares[j];
      total += share;
      let value = (slot_start + start + j) * KV_WIDTH + kv_channel + lane;
      for (var c = 0u; c < OWN_CHANNELS; c++) {
        if (lane + c * LANES < HEAD_DIM) {
          sums[c] = fma(share, values[value + c * LANES], sums[c]);
        }
      }
    }
    workgroupBarrier();
  }
  for (var c = 0u; c < OWN_CHANNELS; c++) {
    if (lane + c * LANES < HEAD_DIM) {
      attended[group.x * ATTENDED_STRIDE + head * HEAD_DIM + lane + c * LANES] = sums[c] / total;
    }
  }
}
