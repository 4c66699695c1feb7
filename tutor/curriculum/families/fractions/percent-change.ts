import { differenceLines, divisionLines } from '../../column-arithmetic.ts';
import { trimDecimal } from '../../decimal.ts';
import type { Family } from '../../family.ts';
import { wordMoney } from './amount.ts';

/** By how many percent an amount grew or fell. */
export const percentChange: Family = {
  id: 'percent-change',
  topic: 'fractions',
  title: 'Percentage change',
  levels: ['whole percentages', 'larger numbers'],
  phrasings: [
    'Find the percentage {change} from {a} to {b}.',
    'What is the percentage {change} from {a} to {b}?',
    'percentage {change} from {a} to {b}',
    'Calculate the percentage {change} when {a} becomes {b}.',
    'A value changes from {a} to {b}. Find the percentage {change}.',
    'percent {change} {a} to {b}',
    'work out the percentage {change}: {a} to {b}',
    'By what percentage does {a} {change} to become {b}?',
    'Something goes from {a} to {b}. What is the percentage {change}?',
    'How many percent is the {change} from {a} to {b}?',
    'what is the percent {change} from {a} to {b}',
    'Express the {change} from {a} to {b} as a percentage.',
    'The price went from {a} to {b}. What was the percentage {change}?',
    'Work out the percentage {change} if {a} changes to {b}',
    'Question 11. Find the percentage {change} from {a} to {b}.',
    'Determine the percentage {change} from {a} to {b}.',
    'find % {change} from {a} to {b}',
    'old value {a}, new value {b}, percentage {change}?',
    'a phone goes from {a} to {b}, what percent {change} is that',
    'it was {a} and now it is {b}. percentage {change}?',
    '{a} to {b}, how many percent {change}',
    'My bill was {a} last year and is {b} this year. What is the percentage {change}?',
    'what is the % {change} if something goes from {a} to {b}',
    'shares went from {a} to {b}, percent {change}?',
    'Between two years the number goes from {a} to {b}. Work out the percentage {change}.',
    'a house bought for {a} is now worth {b}. Find the percentage {change}.',
    'before {a}, after {b}: percentage {change}',
    'how do i get the percentage {change} from {a} to {b}',
  ],
  make(rng, level) {
    const up = rng.chance(0.5);
    // Original = 100k/d and percentage a multiple of d keep the change whole.
    const d = rng.pick(level === 1 ? [1, 2, 4, 5, 10, 20] : [1, 2, 4, 5, 8, 10]);
    const k = level === 1 ? rng.int(1, 9) : rng.int(2, 30);
    const original = (100 / d) * (d === 8 ? k * 2 : k);
    const tenths = level === 1 ? d * rng.int(1, Math.floor((up ? 150 : 100) / d)) * 10 : d * 10 * rng.int(1, Math.floor(99 / d));
    const change = Math.round((original * tenths) / 1000);
    const next = up ? original + change : original - change;
    const scaledPercent = (change * 1000) / original;
    const percent = trimDecimal(scaledPercent, 1);
    const words = up ? 'increase' : 'decrease';
    return {
      maths: {},
      words: { change: words, ...amounts(String(original), String(next), rng.chance(0.3) ? wordMoney('#', rng) : '#') },
      steps: [
        ...(up ? differenceLines(next, original) : differenceLines(original, next)),
        `Find the ${words}: $${up ? `${next} - ${original}` : `${original} - ${next}`} = ${change}$`,
        `Divide by the original and multiply by $100$: $\\frac{${change}}{${original}} \\cdot 100 = \\frac{${change * 100}}{${original}}$`,
        ...divisionLines(change * 100, original),
        `So the percentage ${words} is: $\\frac{${change * 100}}{${original}} = ${percent}$`,
      ],
      answer: `${percent}\\%`,
    };
  },
};

/** Both amounts in the same unit; `#` stands for the number. */
function amounts(a: string, b: string, unit: string): { a: string; b: string } {
  return { a: unit.replace('#', a), b: unit.replace('#', b) };
}
