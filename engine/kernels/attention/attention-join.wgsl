// Joins the chunks that attention-chunked left, from the first on, exactly as a workgroup alone would have.
// Thread map: workgroup (token, kv head) of LANES lanes; lane l takes channels l, l + LANES, … of the GROUP query heads.
// partials: [chunk][token][kv head][GROUP][sums of the head's channels, highest, total]
@group(0) @binding(0) var<storage, read> tokens: array<Token>;
@group(0) @binding(1) var<storage, read> partials: array<f32>;

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
    for (var start = 0u; start < chunks; start += CHUNKS_AT_ONCE) {
      // (highest, total, sum): all loads before the first sum, so that they need not wait for one another.
      var found: array<vec3f, CHUNKS_AT_ONCE>;
      for (var j = 0u; j < CHUNKS_AT_ONCE; j++) {
        let chunk = min(start + j, chunks - 1u);
        let partial = (((chunk * groups.x + group.x) * KV_HEADS + group.y) * GROUP + query) * (CHANNELS + 2u);
        found[j] = vec3f(partials[partial + CHANNELS], partials[partial + CHANNELS + 1u], partials[partial + channel]);
      }
      for (var j = 0u; j < min(CHUNKS_AT_ONCE, chunks - start); j++) {
        let fade = fade_of(highest, found[j].x);
        highest = fade.highest;
        total = faded(total, found[j].y, fade);
        sum = faded(sum, found[j].z, fade);
      }
    }
    write_activation(group.x, (group.y * GROUP + query) * HEAD_DIM + channel, sum / total);
  }
}
