import { describe, expect, it } from 'vitest';
import { emptySample, type SolveRecord, solveOptionsSchema } from '#app/protocol/solve.ts';
import { tallyLines } from './solve-report.ts';

/** A solve whose samples gave these answers. */
function solved(answers: readonly string[], settled = false): SolveRecord {
  const votes = [...new Set(answers)].map((answer) => {
    const samples = answers.flatMap((each, index) => (each === answer ? [index] : []));
    return { answer, variants: [answer], count: samples.length, share: samples.length / answers.length, samples };
  });
  return {
    id: 'solve-1',
    problem: 'Solve $x^2 = 4$',
    createdAt: 0,
    options: solveOptionsSchema.parse({}),
    status: 'finished',
    failure: null,
    samples: answers.map((_, index) => emptySample(index, index)),
    tally: {
      votes: votes.sort((a, b) => b.count - a.count),
      asked: answers.length,
      unreadable: 0,
      pending: 0,
      settled,
      stoppedEarly: false,
    },
    branches: [],
    timing: { loadMs: 0, firstTokenMs: null, totalMs: 0, tokens: 0, tokensPerSecond: 0 },
    revision: 0,
  };
}

describe('the head of a tally', () => {
  it.each([
    ['how many agree on a settled answer', ['2', '2', '3'], true, '2   (2 of 3 agree)'],
    ['which answer leads', ['2', '2', '3', '4', '5'], false, 'Not settled: 2 leads with 2 of 5'],
    ['which answers are level', ['2', '2', '3', '3'], false, 'Not settled: 2 and 3 are level with 2 of 4 each'],
    ['that no two samples agree', ['2', '3', '4'], false, 'Not settled: no two samples agree'],
  ] as const)('says %s', (_, answers, settled, head) => {
    expect(tallyLines(solved(answers, settled))[0]).toBe(head);
  });
});
