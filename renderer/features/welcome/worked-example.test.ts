import { expect, it } from 'vitest';
import { checkStep } from '#tutor/check/check-step.ts';
import { checkSubstitution } from '#tutor/check/check-substitution.ts';
import { readProblem } from '#tutor/problem/read-problem.ts';
import { EXAMPLE_PROBLEM, EXAMPLE_STEPS, STARTERS } from './worked-example.ts';

it('marks each line of the worked example as the checker does', () => {
  const checked = EXAMPLE_STEPS.map((step, place) =>
    checkStep(step, { problem: EXAMPLE_PROBLEM, previous: EXAMPLE_STEPS.slice(0, place) }),
  );
  expect(checked.map(({ verdict }) => verdict)).toEqual(EXAMPLE_STEPS.map(({ check }) => check));
  expect(checkSubstitution(EXAMPLE_PROBLEM, 'x = 2, x = 3')).toBe('holds');
});

it.each([EXAMPLE_PROBLEM, ...STARTERS])('reads every character of %j', (problem) => {
  expect(
    readProblem(problem)
      .map(({ source }) => source)
      .join(''),
  ).toBe(problem);
});
