/** Tables of the history database, as the steps that lead from each version to the next. */
import type { DatabaseSync } from 'node:sqlite';

/**
 * Bodies are JSON as `JSON.stringify` writes it, which escapes NUL and lone surrogates: SQLite's own text would lose
 * them. `search` is what is searched for, without those.
 */
const SOLVES = `
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
`;

/**
 * Names, favourites and an index of every three letters in a row, which finds text anywhere in a word. It follows
 * `solves` by row number, which only a VACUUM would change: there is none.
 */
const NAMES_AND_SEARCH = `
  ALTER TABLE solves ADD COLUMN title TEXT;
  ALTER TABLE solves ADD COLUMN favourite INTEGER NOT NULL DEFAULT 0;
  DROP INDEX solves_by_time;
  CREATE INDEX solves_by_rank ON solves (favourite DESC, created_at DESC) WHERE deleted_at IS NULL;
  CREATE VIRTUAL TABLE solve_words USING fts5 (title, search, content = 'solves', tokenize = 'trigram');
  INSERT INTO solve_words (solve_words) VALUES ('rebuild');
  CREATE TRIGGER solve_words_insert AFTER INSERT ON solves BEGIN
    INSERT INTO solve_words (rowid, title, search) VALUES (new.rowid, new.title, new.search);
  END;
  CREATE TRIGGER solve_words_delete AFTER DELETE ON solves BEGIN
    INSERT INTO solve_words (solve_words, rowid, title, search) VALUES ('delete', old.rowid, old.title, old.search);
  END;
  CREATE TRIGGER solve_words_update AFTER UPDATE OF title, search ON solves
  WHEN old.title IS NOT new.title OR old.search IS NOT new.search BEGIN
    INSERT INTO solve_words (solve_words, rowid, title, search) VALUES ('delete', old.rowid, old.title, old.search);
    INSERT INTO solve_words (rowid, title, search) VALUES (new.rowid, new.title, new.search);
  END;
`;

/**
 * Practice: each first answer; what went wrong and when it comes back (tutor/practice/schedule.ts); the exercise on
 * screen. `seed` makes the problem again.
 */
const PRACTICE = `
  CREATE TABLE practice_attempts (
    id INTEGER PRIMARY KEY,
    family TEXT NOT NULL,
    level INTEGER NOT NULL,
    seed INTEGER NOT NULL,
    right_first INTEGER NOT NULL,
    at INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX practice_attempts_by_family ON practice_attempts (family);
  CREATE TABLE practice_cards (
    family TEXT NOT NULL,
    level INTEGER NOT NULL,
    seed INTEGER NOT NULL,
    box INTEGER NOT NULL,
    due INTEGER NOT NULL,
    PRIMARY KEY (family, level)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX practice_cards_by_due ON practice_cards (due);
  CREATE TABLE practice_session (id INTEGER PRIMARY KEY CHECK (id = 1), body TEXT NOT NULL) STRICT;
`;

/** What a solve is about: NULL until it is sorted, '' when it resembles no topic. */
const TOPICS = `
  ALTER TABLE solves ADD COLUMN topic TEXT;
  CREATE INDEX solves_by_topic ON solves (topic) WHERE deleted_at IS NULL;
`;

/** The step at place n leads from version n to n + 1. What is released never changes: a new table is a new step. */
const STEPS: readonly string[] = [SOLVES, NAMES_AND_SEARCH, PRACTICE, TOPICS];

export const SCHEMA_VERSION = STEPS.length;

export function schemaVersion(db: DatabaseSync): number {
  return Number(db.prepare('PRAGMA user_version').get()?.user_version);
}

/** Brings the tables of an empty or older database up to this version, each step as one transaction. */
export function prepareDatabase(db: DatabaseSync): void {
  db.exec('PRAGMA foreign_keys = ON');
  for (let version = schemaVersion(db); version < SCHEMA_VERSION; version++) {
    db.exec(`BEGIN; ${STEPS[version]} PRAGMA user_version = ${version + 1}; COMMIT;`);
  }
}
