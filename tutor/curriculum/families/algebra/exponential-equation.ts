import { solveTwoStep, UNKNOWNS } from '../../equation-steps.ts';
import type { Family } from '../../family.ts';
import { SOLVE_EQUATION } from '../../phrasing.ts';
import { sum, term } from '../../polynomial.ts';
import { fraction } from '../../quotient.ts';

/** Largest exponent that keeps the power within what a learner meets. */
const LARGEST_EXPONENT: Readonly<Record<number, number>> = { 2: 10, 3: 6, 4: 5, 5: 4, 6: 3, 7: 3, 10: 6 };

/** a^(kx + m) = b where b is a power of a. */
export const exponentialEquation: Family = {
  id: 'exponential-equation',
  topic: 'algebra',
  title: 'Exponential equations',
  levels: ['a plain power', 'a linear exponent', 'two bases of one number'],
  phrasings: SOLVE_EQUATION,
  make(rng, level) {
    const x = rng.pick(UNKNOWNS);
    if (level === 3) return twoBases(x, rng.pick([2, 2, 3, 5]), rng.int(2, 3), rng.int(1, 6));
    const base = rng.pick([2, 2, 3, 3, 4, 5, 6, 7, 10]);
    const exponent = rng.int(1, LARGEST_EXPONENT[base]);
    const reciprocal = rng.chance(0.15);
    const value = base ** exponent;
    const right = reciprocal ? fraction(1, value) : String(value);
    const index = reciprocal ? -exponent : exponent;
    const [k, m] = level === 1 ? [1, 0] : rng.chance(0.5) ? [1, rng.nonzero(-5, 6)] : [rng.int(2, 4), rng.int(-5, 5)];
    const top = sum(term(k, x), m === 0 ? '' : String(m));
    const left = `${base}^${top === x ? x : `{${top}}`}`;
    const solved = solveTwoStep(k, m, index, x);
    return {
      maths: { eq: `${left} = ${right}`, x },
      steps: [
        ...powerLines(base, exponent),
        `Write as a power of $${base}$: $${right} = ${powerOf(base, index)}$`,
        `Compare the exponents: $${top} = ${index}$`,
        ...solved.steps,
      ],
      answer: `${x} = ${solved.value}`,
    };
  },
};

/** (base^p)^x = base^q. */
function twoBases(x: string, base: number, p: number, q: number) {
  const size = Math.min(q, LARGEST_EXPONENT[base]);
  const left = base ** p;
  const right = base ** size;
  const solved = solveTwoStep(p, 0, size, x);
  return {
    maths: { eq: `${left}^${x} = ${right}`, x },
    steps: [
      ...powerLines(base, Math.max(p, size)),
      `Write both as powers of $${base}$: $${base}^{${p}${x}} = ${powerOf(base, size)}$`,
      `Compare the exponents: $${p}${x} = ${size}$`,
      ...solved.steps,
    ],
    answer: `${x} = ${solved.value}`,
  };
}

function powerOf(base: number, exponent: number): string {
  return `${base}^${String(exponent).length === 1 ? exponent : `{${exponent}}`}`;
}

/** "> 3 * 3 = 9", "> 9 * 3 = 27" … up to base^exponent. */
export function powerLines(base: number, exponent: number): string[] {
  const lines: string[] = [];
  let value = base;
  for (let k = 2; k <= exponent; k++) {
    lines.push(`> ${powerOf(base, k)} = ${value} * ${base} = ${value * base}`);
    value *= base;
  }
  return lines;
}
