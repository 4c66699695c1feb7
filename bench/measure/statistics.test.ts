import { describe, expect, test } from 'vitest';
import { median, worstDrop } from './statistics.ts';

describe('median', () => {
  test('is the middle value whatever the order, and leaves the input as it was', () => {
    const values = [30, 4, 100];
    expect(median(values)).toBe(30);
    expect(values).toEqual([30, 4, 100]);
  });

  test('refuses to invent a value out of none', () => {
    expect(() => median([])).toThrow(RangeError);
  });
});

describe('worstDrop', () => {
  const speed = (samples: number, tokensPerSecond: number) => ({ samples, tokensPerSecond });

  test('finds the cliff between neighbours by count, not by place in the list', () => {
    expect(worstDrop([speed(16, 90), speed(1, 40), speed(8, 120), speed(32, 95)])).toEqual({ from: 8, to: 16, ratio: 0.75 });
  });

  test('is above 1 where every step gains', () => {
    expect(worstDrop([speed(1, 10), speed(2, 20), speed(4, 30)])).toEqual({ from: 2, to: 4, ratio: 1.5 });
  });

  test('needs two speeds', () => {
    expect(() => worstDrop([speed(1, 10)])).toThrow(RangeError);
  });
});
