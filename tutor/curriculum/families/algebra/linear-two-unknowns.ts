import { freeLetters } from '../../composed.ts';
import { eliminate } from '../../elimination.ts';
import type { Family, Worked } from '../../family.ts';
import { type LinearEquation, type LinearTerm, layOut, splitNumber, writeEquation } from '../../linear-terms.ts';
import type { Rng } from '../../rng.ts';
import { shortWorked } from '../../short-worked.ts';
import { hideNumbers } from '../../told-terms.ts';

/** Two equations with terms anywhere, of which one unknown is wanted; numbers may be told first. */
export const linearTwoUnknowns: Family = {
  id: 'linear-two-unknowns',
  topic: 'algebra',
  title: 'One of two unknowns',
  levels: ['small numbers', 'larger numbers', 'a number to find first', 'two numbers to find first'],
  phrasings: [
    '{told}Solve <e1>, <e2> for <x>.',
    '{told}Solve <e1>, <e2> for <x>',
    '{told}Solve <e1> and <e2> for <x>.',
    '{told}Find <x> if <e1> and <e2>.',
    '{told}Given <e1> and <e2>, find only <x>.',
    '{told}What is <x> when <e1> and <e2>?',
    '{told}<e1>, <e2>. Solve for <x>.',
    '{told}Work out <x> from <e1> and <e2>.',
    '{told}solve for <x>: <e1>, <e2>',
    '{told}Determine <x> given that <e1> and <e2>.',
    '{told}Solve the system <e1>, <e2> for <x>.',
    '{told}Calculate <x> when <e1> and <e2>.',
    '{told}how do i find <x> from <e1> and <e2>',
    '{told}The equations are <e1> and <e2>. Find <x>.',
    '{told}If <e1> and <e2>, what is <x>?',
    '{told}can you solve <e1>, <e2> for <x>',
    '{told}Use <e1> and <e2> to find <x>.',
  ],
  make(rng, level) {
    return shortWorked(() => make(rng, level));
  },
};

function make(rng: Rng, level: number): Worked {
  const [x, y, ...rest] = freeLetters(rng, []);
  const size = level === 2 ? 12 : 5;
  const reach = level === 2 ? 40 : 12;
  const [u, v] = [rng.int(-reach, reach), rng.int(-reach, reach)];
  const entry = () => (rng.chance(0.07) ? 0 : rng.nonzero(-size, size));
  let [a, b, c, d] = [entry(), entry(), entry(), entry()];
  // One unknown alone in an equation that gives it at once is no question.
  while (a * d === b * c || b === 0 || d === 0)
    [a, b, c, d] = [entry(), rng.nonzero(-size, size), entry(), rng.nonzero(-size, size)];
  const spread = level === 2 ? rng.pick([20, 99, 500]) : 9;
  const equations = [lay([a, b, -(a * u + b * v)], x, y, spread, rng), lay([c, d, -(c * u + d * v)], x, y, spread, rng)];
  const hidden =
    level < 3 ? { told: '', written: equations.map(writeEquation), steps: [] } : hideNumbers(equations, level - 2, rng, rest);
  return {
    maths: { e1: hidden.written[0], e2: hidden.written[1], x },
    words: { told: hidden.told },
    steps: [...hidden.steps, ...eliminate(equations, x, y)],
    answer: `${x} = ${u}`,
  };
}

function lay(values: readonly number[], x: string, y: string, spread: number, rng: Rng): LinearEquation {
  const letters = [x, y, ''];
  const split = rng.int(0, 5);
  const terms = values.flatMap((value, index) =>
    (index === split ? splitNumber(value, 2, spread, rng) : [value]).map((n): LinearTerm => [n, letters[index]]),
  );
  return layOut(
    terms.filter(([n]) => n !== 0),
    rng,
  );
}
