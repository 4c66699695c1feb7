// Weights in f16, four columns of one output a vec2u: matrix[column / 4][output]. Needs no shader-f16.
@group(0) @binding(0) var<storage, read> matrix: array<vec2u>;

fn weight4(column4: u32, output: u32) -> vec4f {
  let bits = matrix[column4 * shape.stride + output];
  return vec4f(unpack2x16float(bits.x), unpack2x16float(bits.y));
}

fn scale_of(block: u32, output: u32) -> f32 {
  return 1.0;
}
