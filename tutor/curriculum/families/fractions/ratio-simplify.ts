import type { Family } from '../../family.ts';
import { gcd } from '../../quotient.ts';
import { gcdLines } from '../../rational.ts';

/** A ratio in its simplest whole numbers. */
export const ratioSimplify: Family = {
  id: 'ratio-simplify',
  topic: 'fractions',
  title: 'Simplify a ratio',
  levels: ['two small numbers', 'two larger numbers', 'three numbers'],
  phrasings: [
    'Simplify the ratio {ratio}.',
    'simplify the ratio {ratio}',
    'Write the ratio {ratio} in its simplest form.',
    'Reduce the ratio {ratio} to lowest terms',
    'What is the ratio {ratio} in simplest form?',
    'ratio {ratio} simplified',
    'Simplify {ratio} as a ratio',
    'Give the ratio {ratio} in its simplest form.',
    'Cancel down the ratio {ratio}.',
    'how do you simplify the ratio {ratio}',
    'Express {ratio} as a ratio in its lowest terms.',
    'Find the simplest form of the ratio {ratio}.',
    'Question 1. Simplify the ratio {ratio}.',
    'Fully simplify the ratio {ratio}',
    'put the ratio {ratio} in simplest form',
    'Can the ratio {ratio} be simplified? Do it.',
    'simplest form of the ratio {ratio}',
    'Work out the ratio {ratio} in lowest terms',
    '{ratio} in its simplest form',
    'put {ratio} in simplest form',
    'what is {ratio} as a simple ratio',
    'cancel {ratio}',
    'the ratio {ratio} simplified is',
    'Write the ratio {ratio} in the form a : b with the smallest whole numbers.',
    'how do u simplify {ratio}',
    '{ratio} as simple as possible',
  ],
  make(rng, level) {
    const size = level === 2 ? 40 : 12;
    const common = rng.chance(0.07) ? 1 : rng.int(2, level === 2 ? 20 : 9);
    const parts = Array.from({ length: level === 3 ? 3 : 2 }, () => common * rng.int(1, size));
    const divisor = parts.reduce(gcd);
    const ratio = parts.join(' : ');
    const simple = parts.map((part) => part / divisor).join(' : ');
    const [a, b, c] = parts;
    const lines = [...gcdLines(a, b), ...(c === undefined ? [] : gcdLines(gcd(a, b), c))];
    return {
      maths: {},
      words: { ratio: parts.join(rng.pick([':', ':', ' : ', ' to '])) },
      steps: [
        ...lines,
        divisor === 1
          ? `No number but $1$ divides all parts, so it is simplest: $${ratio}$`
          : `Divide every part by $${divisor}$: $${ratio} = ${simple}$`,
      ],
      answer: simple,
    };
  },
};
