// Joining what two stretches of positions gave a query: their highest scores, totals of shares and sums of values. One
// text for every kernel that joins, in fused steps that compilers cannot regroup: results must not depend on which did.
struct Fade {
  highest: f32,
  // What the first and the second stretch count for.
  first: f32,
  second: f32,
}

// Below every score.
const LOWEST = -3.0e38;

fn fade_of(first: f32, second: f32) -> Fade {
  let highest = max(first, second);
  return Fade(highest, exp(first - highest), exp(second - highest));
}

fn faded(first: f32, second: f32, fade: Fade) -> f32 {
  return fma(first, fade.first, second * fade.second);
}

fn faded_eight(first: mat2x4f, second: mat2x4f, fade: Fade) -> mat2x4f {
  return mat2x4f(
    fma(first[0], vec4f(fade.first), second[0] * fade.second),
    fma(first[1], vec4f(fade.first), second[1] * fade.second),
  );
}

fn add_share(sum: mat2x4f, share: f32, value: mat2x4f) -> mat2x4f {
  return mat2x4f(fma(vec4f(share), value[0], sum[0]), fma(vec4f(share), value[1], sum[1]));
}
