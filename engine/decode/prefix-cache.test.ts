import { describe, expect, test } from 'vitest';
import { PrefixCache } from './prefix-cache.ts';

function open(slots: number[]) {
  const calls: string[] = [];
  const backend = {
    copy: (from: number, to: number) => void calls.push(`copy ${from}>${to}`),
    reset: (slot: number) => void calls.push(`reset ${slot}`),
  };
  return { cache: new PrefixCache(backend, slots), calls };
}

describe('kept sequences', () => {
  test('the longest that begins what is asked for is found', () => {
    const { cache } = open([7, 8, 9]);
    cache.keep([1], 0);
    cache.keep([1, 2, 3], 0);
    cache.keep([1, 2, 4], 0);
    expect(cache.longest([1, 2, 3, 5])).toEqual({ slot: 8, length: 3 });
    expect(cache.longest([1, 2, 4])).toEqual({ slot: 9, length: 3 });
    expect(cache.longest([1, 2])).toEqual({ slot: 7, length: 1 });
    expect(cache.longest([2])).toBeNull();
  });

  test('what was used longest ago makes room', () => {
    const { cache, calls } = open([7, 8]);
    cache.keep([1], 0);
    cache.keep([2], 1);
    cache.longest([1]);
    cache.keep([3], 2);
    expect(calls).toEqual(['copy 0>7', 'copy 1>8', 'reset 8', 'copy 2>8']);
    expect(cache.longest([2])).toBeNull();
    expect(cache.longest([1])).toEqual({ slot: 7, length: 1 });
  });

  test('it can be emptied one by one, until nothing is kept', () => {
    const { cache } = open([7, 8]);
    cache.keep([1], 0);
    cache.keep([2], 0);
    expect([cache.dropOldest(), cache.dropOldest(), cache.dropOldest()]).toEqual([true, true, false]);
    expect(cache.longest([1])).toBeNull();
    expect(cache.takeSlot()).toBe(7);
  });
});
