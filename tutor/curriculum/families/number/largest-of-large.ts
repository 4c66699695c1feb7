import { writeDecimal } from '../../decimal.ts';
import type { Family } from '../../family.ts';
import type { Rng } from '../../rng.ts';

/** The largest or smallest of long numbers, written in different ways. */
export const largestOfLarge: Family = {
  id: 'largest-of-large',
  topic: 'number',
  title: 'Compare long numbers',
  levels: ['plain numbers', 'with commas or powers of ten'],
  phrasings: [
    'Pick the {end} number of the following candidates: {list}',
    'Your task is to pick the largest/smallest number out of several options.\n\nYour output should be only the number of interest.\n\nNow, pick the {end} number of the following candidates: {list}',
    'Which is the {end} of these numbers: {list}?',
    'Your task is to choose one number out of several. Pick the {end} number of these: {list}',
    'Find the {end} of {list}',
    'Now, pick the {end} number of the following candidates: {list}',
    'which number is the {end}: {list}',
    'Choose the {end} number: {list}',
    'Out of {list}, which is the {end}?',
    'Select the {end} number from the options: {list}',
    'Say which of the following is the {end}: {list}',
    'What is the {end} value among {list}?',
    'Question 1. Name the {end} of the numbers {list}.',
    'Your output should be only the number. Pick the {end} of: {list}',
    'Give the {end} of the following numbers: {list}',
    'the {end} one of {list} is?',
    'Look for the {end} number in this list: {list}',
  ],
  make(rng, level) {
    const base = rng.sized(1000, 999_999_999) * 1000;
    const count = rng.int(2, 5);
    const drawn = new Set<number>();
    while (drawn.size < count) drawn.add(base + rng.int(-9_999, 9_999));
    const values = [...drawn].map((scaled) => ({ scaled, written: write(scaled, rng, level) }));
    const up = rng.chance(0.5);
    const best = values.reduce((a, b) => (a.scaled > b.scaled === up ? a : b));
    return {
      maths: {},
      words: { end: up ? 'largest' : 'smallest', list: values.map(({ written }) => written).join(level === 1 ? ', ' : ' ') },
      steps: [
        'Write all in the same way, with three decimal places',
        ...values.map(({ scaled, written }) => plainLine(scaled, written)),
        `Compare from the first digit that differs: the ${up ? 'largest' : 'smallest'} is $${writeDecimal(best.scaled, 3)}$`,
      ],
      answer: writeDecimal(best.scaled, 3),
    };
  },
};

/** The number with three places; a power of ten first moves the point by as much, and what follows is rounded. */
function plainLine(scaled: number, written: string): string {
  const plain = writeDecimal(scaled, 3);
  const [, first, rest, power] = /^(\d)\.(\d+)e\+0?(\d+)$/.exec(written) ?? [];
  if (first === undefined) return `> ${plain}`;
  const digits = rest.slice(0, Number(power));
  return `> point ${power} places on: ${first}${digits}.${rest.slice(Number(power))}, so ${plain}`;
}

/** Thousandths in one of three ways: plain, with commas, as a power of ten. */
function write(scaled: number, rng: Rng, level: number): string {
  const plain = writeDecimal(scaled, 3);
  if (level === 1) return plain;
  const [whole, places] = plain.split('.');
  switch (rng.int(0, 2)) {
    case 0:
      return `${plain}000`;
    case 1:
      return `${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${places}`;
    default:
      // As a computer prints it: the last digits may be a rounding error, 85000001 or 84999999 for 85.
      return (scaled / 1000).toExponential(15).replace(/e\+(\d)$/, 'e+0$1');
  }
}
