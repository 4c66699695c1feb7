/** Builds something out of pieces: from a pack kept earlier where it can be trusted, else afresh, keeping a pack for the next time. */
import type { PackCache } from './pack-cache.ts';
import type { PackReader } from './pack-file.ts';
import { PackDamaged } from './pack-format.ts';
import { freshPieces, type PieceStore } from './piece-store.ts';

export interface Built<T> {
  readonly result: T;
  /** What became of the pack, in words for the reader of a log. */
  readonly note: string;
}

export interface PackPlace {
  readonly cache: PackCache;
  /** Names all that decides the pieces' bytes. */
  readonly key: string;
  /** About how long the pack will be. */
  readonly bytes: number;
}

/** @param build called again, with pieces made afresh, when those of a pack turn out damaged half-way */
export async function buildKeeping<T>(place: PackPlace | null, build: (pieces: PieceStore) => Promise<T>): Promise<Built<T>> {
  if (place === null) return { result: await build(freshPieces), note: 'read from the checkpoint' };
  const kept = await buildFromPack(place, build);
  if (kept.result !== undefined) return { result: kept.result, note: 'read from the copy kept by an earlier start' };
  const made = await buildAnew(place, build);
  return kept.damage === null ? made : { ...made, note: `${made.note}; the copy kept earlier was thrown away: ${kept.damage}` };
}

async function buildFromPack<T>(
  { cache, key }: PackPlace,
  build: (pieces: PieceStore) => Promise<T>,
): Promise<{ result?: T; damage: string | null }> {
  let reader: PackReader | null = null;
  try {
    reader = cache.open(key);
    return reader === null ? { damage: null } : { result: await build(reader), damage: null };
  } catch (error) {
    if (!(error instanceof PackDamaged)) throw error;
    cache.remove(key);
    return { damage: error.message };
  } finally {
    reader?.close();
  }
}

async function buildAnew<T>({ cache, key, bytes }: PackPlace, build: (pieces: PieceStore) => Promise<T>): Promise<Built<T>> {
  const writer = cache.create(key, bytes);
  if (typeof writer === 'string')
    return { result: await build(freshPieces), note: `read from the checkpoint; no copy is kept: ${writer}` };
  try {
    const result = await build(writer);
    const failure = writer.finish();
    const kept = failure === null ? 'a copy is kept for the next start' : `no copy could be kept: ${failure}`;
    return { result, note: `read from the checkpoint; ${kept}` };
  } catch (error) {
    writer.abandon();
    throw error;
  }
}
