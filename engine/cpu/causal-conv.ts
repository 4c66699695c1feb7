/**
 * One token through the Mamba mixer's depthwise causal convolution, before its SiLU:
 * out[c] = bias[c] + sum_k weight[c, k] * input[t - (dConv - 1) + k].
 */

/**
 * x, out [channels]; weight [channels, dConv] (the file's [channels, 1, dConv]); bias [channels] or null.
 * `history` [channels, dConv - 1] holds the inputs before this one, oldest first, and is advanced.
 */
export function causalConv(
  x: Float32Array,
  weight: Float32Array,
  bias: Float32Array | null,
  history: Float32Array,
  out: Float32Array,
): void {
  const channels = x.length;
  const dConv = weight.length / channels;
  const past = dConv - 1;
  for (let c = 0; c < channels; c++) {
    let sum = (bias === null ? 0 : bias[c]) + weight[c * dConv + past] * x[c];
    for (let k = 0; k < past; k++) sum += weight[c * dConv + k] * history[c * past + k];
    for (let k = 0; k < past - 1; k++) history[c * past + k] = history[c * past + k + 1];
    if (past > 0) history[c * past + past - 1] = x[c];
    out[c] = sum;
  }
}

/** Repeat-interleaves whole heads of x [heads * headWidth] → out; inner head h takes head floor(h / repeat). */
export function repeatHeads(x: Float32Array, headWidth: number, out: Float32Array): void {
  const repeat = out.length / x.length;
  for (let start = 0; start < out.length; start += headWidth) {
    const from = Math.floor(start / headWidth / repeat) * headWidth;
    for (let i = 0; i < headWidth; i++) out[start + i] = x[from + i];
  }
}
