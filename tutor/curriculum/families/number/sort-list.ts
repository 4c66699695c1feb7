import { trimDecimal, writeDecimal } from '../../decimal.ts';
import type { Family } from '../../family.ts';
import type { Rng } from '../../rng.ts';
import { takeInTurn } from './take-in-turn.ts';

interface Entry {
  readonly value: number;
  readonly written: string;
}

/** Longer lists of decimals of both signs, put in order: negative ones apart from the others. */
export const sortList: Family = {
  id: 'sort-list',
  topic: 'number',
  title: 'Put a long list in order',
  levels: ['three to five numbers', 'six to ten numbers'],
  phrasings: [
    'Sort these numbers in {order} order: {list}',
    'Sort these numbers in {order} order: {list}\nPlease follow the instruction below:\nLet all your answers be a list of numbers.',
    'Put the list {list} in {order} order.',
    'Arrange in {order} order: {list}',
    'sort in {order} order: {list}',
    'Sort the following numbers in {order} order: {list}',
    'Give these numbers in {order} order: {list}',
    'Write the numbers {list} in {order} order.',
    'Order this list of numbers ({order}): {list}',
    'Sort these numbers in {order} order: {list}\nConvert all numbers in the square brackets as strings.',
    'Please sort {list} in {order} order',
    'Rearrange the list in {order} order: {list}',
    'Question 2. Sort in {order} order: {list}',
    'numbers: {list}. sort them in {order} order',
    'Take the numbers {list} and sort them in {order} order.',
    'Sort these numbers in {order} order: {list}. Give the sorted list.',
    'Sort these numbers in {order} order: {list}\nGive the list as strings in square brackets.',
    'Sort these numbers in {order} order: {list}\n{form}',
    'Put these numbers in {order} order: {list}\n{form}',
    'Sort these numbers in {order} order: {list}\n\n{form}',
    'Arrange these numbers in {order} order: {list}\n{form}',
    'Sort the numbers {list} in {order} order.\n{form}',
  ],
  make(rng, level) {
    const count = level === 1 ? rng.int(3, 5) : rng.int(6, 10);
    const places = rng.int(0, 2);
    const drawn = new Map<number, Entry>();
    while (drawn.size < count) {
      const entry = draw(rng, places);
      drawn.set(entry.value, entry);
    }
    const entries = [...drawn.values()];
    const up = rng.chance(0.5);
    const sort = (part: readonly Entry[]) => [...part].sort((a, b) => (up ? a.value - b.value : b.value - a.value));
    const write = (part: readonly Entry[]) => part.map(({ written }) => written).join(', ');
    const negative = entries.filter(({ value }) => value < 0);
    const others = entries.filter(({ value }) => value >= 0);
    const steps: string[] = [];
    const which = up ? 'smallest' : 'largest';
    const inTurn = (part: readonly Entry[]) => takeInTurn(part, sort(part), which, ({ written }) => written);
    if (negative.length > 1)
      steps.push(
        `> negative: ${write(negative)}`,
        ...inTurn(negative),
        `Negative numbers, ${up ? 'the furthest from zero first' : 'the nearest to zero first'}: $${write(sort(negative))}$`,
      );
    if (others.length > 1)
      steps.push(
        `> not negative: ${write(others)}`,
        ...inTurn(others),
        `The others, the ${which} first: $${write(sort(others))}$`,
      );
    const answer = write(sort(entries));
    return {
      maths: {},
      words: {
        order: up ? rng.pick(['ascending', 'increasing']) : rng.pick(['descending', 'decreasing']),
        form: listForm(rng),
        list: rng.chance(0.8) ? write(entries) : `[${entries.map(({ written }) => `'${written}'`).join(', ')}]`,
      },
      steps: [...steps, `${up ? 'Negative numbers come first' : 'Negative numbers come last'}: $${answer}$`],
      answer,
    };
  },
};

/** Mostly with places of its own, at least one: 33.0, -8.41. */
function draw(rng: Rng, most: number): Entry {
  const places = rng.chance(0.5) ? rng.int(0, 2) : most;
  const scaled = rng.int(-100 * 10 ** places, 100 * 10 ** places);
  const value = scaled / 10 ** places;
  const whole = places === 0 && most > 0;
  return {
    value,
    written: whole ? `${scaled}.0` : rng.chance(0.85) ? writeDecimal(scaled, places) : trimDecimal(scaled, places),
  };
}

/** How the sorted list shall be written, with an example whose numbers are not to be sorted. */
function listForm(rng: Rng): string {
  const example = Array.from({ length: rng.int(4, 9) }, () => rng.int(-99, 99)).sort((a, b) => a - b);
  const strings = `[${example.map((n) => `'${n}'`).join(', ')}]`;
  const bare = example.join(', ');
  const lines = [
    rng.pick([
      `Let all your answers be a list of numbers. Instead of reporting your answer as ${bare}, use ${strings} instead`,
      `Let your answers be lists of numbers: not ${bare}, but ${strings}`,
      `Give a list. Do not write ${bare}, write ${strings} instead`,
    ]),
    rng.pick([
      `Convert all numbers in the square brackets as strings. For example, ${strings}`,
      `The numbers in the square brackets are strings, for example ${strings}`,
    ]),
  ];
  const mark = rng.pick(['## ', '## ', '', '# ']);
  return ['Please follow the instruction below:', ...lines.map((line, index) => `${mark}${index + 1}. ${line}`)].join('\n');
}
