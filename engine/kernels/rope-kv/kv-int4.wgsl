// Eight channels of a key or value as sevenths of their amplitude, plus 8, four bits each.
alias Eight = u32;

const LEVELS = 7.0;
const PLACES = vec4u(0u, 4u, 8u, 12u);

fn widened(eight: Eight, amplitude: f32) -> mat2x4f {
  let step = amplitude / LEVELS;
  return mat2x4f(four(eight) * step, four(eight >> 16u) * step);
}

fn four(bits: u32) -> vec4f {
  return vec4f((vec4u(bits) >> PLACES) & vec4u(15u)) - 8.0;
}

fn narrowed(numbers: mat2x4f, amplitude: f32) -> Eight {
  let shrink = select(0.0, LEVELS / amplitude, amplitude > 0.0);
  return bits_of(numbers[0] * shrink) | (bits_of(numbers[1] * shrink) << 16u);
}

fn bits_of(levels: vec4f) -> u32 {
  let bits = vec4u(clamp(floor(levels + 0.5), vec4f(-LEVELS), vec4f(LEVELS)) + 8.0) << PLACES;
  return bits.x | bits.y | bits.z | bits.w;
}
