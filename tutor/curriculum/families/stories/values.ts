import { storyFamily, type Teller } from './tale.ts';

const SIGNS = ['$', '£', '€'];
const DECIMALS = [
  ['0.5', 1, 2],
  ['0.25', 1, 4],
  ['0.75', 3, 4],
  ['0.2', 1, 5],
  ['1.5', 3, 2],
] as const;

/** Percentages that often come out whole. */
const ROUND = [5, 10, 15, 20, 25, 30, 40, 50, 60];

const shares: Teller = (tale) => {
  const [n, price, up, down] = [tale.rng.int(1, 10) * 5, tale.rng.int(10, 99), tale.rng.pick(ROUND), tale.rng.pick(ROUND)];
  const value = n * price;
  const higher = value + (value * up) / 100;
  if ((value * up) % 100 !== 0 || (higher * down) % 100 !== 0) return undefined;
  const [[who], sign] = [tale.people(1), tale.rng.pick(SIGNS)];
  const what = tale.rng.pick(['shares', 'coins', 'old stamps', 'shares of a company']);
  tale.say(
    `${who.name} buys ${n} ${what} for ${sign}${price} each. Their price rises by ${up}% in the first year and falls by ${down}% in the second.`,
    `${who.name} buys ${n} ${what} at ${sign}${price} each. In the first year the price increases ${up}%, in the second year it decreases ${down}%.`,
  );
  tale.say('What are all of them worth in the end?', `What is the final value of everything ${who.they} bought?`);
  const first = tale.plus('After the first year', tale.times('Paid', n, price), tale.percent('Rise', up, value));
  return tale.minus('After the second year', first, tale.percent('Fall', down, first));
};

const decimalChain: Teller = (tale) => {
  const people = tale.people(4);
  const thing = tale.rng.pick(['dragons', 'fish', 'cards', 'coins', 'weeds', 'points']);
  let value = tale.rng.int(2, 60) * tale.rng.pick([4, 8, 10, 20]);
  const start = value;
  const links = Array.from({ length: tale.rng.int(2, 3) }, () =>
    tale.rng.chance(0.7) ? tale.rng.pick(DECIMALS) : tale.rng.int(2, 4),
  );
  tale.say(`${people[0].name} got ${start} ${thing}.`, `${people[0].name} has ${start} ${thing} so far.`);
  for (const [index, link] of links.entries()) {
    const [who, before] = [people[index + 1].name, people[index].name];
    const times = typeof link === 'number' ? `${tale.n(link)} times` : `${link[0]} times`;
    const as = typeof link === 'number' || tale.rng.chance(0.5) ? times : link[0];
    tale.say(`${who} got ${as} as many ${thing} as ${before}.`, `${who}, who was later, got ${as} as many as ${before}.`);
    if (typeof link === 'number') {
      value = tale.times(`${who} has`, link, value);
      continue;
    }
    const [text, top, bottom] = link;
    if ((value * top) % bottom !== 0) return undefined;
    tale.note(`Write $${text} = \\frac{${top}}{${bottom}}$`);
    const part = tale.over(`One part of ${before}`, value, bottom);
    value = top === 1 ? part : tale.times(`${who} has`, top, part);
  }
  tale.say(
    `How many ${thing} did ${people[links.length].name} get?`,
    `How many ${thing} is that for ${people[links.length].name}?`,
  );
  return value;
};

const speedsUp: Teller = (tale) => {
  const [a, k, m, seconds] = [tale.rng.int(2, 60) * 2, tale.rng.int(2, 6), tale.rng.int(3, 9), tale.rng.int(5, 40)];
  const what = tale.rng.pick(['kernels pop', 'drops fall', 'cars pass', 'bottles are filled']);
  tale.say(
    `In the first ${seconds} seconds ${a} ${what}, and ${k} times that number in the next ${seconds} seconds.`,
    `${a} ${what} in the first ${seconds} seconds, then ${k} times as many in the next ${seconds} seconds.`,
  );
  tale.say(
    `In the following ${seconds} seconds it is ${m} times the first number, and in the last ${seconds} seconds half of the number before.`,
    `It grows to ${m} times the first number for ${seconds} seconds, but in the final ${seconds} seconds it slows to half of that.`,
  );
  tale.say(`How many is that in all?`, `What is the total number?`);
  const second = tale.times('Second', k, a);
  const third = tale.times('Third', m, a);
  const fourth = tale.over('Last', third, 2);
  return tale.plus('Together', tale.plus('First three', tale.plus('First two', a, second), third), fourth);
};

const halfAndTimes: Teller = (tale) => {
  const [a, b, k] = [2 * tale.rng.int(2, 30), tale.rng.int(3, 60), tale.rng.int(2, 5)];
  const [one, other] = tale.people(2);
  const thing = tale.rng.pick(['tubes of paint', 'pens', 'balls', 'beads', 'ribbons']);
  const [x, y] = tale.rng.shuffle(['red', 'blue', 'green', 'yellow', 'white']);
  tale.say(`${one.name} has ${a} ${x} and ${b} ${y} ${thing}.`, `${one.name} has ${a} ${x} ${thing} and ${b} ${y} ones.`);
  const times = k === 2 ? 'twice' : `${tale.n(k)} times`;
  tale.say(
    `${other.name} has half as many ${x} ones as ${one.name}, and ${times} as many ${y} ones. How many ${thing} does ${other.name} have?`,
    `${other.name} has half as many ${x} ${thing} and ${times} as many ${y} ${thing} as ${one.name}. How many has ${other.name} in all?`,
  );
  return tale.plus('Together', tale.over(`Half of the ${x} ones`, a, 2), tale.times(`The ${y} ones`, k, b));
};

const houseSale: Teller = (tale) => {
  const [price, p, q] = [tale.rng.int(10, 99) * 10_000, tale.rng.int(1, 6), tale.rng.int(1, 6)];
  const [sign, thing] = [tale.rng.pick(SIGNS), tale.rng.pick(['house', 'flat', 'shop', 'farm'])];
  const [who] = tale.people(1);
  const fees = (price * (p + q)) / 100;
  const selling = tale.rng.chance(0.6);
  tale.say(
    `${who.name} ${selling ? 'sells' : 'wants'} a ${thing} for ${sign}${price}. The fees are ${p}% of the price for the papers and ${q}% for the agent.`,
    `A ${thing} ${selling ? `that ${who.name} sells` : ''} costs ${sign}${price}, and ${p}% of the price goes to the lawyer and another ${q}% to the agent.`.replace(
      '  ',
      ' ',
    ),
  );
  const sum = (): number => tale.plus('Fees', tale.percent('First fee', p, price), tale.percent('Second fee', q, price));
  if (selling) {
    const loan = tale.rng.int(1, 8) * 10_000;
    if (price - fees <= loan) return undefined;
    tale.say(`${who.they === 'he' ? 'He' : 'She'} also pays back a loan of ${sign}${loan}. How much is left?`);
    return tale.minus('Left', tale.minus('Without fees', price, sum()), loan);
  }
  const budget = price + tale.rng.int(1, 5) * 1000;
  if (price + fees <= budget) return undefined;
  tale.say(`${who.name} has a budget of ${sign}${budget}. How much more than the budget is the total?`);
  return tale.minus('Too much', tale.plus('Total price', price, sum()), budget);
};

const unknownKind: Teller = (tale) => {
  const [a, b, c] = [tale.rng.int(4, 90), tale.rng.int(4, 90), tale.rng.int(4, 90)];
  const [x, y, z] = tale.rng.shuffle(['red', 'blue', 'white', 'black', 'pink']);
  const thing = tale.rng.pick(['bricks', 'beads', 'tiles', 'blocks']);
  const related = tale.rng.chance(0.6);
  const k = tale.rng.int(2, 5);
  const second = related ? k * a : b;
  tale.say(
    `A tower is built of ${a} ${x} ${thing}, ${related ? `${tale.n(k)} times as many` : b} ${y} ones and some ${z} ones.`,
    `In a box there are ${a} ${x} ${thing}, ${related ? `${tale.n(k)} times as many` : b} ${y} ${thing}, and we do not know how many ${z} ones.`,
  );
  tale.say(
    `There are ${a + second + c} ${thing} in total. How many are ${z}?`,
    `With ${a + second + c} ${thing} in all, how many ${z} ones are there?`,
  );
  const known = tale.plus('Known ones', a, related ? tale.times(`The ${y} ones`, k, a) : b);
  return tale.minus(`The ${z} ones`, a + second + c, known);
};

const feeding: Teller = (tale) => {
  const [each, less, n, m] = [tale.rng.int(3, 30), tale.rng.int(1, 5), tale.rng.int(2, 50), tale.rng.int(2, 50)];
  const [x, y] = tale.rng.shuffle(['sheep', 'horses', 'goats', 'cows']);
  const sign = tale.rng.chance(0.5);
  tale.say(
    `Each of the ${x} needs ${each} pounds of hay, and each of the ${y} ${less} pounds ${sign ? 'less' : 'more'} than twice as much.`,
    `The ${x} get ${each} pounds each. The ${y} get ${less} pounds ${sign ? 'less' : 'more'} than double that amount each.`,
  );
  tale.say(
    `How many pounds are needed for ${n} ${x} and ${m} ${y}?`,
    `There are ${n} ${x} and ${m} ${y}. How many pounds is that?`,
  );
  const twice = tale.times('Twice as much', 2, each);
  const other = sign ? tale.minus(`For one of the ${y}`, twice, less) : tale.plus(`For one of the ${y}`, twice, less);
  return tale.plus('Together', tale.times(`All ${x}`, n, each), tale.times(`All ${y}`, m, other));
};

const partAndMore: Teller = (tale) => {
  const [points, p, more] = [tale.rng.int(5, 60) * 20, tale.rng.pick([10, 20, 25, 50, 75]), tale.rng.int(2, 60)];
  if ((points * p) % 100 !== 0) return undefined;
  const [one, other] = tale.people(2);
  const both = tale.rng.chance(0.7);
  tale.say(
    `${one.name} scored ${points} points. ${other.name} scored ${more} more than ${p}% as many.`,
    `${one.name} has ${points} points, and ${other.name} has ${more} more than ${p}% of that.`,
  );
  tale.say(both ? 'How many points do the two have together?' : `How many points does ${other.name} have?`);
  const second = tale.plus(`${other.name} has`, tale.percent(`${p}% of the points`, p, points), more);
  return both ? tale.plus('Together', points, second) : second;
};

const room: Teller = (tale) => {
  const [length, width] = [tale.rng.int(3, 40), tale.rng.int(2, 30)];
  tale.say(
    `The area of a rectangular room is ${length * width} square meters, and it is ${length} meters long. What is its perimeter in meters?`,
    `A rectangular garden has an area of ${length * width} m2. One side is ${length} m. How long is the fence around it?`,
  );
  const other = tale.over('Other side', length * width, length);
  return tale.times('Perimeter', 2, tale.plus('Two sides', length, other));
};

/** Stories of what things are worth and how many there are, from parts, percentages and multiples. */
export const storyOfValues = storyFamily(
  'story-of-values',
  'Stories of shares, parts and multiples',
  ['parts, percentages and multiples'],
  [shares, decimalChain, speedsUp, halfAndTimes, houseSale, unknownKind, feeding, partAndMore, room],
);
