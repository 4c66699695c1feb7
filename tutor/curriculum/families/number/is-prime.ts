import type { Family, Worked } from '../../family.ts';
import { LARGE_FROM, largeTrials, PLAN, TRIED } from '../../large-trials.ts';
import { failedTrials, SMALL_PRIMES, smallestFactor } from '../../prime-trials.ts';
import type { Rng } from '../../rng.ts';

/** Whether a number is prime, by trial division: up to its root, or for a long number up to 37. */
export const isPrime: Family = {
  id: 'is-prime',
  topic: 'number',
  title: 'Prime or not',
  levels: ['up to 100', 'up to 999', 'up to 2800', 'up to seven digits', 'up to ten digits'],
  phrasings: [
    'Is <n> {claim}?',
    'is <n> {claim}',
    'Decide whether <n> is {claim}.',
    'Check if <n> is {claim}',
    'Determine whether <n> is {claim}.',
    '<n> {claim}?',
    'Is the number <n> {claim}?',
    '{claim}: <n>',
    'True or false: <n> is {claim}.',
    'Test whether <n> is {claim}.',
    'Can you tell me if <n> is {claim}?',
    'Work out if <n> is {claim}.',
    'Show whether <n> is {claim} or not.',
    'true or false? <n> is {claim}',
    'Question 5. Is <n> {claim}?',
    'Find out whether <n> is {claim}.',
    'How do I know if <n> is {claim}?',
    'State whether <n> is {claim}.',
    'is <n> {claim} or not',
    'can you tell me if <n> is {claim}',
    '<n> is {claim}. True or false?',
    '<n> is {claim}',
    'true or false: <n> is {claim}',
    '<n>: {claim} or not?',
    '{claim}? <n>',
    '{claim}: <n>, true or false',
    'Is it true that <n> is {claim}?',
    'Say whether <n> is {claim}.',
    '{claim} or not: <n>',
    'I say that <n> is {claim}. Am I right?',
    'check that <n> is {claim}',
  ],
  make(rng, level) {
    const n = draw(rng, level);
    const prime = rng.chance(0.6);
    const claim = rng.pick(prime ? ['prime', 'a prime number'] : ['composite', 'a composite number']);
    return { maths: { n: String(n) }, words: { claim }, ...judgePrime(n, prime) };
  },
};

/** Whether "n is prime" is true, or, when `prime` is false, whether "n is composite" is. */
export function judgePrime(n: number, prime: boolean): Pick<Worked, 'steps' | 'answer'> {
  const isOne = n > 1 && smallestFactor(n) === n;
  const steps = n < 2 ? [`A prime has two divisors and a composite number more, but $${n}$ is neither`] : test(n);
  return { steps, answer: `\\text{${(prime ? isOne : n > 1 && !isOne) ? 'True' : 'False'}}` };
}

function test(n: number): string[] {
  if (n > LARGE_FROM) return testLarge(n);
  const factor = smallestFactor(n);
  const past = SMALL_PRIMES.find((p) => p * p > n) ?? 59;
  const plan = `Try the primes whose square is at most $${n}$: $${past}^2 = ${past * past}$ is too large`;
  if (factor === n) return [plan, ...failedTrials(n, 2), `None of them divides $${n}$, so it is prime`];
  return [
    plan,
    ...failedTrials(n, 2),
    `> ${n} / ${factor} = ${n / factor}`,
    `It has a smaller factor: $${n} = ${factor} \\cdot ${n / factor}$, so it is not prime`,
  ];
}

/** A long number without a small factor is taken as prime; where that would be wrong, its factor is named. */
function testLarge(n: number): string[] {
  const { lines, found } = largeTrials(n);
  const factor = found ?? smallestFactor(n);
  const verdict =
    factor === n
      ? `No prime up to $37$ divides $${n}$: take it as prime`
      : `It has a smaller factor: $${factor}$ divides $${n}$, so it is not prime`;
  return [PLAN, ...lines, verdict];
}

/** Long numbers: half prime, half with a factor that the trials find, a small one more often. */
function drawLarge(rng: Rng, digits: number): number {
  const size = Math.floor(10 ** digits);
  if (rng.chance(0.5)) {
    for (let n = rng.int(size / 2, size * 2) | 1; ; n += 2) if (smallestFactor(n) === n) return n;
  }
  const factor = rng.chance(0.3) ? rng.pick([2, 3, 5, 7]) : rng.pick(TRIED);
  return factor * (rng.int(Math.ceil(size / factor / 2), Math.ceil((size * 2) / factor)) | 1);
}

/** Half of them prime; the others more often without a small factor than chance would have it. */
function draw(rng: Rng, level: number): number {
  if (level > 3) return drawLarge(rng, level === 4 ? 3.6 + 3 * rng.next() : 7 + 2 * rng.next());
  const [low, high] = [
    [0, 100],
    [100, 999],
    [1000, 2800],
  ][level - 1];
  if (rng.chance(0.2)) return rng.int(low, high);
  const wanted = rng.chance(0.6);
  for (;;) {
    const n = rng.int(Math.max(low, 4), high);
    const factor = smallestFactor(n);
    if (wanted ? factor === n : factor > 2 && factor < n) return n;
  }
}
