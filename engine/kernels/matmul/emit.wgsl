// What becomes of one row's two sums at `place` of each half of a tile.
@group(0) @binding(3) var<storage, read_write> result: array<f32>;
@group(0) @binding(6) var<storage, read> bias: array<f32>;
@group(0) @binding(7) var<storage, read> targets: array<Head>;

const STORE = 0u;
const ADD = 1u;
const SWIGLU = 2u;
const SCATTER = 3u;

fn emit(row: u32, tile: u32, place: u32, sums: vec2f) {
  if (shape.emit == SWIGLU) {
    // The matrix interleaves gate and up by half tiles: the sums are gate and up of one channel.
    // The clamp keeps exp() finite and lets NaN through.
    let channel = tile * HALF_TILE + place;
    if (channel < shape.results) {
      let silu = sums.x / (1.0 + exp(-max(sums.x, -80.0)));
      result[row * shape.result_stride + shape.first_result + channel] = silu * sums.y;
    }
    return;
  }
  for (var i = 0u; i < 2u; i++) {
    let output = (tile * 2u + i) * HALF_TILE + place;
    if (output < shape.results) {
      let channel = shape.first_result + output;
      let at = row * shape.result_stride + channel;
      if (shape.emit == STORE) {
        result[at] = sums[i];
      } else if (shape.emit == ADD) {
        result[at] += sums[i] + bias[channel];
      } else {
        result[targets[row].slot * shape.result_stride + channel] = sums[i];
      }
    }
  }
}
