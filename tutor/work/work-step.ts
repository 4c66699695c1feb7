/**
 * A line of a learner's working as a step that can be checked: a bare expression ("5x + 6", "= 12") is claimed to equal
 * the expression that the problem is about. Knows how lines are written, not whether they are right.
 */
import type { CheckableStep } from '../check/check-step.ts';
import { readStepText } from '../check/formulas.ts';
import { readLine } from '../problem/read-line.ts';
import type { WorkTarget } from './work-target.ts';

export interface WorkStep {
  /** The line as it was read: text with `$…$`. */
  readonly read: string;
  readonly step: CheckableStep;
  /** LaTeX of the expression, where the line is one without a relation. */
  readonly bare: string | null;
}

/** "dy/dx =", "f'(x) =": names of the derivative that is asked for. */
const DERIVATIVE_NAME = /^(?:\\frac\{dy\}\{d[a-z]\}|\\frac\{d\}\{d[a-z]\}|y'|f'|f'\([a-z]\))\s*=\s*/;
const RELATION = /[=<>~]|\\(?:l|g)e\b|\\ne\b|\\leq|\\geq|\\neq|\\approx|\\to\b/;

export function workStep(line: string, target: WorkTarget | null): WorkStep {
  const read = readLine(line);
  const { formulas, prose } = readStepText(read);
  const alone = formulas.length === 1 && prose.trim() === '' ? formulas[0].trim() : null;
  const bare = alone === null ? null : bareOf(alone, target);
  const body = bare === null || target === null ? read : `$${claimed(bare, target)} = ${bare}$`;
  return { read, bare, step: { goal: '', body, scratch: [], final: false } };
}

function bareOf(formula: string, target: WorkTarget | null): string | null {
  const named = target === null || target.asked === target.given ? formula : formula.replace(DERIVATIVE_NAME, '');
  const expression = named.startsWith('=') ? named.slice(1).trim() : named;
  return expression === '' || RELATION.test(expression) ? null : expression;
}

/** A line that repeats what is given claims no more than that. */
function claimed(bare: string, { given, asked }: WorkTarget): string {
  return bare.replaceAll(' ', '') === given.replaceAll(' ', '') ? given : asked;
}
