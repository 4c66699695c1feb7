import { differentiate, differentiateTerm } from '../../derivative-steps.ts';
import type { Family, Worked } from '../../family.ts';
import { power, sum, term, writePolynomial } from '../../polynomial.ts';
import { fraction } from '../../quotient.ts';
import type { Rng } from '../../rng.ts';
import { DIFFERENTIATE, derivativeSlots } from './differentiate-phrasings.ts';

/** The power rule, term by term. */
export const differentiatePolynomial: Family = {
  id: 'differentiate',
  topic: 'calculus',
  title: 'Differentiating powers',
  levels: ['one or two terms', 'polynomials', 'negative powers', 'roots and fractional powers'],
  phrasings: DIFFERENTIATE,
  make(rng, level) {
    const x = rng.pick(['x', 'x', 'x', 'x', 't']);
    switch (level) {
      case 1:
        return polynomial(x, sparse(rng, rng.int(1, 5), 2));
      case 2:
        return polynomial(x, sparse(rng, rng.int(2, 6), 4));
      case 3:
        return negativePowers(x, rng);
      default:
        return fractionalPower(x, rng);
    }
  },
};

/** A polynomial of the degree with at most `terms` terms. */
export function sparse(rng: Rng, degree: number, terms: number): number[] {
  const coefficients: number[] = new Array(degree + 1).fill(0);
  coefficients[0] = rng.nonzero(-5, 9);
  for (const index of rng.shuffle(Array.from({ length: degree }, (_, i) => i + 1)).slice(0, terms - 1)) {
    coefficients[index] = rng.nonzero(-9, 12);
  }
  return coefficients;
}

function polynomial(x: string, coefficients: readonly number[]): Worked {
  const { steps, derivative } = differentiate(coefficients, x);
  const answer = writePolynomial(derivative, x);
  return { ...derivativeSlots(writePolynomial(coefficients, x), x), steps: [...steps, `Put together: $${answer}$`], answer };
}

function negativePowers(x: string, rng: Rng): Worked {
  const exponents = rng.shuffle([-1, -2, -3, -4, 1, 2, 3]).slice(0, rng.int(1, 3));
  if (!exponents.some((n) => n < 0)) exponents[0] = -rng.int(1, 4);
  exponents.sort((a, b) => b - a);
  const coefficients = exponents.map(() => rng.nonzero(-6, 9));
  const asFractions = rng.chance(0.4);
  const show = (c: number, n: number) =>
    asFractions && n < 0 ? `${c < 0 ? '-' : ''}${fraction(Math.abs(c), power(x, -n))}` : term(c, power(x, n));
  const e = sum(...coefficients.map((c, i) => show(c, exponents[i])));
  const asPowers = sum(...coefficients.map((c, i) => term(c, power(x, exponents[i]))));
  const answer = sum(...coefficients.map((c, i) => term(c * exponents[i], power(x, exponents[i] - 1))));
  return {
    ...derivativeSlots(e, x),
    steps: [
      ...(e === asPowers ? [] : [`Write with powers: $${e} = ${asPowers}$`]),
      ...coefficients.flatMap((c, i) => differentiateTerm(c, exponents[i], x)),
      `Put together: $${answer}$`,
    ],
    answer,
  };
}

/** cx^(p/q) or c√x. */
function fractionalPower(x: string, rng: Rng): Worked {
  const q = rng.pick([2, 2, 3]);
  const p = q === 2 ? rng.pick([1, 1, 3, 5]) : rng.pick([1, 2, 4, 5]);
  const c = rng.chance(0.3) ? 1 : q * rng.int(1, 5);
  const index = fraction(p, q);
  const asPower = term(c, `${x}^{${index}}`);
  const root = p === 1 ? (q === 2 ? term(c, `\\sqrt{${x}}`) : term(c, `\\sqrt[3]{${x}}`)) : asPower;
  const e = rng.chance(0.6) ? root : asPower;
  const lowered = `${p - q < 0 ? '-' : ''}${fraction(Math.abs(p - q), q)}`;
  const whole = (c * p) / q;
  const coefficient = Number.isInteger(whole) ? (whole === 1 ? '' : String(whole)) : fraction(c * p, q);
  const answer = `${coefficient}${x}^{${lowered}}`;
  return {
    ...derivativeSlots(e, x),
    steps: [
      ...(e === asPower ? [] : [`Write with powers: $${e} = ${asPower}$`]),
      `New power: $${index} - 1 = ${lowered}$`,
      ...(c === 1 ? [] : [`New coefficient: $${c} \\cdot ${index} = ${coefficient === '' ? 1 : coefficient}$`]),
      `The derivative is $${answer}$`,
    ],
    answer,
  };
}
