// Eight channels of a key or value as f32.
alias Eight = mat2x4f;

fn widened(eight: Eight, amplitude: f32) -> mat2x4f {
  return eight;
}

fn narrowed(numbers: mat2x4f, amplitude: f32) -> Eight {
  return numbers;
}
