import { describe, expect, it } from 'vitest';
import { readStepLine } from './read-step-line.ts';

describe('a line in the place of a step', () => {
  it.each([
    ['Subtract 5: 3x = 15', 'Subtract 5: $3x = 15$'],
    ['3x = 15/3', '$3x = \\frac{15}{3}$'],
    ['Divide by $3$: $x = 5$', 'Divide by $3$: $x = 5$'],
    ['  Divide:\n x = 5 ', 'Divide: $x = 5$'],
  ])('%j is read as %j', (typed, read) => expect(readStepLine(typed)).toBe(read));
});
