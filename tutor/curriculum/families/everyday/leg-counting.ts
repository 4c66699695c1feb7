import type { Family } from '../../family.ts';
import { totalLines } from '../../list-total.ts';
import { timesLines } from '../../times-lines.ts';

/** Animals by their number of legs. */
const ANIMALS: readonly (readonly [legs: number, names: readonly string[]])[] = [
  [0, ['snake', 'sea slug', 'jellyfish', 'flatworm', 'leech', 'worm', 'fish']],
  [2, ['chicken', 'bird', 'human', 'duck', 'goose', 'hen']],
  [4, ['dog', 'cat', 'cow', 'horse', 'lion', 'elephant', 'giraffe', 'tiger', 'deer', 'sheep', 'pig', 'goat']],
  [5, ['starfish']],
  [
    6,
    ['insect', 'ant', 'butterfly', 'beetle', 'bee', 'wasp', 'grasshopper', 'cricket', 'cockroach', 'firefly', 'praying mantis'],
  ],
  [8, ['spider', 'scorpion']],
  [10, ['crab', 'lobster', 'shrimp']],
  [14, ['woodlouse']],
];

const LEGS: readonly (readonly [name: string, legs: number])[] = ANIMALS.flatMap(([legs, names]) =>
  names.map((name) => [name, legs] as const),
);

const PLURALS: Readonly<Record<string, string>> = {
  goose: 'geese',
  butterfly: 'butterflies',
  firefly: 'fireflies',
  woodlouse: 'woodlice',
};

/** Legs of several kinds of animals, kind by kind. */
export const legCounting: Family = {
  id: 'leg-counting',
  topic: 'words',
  title: 'Counting legs',
  levels: ['two or three kinds', 'four to six kinds', 'seven to ten kinds'],
  phrasings: [
    'How many legs are there in total if you have {animals}?',
    'Count the legs of {animals}.',
    'Now, how many legs do {animals} have in total?',
    'how many legs do {animals} have altogether',
    'There are {animals}. How many legs are there in total?',
    'A farm has {animals}. How many legs is that?',
    'Find the total number of legs of {animals}.',
    'You are given a list of animals. Count all their legs: {animals}.',
    'total legs: {animals}',
    'Your task is to count the legs of the animals in a list.\n\nNow, how many legs are there in total if you have {animals}?',
    'Work out how many legs {animals} have together.',
    'If you have {animals}, how many legs are there in total?',
    'Your task is to find how many legs there are when given a list of animals. How many legs do you count for {animals}?',
    'i have {animals}, how many legs in total',
    'In a zoo there are {animals}. Count all of the legs.',
    'How many legs in total have {animals}?',
  ],
  make(rng, level) {
    const count = level === 1 ? rng.int(2, 3) : level === 2 ? rng.int(4, 6) : rng.int(7, 10);
    const kinds = rng
      .shuffle(LEGS)
      .slice(0, count)
      .map(([name, legs]) => ({ name, legs, number: rng.int(1, 15) }));
    const plural = rng.chance(0.6) ? (name: string) => `${name}s` : (name: string) => PLURALS[name] ?? `${name}s`;
    const named = kinds.map(({ name, number }) => `${number} ${number === 1 ? name : plural(name)}`);
    const steps = kinds.flatMap(({ legs, number }, index) => [
      ...timesLines(number, legs),
      `> ${named[index]}: ${number} * ${legs} = ${number * legs}`,
    ]);
    const { steps: adding, total } = totalLines(
      kinds.map(({ legs, number }) => legs * number).filter((legs, _, all) => legs > 0 || all.every((each) => each === 0)),
      'Add the legs',
    );
    const lines = kinds.length > 1 ? adding : [];
    return {
      maths: {},
      words: { animals: rng.chance(0.5) ? named.join(', ') : `${named.slice(0, -1).join(', ')} and ${named[named.length - 1]}` },
      steps: [...steps, ...lines.filter((line) => !/^\S[^$]*\$(\d+) = \1\$$/.test(line))],
      answer: String(total),
    };
  },
};
