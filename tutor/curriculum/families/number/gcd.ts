import { euclidLines } from '../../column-arithmetic.ts';
import type { Family, Worked } from '../../family.ts';
import { primeFactors } from '../../prime-trials.ts';
import { gcd as greatest } from '../../quotient.ts';
import type { Rng } from '../../rng.ts';
import { shortWorked } from '../../short-worked.ts';

/** The greatest common divisor by Euclid's algorithm. */
export const gcd: Family = {
  id: 'gcd',
  topic: 'number',
  title: 'Greatest common divisor',
  levels: ['two small numbers', 'two three-digit numbers', 'three numbers', 'large numbers', 'up to eight digits'],
  phrasings: [
    'Find the greatest common divisor of {list}.',
    'What is the greatest common divisor of {list}?',
    'gcd of {list}',
    'Find the highest common factor of {list}.',
    'hcf of {list}',
    '<expr>',
    'Calculate <expr>',
    'Work out the HCF of {list}.',
    'What is the highest common factor of {list}?',
    'find the gcd of {list}',
    'Determine the GCD of {list}.',
    'Find the largest number that divides {list}.',
    'Compute <expr>.',
    'greatest common factor of {list}',
    'What is the GCF of {list}?',
    'Use the Euclidean algorithm to find the gcd of {list}.',
    'whats the hcf of {list}',
    'Find <expr>',
    'Question 7. Find the highest common factor of {list}.',
    'How do I find the greatest common divisor of {list}?',
    'Calculate the highest common divisor of {list}.',
    'What is the greatest common factor of {list}?',
    'Calculate the greatest common divisor of {list}.',
    'Calculate the highest common factor of {list}.',
    'Find the Greatest Common Divisor (GCD) of these numbers: {list}. Give only the GCD as your final answer.',
    'What is the biggest number that goes into {list}?',
    'Find the Greatest Common Divisor (GCD) of these numbers: {list}',
    'biggest number that divides {list} exactly',
    'highest number that goes into both of {list}',
  ],
  make: (rng, level) =>
    shortWorked(() => {
      const values = draw(rng, level);
      return {
        maths: { expr: `\\gcd(${values.join(', ')})` },
        words: { list: `${values.slice(0, -1).join(', ')} and ${values[values.length - 1]}` },
        ...solveGcd(values),
      };
    }),
};

/** Two or three numbers. */
export function solveGcd(values: readonly number[]): Pick<Worked, 'steps' | 'answer'> {
  const [a, b, c] = values;
  const answer = values.reduce(greatest);
  const steps = c === undefined ? euclidLines(a, b) : [...euclidLines(a, b), ...euclidLines(greatest(a, b), c)];
  return {
    steps: [...steps, `The last remainder above zero is the answer: $\\gcd(${values.join(', ')}) = ${answer}$`],
    answer: String(answer),
  };
}

/** A number times two without a common factor, whose product has a given size: often one small and one long. */
function apart(rng: Rng): number[] {
  const digits = 1 + (rng.next() * 8) / 3;
  const shared = rng.int(1, Math.ceil(10 ** digits));
  const product = rng.int(1, Math.ceil(10 ** Math.max(1, 8 - digits)));
  const powers = rng.shuffle(primePowers(product));
  const taken = powers.length > 1 && rng.chance(0.8) ? rng.int(1, powers.length - 1) : rng.int(0, powers.length);
  const left = powers.slice(0, taken);
  const first = left.reduce((a, b) => a * b, 1);
  return rng.shuffle([shared * first, shared * (product / first)]);
}

/** The largest powers of different primes that divide n. */
function primePowers(n: number): number[] {
  const factors = n < 2 ? [] : primeFactors(n);
  return [...new Set(factors)].map((prime) => factors.filter((each) => each === prime).reduce((a, b) => a * b, 1));
}

function draw(rng: Rng, level: number): number[] {
  if (level === 5) return apart(rng);
  if (level === 4) {
    const shared = rng.sized(1, 999);
    return rng.shuffle([shared * rng.sized(1, 99), shared * rng.sized(10, 99_999)]);
  }
  const common = rng.chance(0.12) ? 1 : rng.int(2, [9, 30, 12][level - 1]);
  const most = [10, 32, 12][level - 1];
  return Array.from({ length: level === 3 ? 3 : 2 }, () => common * rng.int(1, most));
}
