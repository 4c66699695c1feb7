/**
 * The bytes of a pack around its pieces: a header of fixed length at the front, a table at the end. A pack is a copy of what can be
 * made again: whoever finds anything wrong in one throws it away. Knows no file.
 */
import { crc32 } from 'node:zlib';
import { parseStrictJson } from '../strict-json.ts';

/** What was kept cannot be trusted; the message says why. The remedy is to make it anew. */
export class PackDamaged extends Error {
  override readonly name = 'PackDamaged';
}

export interface PackEntry {
  readonly name: string;
  readonly offset: number;
  readonly byteLength: number;
  readonly checksum: number;
}

export interface PackHeader {
  /** SHA-256 of all that decides the pieces' bytes, hexadecimal. */
  readonly key: string;
  readonly tableOffset: number;
  readonly tableLength: number;
  readonly tableChecksum: number;
}

/**
 * magic [8] | version u32 | key [32] | table's offset u64 | its length u32 | its CRC-32 u32 | CRC-32 of the 60 bytes before, u32.
 * All little-endian. Pieces follow without gaps, then the table.
 */
export const HEADER_BYTES = 64;
const MAGIC = 'QUORUMPK';
const VERSION = 1;
const CHECKED_BYTES = HEADER_BYTES - 4;
/** M1-3B has some thousand pieces of about 70 bytes of table each. */
const MAX_TABLE_BYTES = 2 ** 24;

export function encodeHeader({ key, tableOffset, tableLength, tableChecksum }: PackHeader): Uint8Array {
  const bytes = new Uint8Array(HEADER_BYTES);
  const view = new DataView(bytes.buffer);
  bytes.set(new TextEncoder().encode(MAGIC));
  view.setUint32(8, VERSION, true);
  bytes.set(Buffer.from(key, 'hex'), 12);
  view.setBigUint64(44, BigInt(tableOffset), true);
  view.setUint32(52, tableLength, true);
  view.setUint32(56, tableChecksum, true);
  view.setUint32(CHECKED_BYTES, crc32(bytes.subarray(0, CHECKED_BYTES)), true);
  return bytes;
}

/** @throws PackDamaged unless it is the header of a whole file of `fileSize` bytes made under `key`. */
export function decodeHeader(bytes: Uint8Array, key: string, fileSize: number): PackHeader {
  if (bytes.length < HEADER_BYTES || fileSize < HEADER_BYTES) throw new PackDamaged('it is shorter than a header');
  const view = new DataView(bytes.buffer, bytes.byteOffset, HEADER_BYTES);
  if (new TextDecoder().decode(bytes.subarray(0, 8)) !== MAGIC) throw new PackDamaged('it does not begin as a pack');
  if (view.getUint32(CHECKED_BYTES, true) !== crc32(bytes.subarray(0, CHECKED_BYTES))) {
    throw new PackDamaged("its header's checksum is wrong");
  }
  const version = view.getUint32(8, true);
  if (version !== VERSION) throw new PackDamaged(`it is of version ${version}, not ${VERSION}`);
  if (Buffer.from(bytes.subarray(12, 44)).toString('hex') !== key)
    throw new PackDamaged('it was made from another checkpoint or by another version');
  const [tableOffset, tableLength] = [view.getBigUint64(44, true), view.getUint32(52, true)];
  if (tableLength > MAX_TABLE_BYTES) throw new PackDamaged(`it claims a table of ${tableLength} bytes`);
  if (tableOffset < HEADER_BYTES || tableOffset + BigInt(tableLength) !== BigInt(fileSize)) {
    throw new PackDamaged(`it is ${fileSize} bytes long where its header needs ${tableOffset + BigInt(tableLength)}`);
  }
  return { key, tableOffset: Number(tableOffset), tableLength, tableChecksum: view.getUint32(56, true) };
}

export function encodeTable(entries: readonly PackEntry[]): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(entries.map(({ name, byteLength, checksum }) => [name, byteLength, checksum])));
}

/** Name → entry. @throws PackDamaged unless the pieces lie end to end from the header to the table. */
export function decodeTable(bytes: Uint8Array, { tableChecksum, tableOffset }: PackHeader): Map<string, PackEntry> {
  if (crc32(bytes) !== tableChecksum) throw new PackDamaged("its table's checksum is wrong");
  const rows = parseStrictJson(bytes);
  if (!Array.isArray(rows)) throw new PackDamaged('its table is no list');
  const entries = new Map<string, PackEntry>();
  let offset = HEADER_BYTES;
  for (const row of rows) {
    const [name, byteLength, checksum] = Array.isArray(row) ? row : [];
    if (typeof name !== 'string' || !isSize(byteLength) || !isSize(checksum)) throw new PackDamaged('its table is malformed');
    entries.set(name, { name, offset, byteLength, checksum });
    offset += byteLength;
  }
  if (offset !== tableOffset) throw new PackDamaged('its pieces do not fill it');
  return entries;
}

function isSize(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}
