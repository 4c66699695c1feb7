/** Questions about whole numbers, asked of numbers of about the given digits: what is asked, and its worked answer. */
import { shareOut } from '../../entropy.ts';
import type { Worked } from '../../family.ts';
import { primeFactors, smallestFactor } from '../../prime-trials.ts';
import { gcd } from '../../quotient.ts';
import { type Rational, rational } from '../../rational.ts';
import type { Rng } from '../../rng.ts';
import { solveGcd } from '../number/gcd.ts';
import { judgeFactor } from '../number/is-factor.ts';
import { judgePrime } from '../number/is-prime.ts';
import { solveLcm } from '../number/lcm.ts';
import { solvePrimeFactors } from '../number/list-prime-factors.ts';
import { remainderSteps } from '../number/modular.ts';
import { placeName, solvePlace } from '../number/place-value.ts';

export interface NumberQuestion {
  readonly values: readonly Rational[];
  /** Whether an expression may stand in the question in place of a letter. */
  readonly inline: boolean;
  readonly write: (names: readonly string[]) => string;
  readonly solved: Pick<Worked, 'steps' | 'answer'>;
}

/** One of about 10^entropy numbers from `least` up. */
export function unsigned(rng: Rng, entropy: number, least = 0): number {
  return rng.int(least, Math.ceil(10 ** entropy + least));
}

/** Either "Calculate the …." or "What is the …?". */
function asked(rng: Rng, what: (names: readonly string[]) => string): (names: readonly string[]) => string {
  return rng.chance(0.5) ? (names) => `Calculate the ${what(names)}.` : (names) => `What is the ${what(names)}?`;
}

export function common(rng: Rng, entropy: number): NumberQuestion {
  const forValue = 1 + (rng.next() * entropy) / 3;
  const shared = unsigned(rng, forValue, 1);
  const [p, q] = coprimePair(unsigned(rng, Math.max(1, entropy - forValue), 1), rng);
  const values = [shared * p, shared * q];
  const name = `${rng.pick(['greatest', 'highest'])} common ${rng.pick(['divisor', 'factor'])}`;
  return {
    values: values.map((n) => rational(n)),
    inline: false,
    write: asked(rng, ([a, b]) => `${name} of ${a} and ${b}`),
    solved: solveGcd(values),
  };
}

/** n as a product of two numbers without a common factor. */
function coprimePair(n: number, rng: Rng): [number, number] {
  const left = [...new Set(n > 1 ? primeFactors(n) : [])].filter(() => rng.chance(0.5));
  const p = (n > 1 ? primeFactors(n) : []).reduce((product, prime) => (left.includes(prime) ? product * prime : product), 1);
  return [p, n / p];
}

export function multiple(rng: Rng, entropy: number): NumberQuestion {
  const [a, b, c] = shareOut(rng, entropy, [1, 1, 1]);
  const [p, q] = [unsigned(rng, Math.max(1, a), 1), unsigned(rng, Math.max(1, b), 1)];
  const by = unsigned(rng, Math.max(0, c - Math.max(0, 1 - a) - Math.max(0, 1 - b)), 1);
  const values = [p * by, q * by];
  if (rng.chance(0.5)) return denominators(values, rng);
  const name = `${rng.pick(['least', 'smallest', 'lowest'])} common multiple`;
  return {
    values: values.map((n) => rational(n)),
    inline: true,
    write: asked(rng, ([first, second]) => `${name} of ${first} and ${second}`),
    solved: solveLcm(values),
  };
}

function denominators(bottoms: readonly number[], rng: Rng): NumberQuestion {
  const values = bottoms.map((bottom) => {
    for (;;) {
      const top = rng.nonzero(-120, 120);
      if (gcd(top, bottom) === 1) return rational(top, bottom);
    }
  });
  const { steps, answer } = solveLcm(bottoms);
  const start = rng.pick(['What is', 'Find', 'Calculate']);
  const end = start.startsWith('W') ? '?' : '.';
  return {
    values,
    inline: true,
    write: ([a, b]) => `${start} the common denominator of ${a} and ${b}${end}`,
    solved: { steps: [`The denominators are $${bottoms[0]}$ and $${bottoms[1]}$`, ...steps], answer },
  };
}

export function remainder(rng: Rng, entropy: number): NumberQuestion {
  const forValue = 1 + (rng.next() * entropy) / 3;
  const value = unsigned(rng, forValue);
  const [forQuotient, forDivisor] = shareOut(rng, Math.max(0, entropy - forValue), [1, 1]);
  const divisor = value + unsigned(rng, forDivisor, 1);
  const n = unsigned(rng, forQuotient, 1) * divisor + value;
  return {
    values: [rational(n), rational(divisor)],
    inline: true,
    write: asked(rng, ([a, b]) => `remainder when ${a} is divided by ${b}`),
    solved: { steps: remainderSteps(n, divisor), answer: String(value) },
  };
}

export function factorOf(rng: Rng, entropy: number): NumberQuestion {
  const forFactor = 1 + (rng.next() * entropy) / 3;
  const d = unsigned(rng, forFactor, 2);
  const exact = d * unsigned(rng, Math.max(0, entropy - forFactor), 1);
  const n = rng.chance(0.5) ? exact : exact + rng.int(1, d - 1);
  const write = rng.pick<(names: readonly string[]) => string>([
    ([name]) => `Is ${d} a factor of ${name}?`,
    ([name]) => `Is ${name} a multiple of ${d}?`,
    ([name]) => `Does ${d} divide ${name}?`,
    ...(d === 2 ? [([name]: readonly string[]) => `Is ${name} even?`] : []),
  ]);
  return { values: [rational(n)], inline: true, write, solved: judgeFactor(d, n) };
}

export function primality(rng: Rng, entropy: number): NumberQuestion {
  const digits = entropy + Math.log10(Math.max(1, entropy * Math.log(10)));
  const [first, second] = shareOut(rng, digits, [1, 1]).map((each) => primeNear(unsigned(rng, each, 2), rng));
  const n = rng.chance(0.5) ? first * second : nextPrime(Math.max(2, first * second - 3));
  const prime = rng.chance(0.5);
  const claim = rng.pick(prime ? ['prime', 'a prime number'] : ['composite', 'a composite number']);
  return { values: [rational(n)], inline: true, write: ([name]) => `Is ${name} ${claim}?`, solved: judgePrime(n, prime) };
}

function primeNear(n: number, rng: Rng): number {
  return nextPrime(rng.int(Math.max(2, Math.ceil(n / 2)), Math.max(2, 2 * n)));
}

/** The first prime from n up. */
function nextPrime(n: number): number {
  let prime = n;
  while (smallestFactor(prime) !== prime) prime++;
  return prime;
}

export function primes(rng: Rng, entropy: number): NumberQuestion {
  const n = unsigned(rng, Math.max(1, entropy), 2);
  const write = rng.pick<(names: readonly string[]) => string>([
    ([name]) => `What are the prime factors of ${name}?`,
    ([name]) => `List the prime factors of ${name}.`,
  ]);
  return { values: [rational(n)], inline: true, write, solved: solvePrimeFactors(n) };
}

export function digit(rng: Rng, entropy: number): NumberQuestion {
  const n = unsigned(rng, entropy, 1);
  const place = rng.int(0, String(n).length - 1);
  return {
    values: [rational(n)],
    inline: true,
    write: ([name]) => `What is the ${placeName(place)} digit of ${name}?`,
    solved: solvePlace(n, place),
  };
}
