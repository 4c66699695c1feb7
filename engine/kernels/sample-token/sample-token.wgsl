// Draws the next token of each row from its slot's logits (temperature, nucleus, Gumbel-max with counter-based noise)
// and makes it the row's token of the next pass, so that many steps run without the host.
// Thread map: a workgroup of LANES lanes a row; lane l takes tokens l, l + LANES, ….
struct Row {
  slot: u32,
  seed: u32,
  first_draw: u32,
  row_count: u32,
  temperature: f32,
  top_p: f32,
}

@group(0) @binding(0) var<storage, read> logits: array<f32>;
@group(0) @binding(1) var<storage, read> sample_rows: array<Row>;
@group(0) @binding(2) var<storage, read_write> tokens: array<Token>;
// [step][row]
@group(0) @binding(3) var<storage, read_write> drawn: array<u32>;
// Steps that each row has made.
@group(0) @binding(4) var<storage, read_write> steps: array<u32>;

const NO_TOKEN = 0xffffffffu;
const LOWEST = -3.4e38;

// pcg and the uniform of engine/cpu/sampler-noise.ts: the same integers, so both backends draw the same noise.
fn pcg(value: u32) -> u32 {
  let state = value * 747796405u + 2891336453u;
  let word = ((state >> ((state >> 28u) + 4u)) ^ state) * 277803737u;
  return (word >> 22u) ^ word;
}

// -log(-log(u)) of the noise u = (bits + 0.5) / 2^23. Near 1 log(u) may lose all its digits in WGSL: there the series of
// log(1 - v), v = 1 - u exact, keeps them, and large values decide the draw.
fn gumbel(seed: u32, draw: u32, token: u32) -> f32 {
  let bits = pcg(pcg(pcg(seed) + draw) + token) >> 9u;
  let v = (f32(0x7fffffu - bits) + 0.5) * 0x1p-23;
  if (v < 0.02) {
    return -log(v * fma(v, fma(v, fma(v, 0.25, 1.0 / 3.0), 0.5), 1.0));
  }
  return -log(-log((f32(bits) + 0.5) * 0x1p-23));
}

// Floats in the order of unsigned integers.
fn to_key(x: f32) -> u32 {
  let bits = bitcast<u32>(x);
  return select(bits | 0x80000000u, ~bits, (bits & 0x80000000u) != 0u);
}

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

@compute @workgroup_size(LANES)
fn main(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) lane: u32) {
  let row = sample_rows[group.x];
  let base = row.slot * VOCABULARY;
  var best = LOWEST;
  var best_id = NO_TOKEN;
  var broken = 0.0;
  for (var i = lane; i < VOCABULARY; i += LANES) {
    let logit = logits[base + i];
    // By its bits: compilers may assume that floats are finite.
    if ((bitcast<u32>(logit) & 0x7f800000u) == 0x7f800000u) {
      broken = 1.0;
    }
    if (best_id == NO_TOKEN || logit > best) {
      best = logit;
      best_id = i;
    }
  }
  let is_broken = sum_of_lanes(lane, broken) > 0.0;
  var id = highest_of_lanes(lane, best, best_id);
  let step = steps[group.x];
  if (row.temperature > 0.0 && !is_broken) {
    let temperature = row.temperature;
    let top = logits[base + id];
    var least = 0u;
    if (row.top_p < 1.0) {
      least = nucleus_key(base, lane, top, temperature, row.top_p);
    }
    best_id = NO_TOKEN;
    for (var i = lane; i < VOCABULARY; i += LANES) {
      let logit = logits[base + i];
      let score = (logit - top) / temperature + gumbel(row.seed, row.first_draw + step, i);
      if (to_key(logit) >= least && (best_id == NO_TOKEN || score > best)) {
        best = score;
        best_id = i;
      }
    }
    id = highest_of_lanes(lane, select(best, LOWEST, best_id == NO_TOKEN), best_id);
  }
  if (lane == 0u) {
    drawn[step * row.row_count + group.x] = select(id, NO_TOKEN, is_broken);
    steps[group.x] = step + 1u;
    // A broken row goes on with token 0 so that its neighbours need not wait for the host.
    tokens[group.x].id = select(id, 0u, is_broken);
    tokens[group.x].position += 1u;
  }
}
