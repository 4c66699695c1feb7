import { describe, expect, test } from 'vitest';
import { type JudgedRow, score, scoreFamilies } from './eval-score.ts';
import { wilsonInterval } from './wilson.ts';

function row(family: string | undefined, rightSamples: number, majCorrect: boolean): JudgedRow {
  return { id: 1, family, answer: '1', maj: '1', majCorrect, rightSamples, samples: 4, classes: [] };
}

describe('scores', () => {
  test('pass@1 is the mean over samples, pass@N counts a problem with any right sample', () => {
    const { n, pass1, maj, passN } = score([row('a', 4, true), row('a', 1, false), row('a', 0, false), row('a', 3, true)]);
    expect({ n, pass1, maj, passN }).toEqual({ n: 4, pass1: 0.5, maj: 0.5, passN: 0.75 });
  });

  test('families are scored apart; rows without one only in the whole', () => {
    const families = scoreFamilies([row('b', 4, true), row('a', 0, false), row(undefined, 0, false)]);
    expect(Object.keys(families)).toEqual(['a', 'b']);
    expect(families.b.maj).toBe(1);
  });
});

describe("Wilson's interval", () => {
  test('agrees with the published value for 81 of 263', () => {
    // Newcombe, Statistics in Medicine 17 (1998), table I.
    const [low, high] = wilsonInterval(81 / 263, 263);
    expect(low).toBeCloseTo(0.2553, 4);
    expect(high).toBeCloseTo(0.3662, 4);
  });

  test('stays inside 0 and 1 and is never empty', () => {
    expect(wilsonInterval(1, 5)[1]).toBe(1);
    expect(wilsonInterval(1, 5)[0]).toBeLessThan(1);
    expect(wilsonInterval(0, 0)).toEqual([0, 1]);
  });
});
