import { differenceLines } from '../../column-arithmetic.ts';
import type { Family, Worked } from '../../family.ts';
import { primeCountLine, primesUpTo } from '../../prime-table.ts';
import { smallestFactor } from '../../prime-trials.ts';
import type { Rng } from '../../rng.ts';

/** How many primes lie between two numbers: each candidate of a short range with its smallest factor; a long range by the table. */
export const countPrimes: Family = {
  id: 'count-primes',
  topic: 'number',
  title: 'Counting primes',
  levels: ['up to 50', 'up to 999', 'long ranges up to 2,000', 'long ranges up to 10,000'],
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
    if (level <= 2) return oneByOne(...shortRange(rng, level));
    const most = level === 3 ? 2000 : 10_000;
    const low = rng.int(1, most - 40);
    return byTable(low, rng.int(low + 36, most));
  },
};

function shortRange(rng: Rng, level: number): [number, number] {
  const low = rng.int(1, level === 1 ? 30 : 960);
  return [low, low + rng.int(5, level === 1 ? 20 : 35)];
}

function oneByOne(low: number, high: number): Worked {
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
}

/** By the table of primes: how many up to the end, less how many before the start. */
function byTable(low: number, high: number): Worked {
  const [all, before] = [primesUpTo(high), primesUpTo(low - 1)];
  return {
    maths: {},
    words: { a: String(low), b: String(high) },
    steps: [
      'Count with a table of primes, from the hundred below',
      primeCountLine(high),
      `Primes up to $${high}$: $${all}$`,
      primeCountLine(low - 1),
      `Primes before $${low}$: $${before}$`,
      ...differenceLines(all, before),
      `Subtract: $${all} - ${before} = ${all - before}$`,
    ],
    answer: String(all - before),
  };
}
