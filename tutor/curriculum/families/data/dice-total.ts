import { columnDifference, columnSum, differenceLines, remainderLine } from '../../column-arithmetic.ts';
import type { Family } from '../../family.ts';
import { writeFraction } from '../../rational.ts';
import type { Rng } from '../../rng.ts';
import { runningTotal } from '../../running-total.ts';
import { shortWorked } from '../../short-worked.ts';
import { timesLines } from '../../times-lines.ts';

/**
 * The chance that dice with various numbers of sides show a total: outcomes of at most m are counted as if dice had no upper
 * limit (C(m, n) for n dice), then those with a die beyond its sides are taken off, pairs of such dice put back, and so on.
 */
export const diceTotal: Family = {
  id: 'dice-total',
  topic: 'data',
  title: 'Totals of several dice',
  levels: ['two ordinary dice', 'two or three dice', 'four dice', 'four dice of up to 20 sides'],
  phrasings: [
    "I have these dice: {dice}. What are the odds of rolling {t} or higher? (Assume that all dice are rolled at once, and that '1d6' represents one roll of a 6-sided dice.) Please respond with a reduced fraction representing the probability [ex., 1/60].",
    "These dice are rolled together: {dice} ('1d8' is one roll of a die with 8 sides). What is the probability of a total of {t} or more?",
    'Dice: {dice}. Find the probability that the total is at least {t}.',
    'what is the chance of getting {t} or higher with {dice}',
    'I roll {dice}. How likely is a total of at least {t}? Answer with a reduced fraction.',
    'Roll {dice} at once. What are the odds of {t} or higher?',
    'My dice are {dice}. What is the probability to roll {t} or more in total?',
    'Find P(total ≥ {t}) for the dice {dice}.',
    'probability of rolling at least {t} with {dice}',
    "You roll these dice all at once: {dice}. Here '1d6' means one 6-sided die. Give the probability of rolling at least {t} as a reduced fraction.",
    'What are the odds of rolling {t} or higher with the dice {dice}?',
    'If I throw {dice}, what is the probability that they add up to {t} or more?',
    'Question 3. The dice {dice} are thrown. Work out the probability that the sum is {t} or higher.',
    'Given the dice {dice}, calculate the probability of a sum not below {t}. Simplify the fraction [e.g., 3/8].',
    "I have these dice: {dice}. What are the chances of rolling {t} or higher? ('1d4' stands for one roll of a 4-sided dice.) Respond with a fraction in lowest terms, for example 5/36.",
    'how likely is it that {dice} give {t} or more altogether',
    'With {dice}, what is the probability of a total that is at least {t}?',
  ],
  make(rng, level) {
    return shortWorked(() => total(...draw(rng, level)));
  },
};

function draw(rng: Rng, level: number): [number[], number] {
  const sides = drawSides(rng, level).sort((a, b) => b - a);
  const most = sides.reduce((a, b) => a + b, 0);
  const least = sides.length;
  if (level <= 2) return [sides, rng.int(least + 1, most)];
  const third = Math.floor((most - least) / 3);
  return [sides, rng.int(least + third, least + 2 * third)];
}

function drawSides(rng: Rng, level: number): number[] {
  switch (level) {
    case 1:
      return rng.chance(0.6) ? [6, 6] : [rng.pick([4, 6, 8, 10, 12]), rng.pick([4, 6, 8, 10, 12])];
    case 2:
      return Array.from({ length: rng.int(2, 3) }, () => rng.int(2, 12));
    case 3:
      return Array.from({ length: 4 }, () => rng.int(2, 12));
    default:
      return [20, ...Array.from({ length: 3 }, () => rng.int(2, 19))];
  }
}

function total(sides: readonly number[], target: number) {
  const n = sides.length;
  const most = sides.reduce((a, b) => a + b, 0);
  const outcomes = sides.reduce((a, b) => a * b, 1);
  const below = target - 1;
  const turned = most + n - target;
  const flip = turned < below;
  const limit = flip ? turned : below;
  const { lines, count } = countUpTo(limit, sides);
  const favourable = flip ? count : outcomes - count;
  const reduced = reduceByPrimes(favourable, outcomes, sides);
  return {
    maths: {},
    words: { dice: sides.map((side) => `1d${side}`).join(', '), t: String(target) },
    steps: [
      ...outcomeLines(sides),
      ...(flip
        ? [
            ...runningTotal([...sides, n]),
            `Turn every die over: at least $${target}$ is as likely as at most $${most + n} - ${target} = ${limit}$`,
          ]
        : [`Count the totals up to $${limit}$ and take them off`]),
      ...lines,
      `Totals up to $${limit}$: $${count}$`,
      ...(flip ? [] : [...differenceLines(outcomes, count), `At least $${target}$: $${outcomes} - ${count} = ${favourable}$`]),
      ...reduced.lines,
    ],
    answer: reduced.answer,
  };
}

/** The small numbers first, so that every product but the last is small. */
function outcomeLines(sides: readonly number[]): string[] {
  const rising = [...sides].reverse();
  const lines: string[] = [];
  let product = rising[0];
  for (const side of rising.slice(1)) {
    const work = timesLines(product, side);
    lines.push(...work);
    if (work.length !== 1) lines.push(`> ${product} * ${side} = ${product * side}`);
    product *= side;
  }
  return [...lines, `Outcomes: $${sides.join(' \\cdot ')} = ${product}$`];
}

/** C(m, n): how many throws of n dice without upper limit total at most m. */
function choose(m: number, n: number): number {
  let value = 1;
  for (let k = 1; k <= n; k++) value = (value * (m - n + k)) / k;
  return value;
}

/** Throws with a total of at most `limit`, by inclusion and exclusion over the dice that go beyond their sides. */
function countUpTo(limit: number, sides: readonly number[]): { lines: string[]; count: number } {
  const n = sides.length;
  const lines: string[] = [];
  const kept: number[] = [];
  const taken: number[] = [];
  for (const beyond of subsets(sides)) {
    const over = beyond.reduce((a, b) => a + b, 0);
    const rest = limit - over;
    // Every choice is looked at, so that none is forgotten; but more dice than leave too few leave too few again.
    if (beyond.some((_, index) => beyond.length > 1 && limit - over + beyond[index] < n)) continue;
    const plus = beyond.length % 2 === 0;
    const name = beyond.length === 0 ? 'no limits' : `${plus ? 'plus' : 'less'} ${beyond.join(' + ')}`;
    if (rest < n) {
      lines.push(`> ${name}: ${rest < 0 ? '' : `${limit} - ${over} = ${rest}, `}too few`);
      continue;
    }
    const ways = choose(rest, n);
    (plus ? kept : taken).push(ways);
    lines.push(`> ${name}: ${beyond.length === 0 ? '' : `${limit} - ${over} = ${rest}, `}C(${rest}, ${n}) is ${ways}`);
  }
  const [more, less] = [addUp(kept), addUp(taken)];
  lines.push(...more.lines, ...less.lines);
  const count = more.total - less.total;
  if (less.total > 0)
    lines.push(more.total > 999 ? columnDifference(more.total, less.total) : `> ${more.total} - ${less.total} = ${count}`);
  return { lines, count };
}

/** Every choice of some of the dice, small choices first. */
function subsets(sides: readonly number[]): number[][] {
  const all: number[][] = [[]];
  for (const side of sides) all.push(...all.map((chosen) => [...chosen, side]));
  return all.sort((a, b) => a.length - b.length);
}

function addUp(values: readonly number[]): { lines: string[]; total: number } {
  const lines: string[] = [];
  const [first = 0, ...others] = [...values].sort((a, b) => a - b);
  let sum = first;
  for (const value of others) {
    lines.push(Math.max(sum, value) > 999 ? columnSum(sum, value) : `> ${sum} + ${value} = ${sum + value}`);
    sum += value;
  }
  return { lines, total: sum };
}

/** Every prime of the outcomes divides a number of sides, so those few primes are tried. */
function reduceByPrimes(top: number, bottom: number, sides: readonly number[]): { lines: string[]; answer: string } {
  if (top === 0 || top === bottom) return { lines: [`Probability: $${top / bottom}$`], answer: String(top / bottom) };
  const lines: string[] = [];
  let [a, b] = [top, bottom];
  for (const prime of [2, 3, 5, 7, 11, 13, 17, 19].filter((p) => sides.some((side) => side % p === 0))) {
    while (b % prime === 0) {
      if (a % prime !== 0) {
        lines.push(...failedTrial(a, prime));
        break;
      }
      lines.push(...divided(a, b, prime));
      [a, b] = [a / prime, b / prime];
    }
  }
  const answer = writeFraction(a, b);
  return {
    lines: [...lines, a === top ? `Probability: $${answer}$` : `Probability: $${writeFraction(top, bottom)} = ${answer}$`],
    answer,
  };
}

/** Why a prime does not divide n: seen by the last digit (no line), by the sum of the digits, or by dividing. */
function failedTrial(n: number, prime: number): string[] {
  if (prime === 2 || prime === 5) return [];
  if (prime !== 3) return [remainderLine(n, prime)];
  const digits = [...String(n)];
  return digits.length === 1
    ? []
    : [`> ${digits.join(' + ')} = ${digits.reduce((sum, digit) => sum + Number(digit), 0)}, not by 3`];
}

/** Both divided by a prime: by 2 and 5 in the head. */
function divided(a: number, b: number, prime: number): string[] {
  if (prime === 2 || prime === 5) return [`> by ${prime}: ${a / prime} and ${b / prime}`];
  return [remainderLine(a, prime), remainderLine(b, prime)];
}
