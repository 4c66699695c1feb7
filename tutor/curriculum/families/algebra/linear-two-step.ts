import type { Family } from '../../family.ts';
import { signedTerm } from '../../latex.ts';
import { SOLVE_EQUATION } from '../../phrasing.ts';

/** ax + b = c with a whole solution. */
export const linearTwoStep: Family = {
  id: 'linear-two-step',
  topic: 'algebra',
  title: 'Linear equations in two steps',
  levels: ['small positive numbers', 'negative numbers', 'larger numbers'],
  phrasings: SOLVE_EQUATION,
  make(rng, level) {
    const x = rng.pick(['x', 'x', 'x', 'y', 'n', 't', 'a', 'z', 'm', 'p']);
    const limit = [9, 12, 25][level - 1];
    const sign = () => (level > 1 && rng.chance(0.5) ? -1 : 1);
    const a = sign() * rng.int(2, limit);
    const b = sign() * rng.int(1, limit * 2);
    const root = sign() * rng.int(level === 1 ? 1 : 0, Math.abs(a) > 12 ? 10 : limit);
    const c = a * root + b;
    const ax = a * root;
    return {
      maths: { eq: `${a}${x} ${signedTerm(b)} = ${c}`, x },
      steps: [
        `${b > 0 ? `Subtract $${b}$ from` : `Add $${-b}$ to`} both sides: $${a}${x} = ${c} ${signedTerm(-b)}$`,
        `Simplify: $${a}${x} = ${ax}$`,
        `Divide both sides by $${a}$: $${x} = ${root}$`,
        `Check: $${a} \\cdot ${root < 0 ? `(${root})` : root} ${signedTerm(b)} = ${ax} ${signedTerm(b)} = ${c}$`,
      ],
      answer: `${x} = ${root}`,
    };
  },
};
