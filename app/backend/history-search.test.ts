import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, expect, test } from 'vitest';
import { solveOptionsSchema } from '../protocol/solve.ts';
import { History } from './history.ts';
import { newRecord } from './new-record.ts';
import { DATABASE_FILE } from './open-history.ts';

let history: History | null = null;
afterEach(() => history?.close());

function newFolder(): string {
  return mkdtempSync(join(tmpdir(), 'quorum-search-'));
}

function open(folder = newFolder()): History {
  history = new History(folder);
  return history;
}

function save(into: History, problem: string, answers: readonly string[] = []): string {
  const made = newRecord(problem, solveOptionsSchema.parse({}));
  made.tally.votes = answers.map((answer) => ({ answer, variants: [answer], count: 1, share: 1, samples: [] }));
  into.save(made, []);
  return made.id;
}

const found = (query: string) => history?.list(query, 10).map(({ problem }) => problem);

test('finds one of 5,000 problems by any part of it, in any order of its words', () => {
  // Kept in memory, as where a folder cannot be written: 5,000 commits to a disk take minutes on some.
  const into = open('/dev/null/nowhere');
  for (let at = 0; at < 5000; at++) save(into, `Solve ${at}x + ${at % 89} = ${at * 3}`);
  expect(found('4999x')).toEqual(['Solve 4999x + 15 = 14997']);
  expect(found('14997 SOLVE')).toEqual(['Solve 4999x + 15 = 14997']);
  expect(found('997x')).toEqual([
    'Solve 4997x + 13 = 14991',
    'Solve 3997x + 81 = 11991',
    'Solve 2997x + 60 = 8991',
    'Solve 1997x + 39 = 5991',
    'Solve 997x + 18 = 2991',
  ]);
  expect(found('nowhere')).toEqual([]);
  expect(into.list('', 500)).toHaveLength(500);
});

test('words of one or two letters are found too, and signs of the query language are plain text', () => {
  const into = open();
  save(into, 'Is 7 "prime" or not?');
  save(into, 'Simplify 12/18');
  expect(found('7')).toEqual(['Is 7 "prime" or not?']);
  expect(found('"prime"')).toEqual(['Is 7 "prime" or not?']);
  expect(found('prime OR simplify')).toEqual([]);
  expect(found('12/18 * (')).toEqual([]);
  expect(found('/18')).toEqual(['Simplify 12/18']);
});

test('finds a solve by its answers and by its name, and no longer by a name it lost', () => {
  const into = open();
  const id = save(into, 'Solve x^2 = 16', ['x = \\pm 4']);
  expect(found('pm')).toHaveLength(1);
  into.mark(id, { title: 'Homework, page 12' });
  expect(found('homework')).toHaveLength(1);
  expect(found('12')).toHaveLength(1);
  into.mark(id, { title: null });
  expect(found('homework')).toEqual([]);
});

test('favourites come first, each kind newest first', () => {
  const into = open();
  const [first] = ['one', 'two', 'three'].map((problem) => save(into, problem));
  into.mark(first, { favourite: true });
  expect(found('')).toEqual(['one', 'three', 'two']);
  expect(into.list('', 10)[0]).toMatchObject({ favourite: true, title: null });
});

test('a history of the first version keeps its records and can be searched', () => {
  const folder = newFolder();
  const old = new DatabaseSync(join(folder, DATABASE_FILE));
  old.exec(`
    CREATE TABLE solves (id TEXT PRIMARY KEY, created_at INTEGER NOT NULL, deleted_at INTEGER, status TEXT NOT NULL,
      search TEXT NOT NULL, body TEXT NOT NULL) STRICT;
    CREATE INDEX solves_by_time ON solves (created_at DESC) WHERE deleted_at IS NULL;
    CREATE TABLE samples (solve TEXT NOT NULL REFERENCES solves (id) ON DELETE CASCADE, at INTEGER NOT NULL,
      body TEXT NOT NULL, PRIMARY KEY (solve, at)) STRICT, WITHOUT ROWID;
    CREATE TABLE settings (id INTEGER PRIMARY KEY CHECK (id = 1), body TEXT NOT NULL) STRICT;
    PRAGMA user_version = 1;
  `);
  const { samples: _, ...head } = newRecord('Solve 3x + 5 = 20', solveOptionsSchema.parse({}));
  old.prepare('INSERT INTO solves VALUES (?, ?, NULL, ?, ?, ?)').run(head.id, 1, 'queued', head.problem, JSON.stringify(head));
  old.close();
  const into = open(folder);
  expect(into.readOnly).toBeNull();
  expect(found('solve')).toEqual(['Solve 3x + 5 = 20']);
  into.mark(head.id, { title: 'Old', favourite: true });
  expect(into.list('old', 10)[0]).toMatchObject({ title: 'Old', favourite: true });
});
