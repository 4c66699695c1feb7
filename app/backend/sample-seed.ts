/**
 * The seed of each sample. It depends on the solve's seed and the sample's number alone, so sample i is the same
 * whatever the number of samples, and samples added later go on from the last.
 */

/** @returns 32 bits, well mixed, so that neighbouring seeds share no samples */
export function sampleSeed(seed: number, index: number): number {
  return mix((mix((seed + 0x9e3779b9) >>> 0) + Math.imul(index, 0x9e3779b1)) >>> 0);
}

/** Finaliser of MurmurHash3. */
function mix(value: number): number {
  let h = value >>> 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
