import { freeLetters } from '../../composed.ts';
import type { Family, Worked } from '../../family.ts';
import type { Rng } from '../../rng.ts';
import { shortWorked } from '../../short-worked.ts';
import { takeInTurn } from '../number/take-in-turn.ts';
import { ASKED } from './asked.ts';
import { CHOICES, choices, drawEntries, type Entry, listed, toldBy, writeThousandths } from './entry.ts';

const ORDINALS: readonly string[] = [
  '',
  'second ',
  'third ',
  'fourth ',
  'fifth ',
  'sixth ',
  'seventh ',
  'eighth ',
  'ninth ',
  'tenth ',
];

function drawList(rng: Rng, level: number): Entry[] {
  if (level === 3) return drawEntries(rng, rng.int(3, 5), freeLetters(rng, CHOICES));
  return drawEntries(rng, level === 1 ? rng.int(3, 6) : rng.int(6, 10));
}

/** From smallest to largest, by the decimals of the entries. */
function ascending(entries: readonly Entry[]): Entry[] {
  return [...entries].sort((a, b) => a.thousandths - b.thousandths);
}

/** The entries by their decimals, one at a time. */
function inTurn(entries: readonly Entry[], sorted: readonly Entry[], which: string): string[] {
  return takeInTurn(entries, sorted, which, ({ thousandths }) => writeThousandths(thousandths));
}

/** The chain that puts the decimals in order. */
function chain(sorted: readonly Entry[], sign: '<' | '>'): string {
  return sorted.map(({ thousandths }) => writeThousandths(thousandths)).join(` ${sign} `);
}

type Question = Pick<Worked, 'steps' | 'answer'> & { readonly ask: string };

/** What the family asks about its entries, whose own steps come first. */
function askedOf(entries: readonly Entry[], { ask, steps, answer }: Question): Worked {
  return {
    maths: {},
    words: { told: toldBy(entries), ask },
    steps: [...entries.flatMap((each) => each.steps), ...steps],
    answer,
  };
}

/** The biggest, the third smallest and the like, from a list or from lettered choices. */
export const kthBiggest: Family = {
  id: 'kth-biggest',
  topic: 'number',
  title: 'The biggest and the third smallest',
  levels: ['up to six numbers', 'up to ten numbers', 'some told by small problems'],
  phrasings: ASKED,
  make: (rng, level) =>
    shortWorked(() => {
      const entries = drawList(rng, level);
      return askedOf(entries, kthOf(entries, rng.chance(0.5), rng));
    }),
};

export function kthOf(entries: readonly Entry[], lettered: boolean, rng: Rng): Question {
  const rank = rng.int(1, Math.min(entries.length, ORDINALS.length));
  const biggest = rng.chance(0.5);
  const sorted = biggest ? ascending(entries).reverse() : ascending(entries);
  const wanted = sorted[rank - 1];
  const kind = `${ORDINALS[rank - 1]}${biggest ? 'biggest' : 'smallest'}`;
  const letter = CHOICES[entries.indexOf(wanted)];
  return {
    ask: lettered ? `Which is the ${kind} value?${choices(entries)}` : `What is the ${kind} value in ${listed(entries)}?`,
    steps: [
      ...inTurn(entries, sorted, biggest ? 'biggest' : 'smallest').slice(0, rank),
      `The ${kind} is $${wanted.name}$${lettered ? `, choice (${letter})` : ''}`,
    ],
    answer: lettered ? letter : wanted.name,
  };
}

/** Numbers of all kinds in order. */
export const sortMixed: Family = {
  id: 'sort-mixed',
  topic: 'number',
  title: 'Put numbers of all kinds in order',
  levels: ['up to six numbers', 'up to ten numbers', 'some told by small problems'],
  phrasings: ASKED,
  make: (rng, level) =>
    shortWorked(() => {
      const entries = drawList(rng, level);
      return askedOf(entries, sortOf(entries, rng));
    }),
};

export function sortOf(entries: readonly Entry[], rng: Rng): Question {
  const up = rng.chance(0.6);
  const sorted = up ? ascending(entries) : ascending(entries).reverse();
  const order = rng.pick(up ? ['ascending', 'increasing'] : ['descending', 'decreasing']);
  const plain = up && rng.chance(0.3);
  return {
    ask: plain ? `Sort ${listed(entries)}.` : `${rng.pick(['Sort', 'Put'])} ${listed(entries)} in ${order} order.`,
    steps: [
      ...inTurn(entries, sorted, up ? 'smallest' : 'largest'),
      `${up ? 'The smallest comes first' : 'The largest comes first'}: $${chain(sorted, up ? '<' : '>')}$`,
    ],
    answer: sorted.map(({ name }) => name).join(', '),
  };
}

/** Which number lies nearest to a given one. */
export const closestNumber: Family = {
  id: 'closest-number',
  topic: 'number',
  title: 'The nearest of several numbers',
  levels: ['up to five numbers', 'up to eight numbers', 'some told by small problems'],
  phrasings: ASKED,
  make: (rng, level) =>
    shortWorked(() => {
      const { entries, target } = drawAround(rng, level);
      return askedOf([target, ...entries], closestOf(target, entries, rng.chance(0.5), rng));
    }),
};

export function closestOf(target: Entry, entries: readonly Entry[], lettered: boolean, rng: Rng): Question {
  const distances = distancesOf(target, entries);
  const least = Math.min(...distances);
  const found = distances.indexOf(least);
  const goal = `${rng.pick(['closest', 'nearest'])} to \\(${target.name}\\)`;
  return {
    ask: lettered ? `Which is the ${goal}?${choices(entries)}` : `What is the ${goal} in ${listed(entries)}?`,
    steps: [
      `Distances from $${writeThousandths(target.thousandths)}$`,
      ...entries.map(({ thousandths }, index) => `> to ${writeThousandths(thousandths)}: ${writeThousandths(distances[index])}`),
      `The smallest distance is $${writeThousandths(least)}$: $${entries[found].name}$${lettered ? `, choice (${CHOICES[found]})` : ''}`,
    ],
    answer: lettered ? CHOICES[found] : entries[found].name,
  };
}

/** In thousandths. */
function distancesOf(target: Entry, entries: readonly Entry[]): number[] {
  return entries.map(({ thousandths }) => Math.abs(thousandths - target.thousandths));
}

/** Whether the nearest entry stays the nearest, whatever was cut off behind the thousandths. */
export function hasClearNearest(target: Entry, entries: readonly Entry[]): boolean {
  const [first, second] = distancesOf(target, entries).sort((a, b) => a - b);
  return second - first > 2;
}

function drawAround(rng: Rng, level: number): { entries: Entry[]; target: Entry } {
  for (;;) {
    const letters = level === 3 ? freeLetters(rng, CHOICES) : undefined;
    const count = level === 2 ? rng.int(5, 8) : rng.int(3, level === 1 ? 5 : 4);
    const [target, ...entries] = drawEntries(rng, count + 1, letters);
    if (hasClearNearest(target, entries)) return { entries, target };
  }
}
