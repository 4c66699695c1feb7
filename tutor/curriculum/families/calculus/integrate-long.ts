import { integrate } from '../../derivative-steps.ts';
import type { Family, Worked } from '../../family.ts';
import { equalities, power, sum, term, writePolynomial } from '../../polynomial.ts';
import { fraction } from '../../quotient.ts';
import { gcdLines, type Rational, rational } from '../../rational.ts';
import type { Rng } from '../../rng.ts';
import { INTEGRAL } from './integrate-phrasings.ts';

/** Up to five powers as high as ten, the coefficients often made to cancel, in x or X. */
export const integrateLong: Family = {
  id: 'integrate-long',
  topic: 'calculus',
  title: 'Integrals of long polynomials',
  levels: ['two or three terms', 'up to five terms', 'fractions as coefficients'],
  phrasings: INTEGRAL,
  make(rng, level) {
    const x = rng.pick(['x', 'X']);
    if (level === 3) return withFractions(rng, x);
    const count = level === 1 ? rng.int(2, 3) : rng.int(3, 5);
    const powers = rng.shuffle([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]).slice(0, count);
    const coefficients = new Array<number>(11).fill(0);
    for (const each of powers) {
      const cancels = rng.chance(0.8) ? each + 1 : 1;
      coefficients[10 - each] = cancels * rng.nonzero(-10, 10);
    }
    const degree = Math.max(...powers);
    const polynomial = coefficients.slice(10 - degree);
    // A program prints two terms with the positive one first: 2 - 18x^2.
    const parts =
      powers.length === 2 && coefficients[10 - degree] < 0 && rng.chance(0.8) ? risingParts(polynomial) : [polynomial];
    const found = parts.map((part) => integrate(part, x));
    const answer = `${sum(...found.map(({ value }) => value).reverse())} + C`;
    return {
      maths: { e: sum(...parts.map((part) => writePolynomial(part, x))), x },
      steps: [...found.flatMap(({ steps }) => steps), `Add the constant: $${answer}$`],
      answer,
    };
  },
};

/** The terms one by one from the lowest power up. */
function risingParts(polynomial: readonly number[]): number[][] {
  const degree = polynomial.length - 1;
  return Array.from({ length: degree + 1 }, (_, exponent) => exponent)
    .filter((exponent) => polynomial[degree - exponent] !== 0)
    .map((exponent) => [polynomial[degree - exponent], ...new Array<number>(exponent).fill(0)]);
}

/** Made from the antiderivative, whose terms have small fractions before them. */
function withFractions(rng: Rng, x: string): Worked {
  const count = rng.int(1, 5);
  const exponents = rng
    .shuffle([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    .slice(0, count)
    .sort((a, b) => b - a);
  const typed: string[] = [];
  const parts: string[] = [];
  const steps = exponents.flatMap((exponent) => {
    const value = rational(rng.nonzero(-10, 10), rng.chance(0.5) ? 1 : rng.int(2, 10));
    const before = rational(value.top * exponent, value.bottom);
    const shown = writeTerm(before, power(x, exponent - 1));
    const result = writeTerm(value, power(x, exponent));
    typed.push(shown);
    parts.push(result);
    if (exponent === 1) return [`The number $${shown}$ becomes $${result}$`];
    const bottom = before.bottom * exponent;
    const unreduced = `${before.top < 0 ? '-' : ''}${fraction(term(Math.abs(before.top), power(x, exponent)), bottom)}`;
    return [
      ...(before.bottom === 1 ? [] : [`> ${before.bottom} * ${exponent} = ${bottom}`]),
      ...gcdLines(Math.abs(before.top), bottom),
      `The term $${shown}$ becomes $${equalities(unreduced, result)}$`,
    ];
  });
  const answer = `${sum(...parts)} + C`;
  return { maths: { e: sum(...typed), x }, steps: [...steps, `Add the constant: $${answer}$`], answer };
}

/** \frac{3x^2}{4}, or \frac{3}{4} alone. */
function writeTerm({ top, bottom }: Rational, body: string): string {
  if (bottom === 1) return term(top, body);
  return `${top < 0 ? '-' : ''}${fraction(term(Math.abs(top), body), bottom)}`;
}
