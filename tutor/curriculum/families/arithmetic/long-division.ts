import { divisionLines } from '../../column-arithmetic.ts';
import type { Family } from '../../family.ts';
import { EVALUATE } from './evaluate-phrasings.ts';

/** Divisions that come out whole, one digit of the quotient a line. */
export const longDivision: Family = {
  id: 'long-division',
  topic: 'arithmetic',
  title: 'Division without remainder',
  levels: ['one-digit divisors', 'divisors up to 12', 'two-digit divisors', 'larger numbers'],
  phrasings: [
    ...EVALUATE,
    'Divide <a> by <b>.',
    'What is <a> divided by <b>?',
    '<a> divided by <b>',
    'How many times does <b> go into <a>?',
    'divide <a> by <b>',
    'use long division for <expr>',
    'Use long division to work out <a> divided by <b>.',
    'Find the quotient <expr>.',
    'What do you get when you divide <a> by <b>?',
    'Share <a> into <b> equal parts. How big is each?',
    '<a> shared equally between <b>',
    'how many <b>s are there in <a>',
    'how often does <b> fit into <a>',
    'Work out <a> divided by <b>.',
    'help me divide <a> by <b>',
    'How much is <a> divided by <b>?',
  ],
  make(rng, level) {
    const divisor = [rng.int(1, 9), rng.int(3, 12), rng.int(11, 99), rng.int(13, 99)][level - 1];
    const quotient = [rng.sized(0, 99), rng.sized(2, 99_999), rng.sized(2, 99), rng.sized(100, 999_999)][level - 1];
    const dividend = divisor * quotient;
    const expr = `${dividend} \\div ${divisor}`;
    const table = divisor > 1 && quotient > 9;
    return {
      maths: { expr, a: String(dividend), b: String(divisor) },
      steps: [
        ...(table ? divisionLines(dividend, divisor) : []),
        ...(table ? [`Read off the quotient: $${expr} = ${quotient}$`] : [`Divide: $${expr} = ${quotient}$`]),
        ...(table ? [] : [`Check: $${quotient} \\cdot ${divisor} = ${dividend}$`]),
      ],
      answer: String(quotient),
    };
  },
};
