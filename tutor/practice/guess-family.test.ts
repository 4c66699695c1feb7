import { expect, it } from 'vitest';
import { generateProblem } from '../curriculum/family.ts';
import { PRACTICE_FAMILIES } from './exercise.ts';
import { guessFamily } from './guess-family.ts';

it.each([
  ['Solve x^2 - 5x + 6 = 0', 'algebra'],
  ['Solve 7x - 4 = 3x + 16', 'algebra'],
  ['Differentiate x^3 - 4x', 'calculus'],
  ['What is 15% of 80?', 'fractions'],
  ['3/4 + 1/6', 'fractions'],
  ['Work out 7463 * 582', 'arithmetic'],
  ['Find the mean of 3, 5, 7 and 9', 'data'],
  ['Find the area of a circle with radius 4', 'geometry'],
])('%s belongs to %s', (problem, topic) => {
  expect(guessFamily(problem)?.topic).toBe(topic);
});

it.each(['', '   ', '?!', 'tell me a story about a dog'])('leaves %j open', (problem) => {
  expect(guessFamily(problem)).toBeNull();
});

it('finds the topic of four in five problems that it never saw', () => {
  let right = 0;
  for (const family of PRACTICE_FAMILIES) {
    const { question } = generateProblem(family, { seed: 123_456_789, phrasings: 'all' });
    if (guessFamily(question)?.topic === family.topic) right++;
  }
  expect(right / PRACTICE_FAMILIES.length).toBeGreaterThan(0.8);
});
