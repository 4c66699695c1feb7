/** Draws one token from logits: temperature, nucleus, Gumbel-max. The noise is a function of (seed, draw, token) alone. */

import { NO_TOKEN } from '../model/backend.ts';
import { noiseUniform } from './sampler-noise.ts';

export interface Draw {
  readonly seed: number;
  /** How many tokens this row drew before. */
  readonly draw: number;
  /** 0 is the arg-max; the lowest id wins a tie. */
  readonly temperature: number;
  /** Keeps the tokens whose probability reaches `nucleusThreshold`; 1 keeps all. */
  readonly topP: number;
}

/** logits [vocabSize] → token id, or NO_TOKEN where a logit is NaN or infinite. */
export function sampleToken(logits: Float32Array, { seed, draw, temperature, topP }: Draw): number {
  let max = -Infinity;
  let best = 0;
  for (let i = 0; i < logits.length; i++) {
    if (!Number.isFinite(logits[i])) return NO_TOKEN;
    if (logits[i] > max) {
      max = logits[i];
      best = i;
    }
  }
  if (temperature === 0) return best;

  const minLogit = topP >= 1 ? -Infinity : nucleusThreshold(logits, max, temperature, topP);
  let bestScore = -Infinity;
  for (let i = 0; i < logits.length; i++) {
    if (logits[i] < minLogit) continue;
    const score = (logits[i] - max) / temperature - Math.log(-Math.log(noiseUniform(seed, draw, i)));
    if (score > bestScore) {
      bestScore = score;
      best = i;
    }
  }
  return best;
}

/**
 * The nucleus without an order among ties: the logit of the largest probability p such that the probabilities of at
 * least p sum to topP or more. Tokens at or above it are kept, so equal tokens stay or go together.
 */
function nucleusThreshold(logits: Float32Array, max: number, temperature: number, topP: number): number {
  const sorted = logits.slice().sort();
  let total = 0;
  for (const logit of sorted) total += Math.exp((logit - max) / temperature);
  let sum = 0;
  for (let i = sorted.length - 1; i > 0; i--) {
    sum += Math.exp((sorted[i] - max) / temperature);
    if (sum >= topP * total) return sorted[i];
  }
  return sorted[0];
}
