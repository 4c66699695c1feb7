/**
 * Counter-based noise for sampling (PCG-style integer hash, as in Jarzynski & Olano, "Hash Functions for GPU
 * Rendering", JCGT 2020). The GPU's sampling kernel computes the same integers, so both backends draw the same noise.
 */

/** One round of pcg on 32 bits. */
export function pcg(value: number): number {
  const state = (Math.imul(value, 747796405) + 2891336453) >>> 0;
  const word = Math.imul((state >>> ((state >>> 28) + 4)) ^ state, 277803737) >>> 0;
  return ((word >>> 22) ^ word) >>> 0;
}

/** 32 random bits for token `token` at draw `draw` of the row seeded `seed`. */
export function noiseBits(seed: number, draw: number, token: number): number {
  return pcg((pcg((pcg(seed >>> 0) + draw) >>> 0) + token) >>> 0);
}

/** The same as a uniform in (0, 1): 23 random bits centred in their cell, exact in f32. */
export function noiseUniform(seed: number, draw: number, token: number): number {
  return ((noiseBits(seed, draw, token) >>> 9) + 0.5) * 2 ** -23;
}
