// Weights in bf16, four columns of one output a vec2u: matrix[column / 4][output]. Shifting into place is exact.
@group(0) @binding(0) var<storage, read> matrix: array<vec2u>;

fn weight4(column4: u32, output: u32) -> vec4f {
  let bits = matrix[column4 * shape.stride + output];
  return bitcast<vec4f>(vec4u(bits.x << 16u, bits.x & 0xffff0000u, bits.y << 16u, bits.y & 0xffff0000u));
}

fn scale_of(block: u32, output: u32) -> f32 {
  return 1.0;
}
