// Weights in int8, four columns of one output a u32: matrix[column / 4][output]; scales[column / group][output].
@group(0) @binding(0) var<storage, read> matrix: array<u32>;
@group(0) @binding(1) var<storage, read> scales: array<f32>;

fn weight4(column4: u32, output: u32) -> vec4f {
  return vec4f(unpack4xI8(matrix[column4 * shape.stride + output]));
}

fn scale_of(block: u32, output: u32) -> f32 {
  return scales[(block >> shape.group_shift) * shape.stride + output];
}
