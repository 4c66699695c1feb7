/** Hints from a finished solve, and a learner's line against it. Only samples that gave the leading answer are listened to. */
import type { Attempt, Ladder } from '#app/protocol/coach.ts';
import type { SampleRecord, SolveRecord } from '#app/protocol/solve.ts';
import type { StepCheck } from '#tutor/check/check-step.ts';
import { blankStep, fillBlank } from '#tutor/coach/blank-step.ts';
import { makeLadder } from '#tutor/coach/make-ladder.ts';
import type { Placement, StepBodies } from '#tutor/coach/place-line.ts';
import { trialOf } from '#tutor/work/trial.ts';
import { type WorkStep, workStep } from '#tutor/work/work-step.ts';
import { workTarget } from '#tutor/work/work-target.ts';
import type { SampleChecker } from '../sample-checks.ts';
import { checkLine, MISFIT } from './check-work.ts';

export interface CoachChecker extends SampleChecker {
  place(line: string, solutions: readonly StepBodies[], from: number): Promise<Placement | null>;
}

/** Solutions that a line is looked for in: samples that agree are much alike. */
const MAX_COMPARED = 6;

/** @returns null while two answers are level, and when the leading one does not fit the problem */
export function ladderOf(record: SolveRecord, chosen: number | null): Ladder | null {
  const trusted = trustedSamples(record);
  const sample = trusted.find(({ index }) => index === chosen) ?? trusted[0];
  return sample === undefined ? null : { sample: sample.index, ...copyOf(makeLadder(record.problem, sample.steps)) };
}

export interface AttemptedLine {
  readonly line: string;
  readonly sample: number | null;
  /** Place of the step that comes next. */
  readonly step: number;
  /** The step was shown with a blank: what is missing is an answer too. */
  readonly blank: boolean;
}

export async function judgeAttempt(
  checker: CoachChecker,
  record: SolveRecord,
  { line, sample, step: next, blank }: AttemptedLine,
): Promise<Attempt> {
  const written = workStep(line, workTarget(record.problem));
  const trusted = trustedSamples(record);
  const followed = trusted.find(({ index }) => index === sample);
  const solutions = [...(followed === undefined ? [] : [followed]), ...trusted.filter((each) => each !== followed)];
  const hole = blank && followed !== undefined ? blankStep(followed.steps[next]?.body ?? '') : null;
  if (hole !== null && followed !== undefined && written.bare !== null && isSameText(written.bare, hole.missing))
    return { read: written.read, verdict: 'holds', place: { sample: followed.index, step: next } };
  const step = hole === null || written.bare === null ? written : filledStep(fillBlank(hole, written.bare));
  const [check, placed] = await Promise.all([
    checkLine(checker, step, record.problem, (followed?.steps ?? []).slice(0, next), true),
    checker.place(
      step.read,
      solutions.slice(0, MAX_COMPARED).map(({ steps }) => steps.map(({ body }) => body)),
      next,
    ),
  ]);
  // A number on the way need not be the answer.
  const onTheWay = check.note === MISFIT && next + 1 < (followed?.steps.length ?? Number.POSITIVE_INFINITY);
  const { verdict, note }: StepCheck = onTheWay ? { verdict: 'unknown' } : check;
  const place = placed === null || verdict === 'fails' ? null : { sample: solutions[placed.solution].index, step: placed.step };
  return { read: step.read, verdict, place, ...(note === undefined ? {} : { note: trialOf(note) }) };
}

/** Those of the sole leader, the ones with fewest failing, then fewest unchecked steps first. */
function trustedSamples({ status, samples, tally }: SolveRecord): SampleRecord[] {
  const [first, second] = tally.votes;
  if (status === 'queued' || status === 'running' || first === undefined || first.count === second?.count) return [];
  const leading = samples.filter(({ index, steps }) => first.samples.includes(index) && steps.length > 0);
  if (leading.some(({ substitution }) => substitution === 'fails')) return [];
  const count = ({ steps }: SampleRecord, verdict: 'fails' | 'unknown') => steps.filter(({ check }) => check === verdict).length;
  return leading.sort((a, b) => count(a, 'fails') - count(b, 'fails') || count(a, 'unknown') - count(b, 'unknown'));
}

const isSameText = (a: string, b: string): boolean => a.replaceAll(' ', '') === b.replaceAll(' ', '');

/** What stands in a blank is judged as the whole line that it makes. */
function filledStep(body: string): WorkStep {
  return { read: body, bare: null, step: { goal: '', body, scratch: [], final: false } };
}

function copyOf({ asked, steps }: ReturnType<typeof makeLadder>): Omit<Ladder, 'sample'> {
  return { asked, steps: steps.map(({ rungs, blank }) => ({ rungs: [...rungs], blank })) };
}
