import { expect, test } from 'vitest';
import { latexValue } from '../../latex-value.ts';
import { makeRng } from '../../rng.ts';
import { expectFamilyLaws } from '../family-laws.ts';
import { linearLarge } from './linear-large.ts';
import { polynomialProduct } from './polynomial-product.ts';

expectFamilyLaws([linearLarge, polynomialProduct]);

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
