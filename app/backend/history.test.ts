import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { emptySample, type SolveRecord, solveOptionsSchema } from '../protocol/solve.ts';
import { History } from './history.ts';
import { newRecord } from './new-record.ts';
import { DATABASE_FILE } from './open-history.ts';

const WRITER = fileURLToPath(new URL('../testing/history-writer.ts', import.meta.url));

let folder: string;
let open: History[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'quorum-history-'));
  open = [];
});
afterEach(() => {
  for (const history of open) history.close();
});

function openHistory(at = folder): History {
  const history = new History(at);
  open.push(history);
  return history;
}

function reopen(history: History): History {
  history.close();
  open = open.filter((other) => other !== history);
  return openHistory();
}

function record(problem: string): SolveRecord {
  const made = newRecord(problem, solveOptionsSchema.parse({}));
  made.samples.push(emptySample(0, 1), emptySample(1, 2));
  return made;
}

function save(history: History, problem: string): SolveRecord {
  const made = record(problem);
  history.save(made, made.samples.keys());
  return made;
}

describe('the history', () => {
  test('gives back a record as it was saved, after it is opened again', () => {
    const history = openHistory();
    const made = save(history, 'Solve 3x + 5 = 20');
    expect(reopen(history).open(made.id)).toEqual(made);
  });

  test('keeps NUL, lone surrogates and bidi marks exactly', () => {
    const history = openHistory();
    const made = save(history, 'a\0b \ud800 \u202e 2+2');
    expect(reopen(history).open(made.id)?.problem).toBe('a\0b \ud800 \u202e 2+2');
  });

  test('rewrites the samples that are named and no others', () => {
    const history = openHistory();
    const made = save(history, '1+1');
    made.samples[0].tokens = 7;
    made.samples[1].tokens = 9;
    history.save(made, [1]);
    expect(history.open(made.id)?.samples.map(({ tokens }) => tokens)).toEqual([0, 9]);
  });

  test('lists the newest first and finds text with LIKE signs in it literally', () => {
    const history = openHistory();
    save(history, '15% of 80');
    save(history, '150 of 80');
    expect(history.list('', 10).map(({ problem }) => problem)).toEqual(['150 of 80', '15% of 80']);
    expect(history.list('5% OF', 10).map(({ problem }) => problem)).toEqual(['15% of 80']);
    expect(history.list('_', 10)).toEqual([]);
  });

  test('a deleted record leaves the list and comes back with restore', () => {
    const history = openHistory();
    const { id } = save(history, '1+1');
    expect(history.delete(id)).toBe(true);
    expect(history.list('', 10)).toEqual([]);
    history.restore(id);
    expect(history.list('', 10)).toHaveLength(1);
  });

  test('remembers settings', () => {
    const history = openHistory();
    history.saveSettings({ ...history.settings(), theme: 'dark', draft: 'x + \ud800' });
    expect(reopen(history).settings()).toMatchObject({ theme: 'dark', draft: 'x + \ud800' });
  });

  test('a damaged file is set aside, never deleted, and the notice says where', () => {
    writeFileSync(join(folder, DATABASE_FILE), 'this is no database, but it is long enough to be taken for one '.repeat(20));
    const history = openHistory();
    expect(history.notice).toMatch(/damaged/);
    expect(history.readOnly).toBeNull();
    expect(readdirSync(folder).some((name) => name.startsWith(`${DATABASE_FILE}.damaged-`))).toBe(true);
    save(history, '1+1');
    expect(history.list('', 10)).toHaveLength(1);
  });

  test('a database of a newer version is shown and not written', () => {
    const history = openHistory();
    const { id } = save(history, '1+1');
    history.close();
    open = [];
    const db = new DatabaseSync(join(folder, DATABASE_FILE));
    db.exec('PRAGMA user_version = 99');
    db.close();
    const newer = openHistory();
    expect(newer.readOnly).toMatch(/newer Quorum/);
    expect(newer.open(id)?.problem).toBe('1+1');
    save(newer, '2+2');
    const after = new DatabaseSync(join(folder, DATABASE_FILE), { readOnly: true });
    expect(after.prepare('SELECT count(*) AS n FROM solves').get()).toEqual({ n: 1 });
    after.close();
  });

  test('where no folder can be made, history lives in memory and the reason is told', () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    const history = openHistory(join(file, 'data'));
    expect(history.readOnly).toMatch(/cannot be written/);
    save(history, '1+1');
    expect(history.list('', 10)).toHaveLength(1);
  });

  test('a second Quorum on the same folder shows its history and never writes it', () => {
    save(openHistory(), '1+1');
    const second = openHistory();
    expect(second.readOnly).toMatch(/another Quorum/i);
    expect(second.list('', 10)).toHaveLength(1);
  });

  test('a write that the disk refuses takes no acknowledged record with it', async () => {
    // A limit on file size stands for a full disk: the write fails half way. Ignored, its signal becomes an error.
    const script = `trap '' XFSZ; ulimit -f 1000; exec "$0" "$1" "$2"`;
    const writer = spawn('bash', ['-c', script, process.execPath, WRITER, folder], { stdio: ['ignore', 'pipe', 'ignore'] });
    const acknowledged: string[] = [];
    for await (const id of createInterface({ input: writer.stdout })) acknowledged.push(id);
    expect(acknowledged.length).toBeGreaterThan(1);
    const history = openHistory();
    for (const id of acknowledged) expect(history.open(id)?.samples).toHaveLength(2);
    expect(save(history, '1+1').id).toBe(history.list('', 1)[0].id);
  });

  test('SIGKILL between and within commits loses no acknowledged record', async () => {
    const writer = spawn(process.execPath, [WRITER, folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const acknowledged: string[] = [];
    for await (const id of createInterface({ input: writer.stdout })) {
      acknowledged.push(id);
      if (acknowledged.length === 40) writer.kill('SIGKILL');
    }
    if (writer.exitCode === null && writer.signalCode === null) await once(writer, 'exit');
    const history = openHistory();
    expect(history.notice).toBeNull();
    for (const id of acknowledged) expect(history.open(id)?.samples).toHaveLength(2);
    const db = new DatabaseSync(join(folder, DATABASE_FILE));
    expect(db.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' });
    db.close();
  });
});
