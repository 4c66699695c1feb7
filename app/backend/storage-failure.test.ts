import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { storageFailureOf } from './storage-failure.ts';

function errorOf(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was refused');
}

describe('what a disk refuses', () => {
  test('is full when SQLite has no page left', () => {
    const db = new DatabaseSync(':memory:');
    db.exec('PRAGMA max_page_count = 3; CREATE TABLE t (x)');
    const fill = () => db.prepare('INSERT INTO t VALUES (?)').run('x'.repeat(100_000));
    expect(storageFailureOf(errorOf(fill))?.kind).toBe('disk-full');
  });

  test('is held by another program while that one writes', () => {
    const path = join(mkdtempSync(join(tmpdir(), 'quorum-storage-')), 'data.sqlite');
    const [first, second] = [new DatabaseSync(path), new DatabaseSync(path, { timeout: 0 })];
    first.exec('CREATE TABLE t (x); BEGIN EXCLUSIVE');
    expect(storageFailureOf(errorOf(() => second.exec('INSERT INTO t VALUES (1)')))?.kind).toBe('data-busy');
    first.close();
    second.close();
  });

  test('is damaged when the file is no database', () => {
    const path = join(mkdtempSync(join(tmpdir(), 'quorum-storage-')), 'data.sqlite');
    writeFileSync(path, 'no database at all '.repeat(100));
    const db = new DatabaseSync(path);
    expect(storageFailureOf(errorOf(() => db.exec('SELECT * FROM sqlite_schema')))?.kind).toBe('data-damaged');
    db.close();
  });

  test.each([
    ['ENOSPC', 'disk-full'],
    ['EROFS', 'not-writable'],
    ['EACCES', 'not-writable'],
    ['EIO', 'disk-error'],
  ])('by the file system with %s is %s', (code, kind) => {
    expect(storageFailureOf(Object.assign(new Error('refused'), { code }))?.kind).toBe(kind);
  });

  test('always comes with a remedy, and a fault of ours is no such failure', () => {
    expect(storageFailureOf(Object.assign(new Error('refused'), { code: 'ENOSPC' }))?.remedy).toMatch(/\.$/);
    expect(storageFailureOf(new TypeError('x is undefined'))).toBeNull();
    expect(storageFailureOf(Object.assign(new Error('gone'), { code: 'ENOENT' }))).toBeNull();
  });
});
