import { divisionLines } from '../../column-arithmetic.ts';
import type { Family } from '../../family.ts';
import { wordMoney } from './amount.ts';

/** The amount before a percentage was added or taken off. */
export const reversePercent: Family = {
  id: 'reverse-percent',
  topic: 'fractions',
  title: 'Reverse percentages',
  levels: ['friendly percentages', 'any whole percentage'],
  phrasings: [
    'After {article} of <p> a price is {amount}. What was the original price?',
    'A number is {done} by <p> and becomes {amount}. Find the number.',
    'After {article} of <p> the value is {amount}. Find the value before.',
    'Something costs {amount} after {article} of <p>. What did it cost before?',
    'find the original if it was {done} by <p> to {amount}',
    'What amount {done} by <p> gives {amount}?',
    'An amount was {done} by <p>. It is now {amount}. What was it?',
    'Find the original value: {done} by <p> it is {amount}.',
    'original price if {amount} is after {article} of <p>?',
    'A quantity {done} by <p> is {amount}. Work out the quantity.',
    'Following {article} of <p> a bill is {amount}. How much was it before?',
    'Which number becomes {amount} when it is {done} by <p>?',
    'A salary was {done} by <p> and is now {amount}. Find what it was.',
    'it is {amount} after {article} of <p>, what was it before',
    'Work out the original amount if {amount} is the result after {article} of <p>.',
    'If a quantity is {done} by <p> the result is {amount}. Find the quantity.',
    'Question 12. After {article} of <p> the price is {amount}. Find the original price.',
    'x was {done} by <p> and became {amount}, find x',
    'a {thing} is {amount} after {event}, what was it before',
    'A {thing} costs {amount} with {event}. What did it cost at first?',
    'after {event} a {thing} is {amount}. how much was it originally',
    '{thing} {amount} after {event}. original price?',
    'The price of a {thing} is {amount} after {event}. Find the full price before that.',
    'what was the price of a {thing} before {event} if it is {amount} now',
    'i paid {amount} for a {thing} after {event}. what was the price before',
    'With {event} the {thing} is {amount}. Work out the first price.',
    'its {amount} after {event}, find the price before',
    '{event} makes a {thing} {amount}. What was the price?',
    'A {thing} is sold for {amount} after {event}. How much was it at the start?',
    '{amount} is the price after {event}. what was the old price',
    '{done} by <p> its now {amount}, what did it start at',
    '{amount} now, {done} by <p>, what before?',
    'how much was a {thing} before {event}? it is {amount} now',
  ],
  make(rng, level) {
    const up = rng.chance(0.5);
    const p = level === 1 ? rng.pick([5, 10, 20, 25, 30, 40, 50, 60, 75]) : rng.int(1, up ? 120 : 95);
    const original = level === 1 ? rng.int(1, 40) * 20 : rng.int(1, 20) * 100;
    const rate = up ? 100 + p : 100 - p;
    const now = (original * rate) / 100;
    const dividend = now * 100;
    return {
      maths: { p: `${p}\\%` },
      words: {
        article: up ? 'an increase' : 'a decrease',
        done: up ? 'increased' : 'decreased',
        amount: wordMoney(String(now), rng),
        event: rng.pick(up ? rises(p) : cuts(p)),
        thing: rng.pick(THINGS),
      },
      steps: [
        `The amount now is $100\\% ${up ? '+' : '-'} ${p}\\% = ${rate}\\%$ of the original`,
        `So $1\\%$ is $\\frac{${now}}{${rate}}$, and the original is $\\frac{${now} \\cdot 100}{${rate}} = \\frac{${dividend}}{${rate}}$`,
        ...divisionLines(dividend, rate),
        `Divide: $\\frac{${dividend}}{${rate}} = ${original}$`,
      ],
      answer: String(original),
    };
  },
};

const THINGS = 'bike,coat,phone,laptop,pair of shoes,jacket,TV,sofa,watch,holiday,ticket,game,bag,table'.split(',');

function cuts(p: number): string[] {
  return [`${p}% off`, `a ${p}% discount`, `a ${p}% sale`, `taking ${p}% off`, `a price cut of ${p}%`, `${p} percent off`];
}

function rises(p: number): string[] {
  return [
    `a ${p}% rise`,
    `going up by ${p}%`,
    `${p}% tax is added`,
    `a price rise of ${p}%`,
    `adding ${p}%`,
    `${p} percent extra`,
  ];
}
