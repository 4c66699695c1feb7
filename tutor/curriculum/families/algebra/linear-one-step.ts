import { divideBoth, moveConstant, UNKNOWNS } from '../../equation-steps.ts';
import type { Family, Worked } from '../../family.ts';
import { factor } from '../../latex.ts';
import { SOLVE_EQUATION } from '../../phrasing.ts';
import { sum, term } from '../../polynomial.ts';
import { fraction } from '../../quotient.ts';
import type { Rng } from '../../rng.ts';

/** x + a = b, a - x = b, ax = b or x/a = b. */
export const linearOneStep: Family = {
  id: 'linear-one-step',
  topic: 'algebra',
  title: 'Linear equations in one step',
  levels: ['small positive numbers', 'negative numbers', 'larger numbers and fractions'],
  phrasings: SOLVE_EQUATION,
  make(rng, level) {
    const x = rng.pick(UNKNOWNS);
    const limit = [12, 15, 99][level - 1];
    const sign = () => (level > 1 && rng.chance(0.4) ? -1 : 1);
    const a = sign() * rng.int(1, limit);
    const root = sign() * rng.int(level === 1 ? 1 : 0, limit);
    switch (rng.int(0, 3)) {
      case 0:
        return added(x, a, a + root, rng);
      case 1:
        return takenFrom(x, a, a - root);
      case 2:
        return multiplied(x, level, rng);
      default:
        return divided(x, sign() * rng.int(2, 9), sign() * rng.int(1, 12));
    }
  },
};

function added(x: string, a: number, b: number, rng: Rng): Worked {
  const eq = rng.chance(0.2) && a > 0 ? `${a} + ${x} = ${b}` : `${sum(x, String(a))} = ${b}`;
  const root = b - a;
  return {
    maths: { eq, x },
    steps: [moveConstant(x, a, b), `Simplify: $${x} = ${root}$`, `Check: $${sum(String(root), String(a))} = ${b}$`],
    answer: `${x} = ${root}`,
  };
}

function takenFrom(x: string, a: number, b: number): Worked {
  const root = a - b;
  return {
    maths: { eq: `${a} - ${x} = ${b}`, x },
    steps: [
      moveConstant(`-${x}`, a, b),
      `Simplify: $-${x} = ${b - a}$`,
      `Change all signs: $${x} = ${root}$`,
      `Check: $${a} - ${factor(root)} = ${b}$`,
    ],
    answer: `${x} = ${root}`,
  };
}

function multiplied(x: string, level: number, rng: Rng): Worked {
  const sign = () => (level > 1 && rng.chance(0.4) ? -1 : 1);
  const a = sign() * rng.int(2, 12);
  const b = level === 3 ? sign() * rng.int(1, 60) : a * sign() * rng.int(1, 12);
  const { steps, value } = divideBoth(a, b, x);
  const check = b % a === 0 ? [`Check: $${a} \\cdot ${factor(b / a)} = ${b}$`] : [];
  return { maths: { eq: `${term(a, x)} = ${b}`, x }, steps: [...steps, ...check], answer: `${x} = ${value}` };
}

function divided(x: string, a: number, b: number): Worked {
  const shown = a < 0 ? `-${fraction(x, -a)}` : fraction(x, a);
  const root = a * b;
  return {
    maths: { eq: `${shown} = ${b}`, x },
    steps: [
      `Multiply both sides by $${a}$: $${x} = ${b} \\cdot ${factor(a)}$`,
      `Simplify: $${x} = ${root}$`,
      `Check: $${fraction(root, a)} = ${b}$`,
    ],
    answer: `${x} = ${root}`,
  };
}
