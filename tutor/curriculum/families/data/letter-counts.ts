import type { Family, Worked } from '../../family.ts';
import { equalities } from '../../polynomial.ts';
import { fraction } from '../../quotient.ts';
import type { Rng } from '../../rng.ts';
import { shortWorked } from '../../short-worked.ts';
import { COUNT_WORDS, chainProduct, type LetterBag, letterBag, randomParts } from './letter-draws.ts';

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
  const tops = wanted.flatMap(([, n, inBag]) => Array.from({ length: n }, (_, index) => inBag - index));
  const bottoms = tops.map((_, index) => bag.total - index);
  const order = wanted.map(([letter, n]) => letter.repeat(n)).join('');
  const repeats = wanted.map(([, n]) => factorial(n)).filter((each) => each > 1);
  const orders = repeats.reduce((left, each) => left / each, factorial(count));
  const counted =
    repeats.length === 0 ? `${orders}` : equalities(fraction(factorial(count), repeats.join(' \\cdot ')), String(orders));
  const { steps, value } = chainProduct(tops, bottoms, orders);
  return {
    maths: {},
    words,
    steps: [
      ...bag.lines,
      `One order, ${order}: $${tops.map((top, index) => fraction(top, bottoms[index])).join(' \\cdot ')}$`,
      `Number of orders: $${counted}$`,
      `All orders together: $${[orders, ...tops.map((top, index) => fraction(top, bottoms[index]))].join(' \\cdot ')}$`,
      ...steps,
    ],
    answer: value,
  };
}

function factorial(n: number): number {
  return n <= 1 ? 1 : n * factorial(n - 1);
}
