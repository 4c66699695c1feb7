import { storyFamily, type Tale, type Teller } from './tale.ts';

const SIGNS = ['$', '£', '€'];
const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

const growth: Teller = (tale) => {
  const [start, each, days] = [tale.rng.int(2, 12), tale.rng.int(1, 6), tale.rng.int(2, 3)];
  const [what, verb] = tale.rng.pick([
    ['people', 'infects'],
    ['cells', 'makes'],
    ['plants', 'seeds'],
  ] as const);
  const others = verb === 'infects' ? 'others' : 'new ones';
  tale.say(
    `An illness starts with ${start} ${what}. Every day, each of them ${verb} ${tale.n(each)} ${others}.`,
    `There are ${start} ${what} at first. Each day every one of the ${what} ${verb} ${tale.n(each)} ${others}.`,
    `A virus has reached ${start} ${what}. Each one ${verb} ${each} ${others} every day.`,
  );
  tale.say(`How many ${what} are there after ${tale.n(days)} days?`, `How many ${what} is that after ${days} days in all?`);
  const factor = tale.plus('One becomes', 1, each);
  let all = start;
  for (let day = 1; day <= days; day++) all = tale.times(`After day ${DAYS_IN_WORDS[day - 1]}`, all, factor);
  return all;
};

const DAYS_IN_WORDS = ['one', 'two', 'three'];

const yearOfWork: Teller = (tale) => {
  const [weeks, days, pay] = [tale.rng.int(2, 4), tale.rng.int(2, 6), tale.rng.int(4, 30) * 5];
  const [sign, job] = [tale.rng.pick(SIGNS), tale.rng.pick(['builder', 'driver', 'gardener', 'cook', 'singer', 'nurse'])];
  const months = tale.rng.chance(0.6) ? 12 : tale.rng.int(2, 11);
  tale.say(
    `A ${job} works for ${weeks} weeks of every month and ${days} days of every week, for ${sign}${pay} a day.`,
    `Every month a ${job} works ${tale.n(weeks)} weeks, on ${tale.n(days)} days each week, and is paid ${sign}${pay} for every day.`,
    `A ${job} gets ${sign}${pay} a day, for ${days} days a week and ${weeks} weeks a month.`,
  );
  if (months === 12) tale.say('How much is that if the work goes on for a year?', `How much does the ${job} earn in a year?`);
  else tale.say(`How much does the ${job} earn in ${months} months?`);
  if (months === 12) tale.note('A year has $12$ months');
  const perMonth = tale.times('Days in a month', weeks, days);
  return tale.times('Pay for all months', tale.times('Pay in a month', perMonth, pay), months);
};

const harvest: Teller = (tale) => {
  const [area, per, every] = [tale.rng.int(2, 90), tale.rng.int(2, 95), tale.rng.pick([2, 3, 4, 6, 12])];
  const [fruit, unit] = [
    tale.rng.pick(['melons', 'pears', 'onions', 'tulips']),
    tale.rng.pick(['square meters', 'acres', 'square yards']),
  ];
  const [who] = tale.people(1);
  tale.say(
    `${who.name} has ${area} ${unit} of ${fruit}, with ${per} ${fruit} on each. They can be picked every ${every} months.`,
    `On ${who.their} field of ${area} ${unit}, ${who.name} grows ${per} ${fruit} on every one and picks them all each ${every} months.`,
  );
  tale.say(`How many ${fruit} is that in a year?`, `How many ${fruit} can ${who.name} pick within a year?`);
  tale.note('A year has $12$ months');
  return tale.times('In a year', tale.times('One harvest', area, per), tale.over('Harvests', 12, every));
};

const beds: Teller = (tale) => {
  const [half, perDay, weeks] = [tale.rng.int(20, 900) * 5, tale.rng.int(2, 60), tale.rng.int(2, 5)];
  if (perDay * 7 * weeks > half) return undefined;
  const [place, who] = tale.rng.pick([
    ['A hospital has space for', 'patients'],
    ['A hotel has room for', 'guests'],
    ['A camp was made for', 'visitors'],
  ] as const);
  tale.say(
    `${place} ${2 * half} ${who} and is half full. Every day ${perDay} more ${who} come.`,
    `${place} ${2 * half} ${who}, and half of the places are taken. Then ${perDay} ${who} arrive each day and nobody leaves.`,
  );
  tale.say(`How many places are free after ${tale.n(weeks)} weeks?`, `How many places are left after ${weeks} weeks?`);
  const free = tale.over('Free at first', 2 * half, 2);
  return tale.minus('Free at the end', free, tale.times('New ones', tale.times('Days', weeks, 7), perDay));
};

const seats: Teller = (tale) => {
  const [guests, own, staff] = [tale.rng.int(2, 15), tale.rng.int(4, 90) * 10, tale.rng.int(2, 40) * 10];
  const all = own + staff + guests * own;
  tale.say(
    `A hall has space for ${all} people. ${own} seats go to students and ${staff} to teachers.`,
    `There are ${all} seats at the final concert: ${own} are taken by students and ${staff} by the staff.`,
  );
  tale.say(
    'The others are shared equally among the students for their families. How many tickets does each student get?',
    'If each student gets the same number of the other seats for friends, how many is that?',
  );
  const rest = tale.minus('Without staff', tale.minus('Without students', all, own), staff);
  return tale.over('For each student', rest, own);
};

const twoSpeeds: Teller = (tale) => {
  const [per, k, days] = [tale.rng.int(3, 60), tale.rng.int(2, 6), tale.rng.pick([5, 6, 7])];
  const [quick, slow] = tale.people(2);
  const [verb, what] = tale.rng.pick([
    ['packs', 'boxes'],
    ['serves', 'guests'],
    ['cleans', 'rooms'],
  ] as const);
  tale.say(
    `${quick.name} works exactly ${tale.n(k)} times as fast as ${slow.name}, who ${verb} ${per} ${what} a day.`,
    `${slow.name} ${verb} ${per} ${what} a day, and ${quick.name} is ${tale.n(k)} times as quick.`,
  );
  const time = days === 7 ? 'all days of the week' : `${days} days a week`;
  tale.say(
    `How many ${what} do the two manage in a week if they work ${time}?`,
    `They work ${time}. How many ${what} is that a week for both?`,
  );
  if (days === 7) tale.note('A week has $7$ days');
  const both = tale.plus('Both in a day', tale.times(`${quick.name} in a day`, k, per), per);
  return tale.times('Both in a week', both, days);
};

const dozens: Teller = (tale) => {
  const [first, second, a, b] = [tale.rng.int(1, 8), tale.rng.int(1, 9), tale.rng.int(10, 60), tale.rng.int(10, 60)];
  if ((first * a + second * b) % 12 !== 0 || first === second) return undefined;
  const [who] = tale.people(1);
  const what = tale.rng.pick(['eggs', 'rolls', 'oranges', 'cookies']);
  tale.say(
    `${who.name} eats ${first} ${what} a day for ${a} days and then ${second} ${what} a day for ${b} days.`,
    `For ${a} days ${who.name} needs ${first} ${what} a day, and for the next ${b} days ${second} a day.`,
  );
  tale.say(`How many dozens of ${what} are needed for all ${a + b} days?`, `How many dozen ${what} is that altogether?`);
  tale.note('A dozen is $12$');
  const all = tale.plus('All', tale.times('First days', first, a), tale.times('Other days', second, b));
  return tale.over('Dozens', all, 12);
};

const household: Teller = (tale) => {
  const eaters = tale.rng.shuffle(['father', 'mother', 'uncle', 'aunt', 'daughter', 'son', 'grandmother']).slice(0, 3);
  const counts = eaters.map(() => tale.rng.int(1, 9));
  const what = tale.rng.pick(['dumplings', 'pancakes', 'plums', 'figs']);
  const [time, days] = tale.rng.pick([
    ['one week', 7],
    ['a month of 30 days', 30],
    ['two weeks', 14],
    ['one month', 30],
  ] as const);
  tale.say(
    `The ${eaters[0]} eats ${counts[0]} ${what} per day, the ${eaters[1]} ${counts[1]} per day and the ${eaters[2]} ${counts[2]} per day.`,
    `Every day the ${eaters[0]} has ${counts[0]} ${what}, the ${eaters[1]} has ${counts[1]}, and the ${eaters[2]} has ${counts[2]}.`,
  );
  tale.say(`How many ${what} does the family eat in ${time}?`, `How many ${what} do they eat in ${time} altogether?`);
  tale.note(days === 30 ? 'Take $30$ days for a month' : `That is $${days}$ days`);
  return tale.times('All days', tale.plus('In a day', tale.plus('First two', counts[0], counts[1]), counts[2]), days);
};

const timesBothDays: Teller = (tale) => {
  const [x, y, k] = [tale.rng.int(8, 70), tale.rng.int(8, 70), tale.rng.int(2, 5)];
  const [who] = tale.people(1);
  const [a, b, c] = tale.rng.shuffle(DAYS);
  const goal = `as much as on ${b} and ${c} combined`;
  tale.say(
    `On ${a} ${who.name} wants to practise ${tale.n(k)} times ${goal}. On ${c} it was ${y} minutes and on ${b} ${x} minutes.`,
    `${who.name} practised ${x} minutes on ${b} and ${y} minutes on ${c}. For ${a} the goal is ${tale.n(k)} times ${goal}.`,
  );
  tale.say(`How many minutes is that on ${a}?`, `How long must ${who.name} practise on ${a}, in minutes?`);
  return tale.times(`On ${a}`, tale.plus('Both days', x, y), k);
};

/** What the servings left over for a day weigh. */
const servings: Teller = (tale: Tale) => {
  const [count, weight, calories, eaten, more] = [
    tale.rng.int(2, 9),
    tale.rng.int(4, 60),
    tale.rng.int(4, 50) * 5,
    tale.rng.int(6, 60) * 25,
    tale.rng.int(2, 6),
  ];
  const food = tale.rng.pick(['crisps', 'nuts', 'rice', 'muesli']);
  const goal = eaten + more * calories;
  tale.say(
    `A bag of ${food} weighs ${count * weight} grams and holds ${count} servings of ${calories} calories each.`,
    `One serving of ${food} has ${calories} calories, and a bag of ${count * weight} grams has ${count} servings.`,
  );
  tale.say(`You want ${goal} calories a day and have had ${eaten}. How many grams can you still eat?`);
  const still = tale.over('Servings left', tale.minus('Calories left', goal, eaten), calories);
  return tale.times('Grams left', still, tale.over('Grams in a serving', count * weight, count));
};

/** Stories in which something goes on for days, weeks, months or a year. */
export const storyOfPlans = storyFamily(
  'story-of-plans',
  'Stories of plans and growth',
  ['for days, weeks or a year'],
  [growth, yearOfWork, harvest, beds, seats, twoSpeeds, dozens, household, timesBothDays, servings],
);
