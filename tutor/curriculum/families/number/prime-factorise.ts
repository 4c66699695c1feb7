import type { Family } from '../../family.ts';
import { failedTrials, primeFactors, SMALL_PRIMES } from '../../prime-trials.ts';
import type { Rng } from '../../rng.ts';

/** A whole number as a product of primes, dividing from the smallest prime up. */
export const primeFactorise: Family = {
  id: 'prime-factorise',
  topic: 'number',
  title: 'Prime factorisation',
  levels: ['up to 100', 'three-digit numbers', 'larger numbers with small factors'],
  phrasings: [
    'Write <n> as a product of primes.',
    'Find the prime factorisation of <n>.',
    'prime factorization of <n>',
    'Factorise <n> into primes',
    'What are the prime factors of <n>? Write as a product.',
    'Express <n> as a product of its prime factors.',
    'prime factors of <n>',
    'Decompose <n> into prime factors.',
    'Find the prime factorization of <n>',
    'break <n> down into primes',
    'Write <n> as a product of powers of primes.',
    'What is the prime factorisation of <n>?',
    'factor <n> into primes',
    'Question 2. Write <n> as the product of its prime factors.',
    'prime factorise <n>',
    'Give <n> in index form as a product of primes.',
    'how do i write <n> as product of primes',
    'Use a factor tree to write <n> as a product of primes.',
  ],
  make(rng, level) {
    const n = draw(rng, level);
    const { steps, factors } = trials(n);
    const [written, answer] = [factors.join(' \\cdot '), writePowers(factors)];
    if (factors.length > 1) steps.push(`Collect the primes: $${n} = ${written}${answer === written ? '' : ` = ${answer}`}$`);
    return { maths: { n: String(n) }, steps, answer };
  },
};

/** The same with every factor written out. */
export const primeFactorProduct: Family = {
  id: 'prime-factor-product',
  topic: 'number',
  title: 'Prime factors one by one',
  levels: ['up to 100', 'up to 1000', 'larger numbers with small factors'],
  phrasings: [
    'Find the prime factorization of <n>. Write the factors separated by × (Example: for 12 the answer would be: 2 × 2 × 3)',
    'Find the prime factorization of <n>. Write the factors separated by ×.',
    'What is the prime factorization of <n>? Separate the factors with ×, repeated ones too.',
    'Write <n> as a product of primes without powers.',
    'prime factorisation of <n>, written out without powers',
    'Find the prime factorization of <n>. Write the factors separated by × (Example: for 20 the answer would be: 2 × 2 × 5)',
    'Factor <n> into primes and write each prime as often as it occurs.',
    'Write <n> as a product of prime factors, such as 2 × 2 × 3 for 12.',
    'Give the prime factorization of <n> with × between the factors (Example: 18 is 2 × 3 × 3).',
    'write <n> as primes multiplied together, no powers',
    'Split <n> into prime factors. Write the factors with × and do not use exponents.',
    'Prime factors of <n> separated by × (for 8 it would be 2 × 2 × 2)',
    'Decompose <n> into primes, every factor written out.',
    'Question 6. Write <n> as a product of primes. Do not use index form.',
    'Factorise <n> into primes. Use × and no exponents.',
    'What primes multiply to <n>? Write them all with × between them.',
    'Find the prime factorization of <n>. Write the factors separated by × (Example: for 45 the answer would be: 3 × 3 × 5)',
  ],
  make(rng, level) {
    const n = level === 2 ? rng.int(2, 1000) : draw(rng, level);
    const { steps, factors } = trials(n);
    const answer = factors.join(' \\cdot ');
    if (factors.length > 1) steps.push(`Write the primes in order: $${n} = ${answer}$`);
    return { maths: { n: String(n) }, steps, answer };
  },
};

/** Division by every prime from the smallest up; ends with a line of its own when the number is prime. */
function trials(n: number): { steps: string[]; factors: number[] } {
  const factors = primeFactors(n);
  const steps: string[] = [];
  let rest = n;
  let from = 2;
  for (const factor of factors) {
    steps.push(...failedTrials(rest, from));
    if (factor === rest) steps.push(`> ${rest} is prime`);
    else steps.push(`> ${rest} / ${factor} = ${rest / factor}`);
    rest /= factor;
    from = factor;
  }
  if (factors.length === 1) steps.push(`It has no smaller prime factor: $${n}$ is prime`);
  return { steps, factors };
}

function writePowers(factors: readonly number[]): string {
  return [...new Set(factors)]
    .map((prime) => {
      const count = factors.filter((factor) => factor === prime).length;
      return count === 1 ? String(prime) : `${prime}^${count > 9 ? `{${count}}` : count}`;
    })
    .join(' \\cdot ');
}

function draw(rng: Rng, level: number): number {
  if (level === 1) return rng.int(2, 100);
  if (level === 2) return rng.chance(0.5) ? rng.int(100, 999) : product(rng, 100, 999);
  return product(rng, 1000, 9999);
}

/** A product of small primes within the bounds. */
function product(rng: Rng, low: number, high: number): number {
  for (;;) {
    let n = 1;
    while (n < low) n *= rng.chance(0.75) ? rng.pick([2, 2, 2, 3, 3, 5, 7]) : rng.pick(SMALL_PRIMES);
    if (n <= high) return n;
  }
}
