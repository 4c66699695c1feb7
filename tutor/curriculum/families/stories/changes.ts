import { type Person, storyFamily, type Tale } from './tale.ts';

interface Scene {
  readonly things: string;
  readonly start: (who: string, n: string, things: string) => string;
}

const SCENES: readonly Scene[] = [
  { things: 'marbles', start: (who, n, x) => `${who} has a bag with ${n} ${x} in it.` },
  { things: 'stamps', start: (who, n, x) => `${who} collects stamps and owns ${n} ${x}.` },
  { things: 'apples', start: (who, n, x) => `${who} picked ${n} ${x} in the garden.` },
  { things: 'books', start: (who, n, x) => `There are ${n} ${x} on the shelves of ${who}.` },
  { things: 'eggs', start: (who, n, x) => `The hens of ${who} laid ${n} ${x} this week.` },
  { things: 'cards', start: (who, n, x) => `${who} starts with ${n} ${x}.` },
  { things: 'shells', start: (who, n, x) => `${who} found ${n} ${x} on the beach.` },
  { things: 'pencils', start: (who, n, x) => `${who} bought a box of ${n} ${x}.` },
  { things: 'cookies', start: (who, n, x) => `${who} baked ${n} ${x}.` },
  { things: 'coins', start: (who, n, x) => `${who} had ${n} ${x} in a jar.` },
  { things: 'stickers', start: (who, n, x) => `${who} owns ${n} ${x}.` },
  { things: 'pebbles', start: (who, n, x) => `${who} carries a sack of ${n} ${x}.` },
];

/** One change of what there is; undefined when it does not fit the number. */
type Change = (tale: Tale, have: number, who: Person, things: string, friend: string) => number | undefined;

const CHANGES: readonly Change[] = [
  (tale, have, who, x) => {
    const k = tale.rng.sized(2, 90);
    tale.say(
      `Then ${who.they} gets ${k} more.`,
      `${who.name} finds another ${k} ${x}.`,
      `Later ${who.they} buys ${k} more ${x}.`,
      `A neighbour brings ${k} more.`,
    );
    return tale.plus('With the new ones', have, k);
  },
  (tale, have, who, x, friend) => {
    if (have < 3) return undefined;
    const k = tale.rng.int(1, have - 1);
    tale.say(
      `${who.name} gives ${k} of them to ${friend}.`,
      `${k} of the ${x} are lost on the way.`,
      `${who.name} trips and drops ${k} of them.`,
      `${friend} takes ${k} of them.`,
      `${who.name} sells ${k} ${x}.`,
    );
    return tale.minus('Left', have, k);
  },
  (tale, have, who, x, friend) => {
    if (have < 6) return undefined;
    const lost = tale.rng.int(3, have - 1);
    const back = tale.rng.int(1, lost - 1);
    tale.say(
      `${who.name} drops ${lost} of them and finds only ${back} again.`,
      `${lost} of them are taken away, but ${back} come back.`,
      `${who.name} lends ${lost} ${x} to ${friend}, who returns ${back}.`,
    );
    return tale.plus('With those that come back', tale.minus('Without those that went', have, lost), back);
  },
  (tale, have, who, x, friend) => {
    const [n, part] = tale.rng.pick([
      [2, 'half'],
      [3, 'a third'],
      [4, 'a quarter'],
      [5, 'a fifth'],
      [10, 'a tenth'],
    ] as const);
    if (have % n !== 0) return undefined;
    tale.say(
      `${who.name} gives ${part} of the ${x} to ${friend}.`,
      `Then ${part} of them are used up.`,
      `${friend} gets ${part} of what ${who.name} has.`,
      `${who.name} puts ${part} of them away for good.`,
    );
    return tale.minus('Left', have, tale.share(`${part} of ${have}`.replace('a ', 'A ').replace('half', 'Half'), n, have));
  },
  (tale, have, who, x) => {
    const k = tale.rng.pick([2, 3, 4]);
    const times = k === 2 ? 'double' : `${k} times`;
    tale.say(
      `The next day ${who.they} has ${times} as many.`.replace('double as many', 'twice as many'),
      `After a good week ${who.their} number of ${x} is ${times} what it was.`,
    );
    return tale.times(`${k} times as many`, k, have);
  },
  (tale, have, who, x) => {
    const p = tale.rng.pick([10, 20, 25, 30, 40, 50, 60, 75, 80]);
    if ((have * p) % 100 !== 0) return undefined;
    const down = tale.rng.chance(0.6);
    if (down)
      tale.say(
        `${p}% of the ${x} turn out to be broken and are thrown away.`,
        `${who.name} sells ${p}% of the ${x}.`,
        `Of these ${p}% are given to the school.`,
      );
    else tale.say(`Then the number of ${x} grows by ${p}%.`, `${who.name} adds ${p}% more ${x}.`);
    const part = tale.percent(`${p}% of ${have}`, p, have);
    return down ? tale.minus('Left', have, part) : tale.plus('With these', have, part);
  },
  (tale, have, who, x) => {
    const [packs, each] = [tale.rng.int(2, 9), tale.rng.int(2, 24)];
    tale.say(
      `${who.name} buys ${packs} packs with ${each} ${x} in each.`,
      `Then ${packs} boxes of ${each} arrive.`,
      `${packs} friends bring ${each} ${x} each.`,
    );
    return tale.plus('All in all', have, tale.times('New ones', packs, each));
  },
  (tale, have, who) => {
    const [days, each] = [tale.rng.int(2, 7), tale.rng.int(1, 9)];
    if (days * each >= have) return undefined;
    tale.say(
      `Every day for ${days} days ${who.they} uses ${each} of them.`,
      `${each} of them are eaten or lost on each of the next ${days} days.`,
      `${who.name} gives ${tale.n(each)} to each of ${tale.n(days)} cousins.`,
    );
    return tale.minus('Left', have, tale.times('Gone', days, each));
  },
];

/** What is asked in the end of what there is. */
type Ending = (tale: Tale, have: number, who: Person, things: string) => number | undefined;

const ENDINGS: readonly Ending[] = [
  (tale, have, who, x) => {
    tale.say(`How many ${x} does ${who.name} have now?`, `How many ${x} are left?`, `How many ${x} are there in the end?`);
    return have;
  },
  (tale, have, who, x) => {
    tale.say(`How many ${x} does ${who.they} have at the end?`, `Find the number of ${x} that remain.`);
    return have;
  },
  (tale, have, who, x) => {
    const n = tale.rng.pick([2, 3, 4, 5, 6, 8, 10, 12]);
    if (have % n !== 0) return undefined;
    tale.say(
      `${who.name} shares them equally between ${n} people. How many ${x} does each get?`,
      `They are packed in bags of ${n}. How many bags are there?`,
      `How many rows of ${n} can ${who.they} lay out?`,
    );
    return tale.over('Divide', have, n);
  },
  (tale, have, who, x) => {
    const price = tale.rng.int(2, 9);
    const sign = tale.rng.pick(['$', '£', '€']);
    tale.say(
      `Each of the rest is sold for ${sign}${price}. How much money is that?`,
      `${who.name} sells all the ${x} for ${sign}${price} each. How much does ${who.they} earn?`,
    );
    return tale.times('Money', have, price);
  },
  (tale, have, who, x) => {
    const more = tale.rng.int(2, 60);
    tale.say(
      `How many more does ${who.they} need to have ${have + more} ${x}?`,
      `${who.name} wants ${have + more} ${x}. How many are missing?`,
    );
    return tale.minus('Missing', have + more, have);
  },
];

/** One quantity that grows and shrinks: two to six operations. */
export const storyOfChanges = storyFamily(
  'story-of-changes',
  'Stories of gains and losses',
  ['two changes', 'three changes', 'four changes'],
  [
    (tale, level) => {
      const [who, friend] = tale.people(2);
      const scene = tale.rng.pick(SCENES);
      let have = tale.rng.sized(6, 400);
      tale.say(scene.start(who.name, String(have), scene.things));
      for (const change of tale.rng.shuffle(CHANGES).slice(0, level + 1)) {
        const next = change(tale, have, who, scene.things, friend.name);
        if (next === undefined || next < 1 || next > 5000) return undefined;
        have = next;
      }
      return tale.rng.pick(ENDINGS)(tale, have, who, scene.things);
    },
  ],
);
