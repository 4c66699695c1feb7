import { describe, expect, test } from 'vitest';
import { BlockLedger } from './block-ledger.ts';

describe('blocks of keys and values', () => {
  test('a slot holds as many as its positions need, from the lowest on', () => {
    const ledger = new BlockLedger(2, 8);
    expect(ledger.reserve(0, 0, 64)).toEqual([]);
    expect(ledger.table(0)).toEqual([0]);
    ledger.reserve(0, 64, 1);
    ledger.reserve(0, 65, 63);
    expect(ledger.table(0)).toEqual([0, 1]);
    ledger.reserve(1, 0, 65);
    expect(ledger.table(1)).toEqual([2, 3]);
    expect(ledger.used).toBe(4);
  });

  test('what a slot gives up is given out again', () => {
    const ledger = new BlockLedger(2, 2);
    ledger.reserve(0, 0, 128);
    ledger.clear(0);
    expect(ledger.table(0)).toEqual([]);
    expect(ledger.reserve(1, 0, 128)).toEqual([]);
    expect(ledger.used).toBe(2);
  });

  test('without enough free blocks nothing changes', () => {
    const ledger = new BlockLedger(2, 3);
    ledger.reserve(0, 0, 100);
    expect(ledger.reserve(1, 0, 100)).toBeNull();
    expect(ledger.table(1)).toEqual([]);
    expect(ledger.used).toBe(2);
    ledger.extend(4);
    expect(ledger.reserve(1, 0, 100)).toEqual([]);
    expect(ledger.table(1)).toEqual([2, 3]);
  });

  test('copies share the blocks of a prompt, and each but the last to write takes a copy of the unfinished one', () => {
    const ledger = new BlockLedger(3, 10);
    ledger.reserve(0, 0, 150);
    ledger.share(0, 1, 150);
    ledger.share(0, 2, 150);
    expect(ledger.used).toBe(3);
    expect(ledger.reserve(1, 150, 1)).toEqual([{ from: 2, to: 3 }]);
    expect(ledger.reserve(0, 150, 1)).toEqual([{ from: 2, to: 4 }]);
    expect(ledger.reserve(2, 150, 1)).toEqual([]);
    expect([0, 1, 2].map((slot) => ledger.table(slot))).toEqual([
      [0, 1, 4],
      [0, 1, 3],
      [0, 1, 2],
    ]);
    ledger.clear(0);
    ledger.clear(2);
    expect(ledger.table(1)).toEqual([0, 1, 3]);
    expect(ledger.used).toBe(3);
  });

  test('a prompt that ends with a block is never copied', () => {
    const ledger = new BlockLedger(2, 10);
    ledger.reserve(0, 0, 128);
    ledger.share(0, 1, 128);
    expect(ledger.reserve(1, 128, 8)).toEqual([]);
    expect(ledger.reserve(0, 128, 8)).toEqual([]);
    expect(ledger.used).toBe(4);
  });

  test('blocks reserved ahead of a sequence are not shared', () => {
    const ledger = new BlockLedger(2, 10);
    ledger.reserve(0, 0, 128);
    ledger.share(0, 1, 60);
    expect(ledger.table(1)).toEqual([0]);
  });

  test('a slot may take over a copy of itself', () => {
    const ledger = new BlockLedger(2, 2);
    ledger.reserve(0, 0, 70);
    ledger.share(0, 1, 70);
    ledger.share(1, 0, 70);
    expect([ledger.table(0), ledger.used]).toEqual([[0, 1], 2]);
  });
});
