/**
 * Opens the history database whatever state it is in: a damaged file is set aside and a new one begun; where nothing can
 * be written, or another Quorum or a newer version owns the file, history is kept in memory and the reason told.
 */
import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { prepareDatabase, SCHEMA_VERSION, schemaVersion } from './history-schema.ts';
import { storageFailureOf } from './storage-failure.ts';

export const DATABASE_FILE = 'quorum.sqlite';
const LOCK_FILE = 'quorum.lock';
/** Records shown from a database that may only be read. */
const READ_ONLY_RECORDS = 1000;

export interface OpenedHistory {
  readonly db: DatabaseSync;
  /** Held as long as this process may write; null in memory. */
  readonly lock: DatabaseSync | null;
  /** Why nothing is kept, with the remedy; null when it is. */
  readonly readOnly: string | null;
  /** What the learner should know once. */
  readonly notice: string | null;
}

export function openHistory(folder: string): OpenedHistory {
  let lock: DatabaseSync;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    lock = takeLock(folder);
  } catch (error) {
    return inMemory(folder, whyNoLock(folder, error));
  }
  const path = join(folder, DATABASE_FILE);
  try {
    const db = openWritable(path);
    if (schemaVersion(db) > SCHEMA_VERSION) {
      db.close();
      lock.close();
      return inMemory(folder, 'The history was written by a newer Quorum: it is shown, but nothing new is kept. Update Quorum.');
    }
    prepareDatabase(db);
    return { db, lock, readOnly: null, notice: null };
  } catch (error) {
    if (!isDamage(error)) {
      lock.close();
      return inMemory(folder, whyNotKept(folder, error));
    }
    const kept = quarantine(path);
    const db = openWritable(path);
    prepareDatabase(db);
    return {
      db,
      lock,
      readOnly: null,
      notice: `The history file was damaged. It was set aside as ${kept}, and a new one begun.`,
    };
  }
}

/** An exclusive SQLite lock: the system lets it go when the process dies, however it dies. */
function takeLock(folder: string): DatabaseSync {
  const lock = new DatabaseSync(join(folder, LOCK_FILE), { timeout: 0 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
    return lock;
  } catch (error) {
    lock.close();
    throw error;
  }
}

function whyNoLock(folder: string, error: unknown): string {
  if (errorNumber(error) === 5) {
    return 'Another Quorum is open on the same history: what is solved here is not kept. Close the other one and restart.';
  }
  return whyNotKept(folder, error);
}

function whyNotKept(folder: string, error: unknown): string {
  const { matter, remedy } = storageFailureOf(error) ?? { matter: 'it cannot be written', remedy: 'Make it writable.' };
  return `History is not kept in ${folder}: ${matter} (${messageOf(error)}). ${remedy} It is kept again after a restart.`;
}

function openWritable(path: string): DatabaseSync {
  const db = new DatabaseSync(path, { timeout: 2000 });
  try {
    // FULL: an acknowledged record also survives a power cut.
    db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
    const check = db.prepare('PRAGMA quick_check(1)').get();
    if (check?.quick_check !== 'ok') throw new DamagedDatabase(String(check?.quick_check));
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

class DamagedDatabase extends Error {}

/** SQLITE_CORRUPT and SQLITE_NOTADB. */
function isDamage(error: unknown): boolean {
  return error instanceof DamagedDatabase || errorNumber(error) === 11 || errorNumber(error) === 26;
}

/** SQLite's primary result code; undefined for other errors. */
function errorNumber(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('errcode' in error)) return undefined;
  return Number(error.errcode) & 0xff;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** @returns where the damaged file is kept */
function quarantine(path: string): string {
  const kept = `${path}.damaged-${new Date().toISOString().replaceAll(':', '-')}`;
  for (const suffix of ['', '-wal', '-shm']) {
    if (existsSync(path + suffix)) renameSync(path + suffix, kept + suffix);
  }
  return kept;
}

/** A database in memory that shows what the file on disk holds, as far as it can be read. */
function inMemory(folder: string, readOnly: string): OpenedHistory {
  const db = new DatabaseSync(':memory:');
  prepareDatabase(db);
  try {
    copyRecords(join(folder, DATABASE_FILE), db);
  } catch {
    // Nothing readable there: the history starts empty, and `readOnly` says that nothing is kept.
  }
  return { db, lock: null, readOnly, notice: null };
}

function copyRecords(path: string, to: DatabaseSync): void {
  if (!existsSync(path)) return;
  // A WAL database in a folder without write permission can only be read as an immutable one.
  for (const options of ['mode=ro', 'immutable=1']) {
    try {
      const from = new DatabaseSync(new URL(`?${options}`, pathToFileURL(path)), { readOnly: true, timeout: 500 });
      copyTables(from, to);
      from.close();
      return;
    } catch {
      // The next way of opening it is tried.
    }
  }
}

function copyTables(from: DatabaseSync, to: DatabaseSync): void {
  const newest = `(SELECT id FROM solves ORDER BY created_at DESC LIMIT ${READ_ONLY_RECORDS})`;
  copyRows(from, to, 'solves', `WHERE id IN ${newest}`);
  copyRows(from, to, 'samples', `WHERE solve IN ${newest}`);
  copyRows(from, to, 'settings', '');
  for (const table of ['practice_attempts', 'practice_cards', 'practice_session']) copyRows(from, to, table, '');
}

/** Copies the columns that both know: the file may be of an older or a newer version. */
function copyRows(from: DatabaseSync, to: DatabaseSync, table: string, where: string): void {
  const known = new Set(columnsOf(to, table));
  const columns = columnsOf(from, table).filter((column) => known.has(column));
  // An older file has no such table.
  if (columns.length === 0) return;
  const insert = to.prepare(`INSERT INTO ${table} (${columns}) VALUES (${columns.map(() => '?')})`);
  for (const row of from.prepare(`SELECT ${columns} FROM ${table} ${where}`).all()) insert.run(...Object.values(row));
}

function columnsOf(db: DatabaseSync, table: string): string[] {
  return db
    .prepare('SELECT name FROM pragma_table_info(?)')
    .all(table)
    .map(({ name }) => String(name));
}
