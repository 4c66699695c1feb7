/**
 * How the keys and values of attention are kept: number formats, their sizes, and the block in which memory for them is
 * given out. Knows no device.
 */

/**
 * f32 and f16 as they are. int8 and int4: every amplitude group of a head's channels is stored as an f16 amplitude a,
 * the largest magnitude among them, and numbers round(L * x / a) with L = 127 or 7, so that x ≈ number * a / L.
 */
export type KvFormat = 'f32' | 'f16' | 'int8' | 'int4';

/** Widest first. */
export const KV_FORMATS: readonly KvFormat[] = ['f32', 'f16', 'int8', 'int4'];

/** Positions whose keys and values are given out together. */
export const KV_BLOCK = 64;

/** Channels that share an amplitude: a whole head in int8; fewer in int4, whose 15 levels bear less spread. */
const INT4_GROUP = 32;

/** Amplitudes that a head of one position has for its keys, and as many for its values. */
export function amplitudesPerHead(format: KvFormat, headDim: number): number {
  switch (format) {
    case 'f32':
    case 'f16':
      return 0;
    case 'int8':
      return 1;
    case 'int4':
      return Math.ceil(headDim / INT4_GROUP);
    default:
      return format satisfies never;
  }
}

/** Channels of one amplitude, the last group of a head perhaps fewer; the whole head where there are no amplitudes. */
export function amplitudeGroup(format: KvFormat, headDim: number): number {
  return format === 'int4' ? INT4_GROUP : headDim;
}

const BITS: Readonly<Record<KvFormat, number>> = { f32: 32, f16: 16, int8: 8, int4: 4 };

/** Bytes of one head's key (or value) at one position, without its amplitudes. */
export function headBytes(format: KvFormat, headDim: number): number {
  return (headDim * BITS[format]) / 8;
}

/** Bytes of one position's keys and values in one attention layer, amplitudes included. */
export function kvBytesPerPosition(format: KvFormat, kvHeads: number, headDim: number): number {
  return 2 * kvHeads * (headBytes(format, headDim) + 2 * amplitudesPerHead(format, headDim));
}

/** Blocks that hold so many positions. */
export function blocksFor(positions: number): number {
  return Math.ceil(positions / KV_BLOCK);
}
