/** A long solve as a file to import, for journeys through solutions of a length that the bundled model does not write. */
import { writeExchange } from '#app/protocol/exchange.ts';
import { emptySample, type SampleRecord, type SolveRecord, type StepRecord, solveOptionsSchema } from '#app/protocol/solve.ts';

/** Places of the steps that do not follow, in the second sample. */
export const FAILING = [17, 43];
/** Steps of a whole sample. */
export const STEPS = 60;
const RIGHT = '3481';
const WRONG = '3501';

/** Odd numbers added up one by one: a right sample, one with two slips, one that ran out of room and one that broke. */
export function longTrace(): string {
  const cutOff: SampleRecord = { ...sampleOf(2, []), status: 'length', answer: null, tokens: 768 };
  const samples: SampleRecord[] = [
    sampleOf(0, []),
    sampleOf(1, FAILING),
    { ...cutOff, steps: cutOff.steps.slice(0, 31), tail: 'Add 6' },
    { ...emptySample(3, 3), status: 'failed', tokens: 12 },
  ];
  const solve: SolveRecord = {
    id: '5a9e0a52-6c1c-4f1e-9d3b-1f1f54b0a001',
    problem: 'Add up the odd numbers from 1 to 117',
    createdAt: Date.UTC(2026, 10, 22),
    options: solveOptionsSchema.parse({ samples: 4 }),
    status: 'finished',
    failure: null,
    samples,
    tally: { votes: [vote(RIGHT, 0), vote(WRONG, 1)], asked: 4, unreadable: 2, pending: 0, settled: false, stoppedEarly: false },
    branches: [],
    timing: { loadMs: 0, firstTokenMs: 40, totalMs: 41_000, tokens: 9200, tokensPerSecond: 224 },
    revision: 1,
  };
  return writeExchange([{ solve, title: null, favourite: false }]);
}

const vote = (answer: string, sample: number) => ({ answer, variants: [answer], count: 1, share: 0.25, samples: [sample] });

/** @param slips places at which the sum comes out ten too large */
function sampleOf(index: number, slips: readonly number[]): SampleRecord {
  const steps: StepRecord[] = [];
  let sum = 0;
  for (let place = 0; place < STEPS - 1; place++) {
    const next = 2 * place + 1;
    const slip = slips.includes(place);
    steps.push(addition(place, sum, next, slip ? 10 : 0));
    sum += next + (slip ? 10 : 0);
  }
  const answer = `${sum}`;
  const check = slips.length === 0 ? 'holds' : 'fails';
  steps.push({ goal: '', body: `$\\boxed{${answer}}$`, scratch: [], final: true, check });
  return { ...emptySample(index, index), status: 'finished', answer, substitution: check, steps, tokens: 2300 };
}

function addition(place: number, sum: number, next: number, off: number): StepRecord {
  const total = sum + next + off;
  const root = Math.sqrt(total);
  const square = place % 10 === 9 && Number.isInteger(root);
  return {
    goal: square ? `Add ${next}, which makes a square` : `Add ${next}`,
    body: square ? `$${sum} + ${next} = ${total} = ${root}^2$` : `$${sum} + ${next} = ${total}$`,
    scratch:
      next > 10 && place % 3 === 0
        ? [`${sum} + ${next - (next % 10)} = ${total - (next % 10)}`, `+ ${next % 10} = ${total}`]
        : [],
    final: false,
    ...(off === 0
      ? { check: place % 7 === 6 ? 'unknown' : 'holds' }
      : { check: 'fails', note: `the left side is $${sum + next}$` }),
  };
}
