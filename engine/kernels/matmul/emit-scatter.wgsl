// Writes row r of the sums as row targets[r].slot of the result: logits of a slot.
@group(0) @binding(6) var<storage, read> targets: array<Head>;

fn emit(row: u32, tile: u32, lane: u32, sums: vec2f) {
  for (var i = 0u; i < 2u; i++) {
    let output = (tile * 2u + i) * LANES + lane;
    if (output < shape.outputs) {
      result[targets[row].slot * shape.result_stride + shape.first_output + output] = sums[i];
    }
  }
}
