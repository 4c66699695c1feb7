import type { Family } from '../../family.ts';
import { sum, term } from '../../polynomial.ts';
import { fraction } from '../../quotient.ts';
import { DIFFERENTIATE, derivativeSlots } from './differentiate-phrasings.ts';

const FUNCTIONS = ['sin', 'cos', 'exp', 'ln'] as const;
const POWERS = ['x', 'square'] as const;
type Kind = (typeof FUNCTIONS | typeof POWERS)[number];

/** Sums of multiples of sine, cosine, the exponential, the logarithm and x. */
export const standardDerivatives: Family = {
  id: 'standard-derivatives',
  topic: 'calculus',
  title: 'Derivatives of standard functions',
  levels: ['one function', 'sums of two or three'],
  phrasings: DIFFERENTIATE,
  make(rng, level) {
    const x = rng.pick(['x', 'x', 'x', 'x', 't']);
    const kinds = rng
      .shuffle<Kind>(level === 1 ? FUNCTIONS : [...FUNCTIONS, ...POWERS])
      .slice(0, level === 1 ? 1 : rng.int(2, 3));
    const parts = kinds.map((kind) => derive(kind, level === 1 && rng.chance(0.4) ? 1 : rng.nonzero(-6, 9), x));
    const answer = sum(...parts.map((part) => part.derivative));
    return {
      ...derivativeSlots(sum(...parts.map((part) => part.shown)), x),
      steps: [
        ...parts.map((part) => `The term $${part.shown}$ has derivative $${part.derivative}$`),
        ...(parts.length > 1 ? [`Put together: $${answer}$`] : []),
      ],
      answer,
    };
  },
};

function derive(kind: Kind, c: number, x: string): { shown: string; derivative: string } {
  switch (kind) {
    case 'sin':
      return { shown: term(c, `\\sin ${x}`), derivative: term(c, `\\cos ${x}`) };
    case 'cos':
      return { shown: term(c, `\\cos ${x}`), derivative: term(-c, `\\sin ${x}`) };
    case 'exp':
      return { shown: term(c, `e^${x}`), derivative: term(c, `e^${x}`) };
    case 'ln':
      return { shown: term(c, `\\ln ${x}`), derivative: `${c < 0 ? '-' : ''}${fraction(Math.abs(c), x)}` };
    case 'x':
      return { shown: term(c, x), derivative: String(c) };
    case 'square':
      return { shown: term(c, `${x}^2`), derivative: term(2 * c, x) };
  }
}
