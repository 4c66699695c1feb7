import { describe, expect, test } from 'vitest';
import { RowMarks } from './row-marks.ts';

const tokensOf = (length: number, seed = 0) => Array.from({ length }, (_, i) => seed * 1000 + i);
const running = { isDone: false };
const done = { isDone: true };

function open(slots: number[]) {
  const calls: string[] = [];
  const backend = {
    copy: (from: number, to: number) => void calls.push(`copy ${from}>${to}`),
    reset: (slot: number) => void calls.push(`reset ${slot}`),
  };
  const marks = new RowMarks(backend, slots);
  /** A row that grows token by token, as far as marks can tell. */
  const grow = (to: number, slot = 0, seed = 0) => {
    for (let length = 64; length <= to; length += 64) marks.note(slot, tokensOf(length, seed), running);
  };
  return { marks, calls, grow };
}

describe('marks along running rows', () => {
  test('a row is marked at whole blocks, and not between', () => {
    const { marks, calls } = open([7, 8]);
    expect([marks.untilDue(3), marks.untilDue(64)]).toEqual([61, 64]);
    marks.note(0, tokensOf(60), running);
    marks.note(0, tokensOf(64), running);
    expect(calls).toEqual(['copy 0>7']);
    expect(marks.longest(tokensOf(70))).toEqual({ slot: 7, length: 64 });
    expect(marks.longest(tokensOf(63))).toBeNull();
  });

  test('however long a row grows, no more than two distances lie before any of its tokens', () => {
    const { marks, grow } = open([7, 8, 9, 10]);
    for (const length of [256, 512, 1024, 3200]) {
      grow(length);
      const gap = (2 * length) / 4;
      for (let at = gap; at <= length; at += 64) {
        const found = marks.longest(tokensOf(at));
        expect(at - (found?.length ?? 0)).toBeLessThanOrEqual(gap);
      }
    }
  });

  test('more rows than marks: those that have one keep it until a later one takes its place', () => {
    const { marks } = open([7, 8]);
    for (const length of [64, 128]) for (const row of [0, 1, 2]) marks.note(row, tokensOf(length, row), running);
    expect(marks.longest(tokensOf(130, 0))?.length).toBe(128);
    expect(marks.longest(tokensOf(130, 1))?.length).toBe(128);
    expect(marks.longest(tokensOf(130, 2))).toBeNull();
  });

  test('rows that drew the same so far share a mark', () => {
    const { marks, calls } = open([7, 8]);
    for (const slot of [0, 1]) marks.note(slot, tokensOf(64), running);
    expect(calls).toEqual(['copy 0>7']);
  });

  test('marks of rows that are done stay until they are in the way, and then distances begin anew', () => {
    const { marks, calls } = open([7, 8]);
    for (const length of [64, 128]) marks.note(0, tokensOf(length, 1), done);
    expect(marks.longest(tokensOf(150, 1))?.length).toBe(128);
    marks.note(3, tokensOf(64, 2), running);
    expect(calls.slice(2)).toEqual(['reset 7', 'copy 3>7']);
    expect(marks.longest(tokensOf(150, 1))?.length).toBe(128);
  });

  test('after long rows, new ones are marked at narrow distances again', () => {
    const { marks } = open([7, 8]);
    const owner = { isDone: false };
    for (let length = 64; length <= 512; length += 64) marks.note(0, tokensOf(length, 1), owner);
    expect(marks.isDue(64)).toBe(false);
    owner.isDone = true;
    expect(marks.isDue(64)).toBe(true);
  });

  test('without slots nothing is ever due, and no row can be marked', () => {
    const { marks, calls } = open([]);
    marks.note(0, tokensOf(64), running);
    expect([marks.isDue(64), marks.suffice(1)]).toEqual([false, false]);
    expect(calls).toEqual([]);
  });

  test('they can be given back one by one, the oldest first', () => {
    const { marks } = open([7, 8]);
    marks.note(0, tokensOf(64), running);
    marks.note(0, tokensOf(128), running);
    expect(marks.dropOldest()).toBe(true);
    expect(marks.longest(tokensOf(100))).toBeNull();
    expect([marks.dropOldest(), marks.dropOldest()]).toEqual([true, false]);
  });
});
