/**
 * The header of a safetensors file: which tensors it holds, and where. Reads bytes of unknown origin: everything is
 * checked before anything is allocated. Format: https://github.com/huggingface/safetensors#format
 */
import { damaged, isObject, parseJsonObject } from './model-file.ts';
import type { Json } from './strict-json.ts';

export interface TensorEntry {
  readonly name: string;
  readonly dtype: StoredDtype;
  readonly shape: readonly number[];
  /** From the start of the file, in bytes. */
  readonly offset: number;
  readonly byteLength: number;
}

const DTYPE_BYTES = { F32: 4, F16: 2, BF16: 2, I8: 1 };
export type StoredDtype = keyof typeof DTYPE_BYTES;

/** The length of the header comes first, as a 64-bit little-endian integer. */
export const LENGTH_BYTES = 8;
/** The largest checkpoints have some thousand tensors of about 130 bytes of header each. */
export const MAX_HEADER_BYTES = 16 * 2 ** 20;
export const MAX_TENSORS = 65_536;
/** Nothing here has more than three; the reference implementation sets no limit. */
const MAX_RANK = 8;

/** @param lengthField the file's first 8 bytes */
export function headerLength(file: string, lengthField: ArrayBuffer, fileSize: number): number {
  const length = new DataView(lengthField).getBigUint64(0, true);
  if (length > BigInt(MAX_HEADER_BYTES)) throw damaged(file, `claims a header of ${length} bytes, more than ${MAX_HEADER_BYTES}`);
  if (length > BigInt(fileSize - LENGTH_BYTES)) throw damaged(file, `claims a header of ${length} bytes, beyond its end`);
  return Number(length);
}

/** @throws EngineError('model-damaged') unless the tensors cover the data exactly, without overlap, gap or rest. */
export function parseHeader(file: string, header: Uint8Array, fileSize: number): TensorEntry[] {
  const dataStart = LENGTH_BYTES + header.length;
  const entries: TensorEntry[] = [];
  for (const [name, value] of Object.entries(parseJsonObject(`${file}: header`, header))) {
    if (name !== '__metadata__') entries.push(parseEntry(file, name, value, dataStart));
  }
  if (entries.length > MAX_TENSORS) throw damaged(file, `has ${entries.length} tensors, more than ${MAX_TENSORS}`);
  checkCoverage(file, entries, dataStart, fileSize);
  return entries;
}

function parseEntry(file: string, name: string, value: Json, dataStart: number): TensorEntry {
  const where = `${file}: tensor ${JSON.stringify(name.slice(0, 200))}`;
  if (!isObject(value) || Object.keys(value).sort().join() !== 'data_offsets,dtype,shape') {
    throw damaged(where, 'needs exactly dtype, shape and data_offsets');
  }
  const { dtype, shape, data_offsets: offsets } = value;
  if (!isStoredDtype(dtype)) throw damaged(where, `has the unsupported dtype ${JSON.stringify(dtype)?.slice(0, 40)}`);
  if (!isSizeList(shape) || shape.length > MAX_RANK) throw damaged(where, 'has a malformed shape');
  if (!isSizeList(offsets) || offsets.length !== 2) throw damaged(where, 'has malformed data_offsets');
  const [begin, end] = offsets;
  // Each partial product is checked: past 2^53 a double would round and might agree by accident.
  let byteLength = DTYPE_BYTES[dtype];
  for (const size of shape) {
    byteLength *= size;
    if (!Number.isSafeInteger(byteLength)) throw damaged(where, 'has a shape whose size overflows');
  }
  if (end - begin !== byteLength) throw damaged(where, `takes ${end - begin} bytes where its shape needs ${byteLength}`);
  return { name, dtype, shape, offset: dataStart + begin, byteLength };
}

function checkCoverage(file: string, entries: readonly TensorEntry[], dataStart: number, fileSize: number): void {
  let covered = dataStart;
  for (const entry of entries.toSorted((a, b) => a.offset - b.offset || a.byteLength - b.byteLength)) {
    if (entry.offset !== covered) {
      throw damaged(
        `${file}: tensor ${JSON.stringify(entry.name)}`,
        `${entry.offset < covered ? 'overlaps' : 'leaves a gap after'} another`,
      );
    }
    covered += entry.byteLength;
  }
  if (covered !== fileSize) throw damaged(file, `holds ${fileSize} bytes where its tensors need ${covered}`);
}

function isStoredDtype(value: Json): value is StoredDtype {
  return typeof value === 'string' && Object.hasOwn(DTYPE_BYTES, value);
}

function isSizeList(value: Json): value is number[] {
  return Array.isArray(value) && value.every((size) => Number.isSafeInteger(size) && size >= 0);
}
