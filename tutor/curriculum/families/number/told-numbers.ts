import { freeLetters, tellNumber } from '../../composed.ts';
import type { Family, Worked } from '../../family.ts';
import type { Rng } from '../../rng.ts';
import { shortWorked } from '../../short-worked.ts';
import { roundTo } from '../arithmetic/rounding.ts';
import { solveGcd } from './gcd.ts';
import { judgeFactor } from './is-factor.ts';
import { judgePrime } from './is-prime.ts';
import { solveLcm } from './lcm.ts';
import { solvePrimeFactors } from './list-prime-factors.ts';
import { remainderSteps } from './modular.ts';
import { placeName, solvePlace } from './place-value.ts';

/** Questions about whole numbers that are told through small problems first. */
export const toldNumbers: Family = {
  id: 'told-numbers',
  topic: 'number',
  title: 'Numbers from small problems',
  levels: ['one stage', 'up to two stages', 'two or three small problems'],
  phrasings: [
    '{told} {ask}',
    '{told}{ask}',
    '{told} Then: {ask}',
    '{told} {ask} Show your working.',
    'Question 5. {told} {ask}',
    'Help me with this. {told} {ask}',
    'a) {told} {ask}',
    '{told} So {ask}',
    '{told} Now answer: {ask}',
    'i am stuck on this: {told} {ask}',
    'Work through this. {told} {ask}',
    '1. {told} {ask}',
    'Step by step please: {told} {ask}',
    'Homework: {told} {ask}',
    '{told} Next, {ask}',
    'Read carefully. {told} {ask}',
  ],
  make: (rng, level) => shortWorked(() => tell(rng.pick(KINDS)(rng), rng, level)),
};

interface Asked {
  readonly values: readonly number[];
  /** The question, given how each value is written. */
  readonly write: (names: readonly string[]) => string;
  readonly solved: Pick<Worked, 'steps' | 'answer'>;
}

/** The first value is always told, the others where the level has room. */
function tell({ values, write, solved }: Asked, rng: Rng, level: number): Worked {
  const letters = freeLetters(rng, []);
  const sentences: string[] = [];
  const steps: string[] = [];
  const names = values.map((value, index) => {
    if (index > 0 && (level < 3 || rng.chance(0.3))) return String(value);
    const told = tellNumber(value, rng, letters, level === 2 ? rng.int(1, 2) : 1);
    sentences.push(...told.sentences);
    steps.push(...told.steps);
    return told.letter;
  });
  return {
    maths: {},
    words: { told: sentences.join(' '), ask: write(names.map((name) => `\\(${name}\\)`)) },
    steps: [...steps, ...solved.steps],
    answer: solved.answer,
  };
}

function common(rng: Rng): Asked {
  const shared = rng.sized(1, 60);
  const values = [shared * rng.int(1, 20), shared * rng.int(1, 12)];
  const name = `${rng.pick(['greatest', 'highest'])} common ${rng.pick(['divisor', 'factor'])}`;
  const start = rng.pick(['Calculate the', 'What is the']);
  const write = ([a, b]: readonly string[]) => `${start} ${name} of ${a} and ${b}${start.startsWith('W') ? '?' : '.'}`;
  return { values, write, solved: solveGcd(values) };
}

function multiple(rng: Rng): Asked {
  const shared = rng.int(1, 12);
  const values = [shared * rng.int(1, 20), shared * rng.int(1, 12)];
  const name = `${rng.pick(['least', 'smallest', 'lowest'])} common multiple`;
  const start = rng.pick(['Calculate the', 'What is the']);
  const write = ([a, b]: readonly string[]) => `${start} ${name} of ${a} and ${b}${start.startsWith('W') ? '?' : '.'}`;
  return { values, write, solved: solveLcm(values) };
}

function remainder(rng: Rng): Asked {
  const divisor = rng.sized(2, 120);
  const n = rng.sized(1, 2500);
  const start = rng.pick(['Calculate the remainder when', 'What is the remainder when']);
  const write = ([a, b]: readonly string[]) => `${start} ${a} is divided by ${b}${start.startsWith('W') ? '?' : '.'}`;
  return { values: [n, divisor], write, solved: { steps: remainderSteps(n, divisor), answer: String(n % divisor) } };
}

function factorOf(rng: Rng): Asked {
  const d = rng.sized(2, 99);
  const n = d * rng.int(1, 40) + (rng.chance(0.5) ? 0 : rng.int(1, d - 1));
  const write = rng.pick<(names: readonly string[]) => string>([
    ([name]) => `Is ${d} a factor of ${name}?`,
    ([name]) => `Is ${name} a multiple of ${d}?`,
    ([name]) => `Does ${d} divide ${name}?`,
  ]);
  return { values: [n], write, solved: judgeFactor(d, n) };
}

function primality(rng: Rng): Asked {
  const n = 2 * rng.sized(1, 700) + 1;
  const prime = rng.chance(0.5);
  const claim = rng.pick(prime ? ['prime', 'a prime number'] : ['composite', 'a composite number']);
  return { values: [n], write: ([name]) => `Is ${name} ${claim}?`, solved: judgePrime(n, prime) };
}

function primes(rng: Rng): Asked {
  const n = rng.sized(2, 1500);
  const write = rng.pick<(names: readonly string[]) => string>([
    ([name]) => `What are the prime factors of ${name}?`,
    ([name]) => `List the prime factors of ${name}.`,
  ]);
  return { values: [n], write, solved: solvePrimeFactors(n) };
}

function digit(rng: Rng): Asked {
  const n = rng.sized(1, 9999);
  const place = rng.int(0, String(n).length - 1);
  return {
    values: [n],
    write: ([name]) => `What is the ${placeName(place)} digit of ${name}?`,
    solved: solvePlace(n, place),
  };
}

function nearest(rng: Rng): Asked {
  const power = rng.int(1, 3);
  const n = rng.sized(10 ** power / 2, 10 ** power * 40);
  const negative = rng.chance(0.3);
  const target = `the nearest ${rng.pick(
    [
      ['ten', '10'],
      ['hundred', '100', 'one hundred'],
      ['thousand', '1000', 'one thousand'],
    ][power - 1],
  )}`;
  const write = rng.pick<(names: readonly string[]) => string>([
    ([name]) => `What is ${name} rounded to ${target}?`,
    ([name]) => `Round ${name} to ${target}.`,
  ]);
  return { values: [negative ? -n : n], write, solved: roundTo(n, 0, -power, negative, target) };
}

const KINDS: readonly ((rng: Rng) => Asked)[] = [nearest, common, multiple, remainder, factorOf, primality, primes, digit];
