import { productLines } from '../../column-arithmetic.ts';
import { dividedLines } from '../../common-divisor.ts';
import { shareOut } from '../../entropy.ts';
import type { Family, Worked } from '../../family.ts';
import { gcd } from '../../quotient.ts';
import { gcdLines, lcm as least, writeFraction } from '../../rational.ts';
import type { Rng } from '../../rng.ts';
import { shortWorked } from '../../short-worked.ts';

/** The least common multiple from the greatest common divisor. */
export const lcm: Family = {
  id: 'lcm',
  topic: 'number',
  title: 'Least common multiple',
  levels: [
    'two small numbers',
    'two two-digit numbers',
    'three numbers',
    'large numbers',
    'eight digits together',
    'three two-digit numbers',
  ],
  phrasings: [
    'Find the least common multiple of {list}.',
    'What is the lowest common multiple of {list}?',
    'lcm of {list}',
    'Find the LCM of {list}.',
    'lowest common multiple of {list}',
    'Work out the lowest common multiple of {list}.',
    'what is the lcm of {list}',
    'Determine the least common multiple of {list}.',
    'Calculate the LCM of {list}',
    'What is the smallest number that {list} all divide into?',
    'find lcm({commas})',
    'Find the smallest positive multiple of {list}.',
    'lcm({commas})',
    'How do I find the lowest common multiple of {list}?',
    'Question 3. Find the LCM of {list}.',
    'Find the smallest number divisible by {list}.',
    'whats the lowest common multiple of {list}',
    'Give the least common multiple of {list}',
    'What is the smallest common multiple of {list}?',
    'Calculate the smallest common multiple of {list}.',
    'What is the least common multiple of {list}?',
    'Calculate the least common multiple of {list}.',
    'Calculate the lowest common multiple of {list}.',
    'smallest common multiple of {list}',
    'Find the common denominator of {fractions}.',
    'What is the common denominator of {fractions}?',
    'Calculate the common denominator of {fractions}.',
    'lowest common denominator of {fractions}',
    'What is the smallest number divisible by {list}?',
    'smallest number divisible by {list}',
    'Work out the smallest number that is divisible by {list}.',
    'lcm {commas}',
    'What is the least number that is a multiple of {list}?',
    'find the smallest number which {list} go into',
    'Which is the smallest number that can be divided by {list}?',
    'What is the first number in the times tables of {list}?',
    'Find the Least Common Multiple (LCM) of these numbers: {commas}',
    'Find the Least Common Multiple (LCM) of these numbers: {list}. Give only the LCM.',
    'Find the Least Common Multiple (LCM) of these numbers: {commas}. Give only the LCM as your final answer.',
    'what is the first number that {list} both go into',
    'lowest number in the times tables of {list}',
    'LCM {commas}',
    'lcm of {commas}',
    'least common multiple: {commas}',
    'lowest common multiple {commas}',
    'work out the lcm of {commas}',
    'Find the LCM of {commas}.',
    'what is the lowest common multiple of {commas}',
    '{list} lcm',
    '{commas} lcm',
    'lcm for {list}',
  ],
  make: (rng, level) =>
    shortWorked(() => {
      const values = draw(rng, level);
      return {
        maths: {},
        words: {
          list: `${values.slice(0, -1).join(', ')} and ${values[values.length - 1]}`,
          commas: values.join(', '),
          fractions: writeOver(values, rng),
        },
        ...solveLcm(values),
      };
    }),
};

/** Two or three numbers. */
export function solveLcm(values: readonly number[]): Pick<Worked, 'steps' | 'answer'> {
  const [a, b, c] = values;
  const steps = pair(a, b);
  if (c !== undefined) steps.push(...pair(least(a, b), c));
  return { steps, answer: String(values.reduce(least)) };
}

/** Fractions in lowest terms over these numbers. */
function writeOver(bottoms: readonly number[], rng: Rng): string {
  const fractions = bottoms.map((bottom) => {
    const start = rng.chance(0.4) ? 1 : rng.int(1, 150);
    const top = start + Array.from({ length: 60 }, (_, ahead) => gcd(start + ahead, bottom)).indexOf(1);
    return `\\(${writeFraction(rng.chance(0.4) ? -top : top, bottom)}\\)`;
  });
  return `${fractions.slice(0, -1).join(', ')} and ${fractions[fractions.length - 1]}`;
}

function pair(a: number, b: number): string[] {
  const common = gcd(a, b);
  const [low, high] = a < b ? [a, b] : [b, a];
  const part = low / common;
  return [
    ...gcdLines(a, b),
    ...(common > 1 && low > 99 ? dividedLines(low, common) : []),
    ...(common > 1 ? [`> ${low} / ${common} = ${part}`] : []),
    ...(part === 1 ? [] : productLines(part, high)),
    `Divide the smaller one by the common divisor and multiply: $\\frac{${low}}{${common}} \\cdot ${high} = ${part} \\cdot ${high} = ${least(a, b)}$`,
  ];
}

/** Two numbers that may hide a large common factor. */
function hidden(rng: Rng): number[] {
  const [first, second, shared] = shareOut(rng, 8, [1, 1, 1]);
  const [p, q] = [first, second].map((digits) => rng.int(1, Math.ceil(10 ** Math.max(1, digits)) + 1));
  const factor = rng.int(1, Math.ceil(10 ** shared) + 1);
  return [p * factor, q * factor];
}

/** Three numbers up to about sixty, mostly with something in common. */
function threeLarger(rng: Rng): number[] {
  const common = rng.chance(0.3) ? 1 : rng.int(2, 6);
  return Array.from({ length: 3 }, () => common * rng.int(1, Math.floor(60 / common)));
}

function draw(rng: Rng, level: number): number[] {
  if (level === 5) return hidden(rng);
  if (level === 6) return threeLarger(rng);
  if (level === 4) {
    const shared = rng.sized(1, 99);
    return rng.shuffle([shared * rng.sized(2, 99), shared * rng.sized(2, 9999)]);
  }
  for (;;) {
    const common = rng.chance(0.25) ? 1 : rng.int(2, [6, 12, 4][level - 1]);
    const values = Array.from({ length: level === 3 ? 3 : 2 }, () => common * rng.int(1, [6, 9, 6][level - 1]));
    if (new Set(values).size === values.length || rng.chance(0.1)) return values;
  }
}
