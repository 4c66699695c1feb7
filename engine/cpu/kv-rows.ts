/**
 * Keys (or values) of many positions as a format keeps them (see kv-format): written and read a head at a time. The plain
 * twin of the WGSL in `kernels/rope-kv`; knows nothing of blocks or slots.
 */
import { amplitudeGroup, amplitudesPerHead, headBytes, type KvFormat } from '../kv-format.ts';

export interface KvRowsShape {
  readonly format: KvFormat;
  readonly kvHeads: number;
  /** Even. */
  readonly headDim: number;
}

export interface KvRows {
  /** The numbers themselves [rows, kvHeads, headDim] where the format is f32, to be read in place. */
  readonly plain: Float32Array | null;
  /** Stores x [kvHeads, headDim] as row `row`. */
  write(row: number, x: Float32Array): void;
  /** One head of `count` rows from `row` on, as f32 [count, headDim]. */
  read(row: number, count: number, head: number, out: Float32Array): void;
  /** Rows `from` to `from + count` become a copy of those from `to` on. */
  copyWithin(to: number, from: number, count: number): void;
}

/** The largest f16. */
const HIGHEST_AMPLITUDE = 65504;

/** Bytes of so many rows. */
export function kvRowsBytes({ format, kvHeads, headDim }: KvRowsShape, rows: number): number {
  return rows * kvHeads * (headBytes(format, headDim) + 2 * amplitudesPerHead(format, headDim));
}

/** Rows in `kvRowsBytes` bytes of memory from `offset` on, a multiple of 4. */
export function openKvRows(shape: KvRowsShape, rows: number, memory: ArrayBufferLike, offset: number): KvRows {
  const { format, kvHeads, headDim } = shape;
  const width = kvHeads * headDim;
  const perHead = amplitudesPerHead(format, headDim);
  const amplitudes = new Float16Array(memory, offset + rows * kvHeads * headBytes(format, headDim), rows * kvHeads * perHead);
  const numbers = openNumbers(format, rows * width, memory, offset);
  const amplitudeRow = kvHeads * perHead;

  /** Calls `visit` for each amplitude group of a row's head. */
  const eachGroup = (row: number, head: number, visit: (amplitude: number, first: number, end: number) => void) => {
    const group = amplitudeGroup(format, headDim);
    for (let g = 0; g < Math.max(1, perHead); g++) {
      visit(row * amplitudeRow + head * perHead + g, g * group, Math.min(headDim, (g + 1) * group));
    }
  };

  return {
    plain: format === 'f32' ? (numbers.array as Float32Array) : null,
    write(row, x) {
      for (let head = 0; head < kvHeads; head++) {
        const at = head * headDim;
        eachGroup(row, head, (a, first, end) => {
          let highest = 0;
          for (let i = first; i < end; i++) highest = Math.max(highest, Math.abs(x[at + i]));
          if (perHead > 0) amplitudes[a] = Math.min(highest, HIGHEST_AMPLITUDE);
          const amplitude = perHead > 0 ? amplitudes[a] : 1;
          for (let i = first; i < end; i++) numbers.set(row * width + at + i, x[at + i], amplitude);
        });
      }
    },
    read(row, count, head, out) {
      for (let r = 0; r < count; r++) {
        const at = (row + r) * width + head * headDim;
        eachGroup(row + r, head, (a, first, end) => {
          const amplitude = perHead > 0 ? amplitudes[a] : 1;
          numbers.widen(at + first, end - first, amplitude, out, r * headDim + first);
        });
      }
    },
    copyWithin(to, from, count) {
      const copy = (array: Float32Array | Float16Array | Int8Array | Uint8Array, perRow: number) =>
        array.copyWithin(to * perRow, from * perRow, (from + count) * perRow);
      copy(numbers.array, numbers.array.length / rows);
      copy(amplitudes, amplitudeRow);
    },
  };
}

/** Numbers of a format, each scaled by its amplitude. */
interface Numbers {
  readonly array: Float32Array | Float16Array | Int8Array | Uint8Array;
  /** `count` numbers from `at` on go to `out` from `to` on. */
  widen(at: number, count: number, amplitude: number, out: Float32Array, to: number): void;
  set(at: number, x: number, amplitude: number): void;
}

function openNumbers(format: KvFormat, count: number, memory: ArrayBufferLike, offset: number): Numbers {
  switch (format) {
    case 'f32':
    case 'f16': {
      const array = format === 'f32' ? new Float32Array(memory, offset, count) : new Float16Array(memory, offset, count);
      return {
        array,
        widen(at, count, _, out, to) {
          for (let i = 0; i < count; i++) out[to + i] = array[at + i];
        },
        set: (at, x) => {
          array[at] = x;
        },
      };
    }
    case 'int8': {
      const array = new Int8Array(memory, offset, count);
      return {
        array,
        widen(at, count, amplitude, out, to) {
          const step = amplitude / 127;
          for (let i = 0; i < count; i++) out[to + i] = array[at + i] * step;
        },
        set: (at, x, amplitude) => {
          array[at] = level(x, amplitude, 127);
        },
      };
    }
    case 'int4': {
      // Two a byte, the first in the lower half, each plus 8.
      const array = new Uint8Array(memory, offset, count / 2);
      return {
        array,
        widen(at, count, amplitude, out, to) {
          const step = amplitude / 7;
          for (let i = 0; i < count; i++) out[to + i] = (((array[(at + i) >> 1] >> (4 * ((at + i) & 1))) & 15) - 8) * step;
        },
        set: (at, x, amplitude) => {
          const shift = 4 * (at & 1);
          array[at >> 1] = (array[at >> 1] & (0xf0 >> shift)) | ((level(x, amplitude, 7) + 8) << shift);
        },
      };
    }
    default:
      return format satisfies never;
  }
}

function level(x: number, amplitude: number, levels: number): number {
  if (!(amplitude > 0)) return 0;
  return Math.max(-levels, Math.min(levels, Math.round((x * levels) / amplitude)));
}
