import { type Person, storyFamily, type Tale, type Teller } from './tale.ts';

const SIGNS = ['$', '£', '€'];

/** So much an hour, a day, a week; over weeks, less costs. */
const pay: Teller = (tale, level) => {
  const [who] = tale.people(1);
  const sign = tale.rng.pick(SIGNS);
  const [rate, hours, days] = [tale.rng.int(6, 40), tale.rng.int(2, 9), tale.rng.int(2, 6)];
  const job = tale.rng.pick(['as a tutor', 'in a bakery', 'at a car wash', 'as a nurse', 'in a garden', 'as a driver']);
  tale.say(
    `${who.name} works ${job} for ${sign}${rate} an hour, ${hours} hours a day.`,
    `${who.name} earns ${sign}${rate} per hour ${job} and works ${tale.n(hours)} hours each day.`,
  );
  const day = tale.times('Pay for a day', hours, rate);
  tale.say(`${cap(who.they)} works ${tale.n(days)} days a week.`, `The job is on ${days} days of the week.`);
  let money = tale.times('Pay for a week', days, day);
  if (level >= 2) {
    const weeks = tale.rng.int(2, 8);
    tale.say(`${cap(who.they)} does this for ${weeks} weeks.`, `This goes on for ${tale.n(weeks)} weeks.`);
    money = tale.times('Pay for all weeks', weeks, money);
  }
  return level === 3 ? spend(tale, who, money, sign) : earned(tale, who, money);
};

function earned(tale: Tale, who: Person, money: number): number {
  tale.say(`How much does ${who.they} earn?`, `How much money is that?`, `How much money does ${who.name} make?`);
  return money;
}

function spend(tale: Tale, who: Person, money: number, sign: string): number | undefined {
  if (tale.rng.chance(0.5)) {
    const cost = tale.rng.int(10, Math.min(900, money - 1));
    tale.say(
      `${who.name} spends ${sign}${cost} of it on a bike. How much is left?`,
      `After a holiday for ${sign}${cost}, how much of it is left?`,
    );
    return tale.minus('Left', money, cost);
  }
  const p = tale.rng.pick([10, 20, 25, 30, 40, 50]);
  if ((money * p) % 100 !== 0) return undefined;
  tale.say(
    `${p}% of it goes to tax. How much does ${who.they} keep?`,
    `${who.name} saves ${p}% and spends the rest. How much does ${who.they} spend?`,
  );
  return tale.minus('The rest', money, tale.percent(`${p}% of ${money}`, p, money));
}

/** Things that take a time each. */
const minutes: Teller = (tale) => {
  const [who] = tale.people(1);
  const [a, b] = tale.rng.shuffle(['puzzle', 'letter', 'drawing', 'cake', 'lesson', 'lap', 'song', 'page']);
  const [p, q, m, n] = [tale.rng.int(2, 45), tale.rng.int(2, 45), tale.rng.int(2, 12), tale.rng.int(2, 12)];
  tale.say(
    `A ${a} takes ${who.name} ${p} minutes and a ${b} takes ${q} minutes.`,
    `${who.name} needs ${p} minutes for a ${a} and ${q} minutes for a ${b}.`,
  );
  tale.say(
    `Over the weekend ${who.they} finishes ${m} ${a}s and ${n} ${b}s. How many minutes does that take?`,
    `How long do ${m} ${a}s and ${n} ${b}s take, in minutes?`,
  );
  return tale.plus('Together', tale.times(`All ${a}s`, m, p), tale.times(`All ${b}s`, n, q));
};

/** Two ways at two speeds, or a way in pieces. */
const travel: Teller = (tale) => {
  const [who] = tale.people(1);
  switch (tale.rng.int(0, 3)) {
    case 0: {
      const [v, w, s, t] = [tale.rng.int(10, 90), tale.rng.int(10, 90), tale.rng.int(2, 12), tale.rng.int(2, 12)];
      if (s <= t) return undefined;
      tale.say(
        `One slide is ${v * s} meters long and people go down it at ${v} meters a minute. Another is ${w * t} meters long, at ${w} meters a minute. How much longer does the first take, in minutes?`,
        `The road to the lake is ${v * s} km and cars go ${v} km per hour on it. The road to the hills is ${w * t} km at ${w} km per hour. How many hours longer is the drive to the lake?`,
      );
      return tale.minus('Difference', tale.over('First', v * s, v), tale.over('Second', w * t, w));
    }
    case 1: {
      const [all, a, b] = [tale.rng.int(40, 120), tale.rng.int(5, 45), tale.rng.int(5, 45)];
      if (a + b >= all) return undefined;
      tale.say(
        `${who.name} has ${all} minutes to get to school. It takes ${a} minutes to the bridge and another ${b} minutes to the market. How many minutes are left for the rest?`,
        `There are ${all} minutes until the film starts. ${who.name} walks ${a} minutes to the station and rides ${b} minutes on the bus. How much time is left, in minutes?`,
      );
      return tale.minus('Left', all, tale.plus('So far', a, b));
    }
    case 2: {
      const [miles, time, k] = [tale.rng.int(2, 40), tale.rng.int(5, 90), tale.rng.int(2, 9)];
      tale.say(
        `It takes ${time} minutes for a fog to cover ${miles} miles. How many minutes does it take to cover ${miles * k} miles?`,
        `A machine cuts ${miles} planks in ${time} seconds. How many seconds does it need for ${miles * k} planks?`,
        `${who.name} reads ${miles} pages in ${time} minutes. How many minutes are ${miles * k} pages?`,
      );
      return tale.times('In all', tale.over('How often', miles * k, miles), time);
    }
    default: {
      const [half, k] = [tale.rng.int(5, 60), tale.rng.int(2, 4)];
      const time = half * k;
      tale.say(
        `${who.name} walks half of the way on sand and half on a road, and on the road ${who.they} is ${k === 2 ? 'twice' : `${k} times`} as fast. The sand takes ${time} minutes. How many minutes does the whole way take?`,
      );
      return tale.plus('The whole way', time, tale.over('On the road', time, k));
    }
  }
};

/** How long supplies last, how many containers, what does not fit. */
const supplies: Teller = (tale) => {
  const [a, b] = tale.people(2);
  const food = tale.rng.pick(['portions of stew', 'biscuits', 'litres of water', 'slices of bread', 'tins of soup']);
  switch (tale.rng.int(0, 3)) {
    case 0: {
      const [p, k, days] = [tale.rng.int(1, 9), tale.rng.int(2, 4), tale.rng.int(2, 20)];
      const both = p + k * p;
      tale.say(
        `There are ${both * days} ${food}. ${a.name} has ${p} a day and ${b.name} ${k} times as many. How many days do they last?`,
        `${a.name} uses ${p} of the ${both * days} ${food} a day, while ${b.name} uses ${k} times as much. For how many days is there enough?`,
      );
      return tale.over('Days', both * days, tale.plus('Both a day', p, tale.times(b.name, k, p)));
    }
    case 1: {
      const [each, trays, extra] = [tale.rng.int(5, 60), tale.rng.int(2, 12), tale.rng.int(1, 40)];
      tale.say(
        `A tray holds ${each} cups. ${a.name} has ${each * trays + extra} cups and ${trays} trays. How many cups do not fit?`,
        `${a.name} has ${trays} boxes for ${each} toys each, but ${each * trays + extra} toys. How many toys are left over?`,
      );
      return tale.minus('Left over', each * trays + extra, tale.times('Room', trays, each));
    }
    case 2: {
      const [n, x, y, z] = [tale.rng.int(2, 9), tale.rng.int(2, 14), tale.rng.int(2, 14), tale.rng.int(2, 14)];
      tale.say(
        `${a.name} makes a hat, a scarf and a pair of gloves for each of ${tale.n(n)} children. A hat takes ${x} balls of wool, a scarf ${y} and the gloves ${z}. How many balls of wool are needed?`,
      );
      return tale.times('For all', n, tale.plus('For one child', tale.plus('Hat and scarf', x, y), z));
    }
    default: {
      const [length, space, have, cost] = [tale.rng.int(3, 40), tale.rng.int(2, 9), tale.rng.int(1, 12), tale.rng.int(2, 15)];
      if (length <= have) return undefined;
      tale.say(
        `A bed is ${length * space} feet long and each plant needs ${space} feet. ${a.name} has ${have} plants already. A new one costs $${cost}. How much does ${a.they} spend to fill the bed?`,
      );
      const missing = tale.minus('To buy', tale.over('Plants in all', length * space, space), have);
      return tale.times('Cost', missing, cost);
    }
  }
};

/** Several days, each by the one before. */
const daysInARow: Teller = (tale, level) => {
  const [who] = tale.people(1);
  const [what, unit] = tale.rng.pick([
    ['picks', 'oranges'],
    ['reads', 'pages'],
    ['runs', 'laps'],
    ['sells', 'tickets'],
    ['writes', 'lines'],
  ] as const);
  const days = tale.rng
    .shuffle(['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'])
    .slice(0, level + 1);
  const counts = [tale.rng.int(5, 120)];
  tale.say(`${who.name} ${what} ${counts[0]} ${unit} on ${days[0]}.`, `On ${days[0]} ${who.name} ${what} ${counts[0]} ${unit}.`);
  for (const [index, day] of days.slice(1).entries()) {
    const before = tale.rng.int(0, index);
    const k = tale.rng.int(2, 5);
    if (tale.rng.chance(0.5)) {
      tale.say(
        `On ${day} ${who.they} ${what} ${tale.n(k)} times the number of ${days[before]}.`,
        `On ${day} it is ${tale.n(k)} times as many as on ${days[before]}.`,
      );
      counts.push(tale.times(day, k, counts[before]));
    } else {
      const more = tale.rng.int(2, 80);
      tale.say(
        `On ${day} it is ${more} more than on ${days[before]}.`,
        `Then ${who.they} ${what} ${more} more on ${day} than on ${days[before]}.`,
      );
      counts.push(tale.plus(day, counts[before], more));
    }
  }
  tale.say(`How many ${unit} is that in all?`, `How many ${unit} are there altogether?`);
  return counts.slice(1).reduce((sum, count) => tale.plus('Add', sum, count), counts[0]);
};

/** Some equal places and a bigger one, so often a week, so much each. */
const rounds: Teller = (tale) => {
  const [who] = tale.people(1);
  const sign = tale.rng.pick(SIGNS);
  const [n, homes, p] = [tale.rng.int(2, 6), tale.rng.int(2, 20) * 10, tale.rng.pick([10, 20, 25, 40, 50, 60, 80])];
  const [times, cents] = [tale.rng.int(2, 5), tale.rng.pick([10, 20, 25, 30, 40, 50])];
  const base = n * homes;
  if ((base * p) % 100 !== 0) return undefined;
  tale.say(
    `${who.name} brings post to ${n + 1} streets. The first ${n} have ${homes} homes each, and the last one is ${p}% bigger than the other ${n} together.`,
  );
  tale.say(
    `${cap(who.they)} goes ${times} times a week and gets ${sign}0.${cents} for each home and round. How much is that in a week?`,
  );
  const last = tale.plus('The last street', base, tale.percent(`${p}% of ${tale.times('The equal streets', n, homes)}`, p, base));
  const rounds = tale.times('Rounds', times, tale.plus('All homes', base, last));
  return tale.over('In whole units of money', tale.times('In hundredths', rounds, cents), 100);
};

export const storyOfRates = storyFamily(
  'story-of-rates',
  'Stories of rates, time and supplies',
  ['short', 'longer', 'longest'],
  [pay, minutes, travel, travel, supplies, supplies, daysInARow, rounds],
);

function cap(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
