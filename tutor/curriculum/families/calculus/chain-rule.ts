import type { Family, Worked } from '../../family.ts';
import { sum, term } from '../../polynomial.ts';
import { fraction } from '../../quotient.ts';
import type { Rng } from '../../rng.ts';
import { DIFFERENTIATE, derivativeSlots } from './differentiate-phrasings.ts';

/** Powers of a linear expression, and sine, cosine, exponential and logarithm of one. */
export const chainRule: Family = {
  id: 'chain-rule',
  topic: 'calculus',
  title: 'The chain rule',
  levels: ['powers of a bracket', 'sine, cosine, exponential, logarithm'],
  phrasings: DIFFERENTIATE,
  make(rng, level) {
    const x = rng.pick(['x', 'x', 'x', 'x', 't']);
    return level === 1 ? bracketPower(x, rng) : standard(x, rng);
  },
};

function bracketPower(x: string, rng: Rng): Worked {
  const n = rng.int(2, 8);
  const square = rng.chance(0.25);
  const a = rng.nonzero(square ? 1 : -5, 7);
  const inner = sum(term(a, square ? `${x}^2` : x), String(rng.nonzero(-9, 9)));
  const innerDerivative = square ? term(2 * a, x) : String(a);
  const coefficient = square ? 2 * a * n : a * n;
  const lowered = n === 2 ? `(${inner})` : `(${inner})^${n - 1}`;
  const outside = square ? term(coefficient, x) : coefficient === 1 ? '' : coefficient === -1 ? '-' : String(coefficient);
  const answer = `${outside}${lowered}`;
  const factorShown = innerDerivative.startsWith('-') ? `(${innerDerivative})` : innerDerivative;
  return {
    ...derivativeSlots(`(${inner})^${n}`, x),
    steps: [
      `The inside $${inner}$ has derivative $${innerDerivative}$`,
      `The outside power gives $${n}${lowered}$`,
      `Multiply the numbers: $${n} \\cdot ${factorShown} = ${square ? term(coefficient, x) : coefficient}$`,
      `The derivative is $${answer}$`,
    ],
    answer,
  };
}

function standard(x: string, rng: Rng): Worked {
  const a = rng.int(2, 9);
  const c = rng.chance(0.6) ? 1 : rng.int(2, 6);
  const ax = `${a}${x}`;
  switch (rng.int(0, 3)) {
    case 0:
      return outer(x, term(c, `\\sin ${ax}`), ax, a, c, '\\sin', `\\cos ${ax}`, term(a * c, `\\cos ${ax}`));
    case 1:
      return outer(x, term(c, `\\cos ${ax}`), ax, a, c, '\\cos', `-\\sin ${ax}`, term(-a * c, `\\sin ${ax}`));
    case 2:
      return outer(x, term(c, `e^{${ax}}`), ax, a, c, 'e', `e^{${ax}}`, term(a * c, `e^{${ax}}`));
    default: {
      const inner = sum(ax, String(rng.nonzero(-9, 9)));
      const answer = fraction(a * c, inner);
      return outer(x, term(c, `\\ln(${inner})`), inner, a, c, '\\ln', fraction(1, inner), answer);
    }
  }
}

function outer(x: string, e: string, inner: string, a: number, c: number, name: string, outside: string, answer: string): Worked {
  return {
    ...derivativeSlots(e, x),
    steps: [
      `The inside $${inner}$ has derivative $${a}$`,
      name === 'e' ? 'The exponential is its own derivative' : `The outside $${name}$ becomes $${outside}$`,
      ...(c === 1 ? [] : [`Multiply the numbers: $${c} \\cdot ${a} = ${a * c}$`]),
      `The derivative is $${answer}$`,
    ],
    answer,
  };
}
