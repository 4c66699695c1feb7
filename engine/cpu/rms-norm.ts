/** RMSNorm: out = x / sqrt(mean(x^2) + eps) * weight, over each row of x [rows, d]; weight [d]. */
export function rmsNorm(x: Float32Array, weight: Float32Array, eps: number, out: Float32Array): void {
  const d = weight.length;
  for (let start = 0; start < x.length; start += d) {
    let sum = 0;
    for (let i = 0; i < d; i++) sum += x[start + i] * x[start + i];
    const scale = 1 / Math.sqrt(sum / d + eps);
    for (let i = 0; i < d; i++) out[start + i] = x[start + i] * scale * weight[i];
  }
}
