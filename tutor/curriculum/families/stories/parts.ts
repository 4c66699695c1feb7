import { storyFamily, type Tale, type Teller } from './tale.ts';

interface Group {
  readonly whole: string;
  readonly members: string;
  readonly parts: readonly string[];
}

const GROUPS: readonly Group[] = [
  {
    whole: 'a school',
    members: 'students',
    parts: ['play football', 'sing in the choir', 'learn French', 'walk to school', 'like chess'],
  },
  { whole: 'a class', members: 'pupils', parts: ['are swimmers', 'are dancers', 'wear glasses', 'have a pet', 'play the piano'] },
  { whole: 'a box', members: 'balls', parts: ['are red', 'are blue', 'are green', 'are broken', 'are made of wood'] },
  {
    whole: 'a town',
    members: 'people',
    parts: ['work in the factory', 'are children', 'own a bike', 'go by bus', 'are retired'],
  },
  {
    whole: 'a library',
    members: 'books',
    parts: ['are novels', 'are about science', 'are on loan', 'are comics', 'are for children'],
  },
  { whole: 'a farm', members: 'animals', parts: ['are sheep', 'are cows', 'are hens', 'are goats', 'are pigs'] },
  { whole: 'a deck', members: 'cards', parts: ['are blue', 'are golden', 'show a star', 'are torn', 'are new'] },
  {
    whole: 'an inbox',
    members: 'emails',
    parts: ['need no answer', 'are advertising', 'come from friends', 'are from school', 'have a picture'],
  },
];

const FRACTIONS = [
  [1, 2, 'half'],
  [1, 3, 'a third'],
  [1, 4, 'a quarter'],
  [1, 5, 'a fifth'],
  [3, 4, 'three quarters'],
  [2, 3, 'two thirds'],
  [2, 5, 'two fifths'],
  [3, 5, '3/5'],
  [3, 8, '3/8'],
  [1, 6, '1/6'],
] as const;

/** A part of `amount`: as percent or fraction, said and worked out; undefined when not whole. */
function part(tale: Tale, amount: number, label: string): { words: string; value: number } | undefined {
  if (tale.rng.chance(0.55)) {
    const p = tale.rng.pick([5, 10, 12, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60, 65, 70, 75, 80, 85, 90]);
    if ((amount * p) % 100 !== 0) return undefined;
    return { words: `${p}%`, value: tale.percent(label, p, amount) };
  }
  const [top, bottom, words] = tale.rng.pick(FRACTIONS);
  if (amount % bottom !== 0) return undefined;
  const one = tale.share(
    top === 1
      ? label
      : `One ${bottom}th of them`
          .replace('3th', 'third')
          .replace('2th', 'half')
          .replace('5th', 'fifth')
          .replace('8th', 'eighth')
          .replace('4th', 'quarter'),
    bottom,
    amount,
  );
  return { words, value: top === 1 ? one : tale.times(label, top, one) };
}

/** Part of the whole, then part of the rest or of the part. */
const partOfPart: Teller = (tale, level) => {
  const { whole, members, parts } = tale.rng.pick(GROUPS);
  const [one, two] = tale.rng.shuffle(parts);
  const n = tale.rng.pick([tale.rng.int(2, 60) * 10, tale.rng.int(1, 30) * 20, tale.rng.int(4, 99) * 4, tale.rng.int(10, 400)]);
  const first = part(tale, n, `Those that ${one}`);
  if (first === undefined || first.value >= n) return undefined;
  tale.say(`There are ${n} ${members} in ${whole}.`, `${whole.charAt(0).toUpperCase()}${whole.slice(1)} has ${n} ${members}.`);
  tale.say(
    `${first.words} of them ${one}.`.replace(/^[a-z]/, (c) => c.toUpperCase()),
    `Of these, ${first.words} ${one}.`,
  );
  if (level === 1) {
    if (tale.rng.chance(0.5)) {
      tale.say(
        `How many ${members} do not ${one}?`.replace('do not are', 'are not').replace('do not have', 'have not'),
        `How many of the ${members} are left over?`,
      );
      return tale.minus('The others', n, first.value);
    }
    tale.say(`How many ${members} ${one}?`);
    return first.value;
  }
  const ofRest = tale.rng.chance(0.6);
  const base = ofRest ? tale.minus('The rest', n, first.value) : first.value;
  const second = part(tale, base, `Those that ${two}`);
  if (second === undefined || second.value >= base) return undefined;
  tale.say(
    ofRest
      ? `Of the remaining ${members}, ${second.words} ${two}.`
      : `${second.words} of those that ${one} also ${two}.`.replace(/^[a-z]/, (c) => c.toUpperCase()),
    ofRest
      ? `${second.words} of the rest ${two}.`.replace(/^[a-z]/, (c) => c.toUpperCase())
      : `Of those that ${one}, ${second.words} also ${two}.`,
  );
  if (level === 2) {
    tale.say(ofRest ? `How many ${members} ${two}?` : `How many ${members} do both?`.replace('do both', 'belong to both groups'));
    return second.value;
  }
  if (ofRest && tale.rng.chance(0.5)) {
    tale.say(`How many ${members} are in these two groups together?`, `How many ${members} is that in all?`);
    return tale.plus('Together', first.value, second.value);
  }
  tale.say(ofRest ? `How many ${members} are in neither group?` : `How many of those that ${one} are not in the second group?`);
  return tale.minus('Left', base, second.value);
};

/** The rest after several groups, one of them by a relation to another. */
const groups: Teller = (tale) => {
  const [a, b, c, d] = tale.rng.shuffle(['hike', 'bake', 'read', 'paint', 'play tennis', 'sing', 'cook', 'swim']);
  const [x, y, k] = [tale.rng.int(5, 60), tale.rng.int(5, 60), tale.rng.int(2, 3)];
  const rest = tale.rng.int(3, 90);
  const all = x + y + k * y + rest;
  tale.say(`A group of ${all} students has various hobbies.`, `${all} people were asked what they like best.`);
  tale.say(`${x} like to ${a}, ${y} like to ${b}, and the rest like to either ${c} or ${d}.`);
  tale.say(
    `How many like to ${c} if the number that like to ${d} is ${k === 2 ? 'twice' : 'three times'} the number that like to ${b}?`,
  );
  const others = tale.times(`Those who ${d}`, k, y);
  const three = tale.plus('With those', tale.plus('The first two', x, y), others);
  return tale.minus('Left', all, three);
};

/** Red, more red by percent, and as many as both. */
const sumsOfKinds: Teller = (tale) => {
  const [a, b, c] = tale.rng.shuffle(['red', 'blue', 'green', 'purple', 'white', 'black']);
  const thing = tale.rng.pick(['cards', 'beads', 'tiles', 'flags', 'buttons']);
  const [n, p] = [tale.rng.int(10, 90), tale.rng.pick([10, 20, 30, 40, 50, 60, 70, 80, 90])];
  if ((n * p) % 100 !== 0) return undefined;
  tale.say(
    `There are ${n} ${a} ${thing} and ${p}% more ${b} ${thing}.`,
    `In a set there are ${n} ${a} ${thing}, and ${p}% more ${b} ones.`,
  );
  tale.say(
    `There are as many ${c} ${thing} as ${a} and ${b} ones together.`,
    `The ${c} ${thing} are as many as the sum of ${a} and ${b} ones.`,
  );
  tale.say(`How many ${thing} are there in all?`, `How many ${thing} of all these colours are there?`);
  const more = tale.plus(`The ${b} ones`, n, tale.percent(`${p}% of ${n}`, p, n));
  const both = tale.plus(`${a} and ${b}`, n, more);
  return tale.plus('In all', both, both);
};

/** Each of some people finds so many; the friends find all but a few. */
const hidden: Teller = (tale) => {
  const [team] = tale.people(1);
  const thing = tale.rng.pick(['eggs', 'sweets', 'balls', 'coins', 'tokens', 'stars']);
  const finders = tale.rng.int(2, 4);
  const [each, lost, rest] = [tale.rng.int(4, 60), tale.rng.int(2, 20), tale.rng.int(5, 120)];
  const all = finders * each + lost + rest;
  const who = finders === 2 && tale.rng.chance(0.5) ? 'The twins each' : `Each of ${tale.n(finders)} children`;
  tale.say(
    `${team.name} hid ${all} ${thing} in the garden.`,
    `${all} ${thing} were hidden for a party.`,
    `The team hid ${all} ${thing}.`,
  );
  tale.say(`${who} found ${each} ${thing}.`);
  tale.say(
    `All the others except ${lost} were found by their friends. How many ${thing} did the friends find?`,
    `Their friends found all the other ${thing} but ${lost}. How many did the friends find?`,
  );
  const found = tale.times('Found by the children', finders, each);
  return tale.minus('Found by the friends', tale.minus('The others', all, found), lost);
};

export const storyOfParts = storyFamily(
  'story-of-parts',
  'Stories of parts and the rest',
  ['one part', 'a part of a part', 'parts put together'],
  [partOfPart, partOfPart, partOfPart, groups, sumsOfKinds, hidden],
);
