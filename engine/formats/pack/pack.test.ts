/** Packs on disk: what is kept comes back, and what cannot be trusted is never used. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { beforeEach, describe, expect, test } from 'vitest';
import { buildKeeping } from './keep-pieces.ts';
import { PackCache } from './pack-cache.ts';
import { HEADER_BYTES, PackDamaged } from './pack-format.ts';
import type { PieceStore } from './piece-store.ts';

const KEY = 'ab'.repeat(32);
const OTHER_KEY = 'cd'.repeat(32);
const SIZES = [5, 4096, 0, 1000];

let folder: string;
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'quorum-pack-')), 'cache');
});

const content = (i: number) => Uint8Array.from({ length: SIZES[i] }, (_, at) => (at * 7 + i) % 251);

/** What a load would build: all pieces, in order. */
function build(made: number[] = []) {
  return async (pieces: PieceStore) =>
    SIZES.map((size, i) =>
      Buffer.from(
        pieces.piece(`piece ${i}`, size, () => {
          made.push(i);
          return content(i);
        }),
      ),
    );
}
const place = (key = KEY) => ({ cache: new PackCache(folder), key, bytes: 10_000 });
const whole = SIZES.map((_, i) => Buffer.from(content(i)));
const packPath = (key = KEY) => join(folder, `${key}.pack`);

/** Changes a byte of the pack; `recheck` mends the header's own checksum, as one would who forges it. */
function patch(at: number, value: number, recheck = false): void {
  const bytes = readFileSync(packPath());
  bytes[at] = value;
  if (recheck) bytes.writeUInt32LE(crc32(bytes.subarray(0, 60)), 60);
  writeFileSync(packPath(), bytes);
}

test('the first build keeps its pieces, the second makes none', async () => {
  const made: number[] = [];
  const first = await buildKeeping(place(), build(made));
  expect(made).toEqual([0, 1, 2, 3]);
  expect(first).toEqual({ result: whole, note: 'read from the checkpoint; a copy is kept for the next start' });
  const second = await buildKeeping(place(), build(made));
  expect(made).toHaveLength(4);
  expect(second).toEqual({ result: whole, note: 'read from the copy kept by an earlier start' });
  expect(readdirSync(folder)).toEqual([`${KEY}.pack`]);
});

describe('a pack that cannot be trusted is thrown away and made anew, and the note says why', () => {
  test.each<[string, () => void, RegExp]>([
    ['cut short', () => truncateSync(packPath(), statSync(packPath()).size - 1), /bytes long where its header needs/],
    ['cut to nothing', () => truncateSync(packPath(), 0), /shorter than a header/],
    ['cut within the header', () => truncateSync(packPath(), 40), /shorter than a header/],
    ['longer than it should be', () => writeFileSync(packPath(), 'x', { flag: 'a' }), /bytes long where its header needs/],
    ['of another kind', () => patch(0, 0), /does not begin as a pack/],
    ['of another version', () => patch(8, 99, true), /version 99, not 1/],
    ['with a wrong header checksum', () => patch(45, 1), /header's checksum/],
    ['made under another key', () => patch(12, 0, true), /another checkpoint/],
    ['with a table far beyond its end', () => patch(50, 0x7f, true), /bytes long where its header needs/],
    ['with a giant table', () => patch(55, 0x7f, true), /claims a table of/],
    ['with a changed table', () => patch(statSync(packPath()).size - 3, 0x58), /table's checksum/],
    ['with a flipped bit in the first piece', () => patch(HEADER_BYTES, 1), /checksum of "piece 0"/],
    ['with a flipped bit in the last piece', () => patch(HEADER_BYTES + 5 + 4096 + 999, 0), /checksum of "piece 3"/],
  ])('%s', async (_, damage, why) => {
    await buildKeeping(place(), build());
    damage();
    const made: number[] = [];
    const { result, note } = await buildKeeping(place(), build(made));
    expect(result).toEqual(whole);
    expect(made).toEqual([0, 1, 2, 3]);
    expect(note).toMatch(why);
    expect(note).toContain('thrown away');
    // What was made anew serves again.
    expect((await buildKeeping(place(), build())).note).toBe('read from the copy kept by an earlier start');
  });

  test('lacking a piece, or one of another size', async () => {
    await buildKeeping(place(), build());
    const reader = new PackCache(folder).open(KEY);
    expect(() => reader?.piece('piece 9', 5)).toThrow(PackDamaged);
    expect(() => reader?.piece('piece 0', 6)).toThrow(PackDamaged);
    reader?.close();
  });
});

test('a build that fails leaves nothing behind, and its error comes through', async () => {
  const fail = async (pieces: PieceStore) => {
    pieces.piece('piece 0', 5, () => content(0));
    throw new Error('cancelled');
  };
  await expect(buildKeeping(place(), fail)).rejects.toThrow('cancelled');
  expect(readdirSync(folder)).toEqual([]);
});

test('a folder that cannot be made ends the keeping, not the build', async () => {
  writeFileSync(folder, 'in the way');
  const { result, note } = await buildKeeping(place(), build());
  expect(result).toEqual(whole);
  expect(note).toMatch(/no copy is kept: /);
});

test('a disk that fails half-way ends the keeping, not the build', async () => {
  mkdirSync(packPath(), { recursive: true });
  const { result, note } = await buildKeeping(place(), build());
  expect(result).toEqual(whole);
  expect(note).toMatch(/no copy could be kept: /);
  expect(readdirSync(folder)).toEqual([`${KEY}.pack`]);
});

describe('the cache stays bounded', () => {
  test('the pack longest unused makes room for a new one', async () => {
    const keys = ['01', '02', '03'].map((byte) => byte.repeat(32));
    const cache = () => new PackCache(folder, 12_000);
    for (const [i, key] of keys.slice(0, 2).entries()) {
      await buildKeeping({ cache: cache(), key, bytes: 5000 }, build());
      utimesSync(packPath(key), 1000 + i, 1000 + i);
    }
    // Used again, the first is no longer the oldest.
    await buildKeeping({ cache: cache(), key: keys[0], bytes: 5000 }, build());
    await buildKeeping({ cache: cache(), key: keys[2], bytes: 5000 }, build());
    expect(readdirSync(folder).sort()).toEqual([`${keys[0]}.pack`, `${keys[2]}.pack`]);
    expect(cache().size()).toBeLessThanOrEqual(12_000);
  });

  test('a pack larger than all that may be kept is not begun', async () => {
    const { note } = await buildKeeping({ cache: new PackCache(folder, 100), key: KEY, bytes: 5000 }, build());
    expect(note).toMatch(/no copy is kept: it would take/);
    expect(new PackCache(folder).size()).toBe(0);
  });

  test('what a dead process left is removed, what is being written is not; other files are never touched', async () => {
    await buildKeeping(place(), build());
    const [stale, fresh] = [join(folder, `${OTHER_KEY}.1.partial`), join(folder, `${OTHER_KEY}.2.partial`)];
    for (const path of [stale, fresh, join(folder, 'notes.txt')]) writeFileSync(path, 'x');
    utimesSync(stale, 1000, 1000);
    await buildKeeping(place('ef'.repeat(32)), build());
    expect(readdirSync(folder)).not.toContain(`${OTHER_KEY}.1.partial`);
    expect(readdirSync(folder)).toContain(`${OTHER_KEY}.2.partial`);
    expect(new PackCache(folder).clear()).toBeGreaterThan(10_000);
    expect(readdirSync(folder)).toEqual(['notes.txt']);
  });
});
