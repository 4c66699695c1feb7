import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { solveOptionsSchema } from '#app/protocol/solve.ts';
import { History } from '../history.ts';
import { newRecord } from '../new-record.ts';
import { DATABASE_FILE } from '../open-history.ts';
import type { PracticeSession } from './practice-store.ts';

const SESSION: PracticeSession = { choice: { families: ['gcd'], level: 2 }, exercise: null };
const ATTEMPT = { family: 'gcd', level: 2, seed: 7, right: false, at: 1000 };

let folder: string;
let open: History[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'quorum-practice-store-'));
  open = [];
});
afterEach(() => {
  for (const history of open) history.close();
});

function openHistory(): History {
  const history = new History(folder);
  open.push(history);
  return history;
}

/** Closes the history and changes its file by hand. */
function alter(history: History, sql: string): void {
  history.close();
  open = [];
  const db = new DatabaseSync(join(folder, DATABASE_FILE));
  db.exec(sql);
  db.close();
}

describe('practice in the history database', () => {
  test('a card made while the clock was a year ahead comes back once it is right', () => {
    const { practice } = openHistory();
    practice.record(ATTEMPT, { box: 0, due: 2000 }, SESSION);
    expect(practice.dueCards(2000 - 365 * 86_400_000)).toHaveLength(1);
  });

  test('attempt, card and session are there after it is opened again', () => {
    const history = openHistory();
    history.practice.record(ATTEMPT, { box: 0, due: 2000 }, SESSION);
    alter(history, '');
    const { practice } = openHistory();
    expect(practice.session()).toEqual(SESSION);
    expect(practice.progress().get('gcd')).toEqual({ attempts: 1, rightFirst: 0 });
    expect(practice.dueCards(1999)).toEqual([]);
    expect(practice.dueCards(2000)).toEqual([{ family: 'gcd', level: 2, seed: 7, box: 0, due: 2000 }]);
  });

  test('a right answer keeps the seed of the problem that went wrong; a known card goes', () => {
    const { practice } = openHistory();
    practice.record(ATTEMPT, { box: 0, due: 2000 }, SESSION);
    practice.record({ ...ATTEMPT, right: true, seed: 8 }, { box: 1, due: 3000 }, SESSION);
    expect(practice.card('gcd', 2)).toMatchObject({ seed: 7, box: 1 });
    practice.record({ ...ATTEMPT, right: true, seed: 9 }, null, SESSION);
    expect(practice.card('gcd', 2)).toBeNull();
    expect(practice.progress().get('gcd')).toEqual({ attempts: 3, rightFirst: 2 });
  });

  test('a history from before there was practice gains it and keeps its solves', () => {
    const history = openHistory();
    const record = newRecord('1+1', solveOptionsSchema.parse({}));
    history.save(record, []);
    alter(
      history,
      'DROP TABLE practice_attempts; DROP TABLE practice_cards; DROP TABLE practice_session; DROP INDEX solves_by_topic; ALTER TABLE solves DROP COLUMN topic; PRAGMA user_version = 2',
    );
    const upgraded = openHistory();
    expect(upgraded.notice).toBeNull();
    expect(upgraded.readOnly).toBeNull();
    expect(upgraded.open(record.id)).toEqual(record);
    upgraded.practice.record(ATTEMPT, null, SESSION);
    expect(upgraded.practice.progress().size).toBe(1);
  });

  test('practice of a newer version is shown, goes on in memory and is not written', () => {
    const history = openHistory();
    history.practice.record(ATTEMPT, { box: 0, due: 2000 }, SESSION);
    alter(history, 'PRAGMA user_version = 99');
    const newer = openHistory();
    expect(newer.readOnly).toMatch(/newer Quorum/);
    expect(newer.practice.session()).toEqual(SESSION);
    newer.practice.record(ATTEMPT, null, SESSION);
    expect(newer.practice.progress().get('gcd')?.attempts).toBe(2);
    const onDisk = new DatabaseSync(join(folder, DATABASE_FILE), { readOnly: true });
    expect(onDisk.prepare('SELECT count(*) AS n FROM practice_attempts').get()).toEqual({ n: 1 });
    onDisk.close();
  });

  test('a write that fails half way leaves neither attempt nor card', () => {
    const { practice } = openHistory();
    const broken = { ...SESSION, choice: { families: [1n] } } as unknown as PracticeSession;
    expect(() => practice.record(ATTEMPT, { box: 0, due: 2000 }, broken)).toThrow();
    expect(practice.progress().size).toBe(0);
    expect(practice.card('gcd', 2)).toBeNull();
  });

  test('a session that cannot be read begins anew', () => {
    const history = openHistory();
    history.practice.saveSession(SESSION);
    alter(history, `UPDATE practice_session SET body = '{"choice":null}'`);
    expect(openHistory().practice.session()).toBeNull();
  });
});
