/**
 * Judges a learner's lines one after the other. Up to the first wrong line each is held against the problem; after it a
 * line that does not fit the problem is held against the wrong one, so that one slip is not counted twice.
 */
import type { Work, WorkLine } from '#app/protocol/coach.ts';
import type { CheckableStep, StepCheck } from '#tutor/check/check-step.ts';
import { trialOf } from '#tutor/work/trial.ts';
import { type WorkStep, workStep } from '#tutor/work/work-step.ts';
import { type WorkTarget, workTarget } from '#tutor/work/work-target.ts';
import type { SampleChecker } from '../sample-checks.ts';

/** A decimal or a fraction: as a last line it can only be the answer. */
const NUMBER = /^-?(?:[\d.,]|\{,\}|\\frac\{-?\d+\}\{\d+\})+$/;

/** What is said of a number that, put back into the problem, is not its answer. */
export const MISFIT = 'this answer does not fit the problem';

/** A wrong line, as the problem that later lines may still follow from. */
interface Slip {
  readonly at: number;
  readonly problem: string;
  readonly target: WorkTarget | null;
}

export async function checkWork(checker: SampleChecker, problem: string, lines: readonly string[]): Promise<Work> {
  const target = workTarget(problem);
  const judged: WorkLine[] = [];
  const previous: CheckableStep[] = [];
  let slip: Slip | null = null;
  for (const [at, text] of lines.entries()) {
    const step = workStep(text, target);
    const { verdict, note } = await checkLine(checker, step, problem, previous, at === lines.length - 1);
    const line: WorkLine = { text, read: step.read, verdict, follows: null };
    if (verdict === 'holds') judged.push(line);
    else if (slip === null) judged.push(note === undefined ? line : { ...line, note: trialOf(note) });
    else judged.push(await judgeAfter(checker, slip, line));
    const { verdict: final } = judged[at];
    if (final === 'fails') slip = slipAt(at, step, target);
    else previous.push(step.step);
  }
  const firstWrong = judged.findIndex(({ verdict }) => verdict === 'fails');
  return { lines: judged, firstWrong: firstWrong < 0 ? null : firstWrong };
}

/** The last line may be an answer that says nothing by itself: it is put back into the problem. */
export async function checkLine(
  checker: SampleChecker,
  { step, read, bare }: WorkStep,
  problem: string,
  previous: readonly CheckableStep[],
  last: boolean,
): Promise<StepCheck> {
  const check = await checker.checkStep(step, { problem, previous });
  if (check.verdict !== 'unknown' || !last) return check;
  const answer = bare ?? (read.startsWith('$') && read.endsWith('$') ? read.slice(1, -1) : null);
  if (answer === null || answer.includes('$')) return check;
  const fits = await checker.checkSubstitution(problem, answer);
  if (fits === 'holds') return { verdict: 'holds' };
  const isNumber = bare !== null && NUMBER.test(bare);
  return fits === 'fails' && isNumber ? { verdict: 'fails', note: MISFIT } : check;
}

/** Whether a line follows from a wrong one; where that cannot be told either, nothing is said. */
async function judgeAfter(checker: SampleChecker, slip: Slip, line: WorkLine): Promise<WorkLine> {
  const { step } = workStep(line.text, slip.target);
  const { verdict, note } = await checker.checkStep(step, { problem: slip.problem, previous: [] });
  if (verdict === 'holds') return { ...line, verdict, follows: slip.at };
  if (verdict === 'unknown' || note === undefined) return { ...line, verdict: 'unknown' };
  return { ...line, verdict, note: trialOf(note).replace('the problem', `line ${slip.at + 1}`) };
}

function slipAt(at: number, { bare, read }: WorkStep, target: WorkTarget | null): Slip {
  if (bare !== null && target !== null) return { at, problem: `Simplify $${bare}$`, target: { given: bare, asked: bare } };
  return { at, problem: `Solve ${read}`, target: null };
}
