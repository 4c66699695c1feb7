import type { Family, Worked } from '../../family.ts';
import { fraction } from '../../quotient.ts';
import { rational, reduceLines, writeRational } from '../../rational.ts';
import type { Rng } from '../../rng.ts';
import { shortWorked } from '../../short-worked.ts';
import { timesLines } from '../../times-lines.ts';
import { COUNT_WORDS, type LetterBag, letterBag, randomParts } from './letter-draws.ts';

/** The chance that letters drawn together hold so many of each kind. */
export const letterCounts: Family = {
  id: 'letter-counts',
  topic: 'data',
  title: 'Letters drawn together',
  levels: ['two or three letters', 'four letters', 'five letters'],
  phrasings: [
    '{Count} letters picked without replacement from {bag}. What is prob of picking {picks}?',
    '{Count} letters picked without replacement from {bag}. Give prob of picking {picks}.',
    'What is prob of picking {picks} when {count} letters picked without replacement from {bag}?',
    'Calculate prob of picking {picks} when {count} letters picked without replacement from {bag}.',
    'What is the probability of picking {picks} when {count} letters are taken without replacement from {bag}?',
    '{Count} letters are drawn without replacement from {bag}. Find the probability of getting {picks}.',
    'Without replacement, {count} letters are taken from {bag}. Work out the probability of picking {picks} in any order.',
    'probability of picking {picks} when {count} letters are picked without replacement from {bag}',
    'Find the probability of {picks} if {count} letters are picked from {bag} without replacement.',
    'A bag holds the letters {bag}. {Count} are drawn without replacement. What is the probability of picking {picks}?',
    'letters {bag}, {count} drawn without replacement, probability of picking {picks}',
    'From {bag}, {count} letters are picked without replacement. Find the probability of having {picks}.',
    'Give the probability of picking {picks} when {count} letters are picked without replacement from {bag}.',
    'Determine prob of picking {picks} when taking {count} letters without replacement from {bag}.',
    'how likely is it to pick {picks} when {count} letters are drawn without replacement from {bag}',
    'Question 8. {Count} letters are picked from {bag} without replacement. Calculate the probability of picking {picks}.',
    'Work out the probability of {picks} among {count} letters picked without replacement from {bag}.',
  ],
  make(rng, level) {
    const count = level === 1 ? rng.int(2, 3) : level + 2;
    return shortWorked(() => {
      const bag = letterBag(rng, count);
      return drawn(bag, wantedCounts(bag, count, rng), count);
    });
  },
};

type Wanted = readonly (readonly [letter: string, wanted: number, inBag: number])[];

/** Mostly counts that the bag can give. */
function wantedCounts(bag: LetterBag, count: number, rng: Rng): Wanted {
  const possible = rng.chance(0.93);
  for (;;) {
    const wanted = randomParts(count, bag.letters.length, rng);
    if (possible && wanted.some((n, index) => n > bag.counts[index])) {
      if (bag.letters.length === 1) continue;
      const again = rng
        .shuffle(bag.letters.flatMap((_, index) => new Array<number>(bag.counts[index]).fill(index)))
        .slice(0, count);
      wanted.fill(0);
      for (const index of again) wanted[index]++;
    }
    const kinds = bag.letters.map((letter, index) => [letter, wanted[index], bag.counts[index]] as const);
    return rng.shuffle(kinds.filter(([, n]) => n > 0));
  }
}

function drawn(bag: LetterBag, wanted: Wanted, count: number): Worked {
  const parts = wanted.map(([letter, n]) => `${n} ${letter}`);
  const picks = parts.length === 1 ? parts[0] : `${parts.slice(0, -1).join(', ')} and ${parts[parts.length - 1]}`;
  const name = COUNT_WORDS[count];
  const words = { bag: bag.written, picks, count: name, Count: name[0].toUpperCase() + name.slice(1) };
  const short = wanted.find(([, n, inBag]) => n > inBag);
  if (short !== undefined) {
    const steps = [...bag.lines, `There are not enough of ${short[0]}: $${short[1]} > ${short[2]}$, so the probability is $0$`];
    return { maths: {}, words, steps, answer: '0' };
  }
  const choices = wanted.map(([letter, n, inBag]) => ({ ...choose(inBag, n), what: `${n} of ${inBag} ${letter}` }));
  const all = choose(bag.total, count);
  const good = choices.reduce((product, { value }) => product * value, 1);
  return {
    maths: {},
    words,
    steps: [
      ...bag.lines,
      ...choices.map(({ what, written }) => `Choose ${what}: $${written}$`),
      ...together(choices.map(({ value }) => value)),
      `Choose ${count} of all ${bag.total}: $${all.written}$`,
      `Probability: $${fraction(good, all.value)}$`,
      ...reduceLines(good, all.value),
    ],
    answer: writeRational(rational(good, all.value)),
  };
}

/** How many ways to choose k of n, by the product from n down over k!. */
function choose(n: number, k: number): { written: string; value: number } {
  const down = (from: number) => Array.from({ length: k }, (_, index) => from - index);
  const product = (factors: readonly number[]) => factors.reduce((a, b) => a * b, 1);
  const value = product(down(n)) / product(down(k));
  return {
    written: k === 1 || k === n ? String(value) : `${fraction(down(n).join(' \\cdot '), product(down(k)))} = ${value}`,
    value,
  };
}

/** The choices of all kinds multiplied; nothing to do for one kind. */
function together(values: readonly number[]): string[] {
  if (values.length < 2) return [];
  const lines: string[] = [];
  let product = values[0];
  for (const value of values.slice(1)) {
    lines.push(...timesLines(product, value));
    product *= value;
  }
  return [...lines, `Together: $${values.join(' \\cdot ')} = ${product}$`];
}
