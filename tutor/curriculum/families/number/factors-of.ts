import type { Family } from '../../family.ts';

/** All divisors of a number, found in pairs. */
export const factorsOf: Family = {
  id: 'factors-of',
  topic: 'number',
  title: 'Factors of a number',
  levels: ['up to 50', 'up to 150'],
  phrasings: [
    'List all the factors of <n>.',
    'Find all factors of <n>.',
    'factors of <n>',
    'What are the factors of <n>?',
    'list the factors of <n>',
    'Write down all the factors of <n>.',
    'all divisors of <n>',
    'Find the divisors of <n>.',
    'What numbers divide <n>?',
    'give all the factors of <n>',
    'Which whole numbers are factors of <n>?',
    'State all the divisors of <n>.',
    'Question 1. List the factors of <n>.',
    'what are all the factors of <n>',
    'Find every positive divisor of <n>.',
    'Work out all the factors of <n>.',
    'how do i find the factors of <n>',
    'Name the factors of <n>',
    'factors of <n>?',
    'which numbers go into <n>',
    'what numbers divide <n> exactly',
  ],
  make(rng, level) {
    const n = level === 1 ? rng.int(1, 50) : rng.int(51, 150);
    const low = Array.from({ length: Math.floor(Math.sqrt(n)) }, (_, index) => index + 1).filter((d) => n % d === 0);
    const all = [...new Set([...low, ...low.map((d) => n / d).reverse()])];
    return {
      maths: { n: String(n) },
      steps: [
        `Find the pairs that multiply to $${n}$`,
        ...low.map((d) => `> ${d} * ${n / d} = ${n}`),
        `In order: $${all.join(', ')}$`,
      ],
      answer: all.join(', '),
    };
  },
};
