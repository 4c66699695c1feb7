/** A long solve as a file to import, for journeys through solutions of a length that the bundled model does not write. */
import { writeExchange } from '#app/protocol/exchange.ts';
import { emptySample, type SampleRecord, type SolveRecord, type StepRecord, solveOptionsSchema } from '#app/protocol/solve.ts';

/** Places of the steps that do not follow. */
export const FAILING = [17, 43];
const STEPS = 60;

/** Newton's method, a step a line; two samples that part at the first failing step. */
export function longTrace(): string {
  const samples: SampleRecord[] = [
    sampleOf(0, []),
    sampleOf(1, FAILING),
    { ...sampleOf(2, []), ...CUT_OFF },
    { ...sampleOf(3, []), ...BROKEN },
  ];
  const vote = { answer: ANSWER, variants: [ANSWER], count: 2, share: 0.5, samples: [0, 1] };
  const solve: SolveRecord = {
    id: '5a9e0a52-6c1c-4f1e-9d3b-1f1f54b0a001',
    problem: 'Find the positive root of x^2 - 2 = 0 by repeated halving of an interval',
    createdAt: Date.UTC(2026, 10, 22),
    options: solveOptionsSchema.parse({ samples: 4 }),
    status: 'finished',
    failure: null,
    samples,
    tally: { votes: [vote], asked: 4, unreadable: 2, pending: 0, settled: false, stoppedEarly: false },
    branches: [],
    timing: { loadMs: 0, firstTokenMs: 40, totalMs: 41_000, tokens: 9200, tokensPerSecond: 224 },
    revision: 1,
  };
  return writeExchange([{ solve, title: null, favourite: false }]);
}

const ANSWER = 'x \\approx 1.414';
const CUT_OFF = { status: 'length', answer: null, substitution: 'unknown', tokens: 768 } as const;
const BROKEN = { status: 'failed', answer: null, substitution: 'unknown', steps: [], tokens: 12 } as const;

function sampleOf(index: number, failing: readonly number[]): SampleRecord {
  const steps = Array.from({ length: STEPS - 1 }, (_, place) => halving(place, failing.includes(place)));
  const last: StepRecord = { goal: '', body: `$\\boxed{${ANSWER}}$`, scratch: [], final: true, check: 'holds' };
  return { ...emptySample(index, index), status: 'finished', answer: ANSWER, steps: [...steps, last], tokens: 2300 };
}

/** One halving of the interval from 1 to 2; a failing one squares its middle wrongly. */
function halving(place: number, wrong: boolean): StepRecord {
  const width = 2 ** -Math.min(place, 10);
  const low = Math.floor(Math.SQRT2 / width) * width;
  const middle = Number((low + width / 2).toFixed(6));
  const square = Number((middle * middle + (wrong ? 0.5 : 0)).toFixed(6));
  const sign = square > 2 ? '>' : '<';
  const outcome = wrong
    ? { check: 'fails' as const, note: `${middle}^2 is ${Number((middle * middle).toFixed(6))}` }
    : { check: 'holds' as const };
  if (place % 5 === 4) {
    return {
      goal: '',
      body: `The root lies between $${low}$ and $${low + width}$, so halve again.`,
      scratch: [],
      final: false,
      check: 'unknown',
    };
  }
  const scratch = place % 3 === 0 ? [`${low} + ${width} / 2 = ${middle}`, `${middle}^2 = ${square}`] : [];
  return {
    goal: 'Square the middle of the interval',
    body: `$${middle}^2 = ${square} ${sign} 2$`,
    scratch,
    final: false,
    ...outcome,
  };
}
