import { quotient } from '../../division-step.ts';
import type { Family } from '../../family.ts';
import { percentOf } from '../../percent-steps.ts';
import { fraction, gcd } from '../../quotient.ts';
import { NAMES, priceWriter } from '../../story.ts';
import { divideLines, timesLines } from '../../times-lines.ts';

/** Multiples of 5 %: of a multiple of 20 they are whole. */
const PERCENTAGES: readonly number[] = [5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 60, 70, 75, 80, 90];

/** percent of a whole amount that comes out whole. */
function percentLines(percent: number, amount: number): { steps: string[]; value: number } {
  const { steps } = percentOf({ scaled: percent, places: 0 }, { scaled: amount, places: 0 });
  return { steps, value: (amount * percent) / 100 };
}

/** A price cut or raised by a percentage. */
export const percentPrice: Family = {
  id: 'percent-price',
  topic: 'words',
  title: 'Discounts and rises',
  levels: ['discounts', 'rises'],
  phrasings: [
    'A {x} costs {m}. The price is {change} by {p}%. What is the new price?',
    'The price of a {x} is {m}. It is {change} by {p}%. Find the new price.',
    'A {x} priced at {m} is {change} by {p}%. How much does it cost now?',
    '{x} {m}, {change} by {p}%, new price?',
    'A shop sells a {x} for {m}. The price is then {change} by {p}%. Work out the new price.',
    'If the price of a {x}, {m}, is {change} by {p}%, what does it cost then?',
    'what is the new price of a {x} at {m} that is {change} by {p}%',
    'The cost of a {x} was {m} and has been {change} by {p}%. Calculate the new cost.',
    '{name} sees a {x} for {m}. Its price is {change} by {p}%. What is the price now?',
    'Find the new price when {m} is {change} by {p}%.',
    'A {x} that cost {m} is {change} by {p}% in price. What is its new price?',
    'how much is a {x} after its price of {m} is {change} by {p}%',
    'Question 6. The price of a {x} is {m}. It is {change} by {p}%. Work out the new price.',
    'Calculate the price of a {x} if {m} is {change} by {p}%.',
    'The price {m} of a {x} is {change} by {p}%. Determine the new price.',
    'A {x} is {m} before the price is {change} by {p}%. What is it after?',
    'The cost of a {x} is {m}. It is {change} by {p}%. Calculate the new price.',
    'the price of a {x} was {m} and was {change} by {p}%. what is it now',
    'A {x} was {m} and has been {change} by {p}%. How much is it now?',
    'What does a {x} cost if its price of {m} has been {change} by {p}%?',
    'Its cost was {m}. The cost of the {x} has been {change} by {p}%. Find the new cost.',
    'How much is a {x} that was {m} and is now {change} by {p}%?',
    'a {x} costs {m}, then the price is {change} by {p} percent, what is the price after',
    'The cost of a {x}, {m}, was {change} by {p}%. Work out the cost now.',
    'a {x} costs {m} {off}. what is the total price',
    'A {x} costs {m} {off}. How much do you pay?',
    'a {x} is {m} {off}, how much is it now',
    '{x} {m} {off}, what do i pay',
    'A {x} costs {m} {off}. What is the final price?',
    '{name} buys a {x} for {m} {off}. How much does {name} pay?',
    'how much is a {x} that costs {m} {off}',
    'the price of a {x} is {m} {off}. work out what it costs',
    'A {x} normally costs {m}. {deal} What is the price now?',
    'a {x} was {m}. {deal} how much is it now',
    'The usual price of a {x} is {m}. {deal} Work out the price to pay.',
    '{name} wants a {x} for {m}. {deal} How much does {name} pay?',
    'A {x} costs {m}. {deal} Find the new price.',
  ],
  make(rng, level) {
    const price = priceWriter(rng);
    const p = rng.pick(PERCENTAGES);
    const amount = 20 * rng.int(1, 30);
    const { steps, value } = percentLines(p, amount);
    const down = level === 1;
    const result = down ? amount - value : amount + value;
    return {
      maths: {},
      words: {
        name: rng.pick(NAMES),
        x: rng.pick(['coat', 'phone', 'bike', 'jacket', 'laptop', 'chair', 'table', 'game', 'camera', 'lamp']),
        m: price(amount),
        p: String(p),
        change: down ? rng.pick(['reduced', 'cut', 'lowered', 'decreased']) : rng.pick(['increased', 'raised', 'put up']),
        off: down
          ? rng.pick([`with ${p}% off`, `and is ${p}% off`, `and has ${p}% off`, `less ${p}%`, `in a ${p}% off sale`])
          : rng.pick([`plus ${p}% VAT`, `plus ${p}% tax`, `and ${p}% tax is added`, `before ${p}% VAT`, `without ${p}% VAT`]),
        deal: down
          ? rng.pick([
              `In a sale there is ${p}% off.`,
              `There is a ${p}% discount.`,
              `It goes on sale at ${p}% off.`,
              `A voucher takes ${p}% off.`,
              `The shop gives a discount of ${p}%.`,
            ])
          : rng.pick([`Then ${p}% tax is added.`, `VAT of ${p}% is added.`, `It goes up by ${p}%.`, `The price rises by ${p}%.`]),
      },
      steps: [...steps, `${down ? 'Subtract' : 'Add'}: $${amount} ${down ? '-' : '+'} ${value} = ${result}$`],
      answer: String(result),
    };
  },
};

/** How many are that percentage, or how many are not. */
export const percentOfGroup: Family = {
  id: 'percent-of-group',
  topic: 'words',
  title: 'Percentages of a group',
  levels: ['how many are', 'how many are not'],
  phrasings: [
    'There are {n} students in a school. {p}% of them {verb}. How many {ask}?',
    '{p}% of {n} students {verb}. How many {ask}?',
    'In a school of {n} students {p}% {verb}. How many students {ask}?',
    'Out of {n} people, {p}% {verb}. How many {ask}?',
    'A survey asked {n} people. {p}% of them {verb}. How many people {ask}?',
    '{n} students, {p}% {verb}, how many {ask}',
    'Of {n} people, {p}% {verb}. Work out how many {ask}.',
    'if {p}% of {n} students {verb}, how many {ask}',
    'A club has {n} members. {p}% of them {verb}. Find how many {ask}.',
    'A town asked {n} people and {p}% {verb}. Calculate how many {ask}.',
    'In a group of {n}, {p}% {verb}. How many {ask}?',
    'Given that {p}% of {n} pupils {verb}, find how many {ask}.',
    'Question 4. {p}% of the {n} students {verb}. Work out how many {ask}.',
    '{n} people were asked. {p}% {verb}. Determine how many {ask}.',
    'There were {n} people at a show and {p}% of them {verb}. How many {ask}?',
    'Suppose {p}% of {n} people {verb}. How many of them {ask}?',
    '{p} percent of {n} students {verb}, how many {ask}',
    'there are {n} kids and {p}% {verb}. how many {ask}',
    '{n} students, {p}% {verb}. How many {ask}?',
  ],
  make(rng, level) {
    const p = rng.pick(PERCENTAGES);
    const n = 20 * rng.int(1, 40);
    const { steps, value } = percentLines(p, n);
    const verb = rng.pick([
      'walk to school',
      'play football',
      'like maths',
      'have a pet',
      'speak French',
      'ride a bike',
      'wear glasses',
      'play chess',
    ]);
    const words = { n: String(n), p: String(p), verb };
    if (level === 1)
      return { maths: {}, words: { ...words, ask: rng.chance(0.5) ? verb : 'is that' }, steps, answer: String(value) };
    return {
      maths: {},
      words: { ...words, ask: `do not ${verb}` },
      steps: [...steps, `The others: $${n} - ${value} = ${n - value}$`],
      answer: String(n - value),
    };
  },
};

/** A fraction of a number of things, or what is left. */
export const fractionOfGroup: Family = {
  id: 'fraction-of-group',
  topic: 'words',
  title: 'Fractions of a group',
  levels: ['the fraction', 'what is left'],
  phrasings: [
    '{name} has {n} {x} and gives away <f> of them. How many {x} {ask}?',
    'There are {n} {x}. <f> of them are sold. How many {x} {ask}?',
    '<f> of {n} {x} are sold. How many {ask}?',
    'A box has {n} {x}. {name} takes out <f> of them. How many {x} {ask}?',
    '{name} has {n} {x}, <f> of them are used. how many {ask}',
    'Out of {n} {x}, <f> are sold. Find how many {ask}.',
    'A shop has {n} {x} and sells <f> of them. Work out how many {ask}.',
    'if <f> of {n} {x} are sold, how many {ask}',
    '{name} sells <f> of {n} {x}. How many {ask}?',
    'Of {n} {x}, <f> are given away. Calculate how many {ask}.',
    '{name} bakes or buys {n} {x} and sells <f> of them. How many {x} {ask}?',
    'A bag holds {n} {x}. <f> of the {x} are taken. How many {ask}?',
    'Question 2. {name} has {n} {x} and sells <f> of them. How many {ask}?',
    'Given {n} {x} of which <f> are sold, find how many {ask}.',
    'There were {n} {x} and <f> of them were lost. How many {ask}?',
    'Suppose <f> of {n} {x} are used. How many {x} {ask}?',
    'There are {n} {people} and <f> of them {do}. How many {people} {does}?',
    'there are {n} {people} and <f> {do}. how many {does}',
    'Of {n} {people}, <f> {do}. How many {does}?',
    '<f> of the {n} {people} in a club {do}. How many {people} {does}?',
    'in a group of {n} {people} <f> {do}, how many {does}',
    'A class has {n} {people}. <f> of the class {do}. How many {does}?',
    'my school has {n} {people}, <f> of them {do}. how many {people} {does}',
    '<f> of {n} {people} {do}. Work out how many {does}.',
  ],
  make(rng, level) {
    const bottom = rng.int(2, 10);
    let top = rng.int(1, bottom - 1);
    while (gcd(top, bottom) !== 1) top = rng.int(1, bottom - 1);
    const part = rng.int(2, 20);
    const n = bottom * part;
    const value = top * part;
    const steps = [
      ...divideLines(n, bottom),
      `One part: $${n} \\div ${bottom} = ${quotient(n, bottom).value}$`,
      ...(top === 1 ? [] : [...timesLines(top, part), `${top} parts: $${top} \\cdot ${part} = ${value}$`]),
    ];
    const left = level === 2;
    const does = rng.pick([
      'swim',
      'play chess',
      'wear glasses',
      'cycle to work',
      'like tea',
      'have a dog',
      'sing',
      'come by bus',
    ]);
    return {
      maths: { f: fraction(top, bottom) },
      words: {
        name: rng.pick(NAMES),
        x: rng.pick(['cards', 'cakes', 'apples', 'marbles', 'books', 'sweets']),
        n: String(n),
        ask: left ? rng.pick(['are left', 'remain']) : 'is that',
        people: rng.pick(['pupils', 'students', 'children', 'people', 'members', 'kids', 'boys', 'girls']),
        do: does,
        does: left ? `do not ${does}` : does,
      },
      steps: left ? [...steps, `Subtract: $${n} - ${value} = ${n - value}$`] : steps,
      answer: String(left ? n - value : value),
    };
  },
};
