// Rotary position embedding of each token's query and key, and its key and value put into its slot's blocks. projected: rows
// q, k, v of heads; q turns in place.
// Thread map: a workgroup of LANES lanes a token, for the kv heads of one part and the query heads that read them; lane l
// takes pairs l, l + LANES, … of q, then eights l, l + LANES, … of k and v. The lanes of an amplitude group each find its
// amplitudes for themselves: no barrier.
@group(0) @binding(0) var<storage, read> tokens: array<Token>;
@group(0) @binding(3) var<storage, read_write> projected: array<f32>;
@group(0) @binding(4) var<storage, read> turns: array<vec2f>;
@group(0) @binding(5) var<storage, read_write> keys: array<Eight>;
@group(0) @binding(6) var<storage, read_write> values: array<Eight>;
@group(0) @binding(7) var<storage, read_write> amplitudes: array<u32>;

// Key and value in one channel; zeros past the head.
fn key_and_value(key: u32, value: u32, channel: u32, position: u32) -> vec2f {
  if (channel >= HEAD_DIM) {
    return vec2f();
  }
  return vec2f(turned(key, channel, position), projected[value + channel]);
}

// Of the amplitude group that holds eight `eight`, as they will be read back.
fn amplitudes_of(key: u32, value: u32, eight: u32, position: u32) -> vec2f {
  if (AMPLITUDES == 0u) {
    return vec2f(1.0);
  }
  let first = eight * 8u / AMPLITUDE_GROUP * AMPLITUDE_GROUP;
  var highest = vec2f();
  for (var i = 0u; i < part.amplitude_group; i++) {
    highest = max(highest, abs(key_and_value(key, value, first + i, position)));
  }
  return kept_amplitudes(highest);
}

@compute @workgroup_size(LANES)
fn main(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) lane: u32) {
  let token = tokens[group.x];
  let row = group.x * PROJECTED_STRIDE;
  let first_query = row + part.first_head * GROUP * HEAD_DIM;
  for (var pair = lane; pair < part.heads * GROUP * HALF; pair += LANES) {
    let first = first_query + pair / HALF * HEAD_DIM + pair % HALF;
    let turn = turns[token.position * HALF + pair % HALF];
    let q = vec2f(projected[first], projected[first + HALF]);
    projected[first] = fma(q.x, turn.x, -q.y * turn.y);
    projected[first + HALF] = fma(q.y, turn.x, q.x * turn.y);
  }
  let block = block_of(token.slot, token.position);
  let place = token.position % BLOCK;
  for (var unit = lane; unit < part.heads * HEAD_EIGHTS; unit += LANES) {
    let head = unit / HEAD_EIGHTS;
    let eight = unit % HEAD_EIGHTS;
    let key = row + Q_WIDTH + (part.first_head + head) * HEAD_DIM;
    let value = key + KV_WIDTH;
    let amplitude = amplitudes_of(key, value, eight, token.position);
    var k: mat2x4f;
    var v: mat2x4f;
    for (var i = 0u; i < 8u; i++) {
      let channel = key_and_value(key, value, eight * 8u + i, token.position);
      k[i / 4u][i % 4u] = channel.x;
      v[i / 4u][i % 4u] = channel.y;
    }
    keys[key_at(block, head, eight, place)] = narrowed(k, amplitude.x);
    values[value_at(block, head, eight, place)] = narrowed(v, amplitude.y);
    if (AMPLITUDES > 0u && eight * 8u % AMPLITUDE_GROUP == 0u) {
      amplitudes[amplitude_at(block, head, eight, place)] = pack2x16float(amplitude);
    }
  }
}
