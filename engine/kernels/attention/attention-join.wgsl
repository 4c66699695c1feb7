// Joins the chunks that attention-workgroup left, from the first on, exactly as a workgroup alone would have.
// Thread map: workgroup (token, kv head) of 64 lanes; lane l takes channels l, l + 64, … of the GROUP query heads.
// partials: [chunk][token][kv head][GROUP][sums of the head's eights, highest, total]
@group(0) @binding(0) var<storage, read> tokens: array<Token>;
@group(0) @binding(1) var<storage, read> partials: array<f32>;
@group(0) @binding(2) var<storage, read_write> attended: array<f32>;

const CHANNELS = HEAD_EIGHTS * 8u;

@compute @workgroup_size(LANES)
fn main(
  @builtin(workgroup_id) group: vec3u,
  @builtin(num_workgroups) groups: vec3u,
  @builtin(local_invocation_index) lane: u32,
) {
  let chunks = tokens[group.x].position / CHUNK + 1u;
  for (var i = lane; i < GROUP * HEAD_DIM; i += LANES) {
    let query = i / HEAD_DIM;
    let channel = i % HEAD_DIM;
    var highest = LOWEST;
    var total = 0.0;
    var sum = 0.0;
    for (var chunk = 0u; chunk < chunks; chunk++) {
      let partial = (((chunk * groups.x + group.x) * KV_HEADS + group.y) * GROUP + query) * (CHANNELS + 2u);
      let fade = fade_of(highest, partials[partial + CHANNELS]);
      highest = fade.highest;
      total = faded(total, partials[partial + CHANNELS + 1u], fade);
      sum = faded(sum, partials[partial + channel], fade);
    }
    attended[group.x * ATTENDED_STRIDE + (group.y * GROUP + query) * HEAD_DIM + channel] = sum / total;
  }
}
