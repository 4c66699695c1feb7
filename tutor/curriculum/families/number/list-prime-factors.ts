import { divisionLines } from '../../column-arithmetic.ts';
import type { Family, Worked } from '../../family.ts';
import { failedTrials, primeFactors, SMALL_PRIMES } from '../../prime-trials.ts';
import type { Rng } from '../../rng.ts';

/** The different primes that divide a number, without their powers. */
export const listPrimeFactors: Family = {
  id: 'list-prime-factors',
  topic: 'number',
  title: 'Prime factors as a list',
  levels: ['up to 100', 'up to 2000', 'large numbers with small factors'],
  phrasings: [
    'What are the prime factors of <n>?',
    'List the prime factors of <n>.',
    'list the prime factors of <n>',
    'Which primes divide <n>?',
    'what are the prime factors of <n>',
    'List the distinct prime factors of <n>.',
    'Find the different prime factors of <n>.',
    'Name the prime factors of <n>.',
    'Which prime numbers are factors of <n>?',
    'Give a list of the prime factors of <n>.',
    'State the prime factors of <n>.',
    'list all primes that divide <n>',
    'Question 3. List the prime factors of <n>.',
    'Find all prime divisors of <n>.',
    'whats the list of prime factors of <n>',
    'What primes divide <n>?',
    'Write down the prime factors of <n> in a list.',
    'prime divisors of <n>',
  ],
  make(rng, level) {
    const n = level === 1 ? rng.int(2, 100) : level === 2 ? rng.int(100, 2000) : large(rng);
    return { maths: { n: String(n) }, ...solvePrimeFactors(n) };
  },
};

/** n > 1; what is left after the small primes is at most about 3000. */
export function solvePrimeFactors(n: number): Pick<Worked, 'steps' | 'answer'> {
  const steps: string[] = [];
  const factors = primeFactors(n);
  let rest = n;
  let from = 2;
  for (const factor of factors) {
    steps.push(...failedTrials(rest, from));
    if (factor === rest) steps.push(`> ${rest} is prime`);
    else steps.push(...(rest > 999 ? divisionLines(rest, factor) : []), `> ${rest} / ${factor} = ${rest / factor}`);
    rest /= factor;
    from = factor;
  }
  const distinct = [...new Set(factors)];
  return { steps: [...steps, `The primes that divide $${n}$: $${distinct.join(', ')}$`], answer: distinct.join(', ') };
}

/** Up to three small primes times one that is easily seen to be prime. */
function large(rng: Rng): number {
  for (;;) {
    let n = rng.int(2, 900);
    for (let count = rng.int(1, 3); count > 0; count--) n *= rng.pick(SMALL_PRIMES.slice(0, rng.int(1, 8)));
    const longest = solvePrimeFactors(n).steps.join('\n').length;
    if (n > 1000 && longest < 800) return n;
  }
}
