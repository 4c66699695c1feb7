import { divisionLines, productWork } from '../../column-arithmetic.ts';
import { trimDecimal } from '../../decimal.ts';
import type { Family, Worked } from '../../family.ts';
import { gcd } from '../../quotient.ts';
import type { Rng } from '../../rng.ts';
import { shortWorked } from '../../short-worked.ts';
import { divideLines, timesLines } from '../../times-lines.ts';
import { article, DIMENSIONS, fractionWords, type Unit } from './units.ts';

/** Decimals and fractions of a unit in another one. */
export const measureConversion: Family = {
  id: 'measure-conversion',
  topic: 'words',
  title: 'Decimals and fractions of a unit',
  levels: ['fractions of a unit', 'decimals', 'long decimals', 'decimals of nine digits'],
  phrasings: [
    'How many {to} are there in {amount}?',
    'What is {amount} in {to}?',
    'Convert {amount} to {to}.',
    'how many {to} are in {amount}',
    'Express {amount} in {to}.',
    '{amount} in {to}',
    'Change {amount} into {to}.',
    'Write {amount} in {to}.',
    'convert {amount} to {to}',
    '{amount} to {to}',
    'Work out {amount} in {to}.',
    'Find the number of {to} in {amount}.',
    'Question 2. Convert {amount} to {to}.',
    'What does {amount} come to in {to}?',
    '{amount} is how many {to}?',
    'Turn {amount} into {to}.',
    'How many {to} make {amount}?',
    'whats {amount} in {to}',
  ],
  make: (rng, level) =>
    shortWorked(() => {
      const [from, to] = rng.shuffle(rng.pick(DIMENSIONS));
      return level === 1 ? fractionOf(rng, from, to) : decimalOf(rng, from, to, [99_999, 9_999_999, 999_999_999][level - 2]);
    }),
};

/** How many `to` one `from` is: (num / den) · 10^k. */
function ratio(from: Unit, to: Unit): { num: number; den: number; k: number } {
  const common = gcd(from.m, to.m);
  return { num: from.m / common, den: to.m / common, k: from.k - to.k };
}

function powerOfTen(k: number): string {
  return k >= 0 && k <= 9 ? `10^${k}` : `10^{${k}}`;
}

function fractionOf(rng: Rng, a: Unit, b: Unit): Worked {
  const [from, to] = a.m * 10 ** a.k > b.m * 10 ** b.k ? [a, b] : [b, a];
  const { num, k } = ratio(from, to);
  const size = k < 0 ? num / 10 ** -k : num * 10 ** k;
  const bottoms = Array.from({ length: 50 }, (_, index) => index + 2).filter((d) => size % d === 0);
  const bottom = bottoms.length === 0 ? 1 : rng.pick(bottoms.slice(0, 9));
  const tops = Array.from({ length: 49 }, (_, index) => index + 1).filter(
    (top) => gcd(top, bottom) === 1 && (size / bottom) * top <= 100_000,
  );
  if (bottom === 1 || tops.length === 0) return decimalOf(rng, from, to, 999);
  const top = rng.pick(rng.chance(0.6) ? tops.slice(0, 9) : tops);
  const spoken = bottom <= 20 && rng.chance(0.5);
  const part = size / bottom;
  return {
    maths: {},
    words: {
      amount: `${spoken ? fractionWords(top, bottom) : `\\(\\frac{${top}}{${bottom}}\\)`} of ${rng.chance(0.8) ? `a ${from.one}` : article(from.one)}`,
      to: to.many,
    },
    steps: [
      `One ${from.one} is $${size}$ ${to.many}`,
      ...divideLines(size, bottom),
      `> ${size} / ${bottom} = ${part}`,
      ...timesLines(part, top),
      `Multiply: $\\frac{${top}}{${bottom}} \\cdot ${size} = ${top} \\cdot ${part} = ${top * part}$`,
    ],
    answer: String(top * part),
  };
}

function decimalOf(rng: Rng, from: Unit, to: Unit, largest: number): Worked {
  const { num, den, k } = ratio(from, to);
  const odd = withoutTwosAndFives(den);
  const most = Math.max(9, Math.floor(largest / odd));
  const scaled = (rng.chance(0.5) ? rng.int(1, most) : rng.sized(1, most)) * odd;
  const places = rng.int(1, Math.max(1, String(scaled).length));
  const amount = trimDecimal(scaled, places);
  const short = from.symbol !== undefined && rng.chance(0.5) ? `${amount}${from.symbol}` : `${amount} ${from.many}`;
  const one = `${den === 1 ? num : num === 1 ? `\\frac{1}{${den}}` : `\\frac{${num}}{${den}}`}`;
  const steps =
    num === 1 && den === 1
      ? [`One ${from.one} is $${powerOfTen(k)}$ ${to.many}`]
      : [`One ${from.one} is $${one}${k === 0 ? '' : ` \\cdot ${powerOfTen(k)}`}$ ${to.many}`];
  let value = scaled;
  let after = places;
  if (num > 1) {
    steps.push(`> without the point: ${value} * ${num}`, ...productWork(value, num));
    value *= num;
    steps.push(`Multiply: $${amount} \\cdot ${num} = ${trimDecimal(value, after)}$`);
  }
  if (den > 1) {
    const before = trimDecimal(value, after);
    while (value % den !== 0) {
      value *= 10;
      after++;
    }
    steps.push(`> without the point: ${value} / ${den}`, ...divisionLines(value, den), `> ${value} / ${den} = ${value / den}`);
    value /= den;
    steps.push(`Divide: $${before} \\div ${den} = ${trimDecimal(value, after)}$`);
  }
  const answer = movePoint(value, after - k);
  if (k !== 0) {
    for (let moved = 3; moved < Math.abs(k); moved += 3) {
      steps.push(`> the point 3 to the ${k > 0 ? 'right' : 'left'}: ${movePoint(value, after - Math.sign(k) * moved)}`);
    }
    steps.push(`Move the point $${Math.abs(k)}$ to the ${k > 0 ? 'right' : 'left'}: $${answer}$`);
  }
  return { maths: {}, words: { amount: short, to: to.many }, steps, answer };
}

/** The decimal of so many places; zeros at the end of a whole number where they are fewer than none. */
function movePoint(value: number, places: number): string {
  return places > 0 ? trimDecimal(value, places) : `${value}${'0'.repeat(-places)}`;
}

function withoutTwosAndFives(n: number): number {
  for (const prime of [2, 5]) if (n % prime === 0) return withoutTwosAndFives(n / prime);
  return n;
}
