import { type Decimal, trimDecimal } from '../../decimal.ts';
import type { Family } from '../../family.ts';
import { percentOf as work } from '../../percent-steps.ts';
import type { Rng } from '../../rng.ts';
import { wordAmount } from './amount.ts';

/** A percentage of an amount. */
export const percentOf: Family = {
  id: 'percent-of',
  topic: 'fractions',
  title: 'Percentage of an amount',
  levels: ['friendly percentages', 'any whole percentage', 'decimal percentages and amounts'],
  phrasings: [
    'What is <p> of {amount}?',
    'Find <p> of {amount}.',
    'Calculate <p> of {amount}',
    '<p> of {amount}',
    'work out <p> of {amount}',
    'how much is <p> of {amount}',
    'Work out <p> of {amount}.',
    'Determine <p> of {amount}.',
    'What do you get if you take <p> of {amount}?',
    'whats <p> of {amount}',
    'Find the value of <p> of {amount}.',
    'i need <p> of {amount}',
    'Compute <p> of {amount}',
    '<p> of {amount} = ?',
    'Question 4. Find <p> of {amount}.',
    'How do I find <p> of {amount}?',
    'a) <p> of {amount}',
    'Can you tell me <p> of {amount}?',
    'of {amount} take <p>',
    '<p> of {amount} =',
    'give me <p> of {amount}',
    '{amount}, what is <p> of that',
    'take <p> of {amount}',
    'how do i work out <p> of {amount}',
    '<p> of {amount} is how much?',
    'what do i get if i take <p> of {amount}',
    'Find <p> of {amount} without a calculator.',
    'There is {amount} in a jar and <p> of it is spent. How much is spent?',
    'Work out <p> of {amount}',
    'the tip is <p> of {amount}, how much is it',
    'A shop keeps <p> of {amount}. How much does it keep?',
    'Calculate <p> of {amount}.',
    'if i save <p> of {amount} how much do i save',
    'Interest of <p> on {amount} for one year is how much?',
  ],
  make(rng, level) {
    const { percent, amount } = draw(rng, level);
    const { steps, value } = work(percent, amount);
    return {
      maths: { p: `${trimDecimal(percent.scaled, percent.places)}\\%`, n: trimDecimal(amount.scaled, amount.places) },
      words: { amount: wordAmount(trimDecimal(amount.scaled, amount.places), rng) },
      steps,
      answer: trimDecimal(value.scaled, value.places),
    };
  },
};

function draw(rng: Rng, level: number): { percent: Decimal; amount: Decimal } {
  const whole = (scaled: number): Decimal => ({ scaled, places: 0 });
  switch (level) {
    case 1:
      return {
        percent: whole(rng.pick([1, 2, 5, 10, 15, 20, 25, 30, 40, 50, 60, 70, 75, 80, 90, 100, 200])),
        amount: whole(rng.pick([4, 10, 20, 20]) * rng.sized(1, 99)),
      };
    case 2:
      return { percent: whole(rng.int(1, 120)), amount: whole(rng.sized(1, 2000)) };
    default:
      return rng.chance(0.5)
        ? {
            percent: { scaled: rng.pick([5, 15, 25, 75, 125, 175, 225, 375, 625, 875]), places: 1 },
            amount: whole(rng.int(1, 80) * 10),
          }
        : { percent: whole(rng.int(1, 99)), amount: { scaled: rng.int(1, 999) * 10 + rng.int(1, 9), places: rng.int(1, 2) } };
  }
}
