import { integrate } from '../../derivative-steps.ts';
import type { Family, Worked } from '../../family.ts';
import { askTo } from '../../phrasing.ts';
import { multiplyPolynomials, power, sum, term, writePolynomial } from '../../polynomial.ts';
import type { Rng } from '../../rng.ts';
import { sparse } from './differentiate.ts';

/** Indefinite integrals of polynomials and standard functions, with + C. */
export const integratePolynomial: Family = {
  id: 'integrate',
  topic: 'calculus',
  title: 'Indefinite integrals',
  levels: ['one or two terms', 'polynomials', 'standard functions', 'brackets to expand first'],
  phrasings: askTo(
    ['Integrate', 'Find the integral of', 'Work out the integral of', 'Find the antiderivative of'],
    '<e>',
    'Find <int>.',
    '<int>',
    'Integrate <e> with respect to <x>.',
    'What is the integral of <e>?',
    'integral of <e>',
    'Evaluate <int>',
    '<int> = ?',
    'Find the indefinite integral of <e>.',
    'Work out <int>',
    'antiderivative of <e>',
    '∫ <e> d<x>',
    'Calculate the antiderivative: ∫ <e> d<x>',
    'find ∫ <e> d<x>',
    'Work out ∫ <e> d<x>.',
    '∫<e> d<x>',
    'evaluate ∫ <e> d<x>',
    'Find the indefinite integral: ∫ <e> d<x>',
    '∫(<e>) d<x>',
    'whats ∫ <e> d<x>',
  ),
  make(rng, level) {
    const x = rng.pick(['x', 'x', 'x', 'x', 't']);
    switch (level) {
      case 1:
        return rng.chance(0.35) ? constantFirst(x, rng) : polynomial(x, sparse(rng, rng.int(x === 'x' ? 0 : 1, 4), 2));
      case 2:
        return polynomial(x, sparse(rng, rng.int(2, 5), 4));
      case 3:
        return standard(x, rng);
      default:
        return brackets(x, rng);
    }
  },
};

function slots(e: string, x: string) {
  const bracketed = / [+-] /.test(e) && !/^\(.*\)$/.test(e) ? `(${e})` : e;
  return { maths: { e, x, int: `\\int ${bracketed} \\, d${x}` } };
}

function polynomial(x: string, coefficients: readonly number[]): Worked {
  const { steps, value } = integrate(coefficients, x);
  const answer = `${value} + C`;
  return { ...slots(writePolynomial(coefficients, x), x), steps: [...steps, `Add the constant: $${answer}$`], answer };
}

/** A number and one power, in this order: 2 - 18x^2. */
function constantFirst(x: string, rng: Rng): Worked {
  const [number, coefficient, exponent] = [rng.nonzero(-20, 20), rng.nonzero(-40, 40), rng.int(1, 6)];
  const e = sum(String(number), term(coefficient, power(x, exponent)));
  const first = integrate([number], x);
  const second = integrate([coefficient, ...new Array<number>(exponent).fill(0)], x);
  const answer = `${sum(second.value, first.value)} + C`;
  return { ...slots(e, x), steps: [...first.steps, ...second.steps, `Add the constant: $${answer}$`], answer };
}

function brackets(x: string, rng: Rng): Worked {
  const left: [number, number] = [rng.int(1, 3), rng.nonzero(-6, 6)];
  const right: [number, number] = [rng.int(1, 3), rng.nonzero(-6, 6)];
  const e = `(${writePolynomial(left, x)})(${writePolynomial(right, x)})`;
  const product = multiplyPolynomials(left, right);
  const { steps, value } = integrate(product, x);
  const answer = `${value} + C`;
  const [outer, inner] = [left[0] * right[1], left[1] * right[0]];
  return {
    ...slots(e, x),
    steps: [
      `Collect the middle: $${sum(term(outer, x), term(inner, x))} = ${sum(term(outer + inner, x))}$`,
      `Expand: $${e} = ${writePolynomial(product, x)}$`,
      ...steps,
      `Add the constant: $${answer}$`,
    ],
    answer,
  };
}

function standard(x: string, rng: Rng): Worked {
  const c = () => rng.nonzero(-6, 9);
  const kinds = rng.shuffle(['sin', 'cos', 'exp', 'inverse', 'number'] as const).slice(0, rng.int(1, 2));
  if (kinds.length === 1 && kinds[0] === 'number') kinds[0] = 'cos';
  const parts = kinds.map((kind) => antiderive(kind, c(), x));
  const answer = `${sum(...parts.map((part) => part.integral))} + C`;
  return {
    ...slots(sum(...parts.map((part) => part.shown)), x),
    steps: [...parts.map((part) => `The term $${part.shown}$ becomes $${part.integral}$`), `Add the constant: $${answer}$`],
    answer,
  };
}

function antiderive(
  kind: 'sin' | 'cos' | 'exp' | 'inverse' | 'number',
  c: number,
  x: string,
): { shown: string; integral: string } {
  switch (kind) {
    case 'sin':
      return { shown: term(c, `\\sin ${x}`), integral: term(-c, `\\cos ${x}`) };
    case 'cos':
      return { shown: term(c, `\\cos ${x}`), integral: term(c, `\\sin ${x}`) };
    case 'exp':
      return { shown: term(c, `e^${x}`), integral: term(c, `e^${x}`) };
    case 'inverse':
      return { shown: `${c < 0 ? '-' : ''}\\frac{${Math.abs(c)}}{${x}}`, integral: term(c, `\\ln |${x}|`) };
    case 'number':
      return { shown: String(c), integral: term(c, x) };
  }
}
