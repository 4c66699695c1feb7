// Folds one value of each lane over a workgroup of LANES, a power of two, as a fixed tree. Every lane gets the result.
var<workgroup> folded_values: array<f32, LANES>;
var<workgroup> folded_ids: array<u32, LANES>;

fn sum_of_lanes(lane: u32, value: f32) -> f32 {
  folded_values[lane] = value;
  for (var half = LANES / 2u; half > 0u; half /= 2u) {
    workgroupBarrier();
    if (lane < half) {
      folded_values[lane] += folded_values[lane + half];
    }
  }
  return workgroupUniformLoad(&folded_values[0]);
}

// The id of the lanes' highest value and, of equal ones, the lowest id.
fn highest_of_lanes(lane: u32, value: f32, id: u32) -> u32 {
  folded_values[lane] = value;
  folded_ids[lane] = id;
  for (var half = LANES / 2u; half > 0u; half /= 2u) {
    workgroupBarrier();
    if (lane < half) {
      let mine = folded_values[lane];
      let other = folded_values[lane + half];
      let other_id = folded_ids[lane + half];
      if (other > mine || (other == mine && other_id < folded_ids[lane])) {
        folded_values[lane] = other;
        folded_ids[lane] = other_id;
      }
    }
  }
  return workgroupUniformLoad(&folded_ids[0]);
}
