import type { Family, Worked } from '../../family.ts';
import { LARGE_FROM, largeTrials, PLAN, remainders, TRIED } from '../../large-trials.ts';
import { failedTrials, primeFactors, SMALL_PRIMES, smallestFactor } from '../../prime-trials.ts';
import type { Rng } from '../../rng.ts';
import { shortWorked } from '../../short-worked.ts';

/** Characters of a solution that is nearly all digits. */
const LONGEST_DIGITS = 950;

/** The different primes that divide a number, without their powers. */
export const listPrimeFactors: Family = {
  id: 'list-prime-factors',
  topic: 'number',
  title: 'Prime factors as a list',
  levels: ['up to 100', 'up to 2000', 'large numbers with small factors', 'up to eight digits', 'eight digits'],
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
  make: (rng, level) =>
    shortWorked(() => {
      const n = draw(rng, level);
      return { maths: { n: String(n) }, ...solvePrimeFactors(n) };
    }, LONGEST_DIGITS),
};

/** n > 1. What is left of a long number after the primes up to 37 is taken as prime, unless it is known not to be. */
export function solvePrimeFactors(n: number): Pick<Worked, 'steps' | 'answer'> {
  const steps: string[] = [];
  const factors: number[] = [];
  let rest = n;
  let from = 0;
  while (rest > LARGE_FROM) {
    const { lines, found } = largeTrials(rest, from);
    if (steps.length === 0) steps.push(PLAN);
    const factor = found ?? smallestFactor(rest);
    steps.push(...lines);
    if (factor === rest) steps.push(`> no prime up to 37 divides ${rest}: take it as prime`);
    else steps.push(...divided(rest, factor));
    factors.push(factor);
    rest /= factor;
    from = nextTrial(rest, factor);
  }
  if (rest > 1) steps.push(...solveSmall(rest, from > 1 ? 3 : 2));
  factors.push(...(rest > 1 ? primeFactors(rest) : []));
  const distinct = [...new Set(factors)].sort((a, b) => a - b);
  return { steps: [...steps, `The primes that divide $${n}$: $${distinct.join(', ')}$`], answer: distinct.join(', ') };
}

/** Trial division from `first` up to the root. */
function solveSmall(n: number, first: number): string[] {
  const steps: string[] = [];
  let rest = n;
  let from = first;
  for (const factor of primeFactors(n)) {
    steps.push(...failedTrials(rest, from));
    if (factor === rest) steps.push(`> ${rest} is prime`);
    else steps.push(`> ${rest} / ${factor} = ${rest / factor}`);
    rest /= factor;
    from = factor;
  }
  return steps;
}

/** Where the trials go on: a prime from 17 up is not tried twice, unless it does divide again. */
function nextTrial(rest: number, factor: number): number {
  const at = TRIED.indexOf(factor);
  return Math.max(0, factor < 17 || rest % factor === 0 ? at : at + 1);
}

/** The quotient is read off the parts: those of the trial itself from 17 up, where the whole number was tried. */
function divided(n: number, factor: number): string[] {
  const shown = n <= 999 || factor === 2 || factor === 5 || (factor >= 17 && factor !== 37);
  return [...(shown ? [] : [remainders(n, factor)]), `> ${n} / ${factor} = ${n / factor}`];
}

function draw(rng: Rng, level: number): number {
  if (level === 1) return rng.int(2, 100);
  if (level === 2) return rng.int(100, 2000);
  return level === 3 ? smooth(rng) : long(level === 4 ? rng.sized(3000, 99_999_999) : rng.int(1_000_000, 100_000_000));
}

/** The next number that the trials take apart: at most one of its primes is beyond 37. */
function long(start: number): number {
  for (let n = start; ; n++) {
    let rest = n;
    for (const prime of TRIED) while (rest % prime === 0) rest /= prime;
    if (rest === 1 || smallestFactor(rest) === rest) return n;
  }
}

/** Up to three small primes times one that is easily seen to be prime. */
function smooth(rng: Rng): number {
  for (;;) {
    let n = rng.int(2, 900);
    for (let count = rng.int(1, 3); count > 0; count--) n *= rng.pick(SMALL_PRIMES.slice(0, rng.int(1, 8)));
    if (n > 1000) return n;
  }
}
