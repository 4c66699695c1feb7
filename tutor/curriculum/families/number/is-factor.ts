import { divisionLines } from '../../column-arithmetic.ts';
import type { Family, Worked } from '../../family.ts';

/** Whether one number divides another: the remainder decides. */
export const isFactor: Family = {
  id: 'is-factor',
  topic: 'number',
  title: 'Factor or multiple',
  levels: ['up to three digits', 'up to six digits', 'larger divisors'],
  phrasings: [
    'Is <d> a factor of <n>?',
    'Is <n> a multiple of <d>?',
    'Does <d> divide <n>?',
    'is <d> a factor of <n>',
    'is <n> a multiple of <d>',
    'Is <n> divisible by <d>?',
    'Decide whether <d> divides <n>.',
    'Is <d> a divisor of <n>?',
    'True or false: <d> is a factor of <n>.',
    'does <d> go into <n> exactly',
    'Check whether <n> is a multiple of <d>.',
    'Question 2. Is <d> a factor of <n>?',
    'Can <n> be divided by <d> without a remainder?',
    'true or false: <n> is divisible by <d>',
    'Determine if <n> is divisible by <d>.',
    'Does <d> divide <n> evenly?',
    'is <n> divisible by <d>',
    'State whether <d> is a factor of <n>.',
  ],
  make(rng, level) {
    const d = [rng.int(2, 12), rng.int(2, 99), rng.sized(13, 4999)][level - 1];
    const exact = rng.chance(0.5);
    const n = d * rng.sized(1, [99, 9999, 99_999][level - 1]) + (exact ? 0 : rng.int(1, d - 1));
    return { maths: { n: String(n), d: String(d) }, ...judgeFactor(d, n) };
  },
};

/** Both at least one. */
export function judgeFactor(d: number, n: number): Pick<Worked, 'steps' | 'answer'> {
  const exact = n % d === 0;
  return {
    steps: [...divisionLines(n, d), `The remainder is $${n % d}$, so $${d}$ ${exact ? 'divides' : 'does not divide'} $${n}$`],
    answer: `\\text{${exact ? 'True' : 'False'}}`,
  };
}
