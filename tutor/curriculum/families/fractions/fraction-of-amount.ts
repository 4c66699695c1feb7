import { divisionLines, productLines } from '../../column-arithmetic.ts';
import type { Family } from '../../family.ts';
import { gcd } from '../../quotient.ts';
import { wordAmount } from './amount.ts';

/** A fraction of an amount: divide by the denominator, multiply by the numerator. */
export const fractionOfAmount: Family = {
  id: 'fraction-of-amount',
  topic: 'fractions',
  title: 'Fraction of an amount',
  levels: ['small numbers', 'larger numbers'],
  phrasings: [
    'What is <q> of {amount}?',
    'Find <q> of {amount}.',
    'Work out <q> of {amount}',
    '<q> of {amount}',
    'calculate <q> of {amount}',
    'how much is <q> of {amount}',
    'Determine <q> of {amount}.',
    'Calculate <q> of {amount}.',
    'whats <q> of {amount}',
    'Find the value of <q> of {amount}.',
    'compute <q> of {amount}',
    'Someone spends <q> of {amount}. How much is that?',
    'Take <q> of {amount}.',
    'How do I find <q> of {amount}?',
    'Question 2. Work out <q> of {amount}.',
    'What do you get if you take <q> of {amount}?',
    '<q> of {amount} = ?',
    'i need <q> of {amount}',
    'what is <q> out of {amount}',
    'i spend <q> of {amount}, how much is that',
    'take <q> of {amount}',
    'how do i find <q> of {amount}',
    '<q> of {amount} is what?',
    'There is {amount} and <q> of it is used. How much is used?',
    '<q> times {amount}',
  ],
  make(rng, level) {
    const bottom = rng.int(2, level === 1 ? 10 : 20);
    let top = rng.int(1, bottom - 1);
    while (gcd(top, bottom) > 1) top = rng.int(1, bottom - 1);
    const one = rng.sized(1, level === 1 ? 20 : 400);
    const amount = one * bottom;
    return {
      maths: { q: `\\frac{${top}}{${bottom}}`, n: String(amount) },
      words: { amount: wordAmount(String(amount), rng) },
      steps: [
        ...(amount > 99 ? divisionLines(amount, bottom) : []),
        `Divide by the denominator: $${amount} \\div ${bottom} = ${one}$`,
        ...(top === 1 ? [] : [...productLines(one, top), `Multiply by the numerator: $${one} \\cdot ${top} = ${one * top}$`]),
      ],
      answer: String(one * top),
    };
  },
};
