// The nucleus of each row that has one, for pick-of-part: the key of the highest logit such that the tokens at or above it
// hold top_p of the mass, found two bits at a time.
// Thread map: a workgroup of LANES lanes a row; lane l takes tokens l, l + LANES, … and keeps sums of its own for each of
// the four digits, which lanes 0 … 3 then add up in order. Workgroup memory: 4 * LANES floats.
const DIGITS = 4u;
const DIGIT_BITS = 2u;

var<workgroup> lane_masses: array<f32, DIGITS * LANES>;
var<workgroup> digit_masses: array<f32, DIGITS>;

@compute @workgroup_size(LANES)
fn main(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) lane: u32) {
  let row = sample_rows[group.x];
  let top = top_of_row(group.x, lane);
  if (row.top_p >= 1.0 || row.temperature == 0.0 || top.is_broken) {
    return;
  }
  let base = row.slot * VOCABULARY;
  let highest = logits[base + top.id];
  var key = 0u;
  // Mass of the tokens above all those that share the digits found so far.
  var above = 0.0;
  var wanted = 0.0;
  for (var found = 0u; found < 32u; found += DIGIT_BITS) {
    let shift = 32u - DIGIT_BITS - found;
    for (var digit = 0u; digit < DIGITS; digit++) {
      lane_masses[digit * LANES + lane] = 0.0;
    }
    for (var i = lane; i < VOCABULARY; i += LANES) {
      let logit = logits[base + i];
      let own = to_key(logit);
      // Shifts by 32 are none: the first digit has no digits before it.
      if (found == 0u || own >> ((shift + DIGIT_BITS) % 32u) == key >> ((shift + DIGIT_BITS) % 32u)) {
        lane_masses[(own >> shift) % DIGITS * LANES + lane] += exp((logit - highest) / row.temperature);
      }
    }
    workgroupBarrier();
    if (lane < DIGITS) {
      var mass = 0.0;
      for (var i = 0u; i < LANES; i++) {
        mass += lane_masses[lane * LANES + i];
      }
      digit_masses[lane] = mass;
    }
    workgroupBarrier();
    if (found == 0u) {
      for (var digit = 0u; digit < DIGITS; digit++) {
        wanted += digit_masses[digit];
      }
      wanted *= row.top_p;
    }
    var digit = DIGITS - 1u;
    while (digit > 0u && above + digit_masses[digit] < wanted) {
      above += digit_masses[digit];
      digit--;
    }
    key |= digit << shift;
    // Before the sums are cleared.
    workgroupBarrier();
  }
  if (lane == 0u) {
    leasts[group.x] = key;
  }
}
