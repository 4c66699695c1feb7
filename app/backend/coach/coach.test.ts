import { describe, expect, it } from 'vitest';
import { emptySample, type SampleRecord, type SolveRecord, solveOptionsSchema } from '#app/protocol/solve.ts';
import { PLAIN_CHECKER } from '#app/testing/plain-checker.ts';
import { checkStep } from '#tutor/check/check-step.ts';
import { checkSubstitution } from '#tutor/check/check-substitution.ts';
import { placeLine } from '#tutor/coach/place-line.ts';
import { checkWork } from './check-work.ts';
import { type CoachChecker, judgeAttempt, ladderOf } from './coach.ts';

const CHECKER: CoachChecker = {
  ...PLAIN_CHECKER,
  checkStep: async (step, context) => checkStep(step, context),
  checkSubstitution: async (problem, answer) => checkSubstitution(problem, answer),
  place: async (line, solutions, from) => placeLine(line, solutions, from),
};

const check = (problem: string, ...lines: string[]) => checkWork(CHECKER, problem, lines);

describe('work', () => {
  it('that is right holds line by line', async () => {
    const { lines, firstWrong } = await check('Solve 3x + 5 = 20', '3x + 5 = 20', '3x = 15', 'x = 5');
    expect(lines.map(({ verdict }) => verdict)).toEqual(['holds', 'holds', 'holds']);
    expect(firstWrong).toBeNull();
  });

  it('is told its first wrong line with a value to try, and what follows from it', async () => {
    const { lines, firstWrong } = await check('Solve 3x + 5 = 20', '3x + 5 = 20', '3x = 24', 'x = 8');
    expect(firstWrong).toBe(1);
    expect(lines[1]).toMatchObject({ verdict: 'fails', note: 'try x = 8: it satisfies this line but not the problem' });
    expect(lines[2]).toMatchObject({ verdict: 'holds', follows: 1 });
  });

  it('with a second slip is told of that too, against the line before it', async () => {
    const { lines } = await check('Solve 3x + 5 = 20', '3x = 24', 'x = 9');
    expect(lines[1]).toMatchObject({ verdict: 'fails', note: 'try x = 9: it satisfies this line but not line 1' });
  });

  it('that rewrites an expression is held against it, and then against the slip', async () => {
    const { lines, firstWrong } = await check('Expand (x+2)(x+3)', 'x^2 + 3x + 2x + 5', '= x^2 + 5x + 5');
    expect(firstWrong).toBe(0);
    expect(lines[0].note).toBe('try x = 2: one side is 20, the other 19');
    expect(lines[1]).toMatchObject({ verdict: 'holds', follows: 0 });
  });

  it('ends in an answer that is put back into the problem', async () => {
    expect((await check('What is 15% of 80?', '12')).lines[0].verdict).toBe('holds');
    expect((await check('What is 15% of 80?', '13')).lines[0].verdict).toBe('fails');
  });

  it('in words is not judged', async () => {
    expect(await check('Solve 3x + 5 = 20', 'first I think')).toMatchObject({
      lines: [{ verdict: 'unknown', read: 'first I think' }],
      firstWrong: null,
    });
  });
});

function sample(index: number, bodies: readonly string[], change: Partial<SampleRecord> = {}): SampleRecord {
  const steps = bodies.map((body) => ({ goal: 'Go on', body, scratch: [], final: false, check: 'holds' as const }));
  return { ...emptySample(index, index), status: 'finished', steps, ...change };
}

function record(samples: readonly SampleRecord[], votes: readonly (readonly number[])[]): SolveRecord {
  return {
    id: 'a',
    problem: 'Solve 3x + 5 = 20',
    createdAt: 0,
    options: solveOptionsSchema.parse({}),
    status: 'finished',
    failure: null,
    samples: [...samples],
    tally: {
      votes: votes.map((of, at) => ({ answer: `${at}`, variants: [], count: of.length, share: 0, samples: [...of] })),
      asked: samples.length,
      unreadable: 0,
      pending: 0,
      settled: true,
      stoppedEarly: false,
    },
    branches: [],
    timing: { loadMs: 0, firstTokenMs: null, totalMs: 0, tokens: 0, tokensPerSecond: 0 },
    revision: 0,
  };
}

const SHORT = ['$3x = 15$', '$\\boxed{x = 5}$'];
const LONG = ['$x + \\frac{5}{3} = \\frac{20}{3}$', '$x = \\frac{15}{3}$', '$\\boxed{x = 5}$'];

describe('the coach', () => {
  it('takes its hints from the agreeing sample with the fewest failing steps', () => {
    const bad = sample(0, SHORT);
    bad.steps[0].check = 'fails';
    expect(ladderOf(record([bad, sample(1, LONG)], [[0, 1]]), null)).toMatchObject({ sample: 1, asked: 'solve' });
  });

  it('has no hints when two answers are level, the answer does not fit, or samples still run', () => {
    const one = sample(0, SHORT);
    expect(ladderOf(record([one, sample(1, LONG)], [[0], [1]]), null)).toBeNull();
    expect(ladderOf(record([{ ...one, substitution: 'fails' }], [[0]]), null)).toBeNull();
    expect(ladderOf({ ...record([one], [[0]]), status: 'running' }, null)).toBeNull();
  });

  const attempt = (line: string, step = 0, blank = false) =>
    judgeAttempt(CHECKER, record([sample(0, SHORT), sample(1, LONG)], [[0, 1]]), { line, sample: 0, step, blank });

  it('places a line in the sample that goes its way', async () => {
    expect(await attempt('3x = 15')).toMatchObject({ verdict: 'holds', place: { sample: 0, step: 0 } });
    expect(await attempt('x + 5/3 = 20/3')).toMatchObject({ verdict: 'holds', place: { sample: 1, step: 0 } });
  });

  it('takes what is missing from a blank for the step', async () => {
    expect(await attempt('15', 0, true)).toMatchObject({ verdict: 'holds', place: { sample: 0, step: 0 } });
    expect(await attempt('30/2', 0, true)).toMatchObject({ verdict: 'holds', place: { sample: 0, step: 0 } });
  });

  it('judges what a learner writes into a blank as the line that it makes', async () => {
    const note = expect.stringContaining('satisfies this line but not the problem');
    expect(await attempt('14', 0, true)).toEqual({ read: '$3x = 14$', verdict: 'fails', place: null, note });
    expect(await attempt('4', 1, true)).toMatchObject({ read: '$x = 4$', verdict: 'fails', place: null });
  });

  it('does not call a number wrong that may only be on the way', async () => {
    const solve = {
      ...record([sample(0, ['$10 \\% = 8$', '$4 + 8 = 12$', '$\\boxed{12}$'])], [[0]]),
      problem: 'What is 15% of 80?',
    };
    const at = (step: number) => judgeAttempt(CHECKER, solve, { line: '13', sample: 0, step, blank: false });
    expect((await at(0)).verdict).toBe('unknown');
    expect((await at(2)).verdict).toBe('fails');
  });

  it('says of a wrong line what to try, and places it nowhere', async () => {
    expect(await attempt('3x = 24')).toMatchObject({ verdict: 'fails', note: expect.stringContaining('try x = 8'), place: null });
  });
});
