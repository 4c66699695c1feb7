// Folds one value of each lane over a workgroup of LANES = SIDE * SIDE: SIDE lanes fold SIDE values each, in order, and
// lane 0 folds those. Every lane gets the result. Two stages rather than a tree: barriers are what costs.
var<workgroup> folded_values: array<f32, LANES>;
var<workgroup> folded_ids: array<u32, LANES>;
var<workgroup> folded_value: f32;
var<workgroup> folded_id: u32;

fn sum_of_lanes(lane: u32, value: f32) -> f32 {
  folded_values[lane] = value;
  workgroupBarrier();
  if (lane < SIDE) {
    var sum = value;
    for (var i = 1u; i < SIDE; i++) {
      sum += folded_values[i * SIDE + lane];
    }
    folded_values[lane] = sum;
  }
  workgroupBarrier();
  if (lane == 0u) {
    var sum = folded_values[0];
    for (var i = 1u; i < SIDE; i++) {
      sum += folded_values[i];
    }
    folded_value = sum;
  }
  return workgroupUniformLoad(&folded_value);
}

// Of SIDE values and their ids, `step` apart from `first`, the highest value and of equal ones the lowest id go to `first`.
fn fold_highest(first: u32, step: u32) {
  var best = folded_values[first];
  var best_id = folded_ids[first];
  for (var i = 1u; i < SIDE; i++) {
    let value = folded_values[first + i * step];
    let id = folded_ids[first + i * step];
    let is_better = value > best || (value == best && id < best_id);
    best = select(best, value, is_better);
    best_id = select(best_id, id, is_better);
  }
  folded_values[first] = best;
  folded_ids[first] = best_id;
}

// The id of the lanes' highest value and, of equal ones, the lowest id.
fn highest_of_lanes(lane: u32, value: f32, id: u32) -> u32 {
  folded_values[lane] = value;
  folded_ids[lane] = id;
  workgroupBarrier();
  if (lane < SIDE) {
    fold_highest(lane, SIDE);
  }
  workgroupBarrier();
  if (lane == 0u) {
    fold_highest(0u, 1u);
    folded_id = folded_ids[0];
  }
  return workgroupUniformLoad(&folded_id);
}
