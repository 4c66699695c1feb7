// Puts each token's rotated key and its value into the slot's cache. projected: rows q, k, v of heads.
// Thread map: a workgroup of LANES lanes a token; lane l takes channels l, l + LANES, … of KV_WIDTH.
// keys: [slot][position / 64][KV_WIDTH][64], so that 64 positions of one channel lie together;
// values: [slot][position][KV_WIDTH]; turns: (cos, sin) [position][HEAD_DIM / 2].
@group(0) @binding(0) var<storage, read> projected: array<f32>;
@group(0) @binding(1) var<storage, read> turns: array<vec2f>;
@group(0) @binding(2) var<storage, read_write> keys: array<f32>;
@group(0) @binding(3) var<storage, read_write> values: array<f32>;
@group(0) @binding(4) var<storage, read> tokens: array<Token>;

@compute @workgroup_size(LANES)
fn main(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) lane: u32) {
  let token = tokens[group.x];
  let key_row = group.x * PROJECTED_STRIDE + Q_WIDTH;
  let block = (token.slot * CONTEXT + token.position) / 64u;
  for (var i = lane; i < KV_WIDTH; i += LANES) {
    keys[(block * KV_WIDTH + i) * 64u + token.position % 64u] = rotated(key_row, i, token.position);
    values[(token.slot * CONTEXT + token.position) * KV_WIDTH + i] = projected[key_row + KV_WIDTH + i];
  }
}
