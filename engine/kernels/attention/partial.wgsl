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

// A score's share of eight channels.
fn add_products(sum: f32, q: mat2x4f, k: mat2x4f) -> f32 {
  let first = fma(q[0].w, k[0].w, fma(q[0].z, k[0].z, fma(q[0].y, k[0].y, fma(q[0].x, k[0].x, sum))));
  return fma(q[1].w, k[1].w, fma(q[1].z, k[1].z, fma(q[1].y, k[1].y, fma(q[1].x, k[1].x, first))));
}
