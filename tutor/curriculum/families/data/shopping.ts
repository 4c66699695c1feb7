import { writeDecimal } from '../../decimal.ts';
import type { Family, Worked } from '../../family.ts';
import type { Rng } from '../../rng.ts';
import { NAMES, priceWriter, twoGoods } from '../../story.ts';
import { divideLines, timesLines } from '../../times-lines.ts';

/** So many of one thing and so many of another: what it costs. */
export const shoppingTotal: Family = {
  id: 'shopping-total',
  topic: 'words',
  title: 'Shopping: the total cost',
  levels: ['small prices', 'larger prices'],
  phrasings: [
    '{name} buys {a} {x} at {p} each and {b} {y} at {q} each. How much does {name} pay in total?',
    'One of the {x} costs {p} and one of the {y} costs {q}. What is the cost of {a} {x} and {b} {y}?',
    '{name} buys {a} {x} for {p} each and {b} {y} for {q} each. What is the total cost?',
    'Find the total cost of {a} {x} at {p} each and {b} {y} at {q} each.',
    '{a} {x} at {p} each and {b} {y} at {q} each, how much altogether',
    'In a shop {x} cost {p} each and {y} cost {q} each. {name} buys {a} {x} and {b} {y}. How much is that?',
    'how much do {a} {x} at {p} each and {b} {y} at {q} each cost',
    'A teacher buys {a} {x} costing {p} each and {b} {y} costing {q} each. How much is spent?',
    'Work out the cost of {a} {x} at {p} each plus {b} {y} at {q} each.',
    '{name} sells {a} {x} for {p} each and {b} {y} for {q} each. How much money does {name} get?',
    'If {x} are {p} each and {y} are {q} each, how much do {a} {x} and {b} {y} cost together?',
    'Calculate the bill for {a} {x} ({p} each) and {b} {y} ({q} each).',
    '{name} needs {a} {x} and {b} {y}. The {x} are {p} each, the {y} are {q} each. What will it cost?',
    'A shop sells {x} at {p} and {y} at {q}. What do {a} {x} and {b} {y} cost in all?',
    '{name} orders {a} {x} at {p} each. {name} also orders {b} {y} at {q} each. Find the total price.',
    'What is the total price of {a} {x} at {p} each and {b} {y} at {q} each?',
    'Question 5. {name} buys {a} {x} at {p} each and {b} {y} at {q} each. Work out the total cost.',
    '{x} cost {p} each, {y} cost {q} each. total for {a} {x} and {b} {y}?',
    '{a} {x} for {p} each and {b} {y} for {q} each, total?',
    'how much are {a} {x} at {p} and {b} {y} at {q}',
    'total cost of {a} {x} ({p} each) and {b} {y} ({q} each)',
    '{name} gets {a} {x} at {p} and {b} {y} at {q}. What does {name} pay?',
  ],
  make(rng, level) {
    const [x, y] = twoGoods(rng);
    const price = priceWriter(rng);
    const most = level === 1 ? 10 : 40;
    const [a, b, p, q] = [rng.int(2, 12), rng.int(2, 12), rng.int(2, most), rng.int(2, most)];
    return {
      maths: {},
      words: { name: rng.pick(NAMES), x, y, a: String(a), b: String(b), p: price(p), q: price(q) },
      steps: [
        ...timesLines(a, p),
        `Cost of the ${x}: $${a} \\cdot ${p} = ${a * p}$`,
        ...timesLines(b, q),
        `Cost of the ${y}: $${b} \\cdot ${q} = ${b * q}$`,
        `Add: $${a * p} + ${b * q} = ${a * p + b * q}$`,
      ],
      answer: String(a * p + b * q),
    };
  },
};

/** Paying with a larger sum. */
export const shoppingChange: Family = {
  id: 'shopping-change',
  topic: 'words',
  title: 'Shopping: change',
  levels: ['small prices', 'larger prices'],
  phrasings: [
    '{name} buys {a} {x} at {p} each and pays with {m}. How much change does {name} get?',
    '{name} has {m} and buys {a} {x} for {p} each. How much money is left?',
    'How much change from {m} do you get when you buy {a} {x} at {p} each?',
    '{a} {x} cost {p} each. {name} pays {m}. What is the change?',
    'Find the change from {m} after buying {a} {x} at {p} each.',
    'change from {m} for {a} {x} at {p} each',
    '{name} had {m}. {name} bought {a} {x} costing {p} each. How much does {name} have now?',
    'If {x} cost {p} each, how much of {m} is left after buying {a} {x}?',
    '{name} spends money on {a} {x} that cost {p} each. Out of {m}, how much remains?',
    'Work out the change when {a} {x} at {p} each are paid for with {m}.',
    '{name} takes {m} to the shop and buys {a} {x} at {p} each. How much is left over?',
    'i have {m} and buy {a} {x} for {p} each, how much do i have left',
    'Starting with {m}, {name} buys {a} {x} at {p} each. What is left?',
    'A customer gives {m} for {a} {x} priced at {p} each. How much change is due?',
    'Question 2. {name} pays for {a} {x} at {p} each with {m}. Work out the change.',
    '{name} wants {a} {x} at {p} each and has {m}. How much money will be left?',
    'Calculate the change from {m} for {a} {x} costing {p} each.',
    '{name} wants to buy {a} {x} at {p} each and has {m}. How much will be left?',
    '{name} has {m} and wants {a} {x} at {p} each. how much money will {name} have after that',
    'Each of the {a} {x} costs {p}. {name} pays with {m}. How much comes back?',
    'what change do i get from {m} if i buy {a} {x} for {p} each',
    'How much money is left from {m} after paying for {a} {x} at {p} each?',
    'After buying {a} {x} for {p} each, how much does {name} have left of {m}?',
    '{name} gives the shop {m} for {a} {x} at {p} each. What is the change?',
    '{a} {x} at {p} each, paid with {m}, change?',
    'i buy {a} {x} for {p} each and give {m}. how much change',
    '{name} pays {m} for {a} {x} that are {p} each. what is the change',
    'how much change from {m} if {a} {x} cost {p} each',
  ],
  make(rng, level) {
    const price = priceWriter(rng);
    const [x] = twoGoods(rng);
    const [a, p] = [rng.int(2, 12), rng.int(2, level === 1 ? 9 : 35)];
    const cost = a * p;
    const paid = rng.chance(0.5) ? Math.ceil((cost + 1) / 10) * 10 : cost + rng.int(0, 50);
    return {
      maths: {},
      words: { name: rng.pick(NAMES), x, a: String(a), p: price(p), m: price(paid) },
      steps: [
        ...timesLines(a, p),
        `Cost of the ${x}: $${a} \\cdot ${p} = ${cost}$`,
        `Subtract from the money: $${paid} - ${cost} = ${paid - cost}$`,
      ],
      answer: String(paid - cost),
    };
  },
};

/** From the price of some to the price of others. */
export const unitPrice: Family = {
  id: 'unit-price',
  topic: 'words',
  title: 'Price of one, price of many',
  levels: ['small prices', 'larger prices', 'pounds and pence'],
  phrasings: [
    '{a} {x} cost {p}. How much do {b} {x} cost?',
    'If {a} {x} cost {p}, what is the price of {b} {x}?',
    '{name} pays {p} for {a} {x}. How much would {b} {x} cost?',
    '{a} {x} for {p}, how much for {b} {x}',
    'The price of {a} {x} is {p}. Find the price of {b} {x}.',
    'A shop sells {a} {x} for {p}. At this price, what do {b} {x} cost?',
    'Work out the cost of {b} {x} when {a} {x} cost {p}.',
    'if {a} {x} are {p} how much are {b} {x}',
    '{a} {x} cost {p} altogether. Calculate the cost of {b} {x}.',
    '{name} bought {a} {x} for {p}. {name} now wants {b} {x}. What will they cost?',
    'Given that {a} {x} cost {p}, find the cost of {b} {x}.',
    'How much are {b} {x} if {a} {x} cost {p}?',
    'Question 3. {a} {x} cost {p}. Work out the cost of {b} {x}.',
    'At the market {a} {x} cost {p}. What would {name} pay for {b} {x}?',
    'what do {b} {x} cost if you pay {p} for {a} {x}',
    'You can get {a} {x} for {p}. How much must you pay for {b} {x}?',
    '{a} {x} for {p}, price of {b} {x}?',
    'if {a} {x} are {p} then what are {b} {x}',
    '{a} {x} cost {p} so how much would {b} cost',
    'A pack of {a} {x} is {p}. At the same price, what do {b} {x} cost?',
    'cost of {b} {x} when {a} {x} cost {p}',
  ],
  make(rng, level) {
    if (level === 3) return pricesInPence(rng);
    const price = priceWriter(rng);
    const [x] = twoGoods(rng);
    const [a, each] = [rng.int(2, 12), rng.int(2, level === 1 ? 9 : 25)];
    let b = rng.int(2, level === 1 ? 12 : 20);
    if (b === a) b++;
    return {
      maths: {},
      words: { name: rng.pick(NAMES), x, a: String(a), b: String(b), p: price(a * each) },
      steps: [
        ...divideLines(a * each, a),
        `Price of one: $${a * each} \\div ${a} = ${each}$`,
        ...timesLines(b, each),
        `Price of ${b}: $${b} \\cdot ${each} = ${b * each}$`,
      ],
      answer: String(b * each),
    };
  },
};

/** A price such as £2.25 for several, worked in pence. */
function pricesInPence(rng: Rng): Worked {
  const [x] = twoGoods(rng);
  const [a, each] = [rng.int(2, 12), rng.chance(0.7) ? 5 * rng.int(3, 60) : rng.int(12, 150)];
  // Whole pounds are the other levels'.
  if (each % 100 === 0) return pricesInPence(rng);
  let b = rng.int(1, 15);
  if (b === a) b++;
  const [total, cost] = [a * each, b * each];
  const amount = total % 100 === 0 ? String(total / 100) : writeDecimal(total, 2);
  const [before, after, small, large] = rng.pick([
    ['£', '', 'pence', 'pounds'],
    ['£', '', 'pence', 'pounds'],
    ['$', '', 'cents', 'dollars'],
    ['€', '', 'cents', 'euros'],
    ['', ' euros', 'cents', 'euros'],
  ] as const);
  return {
    maths: {},
    words: { name: rng.pick(NAMES), x, a: String(a), b: String(b), p: `${before}${amount}${after}` },
    steps: [
      `In ${small}: $${amount} \\cdot 100 = ${total}$`,
      ...divideLines(total, a),
      `Price of one: $${total} \\div ${a} = ${each}$`,
      ...timesLines(b, each),
      `Price of ${b}: $${b} \\cdot ${each} = ${cost}$`,
      `In ${large}: $${cost} \\div 100 = ${writeDecimal(cost, 2)}$`,
    ],
    answer: writeDecimal(cost, 2),
  };
}
