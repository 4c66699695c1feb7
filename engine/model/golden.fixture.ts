/** Test support: logits that an independent float64 reference gave (training/golden), and how far others lie from them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Golden {
  readonly tokens: number[];
  /** [tokens][vocabulary] */
  readonly logits: number[][];
}

/** Of a fixture's folder. */
export function readGolden(folder: string): Golden {
  return JSON.parse(readFileSync(join(folder, 'golden.json'), 'utf8'));
}

/** Largest difference in units of the expected values' standard deviation; NaN where a value is. */
export function deviation(actual: Float32Array, expected: ArrayLike<number>): number {
  const values = Array.from(expected);
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  const std = Math.sqrt(values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / values.length);
  return values.reduce((worst, x, i) => Math.max(worst, Math.abs(x - actual[i])), 0) / std;
}
