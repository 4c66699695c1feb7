import { expect, it } from 'vitest';
import { withDecimalPoints } from './decimal-comma.ts';

it.each([
  ['0,5x + 1,25 = 3', '0.5x + 1.25 = 3'],
  ['Solve $2,5x = 10$', 'Solve $2.5x = 10$'],
  ['3, 5, 7', '3, 5, 7'],
  ['3,5,7,9', '3,5,7,9'],
  ['(1,2) and (3, 4)', '(1,2) and (3, 4)'],
  ['(1,5x)', '(1.5x)'],
  ['1.5 + 2,5', '1.5 + 2.5'],
  ['x = 2,5; y = 3', 'x = 2.5; y = 3'],
  ['', ''],
])('%j is read as %j', (typed, read) => {
  expect(withDecimalPoints(typed)).toBe(read);
});
