/** Finds the step of the agreeing solutions that a learner's line has reached, so that help starts where they stopped. */
import { extractAnswer } from '../answers/extract-answer.ts';
import { type Likeness, sameLine } from './same-line.ts';

export interface Placement {
  /** Place of the solution in the list. */
  readonly solution: number;
  /** Place of the step that says what the line says. */
  readonly step: number;
}

/** One solution as the bodies of its steps. */
export type StepBodies = readonly string[];

interface Candidate extends Placement {
  readonly likeness: Likeness;
}

/**
 * `solutions`: the one being followed first. `from`: the step of it that comes next. A line that gives the answer is
 * placed at the end; otherwise the same form goes before the same value, and the nearest step ahead before others.
 */
export function placeLine(line: string, solutions: readonly StepBodies[], from: number): Placement | null {
  const found = solutions.flatMap((bodies, solution) => candidatesIn(line, bodies, solution));
  const best = found.sort((a, b) => rank(a, solutions, from) - rank(b, solutions, from))[0];
  return best === undefined ? null : { solution: best.solution, step: best.step };
}

function candidatesIn(line: string, bodies: StepBodies, solution: number): Candidate[] {
  return bodies.flatMap((body, step) => {
    const likeness = sameLine(line, body);
    return likeness === null ? [] : [{ solution, step, likeness }];
  });
}

function rank({ solution, step, likeness }: Candidate, solutions: readonly StepBodies[], from: number): number {
  const final = likeness === 'form' && extractAnswer(solutions[solution][step]) !== null;
  const behind = step < from;
  const distance = Math.min(Math.abs(step - from), 99);
  return (final ? 0 : 100_000) + (likeness === 'form' ? 0 : 10_000) + (behind ? 1000 : 0) + (solution === 0 ? 0 : 100) + distance;
}
