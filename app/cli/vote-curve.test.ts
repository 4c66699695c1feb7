import { describe, expect, test } from 'vitest';
import type { JudgedRow } from './eval-score.ts';
import { voteCurve } from './vote-curve.ts';

/** One letter a sample: R right, other letters wrong answers, '-' none. */
function row(votes: string): JudgedRow {
  const letters = new Set([...votes].filter((letter) => letter !== '-'));
  const classes = [...letters].map((letter) => ({
    right: letter === 'R',
    samples: [...votes].flatMap((vote, i) => (vote === letter ? [i] : [])),
  }));
  const rightSamples = [...votes].filter((vote) => vote === 'R').length;
  return { id: votes, family: undefined, answer: '', maj: '', majCorrect: false, rightSamples, samples: votes.length, classes };
}

const at = (rows: JudgedRow[], drawn: number) =>
  Object.fromEntries(voteCurve(rows, drawn).map(({ samples, maj, pass }) => [samples, { maj, pass }]));

describe('the curve of votes', () => {
  test('has the powers of two and the number drawn', () => {
    expect(voteCurve([row('RRRRRR')], 6).map(({ samples }) => samples)).toEqual([1, 2, 4, 6]);
    expect(voteCurve([row('RRRR')], 4).map(({ samples }) => samples)).toEqual([1, 2, 4]);
  });

  test('is at one sample the share of right samples, for the vote and for coverage', () => {
    const { 1: one } = at([row('RRaR'), row('a-RR')], 4);
    expect(one.maj).toBeCloseTo(5 / 8);
    expect(one.pass).toBeCloseTo(5 / 8);
  });

  test('votes within disjoint blocks and averages them; the earliest leads among equals', () => {
    // Blocks of two: 'Ra' right by its earliest, 'aR' wrong by it, '-R' right, '--' wrong for want of any answer.
    expect(at([row('RaaR-R--')], 8)[2].maj).toBe(0.5);
  });

  test('lets the larger class win, however late it begins', () => {
    expect(at([row('aRRb')], 4)[4].maj).toBe(1);
    expect(at([row('aaRb')], 4)[4].maj).toBe(0);
  });

  test('covers as the count of all choices says', () => {
    // Of the 15 pairs of 6 samples with 2 right ones, 6 hold none: C(4,2).
    expect(at([row('RRaabc')], 6)[2].pass).toBeCloseTo(9 / 15);
    expect(at([row('RRaabc')], 6)[6].pass).toBe(1);
    expect(at([row('abcd')], 4)[4].pass).toBe(0);
  });
});
