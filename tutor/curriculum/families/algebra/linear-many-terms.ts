import { freeLetters } from '../../composed.ts';
import { entropyInteger } from '../../entropy.ts';
import type { Family, Worked } from '../../family.ts';
import { type LinearTerm, layOut, solveLinear, splitNumber, writeEquation } from '../../linear-terms.ts';
import type { Rng } from '../../rng.ts';
import { shortWorked } from '../../short-worked.ts';

/** One unknown, any number of terms on both sides, and large numbers. */
export const linearManyTerms: Family = {
  id: 'linear-many-terms',
  topic: 'algebra',
  title: 'Linear equations with many terms',
  levels: ['terms on both sides', 'larger numbers', 'numbers of many digits'],
  phrasings: [
    'Solve <eq> for <x>.',
    'Solve <eq> for <x>',
    'Find <x> if <eq>.',
    'What is <x> when <eq>?',
    'Determine <x> given that <eq>.',
    'Solve the equation <eq> for <x>.',
    'Calculate <x> from <eq>.',
    'Work out <x>: <eq>',
    'solve for <x>: <eq>',
    'Solve <eq> for <x> and show your working.',
    'Find the value of <x> that satisfies <eq>.',
    '<eq>, find <x>',
    'how do i solve <eq> for <x>',
    'Given <eq>, find <x>.',
    'Which <x> makes <eq> true?',
    'If <eq>, what is <x>?',
    'can you solve <eq> for <x>',
    'Solve <eq> for <x>. Give the exact value.',
  ],
  make(rng, level) {
    return shortWorked(() => make(rng, level));
  },
};

function make(rng: Rng, level: number): Worked {
  const [x] = freeLetters(rng, []);
  const root = rng.chance(0.3) ? rng.int(-12, 12) : rng.int(-60, 60);
  const equation = layOut(level === 1 ? narrow(rng, x, root) : wide(rng, x, root, level), rng);
  const steps = solveLinear(equation, x);
  const answer = `${x} = ${root === 0 ? 0 : root}`;
  const named = steps.at(-1)?.endsWith(`$${answer}$`) === true;
  return {
    maths: { eq: writeEquation(equation), x },
    steps: named ? steps : [...steps, `So $${answer}$`],
    answer,
  };
}

function narrow(rng: Rng, x: string, root: number): LinearTerm[] {
  const a = (rng.chance(0.5) ? -1 : 1) * rng.sized(1, 29);
  return splitTerms(rng, x, a, -a * root, [rng.int(1, 3), rng.int(1, 3)], rng.pick([9, 30]));
}

/** One to three splits in all, of parts that may be far larger than their sum. */
function wide(rng: Rng, x: string, root: number, level: number): LinearTerm[] {
  const entropy = level === 2 ? 2 + 2 * rng.next() : 4 + 3 * rng.next();
  const share = entropy * (1 + rng.next()) * (1 / 3);
  const a = entropyInteger(rng, share, 1);
  const extra = rng.int(1, 3);
  const first = rng.int(0, extra);
  const size = Math.ceil(10 ** ((entropy - share) / rng.pick([0.7, 1, 2])));
  return splitTerms(rng, x, a, -a * root, [1 + first, 1 + extra - first], Math.min(size, 500_000));
}

function splitTerms(
  rng: Rng,
  x: string,
  a: number,
  constant: number,
  counts: readonly [number, number],
  size: number,
): LinearTerm[] {
  const terms = [
    ...splitNumber(a, counts[0], size, rng).map((n): LinearTerm => [n, x]),
    ...splitNumber(constant, counts[1], size, rng).map((n): LinearTerm => [n, '']),
  ];
  return terms.filter(([n]) => n !== 0 || rng.chance(0.3));
}
