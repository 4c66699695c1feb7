// Folds one value of each lane over a workgroup that is one subgroup of LANES. Every lane gets the result.
// For CPU adapters, where a barrier anywhere in a shader makes all of it several times slower.
fn sum_of_lanes(lane: u32, value: f32) -> f32 {
  return subgroupAdd(value);
}

// The id of the lanes' highest value and, of equal ones, the lowest id.
fn highest_of_lanes(lane: u32, value: f32, id: u32) -> u32 {
  return subgroupMin(select(0xffffffffu, id, value == subgroupMax(value)));
}
