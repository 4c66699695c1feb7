// Eight channels of a key or value as 127ths of their amplitude, four a word.
alias Eight = vec2u;

fn widened(eight: Eight, amplitude: f32) -> mat2x4f {
  return mat2x4f(unpack4x8snorm(eight.x) * amplitude, unpack4x8snorm(eight.y) * amplitude);
}

fn narrowed(numbers: mat2x4f, amplitude: f32) -> Eight {
  let shrink = select(0.0, 1.0 / amplitude, amplitude > 0.0);
  return vec2u(pack4x8snorm(numbers[0] * shrink), pack4x8snorm(numbers[1] * shrink));
}
