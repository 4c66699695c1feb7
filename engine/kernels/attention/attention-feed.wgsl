// Where every run of a pass is one token, its own workgroup turns the query, and the key, and puts key and value into the
// slot's blocks before it reads them: the same numbers as rope-kv, without a dispatch of its own.
@group(0) @binding(4) var<storage, read_write> keys: array<Eight>;
@group(0) @binding(5) var<storage, read_write> values: array<Eight>;
@group(0) @binding(6) var<storage, read_write> amplitudes: array<u32>;
@group(0) @binding(9) var<storage, read> turns: array<vec2f>;

// (turned key, value) by channel, then the amplitudes of their groups.
var<workgroup> fed: array<vec2f, HEAD_EIGHTS * 8u>;
var<workgroup> fed_amplitudes: array<vec2f, HEAD_EIGHTS>;

// Query `query` of the kv head, turned and scaled, in eight `eight`; zeros past the head.
fn query_eight(token: u32, kv_head: u32, query: u32, eight: u32) -> mat2x4f {
  let start = token * PROJECTED_STRIDE + (kv_head * GROUP + query) * HEAD_DIM;
  let position = tokens[token].position;
  var q: mat2x4f;
  for (var i = 0u; i < 8u; i++) {
    let channel = min(eight * 8u + i, HEAD_DIM - 1u);
    q[i / 4u][i % 4u] = select(0.0, turned(start, channel, position) * SCALE, eight * 8u + i < HEAD_DIM);
  }
  return q;
}

// For all lanes of the workgroup at once.
fn feed(token: u32, head: u32, lane: u32) {
  let slot = tokens[token].slot;
  let position = tokens[token].position;
  let key = token * PROJECTED_STRIDE + Q_WIDTH + (part.first_head + head) * HEAD_DIM;
  for (var c = lane; c < HEAD_EIGHTS * 8u; c += LANES) {
    let channel = min(c, HEAD_DIM - 1u);
    let both = vec2f(turned(key, channel, position), projected[key + KV_WIDTH + channel]);
    fed[c] = select(vec2f(), both, c < HEAD_DIM);
  }
  workgroupBarrier();
  if (lane < AMPLITUDES) {
    var highest = vec2f();
    for (var c = lane * AMPLITUDE_GROUP; c < min(lane * AMPLITUDE_GROUP + part.amplitude_group, HEAD_EIGHTS * 8u); c++) {
      highest = max(highest, abs(fed[c]));
    }
    fed_amplitudes[lane] = kept_amplitudes(highest);
  }
  workgroupBarrier();
  if (lane < HEAD_EIGHTS) {
    let block = block_of(slot, position);
    let place = position % BLOCK;
    var amplitude = vec2f(1.0);
    if (AMPLITUDES > 0u) {
      amplitude = fed_amplitudes[lane * 8u / AMPLITUDE_GROUP];
    }
    var k: mat2x4f;
    var v: mat2x4f;
    for (var i = 0u; i < 8u; i++) {
      k[i / 4u][i % 4u] = fed[lane * 8u + i].x;
      v[i / 4u][i % 4u] = fed[lane * 8u + i].y;
    }
    keys[key_at(block, head, lane, place)] = narrowed(k, amplitude.x);
    values[value_at(block, head, lane, place)] = narrowed(v, amplitude.y);
    if (AMPLITUDES > 0u && lane * 8u % AMPLITUDE_GROUP == 0u) {
      amplitudes[amplitude_at(block, head, lane, place)] = pack2x16float(amplitude);
    }
  }
  storageBarrier();
  workgroupBarrier();
}
