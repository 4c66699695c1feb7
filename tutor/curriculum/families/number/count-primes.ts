import type { Family } from '../../family.ts';
import { smallestFactor } from '../../prime-trials.ts';

/** How many primes lie between two numbers: every odd candidate with its smallest factor. */
export const countPrimes: Family = {
  id: 'count-primes',
  topic: 'number',
  title: 'Counting primes',
  levels: ['up to 50', 'up to 200', 'up to 999'],
  phrasings: [
    'Count how many prime numbers there are between {a} and {b} (inclusive) ?',
    'How many prime numbers are there between {a} and {b} (inclusive)?',
    'How many primes lie from {a} to {b}?',
    'how many primes between {a} and {b} inclusive',
    'Count the primes from {a} to {b}.',
    'Find the number of primes from {a} to {b}, both included.',
    'Count how many primes there are from {a} to {b} inclusive.',
    'Give the number of primes between {a} and {b} (inclusive).',
    'How many numbers from {a} to {b} are prime?',
    'count the prime numbers from {a} to {b}',
    'What is the number of primes in the range {a} to {b} (inclusive)?',
    'Question 8. How many primes are there from {a} to {b}?',
    'number of primes from {a} to {b}',
    'Work out how many prime numbers lie between {a} and {b}, counting both ends.',
    'How many of the numbers {a} to {b} are prime numbers?',
    'Determine how many primes there are between {a} and {b} inclusive.',
  ],
  make(rng, level) {
    const low = rng.int(1, [30, 170, 960][level - 1]);
    const high = low + rng.int(5, [20, 30, 35][level - 1]);
    const candidates = Array.from({ length: high - low + 1 }, (_, index) => low + index).filter(
      (n) => n === 2 || (n % 2 === 1 && n > 1 && (n === 5 || n % 5 !== 0)),
    );
    const isPrime = (n: number) => smallestFactor(n) === n;
    const lines = candidates.map((n) => (isPrime(n) ? `${n} prime` : `${n} = ${smallestFactor(n)} * ${n / smallestFactor(n)}`));
    const primes = candidates.filter(isPrime);
    return {
      maths: {},
      words: { a: String(low), b: String(high) },
      steps: [
        'Leave out even numbers and those that end in $5$, but for $2$ and $5$',
        ...lines.map((line) => `> ${line}`),
        primes.length === 0 ? 'There are no primes' : `The primes are $${primes.join(', ')}$, so there are $${primes.length}$`,
      ],
      answer: String(primes.length),
    };
  },
};
