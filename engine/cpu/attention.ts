/** One token's grouped-query attention over the keys and values of its own sequence, itself included. */

/**
 * q, out [heads, headDim]; keys and values [length or more, kvHeads, headDim], of which the first `length` positions
 * count. Query head h reads kv head floor(h / (heads / kvHeads)); scale 1 / sqrt(headDim).
 */
export function attention(
  q: Float32Array,
  keys: Float32Array,
  values: Float32Array,
  length: number,
  headDim: number,
  kvHeads: number,
  out: Float32Array,
): void {
  const heads = q.length / headDim;
  const group = heads / kvHeads;
  const stride = kvHeads * headDim;
  const scale = 1 / Math.sqrt(headDim);
  const weights = new Float64Array(length);
  const sums = new Float64Array(headDim);
  for (let h = 0; h < heads; h++) {
    const kvStart = Math.floor(h / group) * headDim;
    let max = -Infinity;
    for (let t = 0; t < length; t++) {
      let score = 0;
      for (let i = 0; i < headDim; i++) score += q[h * headDim + i] * keys[t * stride + kvStart + i];
      weights[t] = score * scale;
      max = Math.max(max, weights[t]);
    }
    let total = 0;
    sums.fill(0);
    for (let t = 0; t < length; t++) {
      const weight = Math.exp(weights[t] - max);
      total += weight;
      for (let i = 0; i < headDim; i++) sums[i] += weight * values[t * stride + kvStart + i];
    }
    for (let i = 0; i < headDim; i++) out[h * headDim + i] = sums[i] / total;
  }
}
