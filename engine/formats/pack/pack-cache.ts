/**
 * The folder of packs: which there are, how much they may take, which go first. A pack can always be made again, so nothing here
 * stops a load. Knows no model.
 */
import { mkdirSync, readdirSync, rmSync, statfsSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { PackReader, PackWriter } from './pack-file.ts';

/** Room for two models of 3 billion parameters in int4, or one in int8. */
export const MAX_CACHE_BYTES = 6 * 2 ** 30;
/** Left free on the disk for everything else. */
const SPARE_BYTES = 2 ** 30;
/** A pack being written longer than this belongs to a process that died. */
const STALE_MS = 3_600_000;
/** Nothing else in the folder is ever touched. */
const PACK_NAME = /^[0-9a-f]{64}\.pack$/;
const PARTIAL_NAME = /^[0-9a-f]{64}\.\d+\.partial$/;

interface CachedFile {
  readonly path: string;
  readonly bytes: number;
  readonly usedMs: number;
  readonly isPartial: boolean;
}

export class PackCache {
  readonly #folder: string;
  readonly #maxBytes: number;

  constructor(folder: string, maxBytes = MAX_CACHE_BYTES) {
    this.#folder = folder;
    this.#maxBytes = maxBytes;
  }

  /**
   * The pack made under `key` (64 hexadecimal digits), noted as used; null where there is none.
   * @throws PackDamaged when it cannot be trusted
   */
  open(key: string): PackReader | null {
    const path = this.#pathOf(key);
    if (!statSync(path, { throwIfNoEntry: false })?.isFile()) return null;
    const reader = new PackReader(path, key);
    try {
      const now = new Date();
      utimesSync(path, now, now);
    } catch {
      // A folder that cannot be written to still serves; only the order of going is then by age.
    }
    return reader;
  }

  /** A pack to be written, about `bytes` long; why there can be none else. Older packs make room for it. */
  create(key: string, bytes: number): PackWriter | string {
    if (bytes > this.#maxBytes) return `it would take ${gigabytes(bytes)} GB, more than the ${gigabytes(this.#maxBytes)} GB kept`;
    try {
      mkdirSync(this.#folder, { recursive: true });
      this.#makeRoom(bytes);
      const { bavail, bsize } = statfsSync(this.#folder);
      if (bavail * bsize < bytes + SPARE_BYTES) return `the disk has only ${gigabytes(bavail * bsize)} GB left`;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
    return new PackWriter(this.#pathOf(key), join(this.#folder, `${key}.${process.pid}.partial`), key);
  }

  /** Forgets a pack. */
  remove(key: string): void {
    rmSync(this.#pathOf(key), { force: true });
  }

  /** Bytes of all packs. */
  size(): number {
    return this.#files().reduce((sum, { bytes }) => sum + bytes, 0);
  }

  /** Removes every pack. @returns the bytes freed */
  clear(): number {
    const files = this.#files();
    for (const { path } of files) rmSync(path, { force: true });
    return files.reduce((sum, { bytes }) => sum + bytes, 0);
  }

  #pathOf(key: string): string {
    return join(this.#folder, `${key}.pack`);
  }

  /** The longest unused go first, after what dead processes left. */
  #makeRoom(bytes: number): void {
    const stale = Date.now() - STALE_MS;
    let total = this.size() + bytes;
    for (const file of this.#files().toSorted((a, b) => a.usedMs - b.usedMs)) {
      if (file.isPartial ? file.usedMs > stale : total <= this.#maxBytes) continue;
      rmSync(file.path, { force: true });
      total -= file.bytes;
    }
  }

  #files(): CachedFile[] {
    if (!statSync(this.#folder, { throwIfNoEntry: false })?.isDirectory()) return [];
    return readdirSync(this.#folder).flatMap((name) => {
      const isPartial = PARTIAL_NAME.test(name);
      const path = join(this.#folder, name);
      const stat = isPartial || PACK_NAME.test(name) ? statSync(path, { throwIfNoEntry: false }) : undefined;
      return stat === undefined ? [] : [{ path, bytes: stat.size, usedMs: stat.mtimeMs, isPartial }];
    });
  }
}

function gigabytes(bytes: number): string {
  return (bytes / 1e9).toFixed(1);
}
