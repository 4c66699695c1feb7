import { describe, expect, test } from 'vitest';
import { readProblem } from '../problem/read-problem.ts';
import { makeExercise, PRACTICE_FAMILIES } from './exercise.ts';

describe('makeExercise', () => {
  test('family, level and seed make the same problem again, another seed another', () => {
    const [family] = PRACTICE_FAMILIES;
    expect(makeExercise(family, 2, 5)).toEqual(makeExercise(family, 2, 5));
    expect(makeExercise(family, 2, 5).question).not.toBe(makeExercise(family, 2, 6).question);
  });

  test.each(PRACTICE_FAMILIES.map((family) => [family.id, family] as const))(
    '%s gives a whole sentence and ends in its boxed answer, at every level',
    (_, family) => {
      for (let level = 1; level <= family.levels.length; level++) {
        const { question, steps, answer } = makeExercise(family, level, 11);
        expect(question).not.toMatch(/undefined|(?<![A-Za-z}^_])\{[A-Za-z]\w*\}|<\w+>/);
        expect(readProblem(question).some(({ kind, source }) => kind === 'text' && /[A-Za-z]{2}/.test(source))).toBe(true);
        expect(steps.at(-1)?.final).toBe(true);
        expect(steps.at(-1)?.body).toContain(answer);
      }
    },
  );
});
