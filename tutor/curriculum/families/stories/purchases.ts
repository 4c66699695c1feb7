import { type Person, storyFamily, type Tale, type Teller } from './tale.ts';

const GOODS =
  't-shirt,pair of shoes,jacket,backpack,book,lamp,game,blanket,hat,mug,toy car,football,pair of socks,notebook,kettle,chair,scarf,puzzle,raincoat,pizza'.split(
    ',',
  );
const SIGNS = ['$', '£', '€'];

/** Goods with prices that hang on each other's; how much in all, or the change. */
const basket: Teller = (tale, level) => {
  const [who] = tale.people(1);
  const sign = tale.rng.pick(SIGNS);
  const goods = tale.rng.shuffle(GOODS).slice(0, level + 1);
  const place = tale.rng.pick(['to the shop', 'shopping', 'to the market', 'to a sale', 'to buy presents']);
  tale.say(`${who.name} went ${place}.`, `${who.name} goes ${place}.`);
  const prices = [tale.rng.int(4, 60)];
  tale.say(`${cap(who.they)} bought a ${goods[0]} for ${sign}${prices[0]}.`, `A ${goods[0]} cost ${sign}${prices[0]}.`);
  for (const [index, thing] of goods.slice(1).entries()) {
    const price = nextPrice(tale, thing, goods[index], prices[index], sign);
    if (price === undefined || price < 1) return undefined;
    prices.push(price);
  }
  const all = prices.slice(1).reduce((sum, price) => tale.plus('Add', sum, price), prices[0]);
  return endOfBasket(tale, who, all, sign);
};

function nextPrice(tale: Tale, thing: string, before: string, known: number, sign: string): number | undefined {
  switch (tale.rng.int(0, 5)) {
    case 0: {
      const k = tale.rng.int(1, 25);
      tale.say(
        `The ${thing} cost ${sign}${k} more than the ${before}.`,
        `Then a ${thing} for ${sign}${k} more than the ${before}.`,
      );
      return tale.plus(cap(thing), known, k);
    }
    case 1: {
      if (known < 4) return undefined;
      const k = tale.rng.int(1, known - 2);
      tale.say(
        `The ${thing} was ${sign}${k} cheaper than the ${before}.`,
        `A ${thing} cost ${sign}${k} less than the ${before}.`,
      );
      return tale.minus(cap(thing), known, k);
    }
    case 2: {
      const half = tale.rng.int(2, 60);
      tale.say(
        `The ${thing} was originally ${sign}${2 * half} but on sale for half price.`,
        `A ${thing} at half of its price of ${sign}${2 * half} came next.`,
      );
      return tale.over(cap(thing), 2 * half, 2);
    }
    case 3: {
      const [n, each] = [tale.rng.int(2, 9), tale.rng.int(2, 15)];
      tale.say(`There were also ${n} pens at ${sign}${each} each.`, `${n} candles for ${sign}${each} each were added.`);
      return tale.times('All of those', n, each);
    }
    case 4: {
      const p = tale.rng.pick([10, 15, 20, 25, 30, 50]);
      const full = tale.rng.int(1, 8) * 20;
      tale.say(
        `The ${thing} had a price of ${sign}${full} with ${p}% off.`,
        `A ${thing} of ${sign}${full} was reduced by ${p}%.`,
      );
      return (full * p) % 100 === 0 ? tale.minus(cap(thing), full, tale.percent(`${p}% of ${full}`, p, full)) : undefined;
    }
    default: {
      const [off, full] = [tale.rng.int(1, 9), tale.rng.int(10, 40)];
      tale.say(`With a coupon for ${sign}${off} off there was also a ${thing} of ${sign}${full}.`);
      return tale.minus(cap(thing), full, off);
    }
  }
}

function endOfBasket(tale: Tale, who: Person, all: number, sign: string): number | undefined {
  const spare = tale.rng.int(1, 80);
  switch (tale.rng.int(0, 3)) {
    case 0:
      tale.say(
        `${who.name} paid with ${sign}${all + spare}. How much change did ${who.they} get?`,
        `If ${who.they} had ${sign}${all + spare}, how much is left?`,
      );
      return tale.minus('Left', all + spare, all);
    case 1:
      if (all <= spare) return undefined;
      tale.say(`${who.name} has only ${sign}${all - spare}. How much more does ${who.they} need?`);
      return tale.minus('Missing', all, all - spare);
    default:
      tale.say(
        `How much did ${who.they} spend in all?`,
        'How much did everything cost?',
        `How much money did ${who.name} spend?`,
        'What is the total cost?',
      );
      return all;
  }
}

/** Several kinds of goods, each with a number and a price. */
const stock: Teller = (tale, level) => {
  const sign = tale.rng.pick(SIGNS);
  const kinds = tale.rng.shuffle('red green blue yellow purple white orange small large'.split(' ')).slice(0, level + 1);
  const thing = tale.rng.pick(['balls', 'balloons', 'candles', 'boxes', 'ribbons', 'shirts', 'cups']);
  const rows = kinds.map((kind) => ({ kind, count: tale.rng.int(2, 60), price: tale.rng.int(2, 15) }));
  const list = (write: (row: (typeof rows)[number]) => string) => {
    const parts = rows.map(write);
    return `${parts.slice(0, -1).join(', ')} and ${parts[parts.length - 1]}`;
  };
  tale.say(
    `There are ${list(({ count, kind }) => `${count} ${kind} ${thing}`)} in the shop.`,
    `A stall has ${list(({ count, kind }) => `${count} ${kind} ${thing}`)}.`,
  );
  tale.say(
    `${cap(list(({ kind, price }) => `${kind} ${thing} cost ${sign}${price}`))}.`,
    `The ${list(({ kind, price }) => `${kind} ones are ${sign}${price} each`)}.`,
  );
  tale.say('How much money comes in when all of them are sold?', 'How much are all of them worth?');
  const values = rows.map(({ kind, count, price }) => tale.times(cap(kind), count, price));
  return values.slice(1).reduce((sum, value) => tale.plus('Add', sum, value), values[0]);
};

/** A dearer brand for some days, and one thing more. */
const dearerBrand: Teller = (tale) => {
  const [who] = tale.people(1);
  const sign = tale.rng.pick(SIGNS);
  const [price, p] = [tale.rng.int(2, 40), tale.rng.pick([10, 20, 25, 30, 35, 40, 50, 60, 75])];
  if ((price * p) % 100 !== 0) return undefined;
  const [perDay, days, extra] = [tale.rng.int(1, 6), tale.rng.pick([7, 7, 14, 5]), tale.rng.int(1, 9)];
  const food = tale.rng.pick(['rice', 'flour', 'coffee', 'sugar', 'tea', 'nuts']);
  const time = days === 7 ? 'a week' : days === 14 ? 'two weeks' : '5 days';
  tale.say(
    `${who.name} buys ${food}, which is usually ${sign}${price} a kilo. Today there is only another brand that costs ${p}% more.`,
    `The ${food} that ${who.name} likes costs ${sign}${price} per kg, but it is sold out, and the other kind is ${p}% more expensive.`,
  );
  tale.say(
    `${cap(who.they)} needs ${perDay} kg a day and buys enough for ${time}.`,
    `${who.name} takes what ${who.they} needs for ${time}, using ${perDay} kg per day.`,
  );
  tale.say(
    `A cake for ${sign}${extra} comes on top. How much did everything cost?`,
    `${cap(who.they)} also gets a drink for ${sign}${extra}. What does ${who.they} pay in all?`,
  );
  const dear = tale.plus('Price of a kilo', price, tale.percent(`${p}% of ${price}`, p, price));
  const kilos = tale.times('Kilos', days, perDay);
  return tale.plus('With the extra', tale.times('Cost', kilos, dear), extra);
};

/** How many guests or tickets a budget allows. */
const budget: Teller = (tale) => {
  const [who] = tale.people(1);
  const sign = tale.rng.pick(SIGNS);
  const [entry, food, rides, ride, guests] = [
    tale.rng.int(3, 25),
    tale.rng.int(2, 12),
    tale.rng.int(1, 4),
    tale.rng.int(2, 9),
    tale.rng.int(2, 14),
  ];
  const each = entry + food + rides * ride;
  const fixed = tale.rng.chance(0.5) ? tale.rng.int(5, 60) : 0;
  const money = each * (guests + 1) + fixed;
  tale.say(
    `${who.name} has ${sign}${money} for a birthday party at the park.`,
    `The budget for the party of ${who.name} is ${sign}${money}.`,
  );
  if (fixed > 0) tale.say(`The cake costs ${sign}${fixed}.`, `${sign}${fixed} goes for the decorations.`);
  tale.say(
    `Everyone, ${who.name} too, pays ${sign}${entry} to get in, eats for ${sign}${food} and takes ${rides} rides at ${sign}${ride} each.`,
    `Each person needs ${sign}${entry} for the ticket, ${sign}${food} for food and ${sign}${ride} for each of ${rides} rides.`,
  );
  tale.say(`How many friends can ${who.they} invite?`, `How many friends can come besides ${who.name}?`);
  const perPerson = tale.plus('For each person', tale.plus('Entry and food', entry, food), tale.times('Rides', rides, ride));
  const left = fixed > 0 ? tale.minus('Left for people', money, fixed) : money;
  return tale.minus('Without the host', tale.over('People', left, perPerson), 1);
};

export const storyOfPurchases = storyFamily(
  'story-of-purchases',
  'Stories of buying and selling',
  ['two things', 'three things', 'four things'],
  [basket, basket, basket, stock, dearerBrand, budget],
);

function cap(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
