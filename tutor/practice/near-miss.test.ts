import { describe, expect, test } from 'vitest';
import { type NearMiss, nearMiss } from './near-miss.ts';

const TABLE: readonly (readonly [given: string, expected: string, miss: NearMiss | null])[] = [
  ['-5', '5', 'sign'],
  ['x = 5', 'x = -5', 'sign'],
  ['2x - 3', '2x + 3', 'sign'],
  ['(x + 2)(x - 3)', '(x - 2)(x + 3)', 'sign'],
  ['x = 2, x = 3', 'x = -2, x = -3', 'sign'],
  ['(2, -3)', '(2, 3)', 'sign'],
  ['x = 2, y = 1', 'x = 2, y = -1', 'sign'],
  ['x < 2', 'x < -2', 'sign'],
  ['x = 2', 'x = 2, x = 3', 'missing-root'],
  ['3', 'x = -3, x = 3', 'missing-root'],
  ['x = 2, x = 3, x = 4', 'x = 2, x = 3', 'extra-root'],
  ['30', '30\\%', 'percent'],
  ['45\\%', '45', 'percent'],
  ['2 \\text{ m}', '2 \\text{ cm}', 'unit'],
  ['1.2', '12', 'ten'],
  ['4500', '4.5', 'ten'],
  ['\\frac{5}{30}', '\\frac{5}{3}', 'ten'],
  ['\\frac{2}{3}', '\\frac{3}{2}', 'reciprocal'],
  ['(3, 2)', '(2, 3)', 'order'],
  ['3 : 2', '2 : 3', 'order'],
  ['x^2 + 2x', 'x^2 + 2x + C', 'constant'],
  ['x \\le 3', 'x \\ge 3', 'relation'],
  ['x < 3', 'x \\le 3', 'relation'],
  ['7', '12', null],
  ['x = 4', 'x = 2, x = 3', null],
  ['x^2', 'x^3', null],
  ['x^{-2}', 'x^2', null],
  ['\\text{no}', '5', null],
  ['0', '10', null],
];

describe('nearMiss', () => {
  test.each(TABLE)('%s beside %s is a slip of kind %s', (given, expected, miss) => {
    expect(nearMiss(given, expected)).toBe(miss);
  });
});
