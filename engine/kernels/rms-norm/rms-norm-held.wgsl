// Activation row i = x[sources[i].token] / sqrt(mean(x^2) + EPSILON) * weight.
// For GPUs: all loads are on their way at once, and a row is read once.
// Thread map: a workgroup of LANES lanes a row; lane l takes and holds columns 4l … 4l + 3, 4 (l + LANES) …. Rows are padded
// with zeros to whole fours.
@group(0) @binding(0) var<storage, read> x: array<vec4f>;
@group(0) @binding(1) var<storage, read> weight: array<vec4f>;
@group(0) @binding(2) var<storage, read> sources: array<Head>;

const FOURS = (WIDTH + 3u) / 4u;
const SHARE = (FOURS + LANES - 1u) / LANES;

@compute @workgroup_size(LANES)
fn main(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) lane: u32) {
  let source = sources[group.x].token * (STRIDE / 4u);
  var own: array<vec4f, SHARE>;
  var gain: array<vec4f, SHARE>;
  for (var i = 0u; i < SHARE; i++) {
    let four = min(lane + i * LANES, FOURS - 1u);
    own[i] = x[source + four];
    gain[i] = weight[four];
  }
  var sum = 0.0;
  for (var i = 0u; i < SHARE; i++) {
    if (lane + i * LANES < FOURS) {
      let four = own[i];
      sum = fma(four.w, four.w, fma(four.z, four.z, fma(four.y, four.y, fma(four.x, four.x, sum))));
    }
  }
  let scale = 1.0 / sqrt(sum_of_lanes(lane, sum) / f32(WIDTH) + EPSILON);
  for (var i = 0u; i < SHARE; i++) {
    if (lane + i * LANES < FOURS) {
      let four = own[i] * scale * gain[i];
      for (var j = 0u; j < 4u; j++) {
        write_activation(group.x, 4u * (lane + i * LANES) + j, four[j]);
      }
    }
  }
}
