import { expect, test } from 'vitest';
import { latexValue } from '../../latex-value.ts';
import { makeRng } from '../../rng.ts';
import { expectFamilyLaws } from '../family-laws.ts';
import { complexDivision } from './complex-division.ts';
import { decimalRoots } from './decimal-roots.ts';
import { linearDecimal } from './linear-decimal.ts';
import { linearLarge } from './linear-large.ts';
import { polynomialProduct } from './polynomial-product.ts';

expectFamilyLaws([linearLarge, polynomialProduct, complexDivision, linearDecimal]);

const SEEDS = Array.from({ length: 200 }, (_, seed) => seed);

test('a large linear equation holds at its solution', () => {
  for (const seed of SEEDS) {
    const { maths, answer } = linearLarge.make(makeRng(seed), 1 + (seed % 3));
    const [x, value] = answer.split(' = ');
    const [left, right] = maths.eq.split('=').map((side) => latexValue(side, { [x]: Number(value) }));
    expect(left, maths.eq).toBe(right);
  }
});

test('a product of polynomials keeps its value and has no brackets', () => {
  for (const seed of SEEDS) {
    const { maths, answer } = polynomialProduct.make(makeRng(seed), 1 + (seed % 3));
    for (const at of [2, -3]) {
      const letters = { a: at, t: at, x: at, y: at, z: at };
      expect(latexValue(answer, letters) + 0, maths.e).toBe(latexValue(maths.e, letters) + 0);
    }
    expect(answer).not.toContain('(');
  }
});

test('a complex quotient times the divisor is the dividend', () => {
  const parts = (latex: string) => {
    const real = latexValue(latex, { i: 0 });
    return [real, latexValue(latex, { i: 1 }) - real];
  };
  for (const seed of SEEDS) {
    const { maths, answer } = complexDivision.make(makeRng(seed), 1 + (seed % 2));
    const [[a, b], [c, d], [p, q]] = [maths.z, maths.w, answer].map(parts);
    expect([p * c - q * d + 0, p * d + q * c + 0], maths.e).toEqual([a + 0, b + 0]);
  }
});

test('a decimal solution is the nearest with four places', () => {
  for (const seed of SEEDS) {
    const { maths, answer } = linearDecimal.make(makeRng(seed), 1 + (seed % 2));
    const [left] = maths.eq.split(' = ');
    const [b, a] = [0, 1].map((at) => latexValue(left, { [maths.x]: at }));
    expect(Math.abs(Number(answer.split(' = ')[1]) + b / (a - b)), `${maths.eq}: ${answer}`).toBeLessThanOrEqual(0.00005000001);
  }
});

test('decimal roots are where the sign changes, and every change of sign is near one', () => {
  for (const seed of SEEDS) {
    const { maths, answer } = decimalRoots.make(makeRng(seed), 1 + (seed % 3));
    const f = (at: number) => latexValue(maths.eq.replace(' = 0', ''), { [maths.x]: at });
    const roots = answer.startsWith('\\text') ? [] : answer.split(', ').map((part) => Number(part.split(' = ')[1]));
    expect(roots).toEqual([...roots].sort((a, b) => a - b));
    const step = 0.00005001;
    for (const root of roots) {
      const [low, at, high] = [root - step, root, root + step].map(f);
      expect(low * high <= 0 || at === 0, `${maths.eq}: ${answer}`).toBe(true);
    }
    for (let at = -200.0303; at < 200; at += 0.25) {
      const change = f(at) * f(at + 0.25) < 0;
      if (change)
        expect(
          roots.some((root) => root >= at - step && root <= at + 0.25 + step),
          `${maths.eq}: ${answer}`,
        ).toBe(true);
    }
  }
});
