/** Tables of the history database and the pragmas it is opened with. */
import type { DatabaseSync } from 'node:sqlite';

export const SCHEMA_VERSION = 1;

/**
 * Bodies are JSON as `JSON.stringify` writes it, which escapes NUL and lone surrogates: SQLite's own text would lose
 * them. `search` is the problem for LIKE, without those.
 */
const SCHEMA = `
  CREATE TABLE solves (
    id TEXT PRIMARY KEY,
    created_at INTEGER NOT NULL,
    deleted_at INTEGER,
    status TEXT NOT NULL,
    search TEXT NOT NULL,
    body TEXT NOT NULL
  ) STRICT;
  CREATE INDEX solves_by_time ON solves (created_at DESC) WHERE deleted_at IS NULL;
  CREATE TABLE samples (
    solve TEXT NOT NULL REFERENCES solves (id) ON DELETE CASCADE,
    at INTEGER NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (solve, at)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE settings (id INTEGER PRIMARY KEY CHECK (id = 1), body TEXT NOT NULL) STRICT;
  PRAGMA user_version = ${SCHEMA_VERSION};
`;

export function schemaVersion(db: DatabaseSync): number {
  return Number(db.prepare('PRAGMA user_version').get()?.user_version);
}

/** Creates the tables in an empty database. */
export function prepareDatabase(db: DatabaseSync): void {
  db.exec('PRAGMA foreign_keys = ON');
  if (schemaVersion(db) === 0) db.exec(`BEGIN; ${SCHEMA} COMMIT;`);
}
