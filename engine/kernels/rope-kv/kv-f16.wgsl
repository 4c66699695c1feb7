// Eight channels of a key or value as f16, two a word.
alias Eight = vec4u;

fn widened(eight: Eight, amplitude: f32) -> mat2x4f {
  return mat2x4f(
    vec4f(unpack2x16float(eight.x), unpack2x16float(eight.y)),
    vec4f(unpack2x16float(eight.z), unpack2x16float(eight.w)),
  );
}

fn narrowed(numbers: mat2x4f, amplitude: f32) -> Eight {
  return vec4u(
    pack2x16float(numbers[0].xy),
    pack2x16float(numbers[0].zw),
    pack2x16float(numbers[1].xy),
    pack2x16float(numbers[1].zw),
  );
}
