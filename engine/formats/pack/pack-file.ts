/** A pack on disk: one that is read, and one that is being written. Knows names and bytes, not what the pieces are for. */
import { closeSync, fstatSync, fsyncSync, openSync, readSync, renameSync, rmSync, writeSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { JsonError } from '../strict-json.ts';
import {
  decodeHeader,
  decodeTable,
  encodeHeader,
  encodeTable,
  HEADER_BYTES,
  PackDamaged,
  type PackEntry,
} from './pack-format.ts';
import type { PieceStore } from './piece-store.ts';

/** Gives pieces of a pack, each checked as it is read. */
export class PackReader implements PieceStore {
  readonly #descriptor: number;
  readonly #entries: Map<string, PackEntry>;
  /** One for all pieces: memory fresh from the system costs more than reading into it. */
  #buffer = new Uint8Array(0);

  /** @throws PackDamaged when it is not a whole pack made under `key`; an error of the system when it cannot be opened. */
  constructor(path: string, key: string) {
    this.#descriptor = openSync(path, 'r');
    try {
      const { size } = fstatSync(this.#descriptor);
      const header = decodeHeader(this.#read(0, Math.min(size, HEADER_BYTES)), key, size);
      this.#entries = decodeTable(this.#read(header.tableOffset, header.tableLength), header);
    } catch (error) {
      this.close();
      if (error instanceof JsonError) throw new PackDamaged(`its table ${error.message}`);
      throw error;
    }
  }

  piece(name: string, byteLength: number): Uint8Array<ArrayBuffer> {
    const entry = this.#entries.get(name);
    if (entry?.byteLength !== byteLength) throw new PackDamaged(`it lacks ${byteLength} bytes of "${name}"`);
    const bytes = this.#read(entry.offset, byteLength);
    if (crc32(bytes) !== entry.checksum) throw new PackDamaged(`the checksum of "${name}" is wrong`);
    return bytes;
  }

  close(): void {
    closeSync(this.#descriptor);
  }

  /** Valid until the next call. */
  #read(offset: number, length: number): Uint8Array<ArrayBuffer> {
    if (length > this.#buffer.length) this.#buffer = new Uint8Array(length);
    const bytes = this.#buffer.subarray(0, length);
    let done = 0;
    while (done < length) {
      const count = readSync(this.#descriptor, bytes, done, length - done, offset + done);
      if (count === 0) throw new PackDamaged('it ends too early');
      done += count;
    }
    return bytes;
  }
}

/** Keeps every piece that is made, beside its final place until it is whole. A disk that fails ends the keeping, not the load. */
export class PackWriter implements PieceStore {
  readonly #path: string;
  readonly #partial: string;
  readonly #key: string;
  readonly #entries: PackEntry[] = [];
  #descriptor: number | null = null;
  #end = HEADER_BYTES;
  /** Why nothing is kept, once that is so. */
  #failure: string | null = null;

  constructor(path: string, partial: string, key: string) {
    this.#path = path;
    this.#partial = partial;
    this.#key = key;
    this.#attempt(() => {
      this.#descriptor = openSync(partial, 'w');
    });
  }

  piece(name: string, byteLength: number, make: () => Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
    const bytes = make();
    if (bytes.length !== byteLength) throw new Error(`"${name}" has ${bytes.length} bytes where ${byteLength} were announced`);
    this.#attempt(() => {
      this.#write(bytes, this.#end);
      this.#entries.push({ name, offset: this.#end, byteLength, checksum: crc32(bytes) });
      this.#end += byteLength;
    });
    return bytes;
  }

  /** Puts the whole pack in its place. @returns why that was not possible, or null */
  finish(): string | null {
    this.#attempt((descriptor) => {
      const table = encodeTable(this.#entries);
      const tableOffset = this.#end;
      this.#write(table, tableOffset);
      const header = { key: this.#key, tableOffset, tableLength: table.length, tableChecksum: crc32(table) };
      this.#write(encodeHeader(header), 0);
      fsyncSync(descriptor);
      closeSync(descriptor);
      this.#descriptor = null;
      renameSync(this.#partial, this.#path);
    });
    return this.#failure;
  }

  /** Leaves nothing behind. */
  abandon(): void {
    if (this.#descriptor !== null) closeSync(this.#descriptor);
    this.#descriptor = null;
    rmSync(this.#partial, { force: true });
  }

  #attempt(write: (descriptor: number) => void): void {
    if (this.#failure !== null) return;
    try {
      write(this.#descriptor ?? -1);
    } catch (error) {
      this.#failure = error instanceof Error ? error.message : String(error);
      this.abandon();
    }
  }

  #write(bytes: Uint8Array, offset: number): void {
    let done = 0;
    while (done < bytes.length) {
      done += writeSync(this.#descriptor ?? -1, bytes, done, bytes.length - done, offset + done);
    }
  }
}
