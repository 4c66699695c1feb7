import { describe, expect, test } from 'vitest';
import { divisionLines, remainderLine, remainderLines } from './column-arithmetic.ts';
import { failedPairs } from './factor-pair.ts';
import { gcdLines, reduceLines } from './rational.ts';
import { signedTotal } from './signed-sum.ts';

describe('remainders', () => {
  test('a quotient of one digit is taken at once', () => {
    expect(remainderLine(653, 72)).toBe('> 653 - 9 * 72 = 653 - 648 = 5');
  });

  test('a longer quotient is found digit by digit', () => {
    expect(remainderLine(1716, 6)).toBe('> 1716 by 6: 17 - 2 * 6 = 5, 51 - 8 * 6 = 3, 36 - 6 * 6 = 0, so 286 remainder 0');
  });

  test('a divisor beyond the tables shows its multiples up to the first that is too large', () => {
    expect(remainderLines(107, 27)).toEqual(['> multiples of 27: 27, 54, 81, 108', '> 107 - 3 * 27 = 107 - 81 = 26']);
    expect(divisionLines(107, 27)[0]).toBe('> multiples of 27: 27, 54, 81, 108');
  });

  test('numbers over three digits are subtracted in columns', () => {
    expect(remainderLines(1659, 189)).toContain('> 1659 - 1512: 9 - 2 = 7, 5 - 1 = 4, 6 - 5 = 1, 1 - 1 = 0, so 147');
  });

  test('no line claims a remainder as large as its divisor', () => {
    for (let n = 0; n < 3000; n += 7) {
      for (const d of [1, 2, 7, 12, 13, 31, 99, 250]) {
        const line = remainderLine(n, d);
        expect(Number(/(\d+)$/.exec(line)?.[1]), line).toBe(n % d);
      }
    }
  });
});

describe('fractions', () => {
  test('the common divisor is named even when nothing cancels', () => {
    expect(reduceLines(7, 5)).toEqual(['> gcd(7, 5) = 1']);
  });

  test('a whole result comes from the common divisor, too', () => {
    expect(reduceLines(-16, 8)).toEqual(['> gcd(16, 8) = 8', 'Divide top and bottom by $8$: $-\\frac{16}{8} = -2$']);
  });

  test('one remainder settles the common divisor with a number of the times tables', () => {
    expect(gcdLines(330, 7)).toEqual([remainderLine(330, 7), '> gcd(330, 7) = 1']);
  });
});

test('a sum that passes below zero is turned round first', () => {
  expect(signedTotal([121, -128])).toEqual(['> 128 - 121 = 7', '> 121 - 128 = -7']);
  expect(signedTotal([45, -8, 16])).toEqual(['> 45 - 8 = 37', '> 37 + 16 = 53']);
});

test('every pair of factors is tried before factorising is given up', () => {
  expect(failedPairs(-12, 6)).toEqual([
    '> -1 * 12 = -12, -1 + 12 = 11',
    '> -2 * 6 = -12, -2 + 6 = 4',
    '> -3 * 4 = -12, -3 + 4 = 1',
  ]);
});
