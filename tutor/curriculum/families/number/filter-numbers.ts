import { trimDecimal, writeDecimal } from '../../decimal.ts';
import type { Family } from '../../family.ts';
import type { Rng } from '../../rng.ts';

interface Entry {
  readonly value: number;
  readonly written: string;
}

/** The numbers of a list beyond a bound, kept or removed, in their order. */
export const filterNumbers: Family = {
  id: 'filter-numbers',
  topic: 'number',
  title: 'Choose numbers from a list',
  levels: ['whole numbers', 'decimals, some negative'],
  phrasings: [
    '{Do} all numbers {beyond} than {bound} in this list: {list}',
    '{Do} all numbers {beyond} than {bound} in this list: {list}\nReturn the new list in the same format.',
    '{do} the numbers {beyond} than {bound}: {list}',
    'In the list {list}, {do} all numbers {beyond} than {bound}.',
    'From {list} {do} every number that is {beyond} than {bound}.',
    '{Do} every number {beyond} than {bound} from the list {list}.',
    '{Do} the numbers {beyond} than {bound} in {list}',
    'Here is a list: {list}. {Do} all numbers {beyond} than {bound}.',
    'Take the list {list} and {do} the numbers {beyond} than {bound}.',
    'Given {list}, {do} all entries {beyond} than {bound}. Return the list.',
    'filter: {do} numbers {beyond} than {bound} in {list}',
    '{Do} whatever is {beyond} than {bound} in this list of numbers: {list}',
    'Question 6. {Do} all numbers {beyond} than {bound} in the list {list}.',
    '{Do} all values {beyond} than {bound} and give the new list: {list}',
    'Which list do you get if you {do} the numbers {beyond} than {bound} in {list}?',
    'You have {list}. {Do} each number {beyond} than {bound}.',
    '{Do} all numbers {beyond} than {bound} in this list: {list}. Give the new list.',
  ],
  make(rng, level) {
    const entries = Array.from({ length: rng.int(3, level === 1 ? 6 : 10) }, () => draw(rng, level));
    // Now and then the bound itself stands in the list: it is neither larger nor smaller.
    const bound = rng.chance(0.2) ? rng.pick(entries) : draw(rng, level);
    const larger = rng.chance(0.5);
    const keep = rng.chance(0.5);
    const stays = ({ value }: Entry) => (larger ? value > bound.value : value < bound.value) === keep;
    const result = entries.filter(stays).map(({ written }) => written);
    const sign = larger ? '>' : '<';
    const quoted = rng.chance(0.5) ? (text: string) => `'${text}'` : (text: string) => text;
    const verb = keep ? 'keep' : 'remove';
    return {
      maths: {},
      words: {
        do: verb,
        Do: verb[0].toUpperCase() + verb.slice(1),
        beyond: larger ? 'larger' : 'smaller',
        bound: bound.written,
        list: `[${entries.map(({ written }) => quoted(written)).join(', ')}]`,
      },
      steps: [
        `${keep ? 'Keep' : 'Remove'} what is ${sign} ${bound.written}`,
        ...entries.map(
          (entry) => `> ${entry.written} ${signBetween(entry, bound)} ${bound.written}: ${stays(entry) ? 'stays' : 'goes'}`,
        ),
      ],
      answer: result.length === 0 ? '\\text{none}' : result.join(', '),
    };
  },
};

function signBetween(a: Entry, b: Entry): string {
  return a.value < b.value ? '<' : a.value > b.value ? '>' : '=';
}

function draw(rng: Rng, level: number): Entry {
  const places = level === 1 ? 0 : rng.int(0, 4);
  const scaled = rng.int(-100 * 10 ** places, 100 * 10 ** places);
  return { value: scaled / 10 ** places, written: rng.chance(0.5) ? writeDecimal(scaled, places) : trimDecimal(scaled, places) };
}
