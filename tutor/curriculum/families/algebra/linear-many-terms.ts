import { freeLetters } from '../../composed.ts';
import type { Family, Worked } from '../../family.ts';
import { type LinearTerm, layOut, solveLinear, splitNumber, writeEquation } from '../../linear-terms.ts';
import type { Rng } from '../../rng.ts';
import { shortWorked } from '../../short-worked.ts';
import { hideNumbers } from '../../told-terms.ts';

/** One unknown, any number of terms on both sides, large numbers, and numbers that are told first. */
export const linearManyTerms: Family = {
  id: 'linear-many-terms',
  topic: 'algebra',
  title: 'Linear equations with many terms',
  levels: ['terms on both sides', 'larger numbers', 'a number to find first', 'two numbers to find first'],
  phrasings: [
    '{told}Solve <eq> for <x>.',
    '{told}Solve <eq> for <x>',
    '{told}Find <x> if <eq>.',
    '{told}What is <x> when <eq>?',
    '{told}Determine <x> given that <eq>.',
    '{told}Solve the equation <eq> for <x>.',
    '{told}Calculate <x> from <eq>.',
    '{told}Work out <x>: <eq>',
    '{told}solve for <x>: <eq>',
    '{told}Solve <eq> for <x> and show your working.',
    '{told}Find the value of <x> that satisfies <eq>.',
    '{told}<eq>, find <x>',
    '{told}how do i solve <eq> for <x>',
    '{told}Given <eq>, find <x>.',
    '{told}Which <x> makes <eq> true?',
    '{told}If <eq>, what is <x>?',
    '{told}can you solve <eq> for <x>',
    '{told}Solve <eq> for <x>. Give the exact value.',
  ],
  make(rng, level) {
    return shortWorked(() => make(rng, level));
  },
};

function make(rng: Rng, level: number): Worked {
  const [x, ...rest] = freeLetters(rng, []);
  const large = level === 2;
  const root = rng.chance(0.5) ? rng.int(-12, 12) : rng.int(-70, 70);
  const a = (rng.chance(0.5) ? -1 : 1) * rng.sized(1, large ? 999 : 29);
  const constant = -a * root;
  const spread = large ? rng.pick([99, 999, 2500]) : 30;
  const terms: LinearTerm[] = [
    ...splitNumber(a, rng.int(1, 3), rng.pick([9, spread, large && rng.chance(0.2) ? 999_999 : spread]), rng).map(
      (n): LinearTerm => [n, x],
    ),
    ...splitNumber(constant, rng.int(1, 3), rng.pick([9, spread, large && rng.chance(0.2) ? 99_999 : spread]), rng).map(
      (n): LinearTerm => [n, ''],
    ),
  ].filter(([n]) => n !== 0 || rng.chance(0.3));
  const equation = layOut(terms, rng);
  const hidden =
    level < 3 ? { told: '', written: [writeEquation(equation)], steps: [] } : hideNumbers([equation], level - 2, rng, rest);
  const steps = [...hidden.steps, ...solveLinear(equation, x)];
  const answer = `${x} = ${root === 0 ? 0 : root}`;
  const named = steps.at(-1)?.endsWith(`$${answer}$`) === true;
  return {
    maths: { eq: hidden.written[0], x },
    words: { told: hidden.told },
    steps: named ? steps : [...steps, `So $${answer}$`],
    answer,
  };
}
