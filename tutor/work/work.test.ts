import { describe, expect, it } from 'vitest';
import { checkStep } from '../check/check-step.ts';
import { differNote, notSolutionNote } from '../check/note.ts';
import { trialOf } from './trial.ts';
import { workStep } from './work-step.ts';
import { workTarget } from './work-target.ts';

const verdictOf = (problem: string, line: string) =>
  checkStep(workStep(line, workTarget(problem)).step, { problem, previous: [] }).verdict;

describe('a line of work', () => {
  it.each([
    ['Expand (x+2)(x+3)', 'x^2 + 3x + 2x + 6', 'holds'],
    ['Expand (x+2)(x+3)', '= x^2 + 6x + 6', 'fails'],
    ['Simplify sqrt(50)', '5sqrt(2)', 'holds'],
    ['Work out 3/4 + 1/6', '9/12 + 2/12', 'holds'],
    ['Work out 3/4 + 1/6', '4/10', 'fails'],
    ['Differentiate x^3 - 4x', '3x^2 - 4', 'holds'],
    ['Differentiate x^3 - 4x', 'dy/dx = 3x^2', 'fails'],
    ['Differentiate x^3 - 4x', 'x^3 - 4x', 'holds'],
    ['Integrate 2x', 'x^2 + C', 'holds'],
    ['Solve 3x + 5 = 20', '3x = 15', 'holds'],
    ['Solve 3x + 5 = 20', '3x = 25', 'fails'],
    ['Solve x^2 - 5x + 6 = 0', 'x = 2 or x = 4', 'fails'],
  ])('of %j, %j %s', (problem, line, verdict) => {
    expect(verdictOf(problem, line)).toBe(verdict);
  });

  it.each(['What is the remainder of 17/5?', 'What is 15% of 80?', 'Round 3.146 * 2 to 2 decimal places', 'Solve 3x = 6'])(
    'is not held against an expression where %j asks for something else',
    (problem) => expect(workTarget(problem)).toBeNull(),
  );
});

describe('a note', () => {
  it('of a difference or of a false solution says what to try', () => {
    expect(trialOf(differNote({ at: new Map([['x', 2]]), left: 20, right: 22 }))).toBe('try x = 2: one side is 20, the other 22');
    expect(trialOf(notSolutionNote('x', 4))).toBe('try x = 4: it satisfies this line but not the problem');
  });

  it('of any other form stays as it is', () => {
    expect(trialOf('the two sides differ: 3 and 4')).toBe('the two sides differ: 3 and 4');
  });
});
