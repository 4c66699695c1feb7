// What every kernel that draws knows of a row: how it is to draw, its noise, and the order of its logits.
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

// By its bits: compilers may assume that floats are finite.
fn is_finite(x: f32) -> bool {
  return (bitcast<u32>(x) & 0x7f800000u) != 0x7f800000u;
}

// Of the logits first, first + LANES, … before end: the highest, the lowest id of equal ones, and 1 where one is not finite.
struct Best {
  value: f32,
  id: u32,
  broken: u32,
  unused: u32,
}

fn highest_logit(base: u32, first: u32, end: u32) -> Best {
  var best = Best(LOWEST, NO_TOKEN, 0u, 0u);
  for (var i = first; i < end; i += LANES) {
    let logit = logits[base + i];
    best.broken |= select(1u, 0u, is_finite(logit));
    if (best.id == NO_TOKEN || logit > best.value) {
      best.value = logit;
      best.id = i;
    }
  }
  return best;
}

// Of the same logits whose key is at least `least`: the one that draws highest.
fn highest_draw(base: u32, first: u32, end: u32, row: Row, draw: u32, top: f32, least: u32) -> Best {
  var best = Best(LOWEST, NO_TOKEN, 0u, 0u);
  for (var i = first; i < end; i += LANES) {
    let logit = logits[base + i];
    let score = (logit - top) / row.temperature + gumbel(row.seed, draw, i);
    if (to_key(logit) >= least && (best.id == NO_TOKEN || score > best.value)) {
      best.value = score;
      best.id = i;
    }
  }
  return best;
}
