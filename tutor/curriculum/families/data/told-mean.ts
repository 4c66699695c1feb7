import type { Family } from '../../family.ts';
import { totalLines } from '../../list-total.ts';
import type { Rng } from '../../rng.ts';
import { timesLines } from '../../times-lines.ts';

/** The one number that is left when a mean and the other numbers are told in words. */
export const toldMean: Family = {
  id: 'told-mean',
  topic: 'data',
  title: 'The missing number of a mean',
  levels: ['three to five small numbers', 'up to seven larger numbers'],
  phrasings: [
    'The mean of {n} numbers is {m}. {Known} of them are {list}. What is the {last}?',
    'the mean of {n} numbers is {m}. {known} of them are {list}. whats the {last}',
    'The average of {n} numbers is {m}. {Known} of the numbers are {list}. Find the {last}.',
    '{n} numbers have a mean of {m}. {known} of them are {list}. Work out the {last}.',
    'If the mean of {n} numbers is {m} and {known} of them are {list}, what is the {last}?',
    'mean of {n} numbers is {m}, {known} are {list}, find the {last}',
    '{name} has {n} test scores with a mean of {m}. {Known} of the scores are {list}. What is the {last}?',
    'average of {n} numbers = {m}. {known} of them: {list}. what is the {last}',
    'The mean mark in {n} tests is {m}. The marks in {known} of them are {list}. What is the {last}?',
    'There are {n} numbers with mean {m}. {Known} of them are {list}. Calculate the {last}.',
    '{name} writes down {n} numbers whose mean is {m}. {Known} of them are {list}. What is the {last}?',
    'In {n} games {name} scored a mean of {m} points. {Known} of the scores were {list}. Find the {last}.',
    'the average of {n} numbers is {m}. if {known} of them are {list} what is the {last}',
    'Find the {last} if {n} numbers have mean {m} and {known} of them are {list}.',
    'What is the {last} when the mean of {n} numbers is {m} and {known} of them are {list}?',
    '{n} numbers average {m}. {known} of them are {list}. find the {last}',
    '{known} of {n} numbers are {list}. the mean of all {n} is {m}. what is the {last}',
    'A set of {n} numbers has a mean of {m}. {Known} of the numbers are {list}. Work out the {last}.',
    'my {n} marks have a mean of {m}, {known} of them are {list}, what is the {last}',
    'The mean of a list of {n} numbers is {m}. {Known} numbers in the list are {list}. Find the {last}.',
  ],
  make(rng, level) {
    const known = Array.from({ length: level === 1 ? rng.int(2, 4) : rng.int(3, 6) }, () => rng.int(1, level === 1 ? 15 : 60));
    const count = known.length + 1;
    const { steps, total } = totalLines(known, `Add the ${known.length} known numbers`);
    const mean = Math.ceil(total / count) + rng.int(0, level === 1 ? 5 : 15);
    const needed = mean * count;
    return {
      maths: {},
      words: {
        ...countWords(count, rng),
        m: String(mean),
        list: listed(known, rng),
        name: rng.pick(['Ana', 'Ben', 'Omar', 'Zoe', 'Sam']),
      },
      steps: [
        ...timesLines(mean, count),
        `All ${count} numbers together: $${mean} \\cdot ${count} = ${needed}$`,
        ...steps,
        `What is left: $${needed} - ${total} = ${needed - total}$`,
      ],
      answer: String(needed - total),
    };
  },
};

const COUNTS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven'];
const NTH = ['', '', '', 'third', 'fourth', 'fifth', 'sixth', 'seventh'];

function countWords(count: number, rng: Rng): Record<string, string> {
  const inWords = rng.chance(0.5);
  const known = rng.chance(0.7) ? COUNTS[count - 1] : String(count - 1);
  const short = `${count}${count === 3 ? 'rd' : 'th'}`;
  const last = rng.pick([short, NTH[count], `${NTH[count]} number`, 'other one', 'missing number', 'last one', 'other number']);
  return { n: inWords ? COUNTS[count] : String(count), known, Known: known[0].toUpperCase() + known.slice(1), last };
}

function listed(values: readonly number[], rng: Rng): string {
  if (rng.chance(0.3)) return values.join(', ');
  return `${values.slice(0, -1).join(', ')} and ${values.at(-1)}`;
}
