import type { Family } from '../../family.ts';
import { failedTrials, SMALL_PRIMES, smallestFactor } from '../../prime-trials.ts';
import type { Rng } from '../../rng.ts';

/** Whether a number is prime, by trial division up to its root. */
export const isPrime: Family = {
  id: 'is-prime',
  topic: 'number',
  title: 'Prime or not',
  levels: ['up to 100', 'up to 400', 'up to 999'],
  phrasings: [
    'Is <n> prime?',
    'Is <n> a prime number?',
    'is <n> prime or not',
    'Decide whether <n> is prime.',
    'Check if <n> is a prime number',
    'Determine whether <n> is a prime number.',
    '<n> prime?',
    'Is the number <n> prime or composite?',
    'prime or not: <n>',
    'Test whether <n> is prime.',
    'Can you tell me if <n> is prime?',
    'Work out if <n> is prime.',
    'Show whether <n> is prime or not.',
    'is <n> a prime',
    'Question 5. Is <n> prime?',
    'Find out whether <n> is a prime number.',
    'How do I know if <n> is prime?',
    'State whether <n> is prime.',
  ],
  make(rng, level) {
    const n = draw(rng, level);
    const answer = n > 1 && smallestFactor(n) === n ? '\\text{prime}' : '\\text{not prime}';
    return { maths: { n: String(n) }, steps: n < 2 ? [`A prime has exactly two divisors, and $${n}$ has not`] : test(n), answer };
  },
};

function test(n: number): string[] {
  const factor = smallestFactor(n);
  const past = SMALL_PRIMES.find((p) => p * p > n) ?? 37;
  const plan = `Try the primes whose square is at most $${n}$: $${past}^2 = ${past * past}$ is too large`;
  if (factor === n) return [plan, ...failedTrials(n, 2), `None of them divides $${n}$, so it is prime`];
  return [
    plan,
    ...failedTrials(n, 2),
    `> ${n} / ${factor} = ${n / factor}`,
    `It has a smaller factor: $${n} = ${factor} \\cdot ${n / factor}$, so it is not prime`,
  ];
}

/** Half of them prime; the others more often without a small factor than chance would have it. */
function draw(rng: Rng, level: number): number {
  const [low, high] = [
    [0, 100],
    [100, 400],
    [400, 999],
  ][level - 1];
  if (rng.chance(0.2)) return rng.int(low, high);
  const wanted = rng.chance(0.6);
  for (;;) {
    const n = rng.int(Math.max(low, 4), high);
    const factor = smallestFactor(n);
    if (wanted ? factor === n : factor > 2 && factor < n) return n;
  }
}
