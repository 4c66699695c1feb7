import { columnDifference, columnSum } from '../../column-arithmetic.ts';
import type { Family } from '../../family.ts';
import { signedTerm } from '../../latex.ts';
import { SOLVE_EQUATION } from '../../phrasing.ts';
import type { Rng } from '../../rng.ts';
import { divideLines, timesLines } from '../../times-lines.ts';

const LETTERS = [...'abcdfghjkmnopqrstuvwxyz'];

/** ax = c, ax + b = c and b - ax = c with numbers of two to five digits and a whole solution. */
export const linearLarge: Family = {
  id: 'linear-large',
  topic: 'algebra',
  title: 'Linear equations with large numbers',
  levels: ['one step', 'two steps', 'the unknown is subtracted'],
  phrasings: [
    ...SOLVE_EQUATION,
    'Find the value of <x> in the equation: <eq>',
    'Determine the value of <x> that satisfies: <eq>',
    'Solve for <x>: <eq>',
    'Find the value of <x> in this equation: <eq>',
    'Which <x> satisfies <eq>?',
    'Determine <x>: <eq>',
    'Calculate <x> from <eq>.',
    'Determine the value of <x> for which <eq>',
  ],
  make(rng, level) {
    const x = rng.pick(LETTERS);
    const a = rng.chance(0.5) ? rng.int(11, 99) : rng.int(100, 2500);
    const root = rng.int(1, 100);
    const product = a * root;
    if (level === 1) {
      return {
        maths: { eq: `${a}${x} = ${product}`, x },
        steps: [...divideLines(product, a), `Divide both sides by $${a}$: $${x} = ${root}$`],
        answer: `${x} = ${root}`,
      };
    }
    const b = rng.sized(10, 9999) * (level === 2 && rng.chance(0.5) ? -1 : 1);
    const c = level === 2 ? product + b : b - product;
    const steps =
      level === 2
        ? [
            `${b > 0 ? `Subtract $${b}$ from` : `Add $${-b}$ to`} both sides: $${a}${x} = ${c} ${signedTerm(-b)}$`,
            ...(c < 0 ? [`> ${c} ${signedTerm(-b)} = ${product}`] : [moveLine(c, b)]),
            `Simplify: $${a}${x} = ${product}$`,
          ]
        : [
            `Add $${a}${x}$ and ${c < 0 ? `add $${-c}$` : `subtract $${c}$`} on both sides: $${a}${x} = ${b} ${signedTerm(-c)}$`,
            moveLine(b, c),
            `Simplify: $${a}${x} = ${product}$`,
          ];
    return {
      maths: { eq: level === 2 ? twoStep(a, b, c, x, rng) : `${b} - ${a}${x} = ${c}`, x },
      steps: [
        ...steps,
        ...divideLines(product, a),
        `Divide both sides by $${a}$: $${x} = ${root}$`,
        ...timesLines(a, root),
        `Check: $${a} \\cdot ${root} = ${product}$`,
      ],
      answer: `${x} = ${root}`,
    };
  },
};

/** c - b in columns, c not negative. */
function moveLine(c: number, b: number): string {
  if (b < 0) return columnSum(c, -b);
  return c >= b ? columnDifference(c, b) : `> ${c} - ${b} = ${c - b}`;
}

function twoStep(a: number, b: number, c: number, x: string, rng: Rng): string {
  const form = rng.next();
  if (form < 0.1) return `${c} = ${a}${x} ${signedTerm(b)}`;
  return form < 0.2 && b > 0 ? `${b} + ${a}${x} = ${c}` : `${a}${x} ${signedTerm(b)} = ${c}`;
}
