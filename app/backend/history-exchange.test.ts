import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { CallError } from '../protocol/calls.ts';
import { writeExchange } from '../protocol/exchange.ts';
import { emptySample, type SolveRecord, solveOptionsSchema } from '../protocol/solve.ts';
import { History } from './history.ts';
import { HistoryExchange } from './history-exchange.ts';
import { newRecord } from './new-record.ts';

const open: History[] = [];
afterEach(() => {
  for (const history of open.splice(0)) history.close();
});

function newHistory(): { history: History; exchange: HistoryExchange } {
  const history = new History(mkdtempSync(join(tmpdir(), 'quorum-exchange-')));
  open.push(history);
  return { history, exchange: new HistoryExchange(history) };
}

function finished(problem: string): SolveRecord {
  const record = newRecord(problem, solveOptionsSchema.parse({}));
  return { ...record, status: 'finished', samples: [{ ...emptySample(0, 7), status: 'finished', answer: '5' }] };
}

const fileOf = (solve: SolveRecord) => writeExchange([{ title: null, favourite: false, solve }]);

function refusalOf(text: string): CallError {
  try {
    newHistory().exchange.import('a', text, true);
  } catch (error) {
    if (error instanceof CallError) return error;
    throw error;
  }
  throw new Error('the file was taken');
}

test('everything that is exported comes back the same in another history, name and mark too', () => {
  const from = newHistory();
  const records = Array.from({ length: 45 }, (_, at) => finished(`Work out ${at} + 1`));
  for (const record of records) from.history.save(record, [0]);
  from.history.mark(records[3].id, { title: 'Third', favourite: true });
  const solves = [];
  for (let after: string | null = null, more = true; more; more = after !== null) {
    const page = from.exchange.export(after);
    solves.push(...page.solves);
    after = page.next;
  }
  const to = newHistory();
  const { imported } = to.exchange.import('a', writeExchange(solves), true);
  expect(imported).toHaveLength(45);
  for (const record of records) expect(to.history.open(record.id)).toEqual(record);
  expect(to.history.marks(records[3].id)).toEqual({ title: 'Third', favourite: true });
});

test('a deleted solve is not exported', () => {
  const { history, exchange } = newHistory();
  const record = finished('1 + 1');
  history.save(record, [0]);
  history.delete(record.id);
  expect(exchange.export(null)).toEqual({ solves: [], next: null });
});

test('a record whose id is taken gets a new one, and the kept record stays as it was', () => {
  const { history, exchange } = newHistory();
  const record = finished('1 + 1');
  history.save(record, [0]);
  const { imported } = exchange.import('a', fileOf({ ...record, problem: '2 + 2' }), true);
  expect(imported[0]).not.toBe(record.id);
  expect(history.open(imported[0])?.problem).toBe('2 + 2');
  expect(history.open(record.id)?.problem).toBe('1 + 1');
});

test('two records of one id in a file are both kept', () => {
  const { history, exchange } = newHistory();
  const entries = ['1 + 1', '2 + 2'].map((problem) => ({
    title: null,
    favourite: false,
    solve: { ...finished(problem), id: 'x' },
  }));
  exchange.import('a', writeExchange(entries), true);
  expect(
    history
      .list('', 10)
      .map(({ problem }) => problem)
      .sort(),
  ).toEqual(['1 + 1', '2 + 2']);
});

test('a file in pieces is put together, and a second upload starts anew', () => {
  const { exchange } = newHistory();
  const text = fileOf(finished('1 + 1'));
  exchange.import('lost', text.slice(0, 30), false);
  expect(exchange.import('a', text.slice(0, 50), false)).toEqual({ imported: [] });
  expect(exchange.import('a', text.slice(50), true).imported).toHaveLength(1);
});

test('a solve that was running comes in as interrupted', () => {
  const { history, exchange } = newHistory();
  const record = { ...finished('1 + 1'), status: 'running' as const, samples: [emptySample(0, 1)] };
  const { imported } = exchange.import('a', fileOf(record), true);
  expect(history.open(imported[0])).toMatchObject({ status: 'interrupted', samples: [{ status: 'stopped' }] });
});

test('what is no export of Quorum is refused with its reason', () => {
  expect(refusalOf('hello').kind).toBe('import-not-json');
  expect(refusalOf('{"a":1}').kind).toBe('import-foreign');
  expect(refusalOf('{"format":"quorum-solves","version":2,"solves":[]}').kind).toBe('import-newer');
  expect(refusalOf('x'.repeat(64_000_001))).toMatchObject({ kind: 'import-too-large', data: { length: 64_000_001 } });
});

test('a damaged record is refused with the field that is wrong', () => {
  const solve = finished('1 + 1');
  const change = (change: object) => refusalOf(fileOf({ ...solve, ...change } as SolveRecord));
  expect(change({ status: 'done' })).toMatchObject({ kind: 'import-invalid', data: { at: 'solves.0.solve.status' } });
  expect(change({ problem: 'x'.repeat(20_001) }).data.at).toBe('solves.0.solve.problem');
  expect(change({ samples: Array.from({ length: 65 }, (_, at) => emptySample(at, 0)) }).data.at).toBe('solves.0.solve.samples');
  expect(change({ samples: [emptySample(4, 0)] }).data.at).toBe('solves.0.solve.samples');
  expect(change({ stray: 1 }).kind).toBe('import-invalid');
});
