import { describe, expect, it } from 'vitest';
import { extractAnswer } from './extract-answer.ts';

describe('extractAnswer', () => {
  it.each([
    ['$\\boxed{x = 5}$', 'x = 5'],
    ['\\boxed{\\frac{1}{2}}', '\\frac{1}{2}'],
    ['\\boxed{1} then \\boxed{2}', '2'],
    ['\\boxed{1} then \\boxed{\\frac{2}', '1'],
    ['\\boxed{\\{1, 2\\}}', '\\{1, 2\\}'],
    ['\\boxed {7}', '7'],
    ['\\boxed{\\boxed{3}}', '3'],
    ['\\frac{1 and \\boxed{4}', '4'],
    ['} \\boxed{4}', '4'],
  ])('reads %s as %s', (text, answer) => {
    expect(extractAnswer(text)).toBe(answer);
  });

  it.each(['no box', '\\boxed', '\\boxed{', '\\boxed{}', '\\boxed{ }', '\\boxed{3', '\\\\boxed'])(
    'finds nothing in %s',
    (text) => {
      expect(extractAnswer(text)).toBeNull();
    },
  );

  it('takes one pass over a flood of unfinished boxes', () => {
    expect(extractAnswer('\\boxed{'.repeat(100_000))).toBeNull();
  });
});
