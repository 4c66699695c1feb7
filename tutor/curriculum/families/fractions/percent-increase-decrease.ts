import { type Decimal, trimDecimal, writeDecimal } from '../../decimal.ts';
import type { Family } from '../../family.ts';
import { combineDecimals, percentOf } from '../../percent-steps.ts';
import type { Rng } from '../../rng.ts';
import { wordMoney } from './amount.ts';

/** An amount made larger or smaller by a percentage. */
export const percentIncreaseDecrease: Family = {
  id: 'percent-increase-decrease',
  topic: 'fractions',
  title: 'Increase or decrease by a percentage',
  levels: ['friendly percentages', 'any whole percentage', 'decimal percentages, amounts with pence'],
  phrasings: [
    '{Verb} {amount} by <p>.',
    '{verb} {amount} by <p>',
    'What is {amount} {done} by <p>?',
    'Work out the result when {amount} is {done} by <p>.',
    'Find the new value if {amount} is {done} by <p>.',
    '{amount} {done} by <p>',
    'A quantity of {amount} is {done} by <p>. What is it now?',
    'Calculate {amount} after a <p> {noun}.',
    'What do you get if you {verb} {amount} by <p>?',
    'A price of {amount} is {done} by <p>. Find the new price.',
    'how do i {verb} {amount} by <p>',
    'Find the amount after a <p> {noun} from {amount}.',
    'if {amount} is {done} by <p> what is the new amount',
    'Apply a <p> {noun} to {amount}.',
    'Question 9. {Verb} {amount} by <p>.',
    'Determine the final value when {amount} is {done} by <p>.',
    'a value of {amount} gets {done} by <p>, new value?',
    'Something measured {amount} before a <p> {noun}. What does it measure now?',
    '{verb} {amount} by <p> please',
    'what is {amount} {done} by <p>',
    '{amount} with a <p> {noun}',
    'Work out {amount} after a {noun} of <p>.',
    'if {amount} is {done} by <p> what do you get',
    'a <p> {noun} of {amount}',
    'new amount after {amount} has a <p> {noun}',
    'How much is {amount} once it is {done} by <p>?',
    'start with {amount}, {verb} it by <p>',
    'The price {amount} gets a {noun} of <p>. Find the new price.',
  ],
  make(rng, level) {
    const up = rng.chance(0.5);
    const { percent, amount } = draw(rng, level, up);
    const part = percentOf(percent, amount);
    const total = combineDecimals(amount, up ? '+' : '-', part.value);
    const { verb, done, noun } = up
      ? rng.pick([
          { verb: 'increase', done: 'increased', noun: 'increase' },
          { verb: 'raise', done: 'raised', noun: 'rise' },
        ])
      : rng.pick([
          { verb: 'decrease', done: 'decreased', noun: 'decrease' },
          { verb: 'reduce', done: 'reduced', noun: 'reduction' },
        ]);
    return {
      maths: { p: `${trimDecimal(percent.scaled, percent.places)}\\%` },
      words: {
        verb,
        Verb: verb[0].toUpperCase() + verb.slice(1),
        done,
        noun,
        amount: wordMoney(writeDecimal(amount.scaled, amount.places), rng),
      },
      steps: [...part.steps, ...total.steps],
      answer: trimDecimal(total.value.scaled, total.value.places),
    };
  },
};

function draw(rng: Rng, level: number, up: boolean): { percent: Decimal; amount: Decimal } {
  const friendly: Decimal = { scaled: rng.pick([5, 10, 20, 25, 30, 40, 50, 60, 75, 80]), places: 0 };
  switch (level) {
    case 1:
      return { percent: friendly, amount: { scaled: rng.int(1, 50) * 20, places: 0 } };
    case 2:
      return {
        percent: { scaled: rng.int(1, up ? 150 : 99), places: 0 },
        amount: { scaled: rng.sized(10, 2000), places: 0 },
      };
    default:
      return rng.chance(0.5)
        ? { percent: friendly, amount: { scaled: 10 * rng.int(15, 999), places: 2 } }
        : {
            percent: { scaled: rng.pick([5, 15, 25, 35, 45, 75, 125, 175]), places: 1 },
            amount: { scaled: rng.int(1, 80) * 10, places: 0 },
          };
  }
}
