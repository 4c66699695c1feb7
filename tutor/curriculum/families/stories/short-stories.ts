import { divisionLines } from '../../column-arithmetic.ts';
import { type Person, storyFamily, type Tale, type Teller } from './tale.ts';

const THINGS = 'sweets stickers marbles cards apples grapes biscuits crayons conkers shells'.split(' ');
const PARTS = [
  [2, 'half', 'half'],
  [3, '1/3', 'a third'],
  [4, '1/4', 'a quarter'],
  [5, '1/5', 'one fifth'],
  [4, 'a quarter', 'one quarter'],
] as const;

/** A sentence whose numbers play no part in the question. */
function aside(tale: Tale, who: Person): void {
  const { rng } = tale;
  if (!rng.chance(0.35)) return;
  tale.say(
    `${who.name} is ${rng.int(6, 17)} years old.`,
    `It is ${rng.int(2, 9)} o'clock.`,
    `${who.name} lives at number ${rng.int(2, 90)}.`,
    `The bus to the shop takes ${rng.int(5, 40)} minutes.`,
    `There are ${rng.int(15, 32)} pupils in the class of ${who.name}.`,
    `${who.name} has ${rng.int(2, 5)} cousins.`,
  );
}

/** "gives 1/3 to his sister and eats 5". */
const partAway: Teller = (tale) => {
  const [who] = tale.people(1);
  const x = tale.rng.pick(THINGS);
  const [n, short, long] = tale.rng.pick(PARTS);
  const all = n * tale.rng.int(2, 24);
  const eaten = tale.rng.int(1, 12);
  const after = tale.rng.chance(0.65);
  if (all - all / n <= eaten) return undefined;
  aside(tale, who);
  tale.say(
    `${who.name} has ${all} ${x}.`,
    `${who.name} got ${all} ${x} for ${who.their} birthday.`,
    `there are ${all} ${x} in a bag.`,
  );
  const part = tale.rng.pick([short, long]);
  if (after)
    tale.say(
      `${who.they} gives ${part} to ${who.their} sister and loses ${eaten}.`,
      `${who.name} gives away ${part} of them and then uses ${eaten} more.`,
      `${who.name} gives ${part} of them to a friend and drops ${eaten}.`,
    );
  else tale.say(`${who.name} gives ${part} of them to a friend.`, `${who.name} gives away ${part}.`);
  tale.say('How many are left?', 'how many are left', `How many ${x} does ${who.name} have left?`);
  const given = tale.share('Given away', n, all);
  const left = tale.minus('Left', all, given);
  return after ? tale.minus('Left in the end', left, eaten) : left;
};

/** Two kinds in one group, with the rows of desks told for nothing. */
const twoKinds: Teller = (tale) => {
  const [all, rows] = [tale.rng.int(12, 300), tale.rng.int(2, 12)];
  const first = tale.rng.int(3, all - 3);
  const [where, whole, one, other, idle] = tale.rng.pick([
    ['in a class', 'pupils', 'girls', 'boys', `${rows} rows of desks`],
    ['in a school choir', 'children', 'boys', 'girls', `${rows} teachers`],
    ['on a bus', 'passengers', 'adults', 'children', `${rows} empty seats`],
    ['in a car park', 'vehicles', 'cars', 'vans', `${rows} exits`],
    ['at a party', 'people', 'children', 'adults', `${rows} tables`],
    ['in a box', 'pens', 'blue ones', 'red ones', `${rows} pencils`],
  ] as const);
  const [start, bare] = [`There are ${all} ${whole} ${where}`, `there are ${all} ${whole} ${where}`];
  tale.say(
    `${start} and ${idle}. ${first} are ${one} and the rest are ${other}.`,
    `${bare} and ${idle}. ${first} of the ${whole} are ${one}, the others are ${other}.`,
    `${start}. ${first} of them are ${one}, the rest ${other}.`,
    `${bare}, ${first} are ${one} and the others are ${other}.`,
  );
  tale.say(`How many are ${other}?`, `how many ${other} are there`, `How many ${other} are there?`);
  return tale.minus(`The ${other}`, all, first);
};

/** Boxes for so many things: full ones, all that are needed, or what is left over. */
const boxes: Teller = (tale) => {
  const [per, all] = [tale.rng.int(3, 30), tale.rng.int(20, 400)];
  const rest = all % per;
  if (rest === 0 || all < per) return undefined;
  const [box, thing] = tale.rng.pick([
    ['box', 'eggs'],
    ['bag', 'oranges'],
    ['minibus', 'people'],
    ['table', 'guests'],
    ['page', 'photos'],
    ['tray', 'buns'],
    ['coach', 'students'],
    ['packet', 'biscuits'],
    ['boat', 'tourists'],
  ] as const);
  const many = /x$|s$|ch$/.test(box) ? `${box}es` : `${box}s`;
  const seated = /bus|coach|table|boat/.test(box);
  tale.say(
    seated ? `One ${box} takes ${per} ${thing}.` : `A ${box} holds ${per} ${thing}.`,
    seated ? `a ${box} has room for ${per} ${thing}.` : `${per} ${thing} fit in a ${box}.`,
    `There is space for ${per} ${thing} ${seated ? 'at' : 'in'} each ${box}.`.replace(
      /at each (minibus|coach|boat)/,
      'in each $1',
    ),
  );
  const ask = tale.rng.pick(['needed', 'needed', 'full', 'over'] as const);
  if (ask === 'needed')
    tale.say(
      `How many ${many} are needed for ${all} ${thing}?`,
      `how many ${many} do you need for ${all} ${thing}`,
      `There are ${all} ${thing}. What is the least number of ${many} needed?`,
      `${all} ${thing} come. How many ${many} are needed for all of them?`,
    );
  else if (ask === 'full')
    tale.say(
      `How many ${many} can be filled with ${all} ${thing}?`,
      `There are ${all} ${thing}. How many full ${many} is that?`,
      `how many full ${many} can you make with ${all} ${thing}`,
    );
  else
    tale.say(
      `There are ${all} ${thing} and only full ${many} are used. How many ${thing} are left over?`,
      `How many of ${all} ${thing} are left over when the ${many} are filled?`,
    );
  tale.steps.push(...divisionLines(all, per));
  const full = (all - rest) / per;
  tale.note(`Full ${many} and the rest: $${all} = ${full} \\cdot ${per} + ${rest}$`);
  if (ask === 'over') return tale.minus('Left over', all, tale.times('In full ones', full, per));
  if (ask === 'needed') return tale.plus('One more for the rest', full, 1);
  const inFull = tale.times('In full ones', full, per);
  tale.note(`Only the full ones count: $${inFull} \\div ${per} = ${full}$`);
  return full;
};

/** "Her brother is twice as old plus 3." */
const ageOf: Teller = (tale) => {
  const [a] = tale.people(1);
  const [age, k, more] = [tale.rng.int(3, 20), tale.rng.int(2, 4), tale.rng.int(1, 9)];
  const kin = tale.rng.pick(['brother', 'cousin', 'uncle', 'teacher', 'friend']);
  const times = k === 2 ? tale.rng.pick(['twice', '2 times', 'double']) : `${tale.n(k)} times`;
  const older = times === 'double' ? `double ${a.their} age` : `${times} as old`;
  tale.say(`${a.name} is ${age}.`, `${a.name} is ${age} years old.`);
  switch (tale.rng.int(0, 3)) {
    case 0:
      tale.say(
        `${a.their} ${kin} is ${older} plus ${more}. how old is the ${kin}`,
        `The ${kin} of ${a.name} is ${older} plus ${more}. How old is the ${kin}?`,
        `${a.their} ${kin} is ${more} years more than ${older}. How old is the ${kin}?`,
      );
      return tale.plus(`${more} more`, tale.times(`${k} times ${a.name}`, k, age), more);
    case 1:
      if (k * age <= more) return undefined;
      tale.say(
        `${a.their} ${kin} is ${older} minus ${more}. how old is the ${kin}`,
        `The ${kin} of ${a.name} is ${more} years less than ${older}. How old is the ${kin}?`,
      );
      return tale.minus(`${more} less`, tale.times(`${k} times ${a.name}`, k, age), more);
    case 2:
      tale.say(
        `${a.their} ${kin} is ${more} years older. How old are they together?`,
        `${a.their} ${kin} is ${more} years older. what is the sum of their ages`,
      );
      return tale.plus('Together', age, tale.plus(`The ${kin}`, age, more));
    default:
      tale.say(
        `How old will ${a.name} be in ${more} years?`,
        `how old will ${a.they} be in ${more} years`,
        `What age will ${a.name} be ${more} years from now?`,
      );
      return tale.plus(`In ${more} years`, age, more);
  }
};

/** Money before and after spending. */
const spending: Teller = (tale) => {
  const [who] = tale.people(1);
  const sign = tale.rng.pick(['£', '$', '€']);
  const [a, b, extra] = [tale.rng.int(2, 60), tale.rng.int(2, 60), tale.rng.int(1, 80)];
  const [first, second] = tale.rng.shuffle(['a book', 'a game', 'lunch', 'a cap', 'a ticket', 'a present']);
  const money = `${sign}${a + b + extra}`;
  const mine = tale.rng.chance(0.3);
  if (!mine) aside(tale, who);
  if (mine) tale.say(`i have ${money}. i buy ${first} for ${sign}${a} and ${second} for ${sign}${b}.`);
  else
    tale.say(
      `${who.name} has ${money}. ${who.they} spends ${sign}${a} on ${first} and ${sign}${b} on ${second}.`,
      `${who.name} goes out with ${money} and pays ${sign}${a} for ${first} and ${sign}${b} for ${second}.`,
    );
  tale.say('How much money is left?', 'how much is left', 'What is left?', 'How much is left over?');
  return tale.minus('Left', a + b + extra, tale.plus('Spent', a, b));
};

/** Reading or working at a steady pace. */
const pace: Teller = (tale) => {
  const [who] = tale.people(1);
  const [each, days] = [tale.rng.int(3, 40), tale.rng.int(3, 30)];
  const [does, x, whole] = tale.rng.pick([
    ['reads', 'pages', 'a book'],
    ['swims', 'lengths', 'a challenge'],
    ['learns', 'words', 'a list'],
    ['walks', 'km', 'a trail'],
  ] as const);
  aside(tale, who);
  if (tale.rng.chance(0.5)) {
    const again = does.replace(/s$/, '');
    tale.say(
      `${who.name} ${does} ${each} ${x} a day. How many ${x} does ${who.they} ${again} in ${days} days?`,
      `${who.name} ${does} ${each} ${x} every day. how many ${x} is that in ${days} days`,
      `Each day ${who.name} ${does} ${each} ${x}. How many is that after ${days} days?`,
    );
    return tale.times(`In ${days} days`, days, each);
  }
  const already = each * tale.rng.int(0, 3);
  tale.say(`${whole} has ${each * days + already} ${x} and ${who.name} ${does} ${each} a day.`);
  if (already > 0) tale.say(`${already} are done already.`);
  tale.say(`How many days ${already > 0 ? 'more ' : ''}does it take?`, `how many ${already > 0 ? 'more ' : ''}days is that`);
  const rest = already > 0 ? tale.minus('Still to do', each * days + already, already) : each * days;
  return tale.over('Days', rest, each);
};

/** Two kinds known by their number and their wheels or legs: all as if they were the smaller kind, the rest by the difference. */
const wheelsAndLegs: Teller = (tale) => {
  const [large, small, parts, more, fewer, place] = tale.rng.pick([
    ['cars', 'motorbikes', 'wheels', 4, 2, 'In a garage'],
    ['tricycles', 'bikes', 'wheels', 3, 2, 'In a shop'],
    ['spiders', 'beetles', 'legs', 8, 6, 'In a glass case'],
    ['chairs', 'stools', 'legs', 4, 3, 'In a room'],
    ['dogs', 'parrots', 'legs', 4, 2, 'In a home for pets'],
    ['lorries', 'vans', 'wheels', 6, 4, 'On a car park'],
  ] as const);
  const [m, n] = [tale.rng.int(1, 25), tale.rng.int(1, 25)];
  const [count, total] = [m + n, m * more + n * fewer];
  tale.say(
    `${place} there are ${large} and ${small}, ${count} in all.`,
    `${place} there are ${count} ${small} and ${large} together.`,
  );
  tale.say(
    `Each of the ${large} has ${more} ${parts} and each of the ${small} has ${fewer}. There are ${total} ${parts}.`,
    `${large} have ${more} ${parts}, ${small} have ${fewer}, and someone counts ${total} ${parts}.`,
  );
  const askLarge = tale.rng.chance(0.6);
  const asked = askLarge ? large : small;
  tale.say(`How many ${asked} are there?`, `how many of them are ${asked}`, `Work out the number of ${asked}.`);
  const least = tale.times(`With ${fewer} ${parts} each`, fewer, count);
  const found = tale.over(`The ${large}`, tale.minus('Too many', total, least), tale.minus('More on each', more, fewer));
  return askLarge ? found : tale.minus(`The ${small}`, count, found);
};

/** Short everyday problems as learners type them: one to three operations, at times with a number too many. */
export const shortStories = storyFamily(
  'short-stories',
  'Short everyday problems',
  ['one to three operations'],
  [partAway, twoKinds, boxes, boxes, ageOf, spending, pace, wheelsAndLegs],
);
