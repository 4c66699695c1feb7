import { freeLetters } from '../../composed.ts';
import { eliminate } from '../../elimination.ts';
import { entropyInteger } from '../../entropy.ts';
import type { Family, Worked } from '../../family.ts';
import { type LinearEquation, type LinearTerm, layOut, splitNumber, writeEquation } from '../../linear-terms.ts';
import type { Rng } from '../../rng.ts';
import { shortWorked } from '../../short-worked.ts';

/** Two equations with terms anywhere, of which one unknown is wanted. */
export const linearTwoUnknowns: Family = {
  id: 'linear-two-unknowns',
  topic: 'algebra',
  title: 'One of two unknowns',
  levels: ['small numbers', 'larger numbers', 'large numbers that cancel'],
  phrasings: [
    'Solve <e1>, <e2> for <x>.',
    'Solve <e1>, <e2> for <x>',
    'Solve <e1> and <e2> for <x>.',
    'Find <x> if <e1> and <e2>.',
    'Given <e1> and <e2>, find only <x>.',
    'What is <x> when <e1> and <e2>?',
    '<e1>, <e2>. Solve for <x>.',
    'Work out <x> from <e1> and <e2>.',
    'solve for <x>: <e1>, <e2>',
    'Determine <x> given that <e1> and <e2>.',
    'Solve the system <e1>, <e2> for <x>.',
    'Calculate <x> when <e1> and <e2>.',
    'how do i find <x> from <e1> and <e2>',
    'The equations are <e1> and <e2>. Find <x>.',
    'If <e1> and <e2>, what is <x>?',
    'can you solve <e1>, <e2> for <x>',
    'Use <e1> and <e2> to find <x>.',
  ],
  make(rng, level) {
    return shortWorked(() => make(rng, level));
  },
};

function make(rng: Rng, level: number): Worked {
  const [x, y] = freeLetters(rng, []);
  const large = level > 1;
  const entry = () => (rng.chance(0.07) ? 0 : entropyInteger(rng, large ? 0.9 + rng.next() * rng.next() : 0.9, 1));
  const reach = large ? rng.pick([6, 12, 45]) : 12;
  const [u, v] = [rng.int(-reach, reach), rng.int(-reach, reach)];
  let [a, b, c, d] = [entry(), entry(), entry(), entry()];
  // One unknown alone in an equation that gives it at once is no question.
  while (a * d === b * c || b === 0 || d === 0) [a, b, c, d] = [entry(), entry(), entry(), entry()];
  const values = [a, b, -(a * u + b * v), c, d, -(c * u + d * v)];
  const equations = layTwo(values, x, y, level === 3 ? rng.pick([99, 999, 20_000]) : large ? 60 : 9, rng);
  const [e1, e2] = equations.map(writeEquation);
  return { maths: { e1, e2, x }, steps: eliminate(equations, x, y), answer: `${x} = ${u}` };
}

/** Both equations, with one to three of their numbers split. */
function layTwo(values: readonly number[], x: string, y: string, size: number, rng: Rng): LinearEquation[] {
  const letters = [x, y, '', x, y, ''];
  const split = rng.shuffle([0, 1, 2, 3, 4, 5]).slice(0, rng.int(1, 3));
  const terms = values.map((value, index): LinearTerm[] =>
    (split.includes(index) ? splitNumber(value, 2, size, rng) : [value]).map((n) => [n, letters[index]]),
  );
  return [terms.slice(0, 3), terms.slice(3)].map((each) =>
    layOut(
      each.flat().filter(([n]) => n !== 0),
      rng,
    ),
  );
}
