// What attention reads: queries of the pass, keys and values of the slots. Layouts as in rope-kv and kv-cache.
@group(0) @binding(0) var<storage, read> tokens: array<Token>;
@group(0) @binding(3) var<storage, read> projected: array<f32>;
@group(0) @binding(4) var<storage, read> keys: array<Eight>;
@group(0) @binding(5) var<storage, read> values: array<Eight>;
@group(0) @binding(6) var<storage, read> amplitudes: array<u32>;
@group(0) @binding(7) var<storage, read_write> attended: array<f32>;

// (of the key, of the value)
fn amplitudes_of(block: u32, head: u32, eight: u32, place: u32) -> vec2f {
  if (AMPLITUDES == 0u) {
    return vec2f(1.0);
  }
  return unpack2x16float(amplitudes[amplitude_at(block, head, eight, place)]);
}

fn key_eight(block: u32, head: u32, eight: u32, place: u32) -> mat2x4f {
  return widened(keys[key_at(block, head, eight, place)], amplitudes_of(block, head, eight, place).x);
}

fn value_eight(block: u32, head: u32, eight: u32, place: u32) -> mat2x4f {
  return widened(values[value_at(block, head, eight, place)], amplitudes_of(block, head, eight, place).y);
}

// Query `query` of the kv head, scaled, in eight `eight`; zeros past the head.
fn query_eight(token: u32, kv_head: u32, query: u32, eight: u32) -> mat2x4f {
  let start = token * PROJECTED_STRIDE + (kv_head * GROUP + query) * HEAD_DIM;
  var q: mat2x4f;
  for (var i = 0u; i < 8u; i++) {
    let channel = eight * 8u + i;
    q[i / 4u][i % 4u] = select(0.0, projected[start + channel] * SCALE, channel < HEAD_DIM);
  }
  return q;
}
