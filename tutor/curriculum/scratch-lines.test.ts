import { expect, test } from 'vitest';
import { ARITHMETIC } from './families/arithmetic/index.ts';
import { problemsOf } from './families/family-laws.ts';
import { FRACTIONS } from './families/fractions/index.ts';
import { NUMBER } from './families/number/index.ts';
import { latexValue } from './latex-value.ts';

/** "> 76: 3 * 23 = 69, 76 - 69 = 7" holds two equations; what stands before a colon or after "so" is no equation. */
function equationsOf(line: string): string[][] {
  if (/gcd|lcm/.test(line)) return [];
  return line
    .slice(2)
    .split(/, |: /)
    .filter((part) => /^[-\d(][-\d\s+*/.()]* = [-\d\s+*/.()=]+$/.test(part))
    .map((part) => part.split(' = '));
}

function numberOf(text: string): number {
  return latexValue(text.replaceAll('*', '\\cdot ').replaceAll('/', '\\div '));
}

/** Columns go further than floating point numbers are exact. */
function exactly(a: bigint, sign: string, b: bigint): bigint {
  return sign === '+' ? a + b : sign === '-' ? a - b : a * b;
}

test.each([...ARITHMETIC, ...FRACTIONS, ...NUMBER].map((family) => [family.id, family] as const))(
  'every equation in the scratch work of %s holds',
  (_, family) => {
    for (const { steps, question } of problemsOf(family)) {
      for (const line of steps.filter((step) => step.startsWith('> '))) {
        for (const sides of equationsOf(line)) {
          for (const side of sides) expect(numberOf(side), `${question}\n${line}`).toBeCloseTo(numberOf(sides[0]), 9);
        }
      }
    }
  },
);

test('a column line ends with the result of its heading', () => {
  for (const family of [...ARITHMETIC, ...FRACTIONS, ...NUMBER]) {
    for (const line of problemsOf(family).flatMap(({ steps }) => steps)) {
      const [, a, sign, b, result] = /^> (\d+) ([-+*]) (\d+): .*, so (\d+)$/.exec(line) ?? [];
      if (sign !== undefined) expect(BigInt(result), line).toBe(exactly(BigInt(a), sign, BigInt(b)));
    }
  }
});
