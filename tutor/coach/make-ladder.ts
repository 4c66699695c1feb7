/**
 * The hints that lead through one solution: for each step what is asked, the idea, the step with a blank, the whole step.
 * It only cuts up what the solution says; it adds nothing of its own.
 */
import { blankStep } from './blank-step.ts';
import { type Asked, whatIsAsked } from './what-is-asked.ts';

export type RungKind = 'asked' | 'idea' | 'blank' | 'full';

export interface LadderStep {
  /** In the order in which they are given; the last is always `full`. */
  readonly rungs: readonly RungKind[];
  /** The step's body with a hole; null when it has no `blank` rung. */
  readonly blank: string | null;
}

export interface Ladder {
  readonly asked: Asked;
  readonly steps: readonly LadderStep[];
}

interface GuidedStep {
  readonly goal: string;
  readonly body: string;
}

export function makeLadder(problem: string, steps: readonly GuidedStep[]): Ladder {
  return { asked: whatIsAsked(problem), steps: steps.map(ladderStep) };
}

function ladderStep({ goal, body }: GuidedStep, place: number): LadderStep {
  const blank = blankStep(body)?.text ?? null;
  const rungs: RungKind[] = place === 0 ? ['asked'] : [];
  // A goal that is all there is to the step is the step itself.
  if (goal !== '' && body !== '') rungs.push('idea');
  if (blank !== null) rungs.push('blank');
  return { rungs: [...rungs, 'full'], blank };
}
