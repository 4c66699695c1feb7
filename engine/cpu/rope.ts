/** Rotary position embedding, non-interleaved: pairs (j, j + headDim / 2) turn by position * theta^(-2j / headDim). */

/** Rotates each head of x [heads, headDim] in place. */
export function rope(x: Float32Array, headDim: number, position: number, theta: number): void {
  const half = headDim / 2;
  for (let j = 0; j < half; j++) {
    const angle = position * theta ** (-j / half);
    const cos = Math.cos(angle);
    const sin = Math.sin(angle);
    for (let start = j; start < x.length; start += headDim) {
      const first = x[start];
      const second = x[start + half];
      x[start] = first * cos - second * sin;
      x[start + half] = second * cos + first * sin;
    }
  }
}
