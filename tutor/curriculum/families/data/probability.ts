import { quotient } from '../../division-step.ts';
import type { Family, Worked } from '../../family.ts';
import { fraction } from '../../quotient.ts';
import type { Rng } from '../../rng.ts';

const DICE: readonly (readonly [string, readonly number[]])[] = [
  ['an even number', [2, 4, 6]],
  ['an odd number', [1, 3, 5]],
  ['a prime number', [2, 3, 5]],
  ['a number greater than 4', [5, 6]],
  ['a number less than 3', [1, 2]],
  ['a number greater than 2', [3, 4, 5, 6]],
  ['a number less than 6', [1, 2, 3, 4, 5]],
  ['a multiple of 3', [3, 6]],
  ['a square number', [1, 4]],
  ['a factor of 6', [1, 2, 3, 6]],
  ['a six', [6]],
  ['a 4', [4]],
  ['a 1', [1]],
  ['a number at least 5', [5, 6]],
  ['a 2 or a 5', [2, 5]],
];

/** One fair die. */
export const diceProbability: Family = {
  id: 'dice-probability',
  topic: 'data',
  title: 'Probability with a die',
  levels: ['one throw'],
  phrasings: [
    'A fair die is rolled. What is the probability of getting {event}?',
    'What is the probability of rolling {event} with a fair die?',
    'Find the probability of rolling {event} on a fair six-sided die.',
    'A fair six-sided dice is thrown. Find the probability of {event}.',
    'probability of rolling {event} on a dice',
    'I roll a fair die. What is the chance of {event}?',
    'Work out the probability that a fair die shows {event}.',
    'what is the probability of {event} when you throw a dice',
    'A normal die is rolled once. What is the probability that it shows {event}?',
    'If you roll a die, what is the probability of {event}?',
    'Calculate the probability of {event} on one throw of a fair die.',
    'die rolled once, probability of {event}',
    'Give the probability of rolling {event} as a fraction.',
    'one fair dice: P({event})',
    'Question 1. A fair die is thrown. Write down the probability of {event}.',
    'how likely is {event} on a fair six-sided die',
    'How likely is it to roll {event} with a die?',
    'how likely am i to get {event} on one roll of a dice',
    'What is the chance of rolling {event}?',
    'chance of {event} on a dice',
    'How likely is {event} when a fair dice is rolled?',
    'If I throw a fair die once, how likely is {event}?',
    'how likely is it that a die shows {event}',
    'A die is thrown. How likely is {event}?',
    'what are the chances of rolling {event} on a six sided die',
    'roll one dice, what are the chances of {event}',
    'probability you roll {event}',
    'whats P({event}) for a dice',
    'if you roll a normal dice whats the probability of {event}',
    'fair dice, probability of getting {event}?',
  ],
  make(rng): Worked {
    const [event, good] = rng.pick(DICE);
    return favourable({ event }, good.length, 6, `Outcomes that count: $${good.join(', ')}$`);
  },
};

function favourable(words: Record<string, string>, good: number, all: number, counted: string): Worked {
  const result = quotient(good, all);
  return {
    maths: {},
    words,
    steps: [
      counted,
      `There are $${all}$ equally likely outcomes and $${good}$ of them count`,
      `Probability: $${result.whole ? `${fraction(good, all)} = ${result.value}` : result.written}$`,
      ...result.lines,
    ],
    answer: result.value,
  };
}

const COLOURS: readonly string[] = ['red', 'blue', 'green', 'yellow', 'white', 'black', 'orange', 'purple'];
const THINGS: readonly string[] = ['balls', 'marbles', 'counters', 'sweets', 'beads', 'socks'];

/** Drawing from a bag: one draw, not that colour, or two draws. */
export const bagProbability: Family = {
  id: 'bag-probability',
  topic: 'data',
  title: 'Probability with a bag',
  levels: ['one draw', 'not that colour', 'two draws'],
  phrasings: [
    'A bag has {bag}. {draw}. What is the probability that {event}?',
    'A bag contains {bag}. {draw}. Find the probability that {event}.',
    'There are {bag} in a bag. {draw}. Work out the probability that {event}.',
    'bag with {bag}. {draw}. probability that {event}',
    'A box holds {bag}. {draw}. Calculate the probability that {event}.',
    'A bag contains {bag}. {draw}. What is the chance that {event}?',
    'In a bag there are {bag}. {draw}. How likely is it that {event}?',
    'I have a bag with {bag}. {draw}. what is the probability that {event}',
    'Suppose a bag holds {bag}. {draw}. Determine the probability that {event}.',
    'A jar contains {bag}. {draw}. Give the probability that {event} as a fraction.',
    'Question 4. A bag contains {bag}. {draw}. Find the probability that {event}.',
    '{bag} are in a bag. {draw}. Find the probability that {event}',
    'A bag is filled with {bag}. {draw}. What is the probability that {event}?',
    'there are {bag} in a box. {draw}. find the probability that {event}',
    'You have {bag} in a bag. {draw}. What is the probability that {event}?',
    'A sack has {bag}. {draw}. What is the probability that {event}?',
    '{bag} in a bag. {draw}. whats the chance that {event}',
    'bag: {bag}. {draw}. probability {event}?',
    'theres a bag with {bag}. {draw}. how likely is it that {event}',
    'A drawer has {bag}. {draw}. Find the probability that {event}.',
    'there are {bag}. {draw}. P({event})?',
    'A hat holds {bag}. {draw}. What is the chance that {event}?',
  ],
  make(rng, level) {
    const things = rng.pick(THINGS);
    const colours = rng.shuffle(COLOURS).slice(0, level === 3 ? 2 : rng.int(2, 3));
    const counts = colours.map(() => rng.int(level === 3 ? 2 : 1, 12));
    const parts = colours.map((colour, index) => `${counts[index]} ${colour}`);
    const bag = `${parts.slice(0, -1).join(', ')} and ${parts[parts.length - 1]} ${things}`;
    if (level === 3) return twoDraws(bag, things, colours[0], counts, rng);
    const all = counts.reduce((a, b) => a + b, 0);
    const good = level === 1 ? counts[0] : all - counts[0];
    const drawn = rng.pick(['One is taken at random', 'One is picked at random', 'You take one without looking']);
    const total = `Count all: $${counts.join(' + ')} = ${all}$`;
    const words = { bag, draw: drawn, event: level === 1 ? `it is ${colours[0]}` : `it is not ${colours[0]}` };
    if (level === 1) return favourable(words, good, all, total);
    const worked = favourable(words, good, all, total);
    return { ...worked, steps: [total, `Not ${colours[0]}: $${all} - ${counts[0]} = ${good}$`, ...worked.steps.slice(1)] };
  },
};

/** Both of the first colour, with or without putting the first one back. */
function twoDraws(bag: string, things: string, colour: string, counts: readonly number[], rng: Rng): Worked {
  const back = rng.chance(0.5);
  const all = counts[0] + counts[1];
  const [good, total] = back ? [counts[0], all] : [counts[0] - 1, all - 1];
  const result = quotient(counts[0] * good, all * total);
  const product = `${fraction(counts[0], all)} \\cdot ${fraction(good, total)}`;
  const draw = back
    ? `One of the ${things} is taken, put back, and another is taken`
    : rng.pick([
        `Two ${things} are taken without replacement`,
        `Two of the ${things} are taken one after the other and not put back`,
      ]);
  return {
    maths: {},
    words: { bag, draw, event: `both are ${colour}` },
    steps: [
      `Count all: $${counts.join(' + ')} = ${all}$`,
      `First ${colour}: $${fraction(counts[0], all)}$`,
      `Second ${colour}: $${fraction(good, total)}$`,
      `> ${counts[0]} * ${good} = ${counts[0] * good}`,
      `> ${all} * ${total} = ${all * total}`,
      `Multiply: $${product} = ${result.written}$`,
      ...result.lines,
    ],
    answer: result.value,
  };
}
