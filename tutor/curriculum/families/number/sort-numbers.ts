import { trimDecimal, writeDecimal } from '../../decimal.ts';
import type { Family } from '../../family.ts';
import { lcm, writeFraction } from '../../rational.ts';
import type { Rng } from '../../rng.ts';
import { takeInTurn } from './take-in-turn.ts';

/** Numbers put in order. */
export const sortNumbers: Family = {
  id: 'sort-numbers',
  topic: 'number',
  title: 'Put numbers in order',
  levels: ['whole numbers, some negative', 'decimals', 'fractions'],
  phrasings: [
    'Write in {order} order: <numbers>',
    'Put these numbers in {order} order: <numbers>.',
    'Order <numbers> from {ends}.',
    'sort <numbers> from {ends}',
    'Arrange <numbers> in {order} order.',
    'put <numbers> in order from {ends}',
    'List <numbers> from {ends}.',
    'Sort in {order} order: <numbers>',
    'Write these from {ends}: <numbers>.',
    'order these {ends}: <numbers>',
    'Rank <numbers> from {ends}.',
    'Place <numbers> in {order} order',
    'Question 3. Write <numbers> in order, {ends}.',
    'how do i put <numbers> in {order} order',
    'Give <numbers> in {order} order.',
    'Rearrange <numbers> in {order} order.',
    'sort {ends}: <numbers>',
    'which order do <numbers> go in from {ends}',
    'can you sort <numbers> in {order} order',
    'What is <numbers> in order from {ends}?',
    'order <numbers> {ends}',
    'Put <numbers> in order, {ends} please.',
    'help me order <numbers> from {ends}',
    'Arrange these numbers from {ends}: <numbers>',
    '<numbers> in {order} order',
    '<numbers> from {ends}',
  ],
  make(rng, level) {
    const { values, note } = draw(rng, level);
    const up = rng.chance(0.7);
    const sorted = [...values].sort((a, b) => (up ? a.value - b.value : b.value - a.value));
    const written = sorted.map((entry) => entry.written);
    return {
      maths: { numbers: values.map((entry) => entry.written).join(', ') },
      words: up
        ? { order: 'ascending', ends: rng.pick(['smallest to largest', 'least to greatest', 'smallest to biggest']) }
        : { order: 'descending', ends: rng.pick(['largest to smallest', 'greatest to least', 'biggest to smallest']) },
      steps: [
        ...note,
        ...takeInTurn(values, sorted, up ? 'smallest' : 'largest', ({ compared }) => compared),
        `${up ? 'The smallest comes first' : 'The largest comes first'}: $${written.join(up ? ' < ' : ' > ')}$`,
      ],
      answer: written.join(', '),
    };
  },
};

interface Entry {
  readonly value: number;
  /** As it stands beside the others when they are compared. */
  readonly compared: string;
  readonly written: string;
}

function distinct<T extends { readonly value: number }>(count: number, make: () => T): T[] {
  const entries = new Map<number, T>();
  while (entries.size < count) {
    const entry = make();
    entries.set(entry.value, entry);
  }
  return [...entries.values()];
}

function draw(rng: Rng, level: number): { values: Entry[]; note: string[] } {
  const count = rng.int(3, level === 3 ? 4 : 6);
  if (level === 1) {
    const size = rng.pick([20, 100, 5000]);
    const values = distinct(count, () => {
      const value = rng.chance(0.35) ? -rng.sized(1, size) : rng.sized(0, size);
      return { value, compared: String(value), written: String(value) };
    });
    const negative = values.filter(({ value }) => value < 0).length;
    return { values, note: negative > 1 ? ['Of two negative numbers the one further from zero is smaller'] : [] };
  }
  if (level === 2) {
    const whole = rng.int(0, 9);
    const values = distinct(count, () => {
      const places = rng.int(1, 3);
      const scaled = (rng.chance(0.7) ? whole : rng.int(0, 9)) * 10 ** places + rng.int(1, 10 ** places - 1);
      return { value: scaled / 10 ** places, written: trimDecimal(scaled, places) };
    });
    const places = Math.max(...values.map(({ written }) => (written.split('.')[1] ?? '').length));
    const aligned = values.map(({ value }) => writeDecimal(Math.round(value * 10 ** places), places));
    return {
      values: values.map((entry, index) => ({ ...entry, compared: aligned[index] })),
      note: [`Write all with $${places}$ decimal ${places === 1 ? 'place' : 'places'}: $${aligned.join(', ')}$`],
    };
  }
  for (;;) {
    const fractions = Array.from({ length: count }, () => ({ bottom: rng.int(2, 12) })).map(({ bottom }) => ({
      top: rng.int(1, bottom - 1),
      bottom,
    }));
    const common = fractions.map(({ bottom }) => bottom).reduce(lcm);
    const tops = fractions.map(({ top, bottom }) => top * (common / bottom));
    if (common > 120 || new Set(tops).size < count) continue;
    return {
      values: fractions.map(({ top, bottom }, index) => ({
        value: tops[index],
        compared: `${tops[index]}/${common}`,
        written: writeFraction(top, bottom),
      })),
      note: [
        `> lcm(${[...new Set(fractions.map(({ bottom }) => bottom))].join(', ')}) = ${common}`,
        ...fractions.map(
          ({ top, bottom }, index) =>
            `Common denominator $${common}$: $${writeFraction(top, bottom)} = ${writeFraction(tops[index], common)}$`,
        ),
      ],
    };
  }
}
