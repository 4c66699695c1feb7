import { remainderLines } from '../../column-arithmetic.ts';
import { quotient } from '../../division-step.ts';
import type { Family, Worked } from '../../family.ts';
import { totalLines } from '../../list-total.ts';
import { askTo } from '../../phrasing.ts';
import { fraction } from '../../quotient.ts';
import type { Rng } from '../../rng.ts';
import { timesLines } from '../../times-lines.ts';

function askFor(name: string): readonly string[] {
  return askTo(
    [`Find the ${name} of`, `Work out the ${name} of`, `Calculate the ${name} of`],
    '<list>',
    `What is the ${name} of <list>?`,
    `${name} of <list>`,
    `${name}: <list>`,
    `The numbers are <list>. Find the ${name}.`,
    `A list of data is <list>. What is the ${name}?`,
    `Here are some numbers: <list>. Work out the ${name}.`,
    `Given the data <list>, find the ${name}.`,
    `Scores: <list>. What is the ${name} score?`,
  );
}

/** The same without commas between the numbers. */
function askForSpaced(name: string): readonly string[] {
  return [
    `${name} of {spaced}`,
    `find the ${name} of {spaced}`,
    `what is the ${name} of {spaced}`,
    `${name} {spaced}`,
    `{spaced} ${name}`,
  ];
}

/** Whole numbers as a learner would list them. */
function drawList(rng: Rng, level: number): number[] {
  const high = [12, 40, 99][level - 1];
  const low = level === 2 && rng.chance(0.2) ? -10 : 0;
  return Array.from({ length: rng.int(3, level === 1 ? 5 : 7) }, () => rng.int(low, high));
}

/** The mean, exact. */
export const mean: Family = {
  id: 'mean',
  topic: 'data',
  title: 'The mean',
  levels: ['small whole numbers', 'longer lists', 'larger numbers'],
  phrasings: [
    ...askFor('mean'),
    'What is the average of <list>?',
    'Find the average of <list>.',
    'average of <list>',
    'mean average <list>',
    'find the average of <list>',
    'average: <list>',
    'whats the average of these <list>',
    'my scores are <list>. what is my average',
    'the numbers are <list>, work out the mean average',
    'These are the marks in a test: <list>. Find the mean mark.',
    'how do u find the mean of <list>',
    ...askForSpaced('mean'),
  ],
  make(rng, level) {
    const values = drawList(rng, level);
    const off = values.reduce((a, b) => a + b, 0) % values.length;
    if (rng.chance(0.7)) values[0] += (values.length - off) % values.length;
    const { steps, total } = totalLines(values, 'Add the numbers');
    const result = quotient(total, values.length);
    const scratch = remainderLines(Math.abs(total), values.length);
    const reducing = result.lines.filter((line) => !scratch.includes(line));
    const divided = result.whole ? `${fraction(total, values.length)} = ${result.value}` : result.written;
    return {
      maths: { list: values.join(', ') },
      words: { spaced: values.join(' ') },
      steps: [...steps, `There are $${values.length}$ numbers`, ...scratch, `Divide: $${divided}$`, ...reducing],
      answer: result.value,
    };
  },
};

/** The middle of the sorted list. */
export const median: Family = {
  id: 'median',
  topic: 'data',
  title: 'The median',
  levels: ['an odd number of values', 'an even number of values', 'any number of values'],
  phrasings: [...askFor('median'), ...askForSpaced('median')],
  make(rng, level) {
    const count = level === 1 ? rng.pick([3, 5, 7]) : level === 2 ? rng.pick([4, 6]) : rng.int(4, 9);
    const values = Array.from({ length: count }, () => rng.int(0, level === 3 ? 99 : 30));
    const sorted = [...values].sort((a, b) => a - b);
    const half = Math.floor(count / 2);
    const slots = { maths: { list: values.join(', ') }, words: { spaced: values.join(' ') } };
    const opening = [`Sort the numbers: $${sorted.join(', ')}$`, `There are $${count}$ numbers`];
    if (count % 2 === 1) {
      return {
        ...slots,
        steps: [...opening, `The middle number is number $${half + 1}$, which is $${sorted[half]}$`],
        answer: String(sorted[half]),
      };
    }
    const [low, high] = [sorted[half - 1], sorted[half]];
    const middle = quotient(low + high, 2);
    const raw = fraction(low + high, 2);
    return {
      ...slots,
      steps: [
        ...opening,
        `The middle numbers are numbers $${half}$ and $${half + 1}$: $${low}$ and $${high}$`,
        `Halfway: $${fraction(`${low} + ${high}`, 2)} = ${middle.whole ? `${raw} = ${middle.value}` : raw}$`,
      ],
      answer: middle.value,
    };
  },
};

/** The commonest value. */
export const mode: Family = {
  id: 'mode',
  topic: 'data',
  title: 'The mode',
  levels: ['short lists', 'longer lists'],
  phrasings: [...askFor('mode'), ...askForSpaced('mode')],
  make(rng, level) {
    const kinds = rng.shuffle(Array.from({ length: 20 }, (_, index) => index)).slice(0, level === 1 ? 4 : 5);
    const [most, ...rest] = kinds;
    const repeats = rng.int(2, level === 1 ? 2 : 4);
    const others = rest.flatMap((value) => new Array<number>(rng.int(1, repeats - 1)).fill(value));
    const values = rng.shuffle([...new Array<number>(repeats).fill(most), ...others]);
    const counted = [...new Set(values)]
      .sort((a, b) => a - b)
      .map((value) => `> ${value}: ${values.filter((each) => each === value).length}`);
    return {
      maths: { list: values.join(', ') },
      words: { spaced: values.join(' ') },
      steps: ['Count how often each number comes', ...counted, `The number that comes most often is $${most}$`],
      answer: String(most),
    };
  },
};

/** Largest less smallest. */
export const range: Family = {
  id: 'range',
  topic: 'data',
  title: 'The range',
  levels: ['small numbers', 'with negative numbers', 'larger numbers'],
  phrasings: [...askFor('range'), ...askForSpaced('range')],
  make(rng, level) {
    const values = Array.from({ length: rng.int(4, 8) }, () => rng.int(level === 2 ? -20 : 0, [20, 20, 200][level - 1]));
    const [low, high] = [Math.min(...values), Math.max(...values)];
    return {
      maths: { list: values.join(', ') },
      words: { spaced: values.join(' ') },
      steps: [
        `The largest number is $${high}$`,
        `The smallest number is $${low}$`,
        `Subtract: $${high} - ${low < 0 ? `(${low})` : low} = ${high - low}$`,
      ],
      answer: String(high - low),
    };
  },
};

/** One value from the others and the mean. */
export const missingFromMean: Family = {
  id: 'missing-from-mean',
  topic: 'data',
  title: 'A missing value from the mean',
  levels: ['small numbers', 'larger numbers'],
  phrasings: [
    'The mean of <list> and <x> is <mean>. Find <x>.',
    'The mean of <all> is <mean>. Find <x>.',
    'The average of <all> is <mean>. What is <x>?',
    '<all> have mean <mean>. Work out <x>.',
    'If the mean of <all> is <mean>, what is <x>?',
    'find <x> if the mean of <all> is <mean>',
    'The numbers <all> have a mean of <mean>. Calculate <x>.',
    'mean of <all> is <mean>, find <x>',
    'Work out <x> when the average of <all> is <mean>.',
    'Given that <all> have an average of <mean>, find <x>.',
    'what is <x> if <all> have mean <mean>',
    'A list is <all>. Its mean is <mean>. Find <x>.',
    'Determine <x> so that the mean of <all> is <mean>.',
    'the average of <list> and <x> is <mean>. what is <x>',
    'Question 9. The mean of <all> is <mean>. Find <x>.',
    'The data <all> has mean <mean>. Find the missing number <x>.',
    '<list> and <x> have an average of <mean>, whats <x>',
    'the average of <all> is <mean>. what is <x>',
    'find the missing number <x> if <all> has a mean of <mean>',
    '<mean> is the mean of <all>. Work out <x>.',
    'if the average of <list> and <x> is <mean> find <x>',
    'My marks are <list> and <x>, and the mean is <mean>. Find <x>.',
  ],
  make(rng, level): Worked {
    const known = Array.from({ length: rng.int(2, 4) }, () => rng.int(1, level === 1 ? 15 : 60));
    const count = known.length + 1;
    const { steps, total } = totalLines(known, 'Add the known numbers');
    const average = Math.ceil(total / count) + rng.int(0, level === 1 ? 5 : 15);
    const needed = average * count;
    return {
      maths: { list: known.join(', '), all: [...known, 'x'].join(', '), x: 'x', mean: String(average) },
      steps: [
        ...timesLines(average, count),
        `The total is the mean times the count: $${average} \\cdot ${count} = ${needed}$`,
        ...steps,
        `Subtract: $${needed} - ${total} = ${needed - total}$`,
      ],
      answer: `x = ${needed - total}`,
    };
  },
};
