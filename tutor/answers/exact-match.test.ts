import { expect, test } from 'vitest';
import { matchesExactly } from './exact-match.ts';

test.each([
  ['x = -15', '-15'],
  ['3x^2-5', '3 x^{2} - 5'],
  ['-5 + 3x^{2}', '3 x^{2} - 5'],
  ['-\\dfrac{2}{9}', '-\\frac{2}{9}'],
  ['2, 3, -1', '2, 3, -1'],
  ['\\text{True}', '\\text{True}'],
  ['a b', 'a \\cdot b'],
  ['6534u + 1842vu^2 - 2', '1842 u^{2} v + 6534 u - 2'],
  ['True', '\\text{True}'],
  ['-2, 4', 'x = -2, x = 4'],
])('%s is %s to the letter', (given, wanted) => {
  expect(matchesExactly(given, wanted)).toBe(true);
});

test.each([
  ['(x+1)(x-1)', 'x^{2} - 1'],
  ['\\frac{4}{18}', '\\frac{2}{9}'],
  ['3, 2, -1', '-1, 2, 3'],
  ['0.5', '\\frac{1}{2}'],
  ['x - 1', '1 - x'],
  ['\\text{False}', '\\text{True}'],
])('%s is not %s to the letter', (given, wanted) => {
  expect(matchesExactly(given, wanted)).toBe(false);
});
