/**
 * Numbers of a random tensor, each a function of the tensor's name and its place alone: any stretch of any tensor can be made
 * again. Sizes are those of a fresh model, so that states and logits stay finite.
 */

export type NoiseDtype = 'bf16' | 'f16' | 'f32';

export const NOISE_BYTES: Readonly<Record<NoiseDtype, number>> = { bf16: 2, f16: 2, f32: 4 };

/** Uniform in centre ± spread, in 65,536 steps. */
interface Distribution {
  readonly centre: number;
  readonly spread: number;
}

/** @returns a function that fills an array with the numbers at `first` and after, as a file holds them */
export function tensorNoise(
  name: string,
  shape: readonly number[],
  dtype: NoiseDtype,
): (first: number, count: number) => Uint8Array<ArrayBuffer> {
  const values = valuesOf(distributionOf(name, shape), dtype);
  const key = hashOf(name);
  return (first, count) => {
    const numbers = new (dtype === 'f32' ? Uint32Array : Uint16Array)(count);
    for (let i = 0; i < count; i++) numbers[i] = values[mix(first + i, key) >>> 16];
    return new Uint8Array(numbers.buffer);
  };
}

function distributionOf(name: string, shape: readonly number[]): Distribution {
  if (/norm\.weight$|\.D$/.test(name)) return { centre: 1, spread: 0.1 };
  // States that forget within 1 to 16 steps of size 1.
  if (name.endsWith('.A_log')) return { centre: 1.4, spread: 1.38 };
  // Counted twice: softplus(2 b) is a step of 0.001 to 0.1.
  if (name.endsWith('dt_proj.bias')) return { centre: -2.3, spread: 1.15 };
  if (name.endsWith('.bias')) return { centre: 0, spread: 0.1 };
  if (name.includes('conv1d')) return { centre: 0, spread: 0.5 };
  // A uniform number in ± sqrt(3 / n) has the variance 1 / n.
  const columns = shape[shape.length - 1];
  const isIntoStream = /\.(out_proj|down_proj)\.weight$/.test(name);
  return { centre: 0, spread: Math.sqrt(3 / columns) * (isIntoStream ? 0.3 : 1) };
}

/** The bit patterns of the distribution's steps, in ascending order. */
function valuesOf({ centre, spread }: Distribution, dtype: NoiseDtype): Uint16Array | Uint32Array {
  const steps = Float32Array.from({ length: 2 ** 16 }, (_, i) => centre + spread * ((i + 0.5) / 2 ** 15 - 1));
  if (dtype === 'f16') return new Uint16Array(Float16Array.from(steps).buffer);
  const bits = new Uint32Array(steps.buffer);
  return dtype === 'f32' ? bits : Uint16Array.from(bits, (x) => x >>> 16);
}

/** FNV-1a. */
function hashOf(name: string): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(name)) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash;
}

/** The finaliser of MurmurHash3 over a counter. */
function mix(counter: number, key: number): number {
  let x = (Math.imul(counter, 0x9e3779b1) ^ key) | 0;
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return x ^ (x >>> 16);
}
