// The nucleus of a row as one number, found by a whole workgroup.
// Probability mass, up to the common divisor, of tokens whose logit's key is at least `key`.
fn mass_from(key: u32, base: u32, lane: u32, top: f32, temperature: f32) -> f32 {
  var mass = 0.0;
  for (var i = lane; i < VOCABULARY; i += LANES) {
    let logit = logits[base + i];
    if (to_key(logit) >= key) {
      mass += exp((logit - top) / temperature);
    }
  }
  return sum_of_lanes(lane, mass);
}

// Key of the highest logit such that the tokens at or above it hold top_p of the mass: bisection, exact in 32 steps.
fn nucleus_key(base: u32, lane: u32, top: f32, temperature: f32, top_p: f32) -> u32 {
  let wanted = top_p * mass_from(0u, base, lane, top, temperature);
  var low = 0u;
  var high = to_key(top);
  while (low < high) {
    let middle = high - (high - low) / 2u;
    if (mass_from(middle, base, lane, top, temperature) >= wanted) {
      low = middle;
    } else {
      high = middle - 1u;
    }
  }
  return low;
}
