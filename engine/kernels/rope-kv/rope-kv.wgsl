// Rotary position embedding of each token's query and key, and its key and value put into its slot's cache.
// Non-interleaved: channels j and j + HEAD_DIM / 2 of a head turn together. projected: rows q, k, v of heads; q turns in
// place.
// Thread map: a workgroup of LANES lanes a token; lane l takes pairs l, l + LANES, … of q, then of k and v.
// keys: [slot][position / 64][KV_WIDTH][64], so that 64 positions of one channel lie together;
// values: [slot][position][KV_WIDTH]; turns: (cos, sin) [position][HEAD_DIM / 2].
@group(0) @binding(0) var<storage, read_write> projected: array<f32>;
@group(0) @binding(1) var<storage, read> turns: array<vec2f>;
@group(0) @binding(2) var<storage, read_write> keys: array<f32>;
@group(0) @binding(3) var<storage, read_write> values: array<f32>;
@group(0) @binding(4) var<storage, read> tokens: array<Token>;

const HALF = HEAD_DIM / 2u;

fn turned(first: f32, second: f32, turn: vec2f) -> vec2f {
  return vec2f(fma(first, turn.x, -(second * turn.y)), fma(second, turn.x, first * turn.y));
}

@compute @workgroup_size(LANES)
fn main(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) lane: u32) {
  let token = tokens[group.x];
  let row = group.x * PROJECTED_STRIDE;
  for (var pair = lane; pair < Q_WIDTH / 2u; pair += LANES) {
    let first = row + pair / HALF * HEAD_DIM + pair % HALF;
    let q = turned(projected[first], projected[first + HALF], turns[token.position * HALF + pair % HALF]);
    projected[first] = q.x;
    projected[first + HALF] = q.y;
  }
  let position = token.slot * CONTEXT + token.position;
  for (var pair = lane; pair < KV_WIDTH / 2u; pair += LANES) {
    let channel = pair / HALF * HEAD_DIM + pair % HALF;
    let first = row + Q_WIDTH + channel;
    let k = turned(projected[first], projected[first + HALF], turns[token.position * HALF + pair % HALF]);
    let key = (position / 64u * KV_WIDTH + channel) * 64u + position % 64u;
    keys[key] = k.x;
    keys[key + HALF * 64u] = k.y;
    let value = position * KV_WIDTH + channel;
    values[value] = projected[first + KV_WIDTH];
    values[value + HALF] = projected[first + KV_WIDTH + HALF];
  }
}
