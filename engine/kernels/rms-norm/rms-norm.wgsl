// Activation row i = x[sources[i].token] / sqrt(mean(x^2) + EPSILON) * weight.
// For CPU adapters, where loops must stay loops.
// Thread map: a workgroup of LANES lanes a row; lane l takes columns l, l + LANES, ….
@group(0) @binding(0) var<storage, read> x: array<f32>;
@group(0) @binding(1) var<storage, read> weight: array<f32>;
@group(0) @binding(2) var<storage, read> sources: array<Head>;

@compute @workgroup_size(LANES)
fn main(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) lane: u32) {
  let source = sources[group.x].token * STRIDE;
  var sum = 0.0;
  for (var i = lane; i < WIDTH; i += LANES) {
    sum = fma(x[source + i], x[source + i], sum);
  }
  let scale = 1.0 / sqrt(sum_of_lanes(lane, sum) / f32(WIDTH) + EPSILON);
  for (var i = lane; i < WIDTH; i += LANES) {
    write_activation(group.x, i, x[source + i] * scale * weight[i]);
  }
}
