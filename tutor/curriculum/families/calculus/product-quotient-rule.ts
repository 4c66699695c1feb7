import type { Family, Worked } from '../../family.ts';
import { factor } from '../../latex.ts';
import { power, sum, term } from '../../polynomial.ts';
import { fraction } from '../../quotient.ts';
import type { Rng } from '../../rng.ts';
import { DIFFERENTIATE, derivativeSlots } from './differentiate-phrasings.ts';

/** A power of x times sine, cosine, exponential or logarithm. */
export const productRule: Family = {
  id: 'product-rule',
  topic: 'calculus',
  title: 'The product rule',
  levels: ['a power times a standard function', 'with coefficients'],
  phrasings: DIFFERENTIATE,
  make(rng, level) {
    const x = rng.pick(['x', 'x', 'x', 'x', 't']);
    const n = rng.int(1, 6);
    const c = level === 1 ? 1 : rng.int(2, 9);
    const first = term(c, power(x, n));
    const firstDerivative = term(c * n, power(x, n - 1));
    if (rng.chance(0.2)) return withLogarithm(x, n, c, first, firstDerivative);
    const [second, secondDerivative] = rng.pick(standardFunctions(x, level, rng));
    const one = `${firstDerivative === '1' ? '' : firstDerivative}${second}`;
    const negative = secondDerivative.startsWith('-');
    const [, inner, body] = /^-?(\d*)(.+)$/.exec(secondDerivative) ?? ['', '', ''];
    const coefficient = c * Number(inner === '' ? 1 : inner) * (negative ? -1 : 1);
    const two = `${term(coefficient, power(x, n))}${body}`;
    const answer = sum(one, two);
    return {
      ...derivativeSlots(`${first}${second}`, x),
      steps: [
        `First factor: $${first}$ has derivative $${firstDerivative}$`,
        `Second factor: $${second}$ has derivative $${secondDerivative}$`,
        `Derivative of the first times the second: $${one}$`,
        `First times the derivative of the second: $${two}$`,
        `Add: $${answer}$`,
      ],
      answer,
    };
  },
};

/** Each with its derivative. */
function standardFunctions(x: string, level: number, rng: Rng): (readonly [string, string])[] {
  const k = rng.int(2, 5);
  const simple = [
    [`\\sin ${x}`, `\\cos ${x}`],
    [`\\cos ${x}`, `-\\sin ${x}`],
    [`e^${x}`, `e^${x}`],
  ] as const;
  return level === 1 ? [...simple] : [...simple, [`e^{${k}${x}}`, `${k}e^{${k}${x}}`], [`\\sin ${k}${x}`, `${k}\\cos ${k}${x}`]];
}

function withLogarithm(x: string, n: number, c: number, first: string, firstDerivative: string): Worked {
  const ln = `\\ln ${x}`;
  const one = `${firstDerivative === '1' ? '' : firstDerivative}${ln}`;
  const two = term(c, power(x, n - 1));
  const answer = sum(one, two);
  return {
    ...derivativeSlots(`${first}${ln}`, x),
    steps: [
      `First factor: $${first}$ has derivative $${firstDerivative}$`,
      `Second factor: $${ln}$ has derivative $${fraction(1, x)}$`,
      `Derivative of the first times the second: $${one}$`,
      `First times the derivative of the second: $${first} \\cdot ${fraction(1, x)} = ${two}$`,
      `Add: $${answer}$`,
    ],
    answer,
  };
}

/** A quotient of linear expressions. */
export const quotientRule: Family = {
  id: 'quotient-rule',
  topic: 'calculus',
  title: 'The quotient rule',
  levels: ['x above', 'linear above and below'],
  phrasings: DIFFERENTIATE,
  make(rng, level) {
    const x = rng.pick(['x', 'x', 'x', 'x', 't']);
    for (;;) {
      const [a, b] = [rng.int(1, 6), level === 1 ? 0 : rng.nonzero(-9, 9)];
      const [c, d] = [rng.int(1, 6), rng.nonzero(-9, 9)];
      const top = a * d - b * c;
      if (top !== 0) return quotientOf(x, [a, b], [c, d]);
    }
  },
};

function quotientOf(x: string, [a, b]: readonly [number, number], [c, d]: readonly [number, number]): Worked {
  const above = sum(term(a, x), b === 0 ? '' : String(b));
  const below = sum(term(c, x), String(d));
  const value = a * d - b * c;
  const answer = `${value < 0 ? '-' : ''}${fraction(Math.abs(value), `(${below})^2`)}`;
  const bracket = (latex: string) => (/ /.test(latex) ? `(${latex})` : latex);
  const first = `${a}(${below})`;
  const second = `${c}${bracket(above)}`;
  return {
    ...derivativeSlots(fraction(above, below), x),
    steps: [
      `The top $${above}$ has derivative $${a}$`,
      `The bottom $${below}$ has derivative $${c}$`,
      `Top derivative times bottom: $${first} = ${sum(term(a * c, x), String(a * d))}$`,
      `Bottom derivative times top: $${b === 0 ? `${c} \\cdot ${above}` : second} = ${sum(term(a * c, x), b === 0 ? '' : String(b * c))}$`,
      `Subtract: $${a * d} - ${factor(b * c)} = ${value}$`,
      `Over the bottom squared: $${answer}$`,
    ],
    answer,
  };
}
