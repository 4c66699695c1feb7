import type { Family, Worked } from '../../family.ts';
import { fraction } from '../../quotient.ts';
import { rational, reduceLines, writeRational } from '../../rational.ts';
import type { Rng } from '../../rng.ts';

/** Coins thrown together or after one another, and two independent chances multiplied. */
export const coinFlips: Family = {
  id: 'coin-flips',
  topic: 'data',
  title: 'Coins and independent chances',
  levels: ['all the same', 'so many heads', 'a coin and a dice'],
  phrasings: [
    '{told} What is the probability of {event}?',
    '{told} Find the probability of {event}.',
    '{told} probability of {event}?',
    '{told} what is the chance of {event}',
    '{told} Work out the probability of {event}.',
    'What is the probability of {event}? {told}',
    'Question 7. {told} What is the probability of {event}?',
    '{told} Calculate the probability of {event}.',
    'probability of {event}. {told}',
    '{told} Write down the probability of {event}.',
    '{told} how likely is {event} as a fraction',
    'find the probability of {event}. {told}',
    '{told} Give the probability of {event} as a fraction.',
    'chance of {event}? {told}',
    '{told} whats the probability of {event}',
    '{told} Find the chance of {event}.',
    'Work out the probability of {event}. {told}',
  ],
  make(rng, level) {
    switch (level) {
      case 1:
        return allTheSame(rng);
      case 2:
        return soMany(rng);
      default:
        return coinAndDice(rng);
    }
  },
};

function thrown(count: number, rng: Rng): string {
  const times = count === 2 ? rng.pick(['twice', '2 times', 'two times']) : `${count} times`;
  return rng.pick([
    `A coin is flipped ${times}.`,
    `A fair coin is thrown ${times}.`,
    `a coin is tossed ${times}.`,
    `You flip a coin ${times}.`,
    `${count} fair coins are thrown.`,
    `${count} coins are tossed together.`,
  ]);
}

function allTheSame(rng: Rng): Worked {
  const count = rng.int(2, 6);
  const side = rng.pick(['heads', 'tails']);
  const all = 2 ** count;
  const product = new Array<string>(count).fill(fraction(1, 2)).join(' \\cdot ');
  const often = count === 2 ? 'twice' : `${count} times`;
  return {
    maths: {},
    words: {
      told: thrown(count, rng),
      event: rng.pick([`${count} ${side}`, `getting ${side} every time`, `all ${side}`, `only ${side}`, `${side} ${often}`]),
    },
    steps: [
      `Each throw is ${side} with probability $${fraction(1, 2)}$`,
      `All ${count} throws, multiplied: $${product} = ${fraction(1, all)}$`,
    ],
    answer: fraction(1, all),
  };
}

/** Exactly k of n, or at least one. */
function soMany(rng: Rng): Worked {
  const n = rng.int(2, 4);
  const k = rng.int(1, n - 1);
  const side = rng.pick(['heads', 'tails']);
  const all = 2 ** n;
  if (rng.chance(0.4)) {
    const one = side === 'heads' ? 'head' : 'tail';
    return {
      maths: {},
      words: {
        told: thrown(n, rng),
        event: rng.pick([`at least one ${one}`, `getting at least one ${one}`, `at least 1 ${one}`]),
      },
      steps: [
        `No ${one} at all: $${new Array<string>(n).fill(fraction(1, 2)).join(' \\cdot ')} = ${fraction(1, all)}$`,
        `Take that from one: $1 - ${fraction(1, all)} = ${fraction(all - 1, all)}$`,
      ],
      answer: fraction(all - 1, all),
    };
  }
  const letter = side === 'heads' ? 'H' : 'T';
  const outcomes = sequences(n).filter((outcome) => [...outcome].filter((each) => each === letter).length === k);
  const many = k === 1 ? side.slice(0, -1) : side;
  return {
    maths: {},
    words: { told: thrown(n, rng), event: rng.pick([`exactly ${k} ${many}`, `getting exactly ${k} ${many}`]) },
    steps: [
      `All outcomes: $${new Array<string>(n).fill('2').join(' \\cdot ')} = ${all}$`,
      `Those that fit: ${outcomes.join(', ')}, so $${outcomes.length}$`,
      `Probability: $${fraction(outcomes.length, all)}$`,
      ...reduceLines(outcomes.length, all),
    ],
    answer: writeRational(rational(outcomes.length, all)),
  };
}

function sequences(n: number): string[] {
  return n === 0 ? [''] : sequences(n - 1).flatMap((rest) => [`${rest}H`, `${rest}T`]);
}

function coinAndDice(rng: Rng): Worked {
  const side = rng.pick(['heads', 'tails', 'a head', 'a tail']);
  const face = rng.int(1, 6);
  const [event, good] = rng.pick([
    [`a ${face}`, 1],
    ['an even number', 3],
    ['an odd number', 3],
    ['a number greater than 4', 2],
    ['a number less than 4', 3],
    ['a multiple of 3', 2],
    ['a number above 2', 4],
  ] as const);
  return {
    maths: {},
    words: {
      told: rng.pick([
        'A coin is flipped and a dice is rolled.',
        'You throw a fair coin and a fair dice.',
        'a coin and a six-sided dice are thrown.',
      ]),
      event: `${side} and ${event}`,
    },
    steps: [
      `The coin: $${fraction(1, 2)}$`,
      `The dice: $${fraction(good, 6)}$`,
      `Both, multiplied: $${fraction(1, 2)} \\cdot ${fraction(good, 6)} = ${fraction(good, 12)}$`,
      ...reduceLines(good, 12),
    ],
    answer: writeRational(rational(good, 12)),
  };
}
