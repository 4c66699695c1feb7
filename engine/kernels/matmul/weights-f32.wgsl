// Weights in f32, four columns of one output a vec4: matrix[column / 4][output].
// scales_of() is 1: the multiplication folds away.
@group(0) @binding(0) var<storage, read> matrix: array<vec4f>;

fn weight4(column4: u32, output: u32) -> vec4f {
  return matrix[column4 * shape.stride + output];
}

fn scale_of(block: u32, output: u32) -> f32 {
  return 1.0;
}
