import { columnSum, divisionLines, productLines } from '../../column-arithmetic.ts';
import type { Family } from '../../family.ts';

/** Quotient and remainder, checked by multiplying back. */
export const divisionWithRemainder: Family = {
  id: 'division-with-remainder',
  topic: 'arithmetic',
  title: 'Division with remainder',
  levels: ['one-digit divisors', 'divisors up to 25', 'two-digit divisors'],
  phrasings: [
    'Divide <a> by <b> and give the remainder.',
    'What is <a> divided by <b> with remainder?',
    '<expr> with remainder',
    'Find the quotient and remainder when <a> is divided by <b>.',
    'work out <expr>, give quotient and remainder',
    'Calculate <expr> as a whole number and a remainder',
    '<a> divided by <b> quotient and remainder',
    'How many times does <b> go into <a>, and what is left over?',
    'Use long division with remainder: <expr>',
    'Write <expr> as a quotient and a remainder.',
    'What are the quotient and the remainder of <expr>?',
    'divide <a> by <b> with remainder',
    'do long division with remainder: <expr>',
    'How often does <b> fit into <a> and what remains?',
    '<expr> remainder?',
    'Carry out the division <expr> and state the remainder.',
    'Question 6. Divide <a> by <b>, giving the remainder.',
    'if i divide <a> by <b> what is the quotient and the remainder',
    'How many times does <b> fit into <a> and what is left over?',
    'how many times does <b> go in <a> and how much is left',
    'Give the quotient and the remainder of <a> divided by <b>.',
    'Work out <a> divided by <b>. Give the quotient and the remainder.',
    'Find <expr> with the remainder.',
    'quotient and remainder of <expr>',
    'Calculate <a> divided by <b> with remainder.',
    'divide <a> by <b>, whole number and remainder please',
  ],
  make(rng, level) {
    const divisor = [rng.int(2, 9), rng.int(3, 25), rng.int(11, 99)][level - 1];
    const dividend = [rng.sized(1, 9999), rng.sized(10, 99_999), rng.sized(10, 999_999)][level - 1];
    const quotient = Math.floor(dividend / divisor);
    const rest = dividend % divisor;
    const product = quotient * divisor;
    return {
      maths: { expr: `${dividend} \\div ${divisor}`, a: String(dividend), b: String(divisor) },
      steps: [
        ...divisionLines(dividend, divisor),
        `The quotient is $${quotient}$ and the remainder is $${rest}$`,
        ...(quotient > 9 && product < 100_000 ? productLines(quotient, divisor) : []),
        ...(quotient > 9 && product > 999 && product < 100_000 && rest > 0 ? [columnSum(product, rest)] : []),
        `Check: $${quotient} \\cdot ${divisor} + ${rest} = ${product} + ${rest} = ${dividend}$`,
      ].filter((line) => product < 100_000 || !line.startsWith('Check')),
      answer: `${quotient} \\text{ remainder } ${rest}`,
    };
  },
};
