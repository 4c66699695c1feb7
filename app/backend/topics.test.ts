import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { solveOptionsSchema } from '#app/protocol/solve.ts';
import { History } from './history.ts';
import { newRecord } from './new-record.ts';
import { TopicSorter } from './topic-sorter.ts';

let history: History;
let sorter: TopicSorter | null = null;

beforeEach(() => {
  vi.useFakeTimers();
  history = new History(mkdtempSync(join(tmpdir(), 'quorum-topics-')));
});
afterEach(() => {
  sorter?.close();
  history.close();
  vi.useRealTimers();
});

function keep(problem: string): string {
  const record = newRecord(problem, solveOptionsSchema.parse({}));
  history.save(record, []);
  return record.id;
}

function sort(isIdle = () => true, onGuess = () => {}) {
  const sorted = vi.fn();
  sorter = new TopicSorter({
    unsorted: (limit) => history.unsorted(limit),
    guess: async (problem) => {
      onGuess();
      return problem.includes('x') ? 'algebra' : problem.includes('?') ? '' : 'arithmetic';
    },
    keep: (id, topic) => history.setTopic(id, topic),
    isIdle,
    onSorted: sorted,
  });
  sorter.touch();
  return sorted;
}

it('gives every solve its topic once, by which the history is then filtered', async () => {
  keep('x = 1');
  keep('x = 2');
  keep('1 + 1');
  keep('why?');
  const sorted = sort();
  await vi.runAllTimersAsync();
  expect(sorted).toHaveBeenCalledTimes(1);
  expect(history.unsorted(10)).toEqual([]);
  expect(history.topics()).toEqual([
    { topic: 'algebra', count: 2 },
    { topic: 'arithmetic', count: 1 },
  ]);
  expect(history.list('', 10, 'arithmetic').map(({ problem, topic }) => [problem, topic])).toEqual([['1 + 1', 'arithmetic']]);
  expect(history.list('x', 10, 'arithmetic')).toEqual([]);
  expect(history.list('why', 10)[0].topic).toBeNull();
});

it('waits while something is being solved', async () => {
  keep('x = 1');
  let idle = false;
  sort(() => idle);
  await vi.runAllTimersAsync();
  expect(history.unsorted(10)).toHaveLength(1);
  idle = true;
  sorter?.touch();
  await vi.runAllTimersAsync();
  expect(history.unsorted(10)).toEqual([]);
});

it('erases solves, practice and settings', () => {
  keep('x = 1');
  history.saveSettings({ ...history.settings(), theme: 'dark' });
  history.erase();
  expect(history.list('', 10)).toEqual([]);
  expect(history.list('x = 1', 10)).toEqual([]);
  expect(history.settings().theme).toBe('system');
});

it('sorts too what came while it was sorting', async () => {
  keep('x = 1');
  let late: string | null = null;
  sort(
    () => true,
    () => {
      if (late !== null) return;
      late = keep('1 + 1');
      sorter?.touch();
    },
  );
  await vi.runAllTimersAsync();
  expect(late).not.toBeNull();
  expect(history.unsorted(10)).toEqual([]);
});
