// Keys and values that others have written, and queries that they have turned.
@group(0) @binding(4) var<storage, read> keys: array<Eight>;
@group(0) @binding(5) var<storage, read> values: array<Eight>;
@group(0) @binding(6) var<storage, read> amplitudes: array<u32>;

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
