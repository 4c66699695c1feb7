import { expect, test } from 'vitest';
import { generateProblem } from '../../family.ts';
import { expectFamilyLaws } from '../family-laws.ts';
import { ALGEBRA } from './index.ts';

expectFamilyLaws(ALGEBRA);

test('a seed and a level make one problem', () => {
  const problem = generateProblem(ALGEBRA[0], { seed: 5, level: 2 });
  expect(problem.level).toBe(2);
});
