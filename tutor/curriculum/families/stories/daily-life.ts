import { divisionLines } from '../../column-arithmetic.ts';
import { storyFamily, type Teller } from './tale.ts';

const SIGNS = ['$', '£', '€'];

const interest: Teller = (tale) => {
  const sign = tale.rng.pick(SIGNS);
  const [amount, p, years] = [tale.rng.int(1, 60) * 50, tale.rng.int(1, 12), tale.rng.int(2, 6)];
  if ((amount * p) % 100 !== 0) return undefined;
  const withAmount = tale.rng.chance(0.5);
  tale.say(
    `${sign}${amount} is put in a bank at ${p}% simple interest per year for ${years} years.`,
    `i put ${sign}${amount} in an account that pays ${p}% simple interest a year. i leave it for ${years} years.`,
    `A loan of ${sign}${amount} has simple interest of ${p}% a year and runs for ${years} years.`,
  );
  tale.say(
    withAmount ? 'How much is it altogether at the end?' : 'How much interest is that?',
    withAmount ? 'What is the total at the end?' : 'Work out the total interest.',
  );
  const all = tale.times('Interest for all years', years, tale.percent('Interest for a year', p, amount));
  return withAmount ? tale.plus('Total', amount, all) : all;
};

const recipe: Teller = (tale) => {
  const [people, more, each] = [tale.rng.int(2, 8), tale.rng.int(2, 20), tale.rng.int(2, 60) * 5];
  if (people === more) return undefined;
  const food = tale.rng.pick(['g of flour', 'g of sugar', 'ml of milk', 'g of butter', 'g of rice']);
  tale.say(
    `A recipe for ${people} people needs ${people * each} ${food}. How much is needed for ${more} people?`,
    `${people * each} ${food} makes enough for ${people} people, how much for ${more} people`,
    `To make soup for ${people} you need ${people * each} ${food}. Work out how much you need for ${more}.`,
  );
  return tale.times(`For ${more}`, more, tale.over('For one', people * each, people));
};

const exchange: Teller = (tale) => {
  const [amount, cents] = [tale.rng.int(1, 60) * 20, tale.rng.pick([105, 110, 115, 120, 125, 130, 135, 140, 150])];
  const rate = `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
  tale.say(
    `£1 is worth $${rate}. How many dollars do you get for £${amount}?`,
    `the exchange rate is £1 = $${rate}. change £${amount} into dollars`,
    `If one euro is ${rate} dollars, how many dollars are ${amount} euros?`,
  );
  tale.steps.push(`One of them in cents: $${rate} \\cdot 100 = ${cents}$`);
  return tale.over('Dollars', tale.times('Cents', amount, cents), 100);
};

const field: Teller = (tale) => {
  const [l, w, cost] = [tale.rng.int(3, 40), tale.rng.int(2, 30), tale.rng.int(2, 25)];
  const sign = tale.rng.pick(SIGNS);
  if (tale.rng.chance(0.5)) {
    tale.say(
      `A floor is ${l} m by ${w} m. Carpet costs ${sign}${cost} per square metre. How much does the carpet cost?`,
      `grass seed for 1 m2 costs ${sign}${cost}. how much for a lawn that is ${l} m long and ${w} m wide`,
    );
    return tale.times('Cost', tale.times('Area', l, w), cost);
  }
  tale.say(
    `A field is ${l} m long and ${w} m wide. A fence around it costs ${sign}${cost} a metre. What does the fence cost?`,
    `a garden is ${l} m by ${w} m, fencing is ${sign}${cost} per metre, how much to fence all the way round`,
  );
  return tale.times('Cost', tale.times('Perimeter', 2, tale.plus('Length and width', l, w)), cost);
};

const enough: Teller = (tale) => {
  const [price, money] = [tale.rng.int(12, 95), tale.rng.int(2, 20)];
  const thing = tale.rng.pick(['pens', 'stamps', 'apples', 'cards', 'buns']);
  const most = Math.floor((money * 100) / price);
  tale.say(
    `${thing} cost ${price}p each. How many can i buy with £${money}?`,
    `How many ${thing} at ${price} cents each can you buy with $${money}?`,
  );
  const all = tale.times('In the small unit', money, 100);
  tale.steps.push(...divisionLines(all, price));
  const whole = all % price === 0 ? all : tale.minus('Without the rest', all, all % price);
  tale.steps.push(`How often it goes: $${whole} \\div ${price} = ${most}$`);
  return most;
};

const profit: Teller = (tale) => {
  const sign = tale.rng.pick(SIGNS);
  const [n, cost, gain] = [tale.rng.int(3, 60), tale.rng.int(2, 30), tale.rng.int(1, 20)];
  const [who] = tale.people(1);
  if (tale.rng.chance(0.3)) {
    tale.say(
      `${n} chairs are bought for ${sign}${n * cost} in all and sold at ${sign}${cost + gain} each. How much profit is made?`,
    );
    return tale.minus('Profit', tale.times('Sold for', n, cost + gain), n * cost);
  }
  tale.say(
    `${who.name} buys ${n} shirts for ${sign}${cost} each and sells them for ${sign}${cost + gain} each. What is the profit?`,
    `a shop buys ${n} games at ${sign}${cost} each and sells all of them at ${sign}${cost + gain} each. how much profit`,
  );
  return tale.minus('Profit', tale.times('Sold for', n, cost + gain), tale.times('Bought for', n, cost));
};

const tickets: Teller = (tale) => {
  const sign = tale.rng.pick(SIGNS);
  const [n, price, p] = [tale.rng.int(2, 9), tale.rng.int(2, 30) * 10, tale.rng.pick([10, 15, 20, 25, 30, 40, 50])];
  const all = n * price;
  if ((all * p) % 100 !== 0) return undefined;
  tale.say(
    `${n} tickets cost ${sign}${price} each and there is ${p}% off. How much do they cost in all?`,
    `i buy ${n} games at ${sign}${price} each with a ${p}% discount, what do i pay`,
    `${n} coats at ${sign}${price} each are ${p}% off in a sale. What is the total to pay?`,
  );
  const full = tale.times('Full price', n, price);
  return tale.minus('To pay', full, tale.percent('Discount', p, full));
};

const taxi: Teller = (tale) => {
  const sign = tale.rng.pick(SIGNS);
  const [fixed, rate, miles] = [tale.rng.int(2, 30), tale.rng.int(2, 15), tale.rng.int(2, 40)];
  const total = fixed + rate * miles;
  const forwards = tale.rng.chance(0.5);
  const [what, unit] = tale.rng.pick([
    ['A taxi', 'mile'],
    ['A plumber', 'hour'],
    ['A bike hire', 'day'],
    ['A phone plan', 'gigabyte'],
  ] as const);
  tale.say(
    `${what} costs ${sign}${fixed} plus ${sign}${rate} for every ${unit}.`,
    `${what} charges a fixed ${sign}${fixed} and then ${sign}${rate} per ${unit}.`,
  );
  if (forwards) {
    tale.say(
      `How much is it for ${miles} ${unit}s?`,
      `Find the cost for ${miles} ${unit}s.`,
      `what do i pay for ${miles} ${unit}s`,
    );
    return tale.plus('Cost', fixed, tale.times(`For the ${unit}s`, miles, rate));
  }
  tale.say(`The bill is ${sign}${total}. How many ${unit}s was it?`, `i paid ${sign}${total}. how many ${unit}s`);
  return tale.over(
    `${unit}s`.replace(/^./, (c) => c.toUpperCase()),
    tale.minus('Without the fixed part', total, fixed),
    rate,
  );
};

const legs: Teller = (tale) => {
  const [v, s, w, t] = [tale.rng.int(3, 90), tale.rng.int(1, 6), tale.rng.int(3, 90), tale.rng.int(1, 6)];
  const [who] = tale.people(1);
  const average = tale.rng.chance(0.5);
  tale.say(
    `${who.name} drives for ${s} hours at ${v} km/h and then for ${t} hours at ${w} km/h.`,
    `a train goes ${v} km per hour for ${s} hours, then ${w} km per hour for ${t} hours.`,
  );
  tale.say(
    average ? 'What is the average speed for the whole trip?' : 'How far is that in all?',
    average ? 'Find the average speed.' : 'Work out the total distance in km.',
  );
  const all = tale.plus('Total distance', tale.times('First part', s, v), tale.times('Second part', t, w));
  if (!average) return all;
  return all % (s + t) === 0 ? tale.over('Average speed', all, tale.plus('Total time', s, t)) : undefined;
};

const workers: Teller = (tale) => {
  const [n, days, m] = [tale.rng.int(2, 12), tale.rng.int(2, 20), tale.rng.int(2, 15)];
  if ((n * days) % m !== 0 || n === m) return undefined;
  tale.say(
    `${n} workers take ${days} days to build a wall. How many days do ${m} workers take?`,
    `it takes ${n} people ${days} hours to paint a hall. how long for ${m} people`,
    `${n} pumps empty a pool in ${days} hours. How many hours do ${m} pumps need at the same rate?`,
  );
  return tale.over(`With ${m}`, tale.times('Work for one alone', n, days), m);
};

const bill: Teller = (tale) => {
  const sign = tale.rng.pick(SIGNS);
  const [people, each, p] = [tale.rng.int(2, 8), tale.rng.int(4, 30) * 5, tale.rng.pick([10, 20, 5, 40])];
  const total = people * each;
  if ((each * p) % 100 !== 0) return undefined;
  tale.say(
    `A meal costs ${sign}${total}. ${people} friends add a tip of ${p}% and share the bill equally. How much does each pay?`,
    `the bill is ${sign}${total} plus ${p}% service and ${people} of us split it, how much each`,
  );
  return tale.over('Each', tale.plus('With the tip', total, tale.percent('Tip', p, total)), people);
};

const pages: Teller = (tale) => {
  const [who] = tale.people(1);
  const [a, days, b, more] = [tale.rng.int(5, 40), tale.rng.int(2, 9), tale.rng.int(5, 40), tale.rng.int(2, 15)];
  const total = a * days + b * more;
  tale.say(
    `A book has ${total} pages. ${who.name} reads ${a} pages a day for ${days} days and then ${b} pages a day. How many more days does it take to finish?`,
    `${who.name} has to do ${total} sums, does ${a} a day for ${days} days, then ${b} a day. how many more days are needed`,
  );
  return tale.over('More days', tale.minus('Left', total, tale.times('So far', days, a)), b);
};

/** Sums of daily life as school puts them: interest, recipes, exchange, bills, trips. */
export const storyOfDailyLife = storyFamily(
  'story-of-daily-life',
  'Sums of daily life',
  ['interest, recipes, bills, trips'],
  [interest, recipe, exchange, field, enough, profit, tickets, taxi, legs, workers, bill, pages],
);
