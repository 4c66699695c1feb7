import type { Family } from '../../family.ts';
import { sum, term } from '../../polynomial.ts';
import { fraction } from '../../quotient.ts';

/** The inverse of a linear function. */
export const inverseFunction: Family = {
  id: 'inverse-function',
  topic: 'algebra',
  title: 'Inverse functions',
  levels: ['ax + b', 'a fraction'],
  phrasings: [
    'Find the inverse of <f>.',
    'What is the inverse function of <f>?',
    'If <f>, find <inverse>.',
    'Work out <inverse> if <f>.',
    'inverse of <f>',
    '<f>, find <inverse>',
    'Given <f>, find the inverse function.',
    'how do i find the inverse of <f>',
    'Determine <inverse> for <f>.',
    'Let <f>. Find <inverse>.',
    'The function is <f>. What is its inverse?',
    'Find an expression for <inverse> when <f>.',
    'Question 8. Find the inverse of <f>.',
    'can you find the inverse function of <f>',
    'Write down the inverse of <f>.',
    'Find the inverse function: <f>',
  ],
  make(rng, level) {
    const name = rng.pick(['f', 'f', 'f', 'g', 'h']);
    const [a, b] = [rng.int(level === 1 ? 1 : 2, 9), rng.nonzero(-12, 12)];
    const inverse = `${name}^{-1}(x)`;
    const moved = (left: string) => `${b > 0 ? `Subtract $${b}$ from` : `Add $${-b}$ to`} both sides: $${left}$`;
    if (level === 1) {
      const top = sum('x', String(-b));
      const answer = a === 1 ? top : fraction(top, a);
      return {
        maths: { f: `${name}(x) = ${sum(term(a, 'x'), String(b))}`, inverse },
        steps: [
          `Write $x = ${sum(term(a, 'y'), String(b))}$ and solve for $y$`,
          moved(`${top} = ${term(a, 'y')}`),
          ...(a === 1 ? [] : [`Divide both sides by $${a}$: $${answer} = y$`]),
          `The inverse is $${answer}$`,
        ],
        answer,
      };
    }
    const answer = sum(`${a}x`, String(-b));
    return {
      maths: { f: `${name}(x) = ${fraction(sum('x', String(b)), a)}`, inverse },
      steps: [
        `Write $x = ${fraction(sum('y', String(b)), a)}$ and solve for $y$`,
        `Multiply both sides by $${a}$: $${a}x = ${sum('y', String(b))}$`,
        moved(`${answer} = y`),
        `The inverse is $${answer}$`,
      ],
      answer,
    };
  },
};
