import { columnDifference, columnSum } from '../../column-arithmetic.ts';
import { writeDecimal } from '../../decimal.ts';
import type { Family } from '../../family.ts';
import type { Rng } from '../../rng.ts';
import { NAMES } from '../../story.ts';
import { timesLines } from '../../times-lines.ts';

/** Bills of several things with prices in pounds and pence, and the change. */
export const shoppingPence: Family = {
  id: 'shopping-pence',
  topic: 'words',
  title: 'Shopping with pounds and pence',
  levels: ['two kinds of things', 'three kinds of things', 'change from a note'],
  phrasings: [
    '{who} {items}. {Ask}?',
    '{who} {items}, {ask}',
    '{who} {items}. {ask}',
    '{Ask} if {who} {items}?',
    '{who} {items}. Work it out: {ask}?',
    'In a shop {who} {items}. {Ask}?',
    '{ask} when {who} {items}',
    'At the market {who} {items}. {Ask}?',
    '{who} {items} - {ask}?',
    'Question 6. {who} {items}. {Ask}?',
    'if {who} {items} {ask}',
    'On Saturday {who} {items}. {Ask}?',
    '{who} {items}. Calculate: {ask}?',
    '{who} {items}. so {ask}',
    'For a party {who} {items}. {Ask}?',
    'yesterday {who} {items}. {ask}',
    '{who} {items}.. {ask}??',
    'Suppose {who} {items}. {Ask}?',
  ],
  make(rng, level) {
    const money = moneyWriter(rng);
    const kinds = rng.shuffle(THINGS).slice(0, level === 1 ? 2 : level === 2 ? 3 : rng.int(1, 2));
    const bought = kinds.map(([one, many]) => {
      const count = rng.chance(0.3) ? 1 : rng.int(2, 8);
      const price = rng.chance(0.8) ? 5 * rng.int(4, rng.chance(0.7) ? 79 : 199) : rng.int(15, 999);
      return { one, many, count, price, cost: count * price };
    });
    const total = bought.reduce((sum, { cost }) => sum + cost, 0);
    const note = [500, 1000, 2000, 5000, 10_000].find((each) => each >= total) ?? 20_000;
    const name = rng.chance(0.55) ? rng.pick(NAMES) : '';
    const [who, subject, verb] = name === '' ? ['I buy', 'I', 'do'] : [`${name} ${rng.pick(['buys', 'gets'])}`, name, 'does'];
    const ask = level === 3 ? askChange(money(note), subject, verb, rng) : askTotal(subject, verb, rng);
    const lines = bought.flatMap(({ one, many, count, price, cost }) => {
      if (count === 1) return [];
      const work = timesLines(count, price);
      const line = `The ${many}: $${count} \\cdot ${writeDecimal(price, 2)} = ${writeDecimal(cost, 2)}$`;
      return [
        ...(work.length === 0 ? [`> ${price} * ${count} = ${cost}`] : work),
        line.replace(`${many}:`, `${count} ${count === 1 ? one : many}:`),
      ];
    });
    const change = note - total;
    return {
      maths: {},
      words: { who, items: items(bought, money, rng), ask, Ask: ask[0].toUpperCase() + ask.slice(1) },
      steps: [
        ...lines,
        ...addLines(bought.map(({ cost }) => cost)),
        ...(level === 3
          ? [
              columnDifference(note, total),
              `Change: $${writeDecimal(note, 2)} - ${writeDecimal(total, 2)} = ${writeDecimal(change, 2)}$`,
            ]
          : []),
      ],
      answer: writeDecimal(level === 3 ? change : total, 2),
    };
  },
};

/** One and several. */
const THINGS: readonly (readonly [string, string])[] = [
  ['pen', 'pens'],
  ['notebook', 'notebooks'],
  ['sandwich', 'sandwiches'],
  ['drink', 'drinks'],
  ['pizza', 'pizzas'],
  ['ticket', 'tickets'],
  ['coffee', 'coffees'],
  ['magazine', 'magazines'],
  ['bottle of water', 'bottles of water'],
  ['bag of crisps', 'bags of crisps'],
  ['loaf of bread', 'loaves of bread'],
  ['cake', 'cakes'],
  ['ruler', 'rulers'],
  ['bunch of bananas', 'bunches of bananas'],
  ['chocolate bar', 'chocolate bars'],
  ['T-shirt', 'T-shirts'],
];

type Bought = { readonly one: string; readonly many: string; readonly count: number; readonly price: number };

/** Amounts in pence; "£1.20", "80p", "1.20 euros". */
function moneyWriter(rng: Rng): (amount: number) => string {
  const [before, after] = rng.pick([
    ['£', ''],
    ['£', ''],
    ['£', ''],
    ['$', ''],
    ['€', ''],
    ['', ' euros'],
    ['', ' pounds'],
  ]);
  const small = before === '£' && rng.chance(0.6);
  return (amount) => {
    if (small && amount < 100) return `${amount}p`;
    return `${before}${amount % 100 === 0 ? amount / 100 : writeDecimal(amount, 2)}${after}`;
  };
}

function items(bought: readonly Bought[], money: (amount: number) => string, rng: Rng): string {
  const each = rng.pick(['at P each', 'at P each', 'for P each', 'costing P each', 'that are P each', '(P each)']);
  const parts = bought.map(({ one, many, count, price }) =>
    count === 1
      ? `${rng.pick(['a', 'a', 'one'])} ${one} ${rng.pick(['for', 'for', 'at', 'costing'])} ${money(price)}`
      : `${count} ${many} ${each.replace('P', money(price))}`,
  );
  return parts.length === 1 ? parts[0] : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

function askTotal(subject: string, verb: string, rng: Rng): string {
  return rng.pick([
    'how much altogether',
    'how much is that altogether',
    'what is the total cost',
    'how much is it in total',
    `how much ${verb} ${subject} pay`,
    `how much ${verb} ${subject} spend`,
    `what ${verb} ${subject} pay in total`,
    'what does it all cost',
    "what's the total",
  ]);
}

function askChange(note: string, subject: string, verb: string, rng: Rng): string {
  return rng.pick([
    `how much change from ${note}`,
    `how much change ${verb} ${subject} get from ${note}`,
    `what is the change from ${note}`,
    `what change ${verb} ${subject} get from a ${note} note`,
    `how much of ${note} is left`,
  ]);
}

/** From the first to the last, in the smaller coins. */
function addLines(costs: readonly number[]): string[] {
  if (costs.length === 1) return [];
  const lines: string[] = [];
  let total = costs[0];
  for (const cost of costs.slice(1)) {
    lines.push(columnSum(total, cost));
    total += cost;
  }
  return [...lines, `Add: $${costs.map((cost) => writeDecimal(cost, 2)).join(' + ')} = ${writeDecimal(total, 2)}$`];
}
