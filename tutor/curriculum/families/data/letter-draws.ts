import { productChainLines } from '../../chain-lines.ts';
import type { Family, Worked } from '../../family.ts';
import { fraction } from '../../quotient.ts';
import { rational, writeRational } from '../../rational.ts';
import type { Rng } from '../../rng.ts';
import { runningTotal } from '../../running-total.ts';
import { shortWorked } from '../../short-worked.ts';

/** The product of fractions, of which there are `times`, from the left and in lowest terms all the way. */
export function chainProduct(tops: readonly number[], bottoms: readonly number[], times = 1): { steps: string[]; value: string } {
  const factors = tops.map((top, index) => fraction(top, bottoms[index]));
  const written = [...(times === 1 ? [] : [String(times)]), ...factors].join(' \\cdot ');
  if (tops.includes(0)) return { steps: [`A factor is zero: $${written} = 0$`], value: '0' };
  const drawn = tops.flatMap((top, index) => [
    { over: false, value: rational(top) },
    { over: true, value: rational(bottoms[index]) },
  ]);
  const { lines, value } = productChainLines(times === 1 ? drawn : [{ over: false, value: rational(times) }, ...drawn]);
  const result = writeRational(value);
  return { steps: [...lines, `So: $${written === result ? '' : `${written} = `}${result}$`], value: result };
}

export const COUNT_WORDS: Readonly<Record<number, string>> = { 2: 'two', 3: 'three', 4: 'four', 5: 'five' };

export interface LetterBag {
  readonly letters: readonly string[];
  readonly counts: readonly number[];
  readonly total: number;
  /** "{a: 2, b: 1}" or "aba". */
  readonly written: string;
  /** The lines that count it, the last one "Letters: a: 2, b: 1, in total $3$". */
  readonly lines: readonly string[];
}

/** A bag of at most 20 letters of at most six kinds. */
export function letterBag(rng: Rng, atLeast: number): LetterBag {
  const kinds = rng.chance(0.06) ? 1 : rng.int(2, 6);
  const total = rng.int(Math.max(kinds, atLeast), Math.min(20, kinds * 10));
  const drawn = rng.shuffle([...'abcdefghijklmnopqrstuvwxyz']).slice(0, kinds);
  const shares = randomParts(total - kinds, kinds, rng).map((extra) => extra + 1);
  const all = rng.shuffle(drawn.flatMap((letter, index) => new Array<string>(shares[index]).fill(letter)));
  // A spelt bag is counted in the order in which its letters first come.
  const letters = [...new Set(all)];
  const counts = letters.map((letter) => all.filter((each) => each === letter).length);
  const listed = letters.map((letter, index) => `${letter}: ${counts[index]}`);
  const found = `Letters: ${listed.join(', ')}, in total $${total}$`;
  const spelt = rng.chance(0.5);
  return {
    letters,
    counts,
    total,
    written: spelt ? all.join('') : `{${listed.join(', ')}}`,
    lines: [...(spelt ? [tally(all)] : []), ...runningTotal(counts), found],
  };
}

/** The total as a sum of `count` whole numbers from zero up, every such sum equally likely. */
export function randomParts(total: number, count: number, rng: Rng): number[] {
  const places = Array.from({ length: total + count - 1 }, (_, index) => index);
  const bars = rng
    .shuffle(places)
    .slice(0, count - 1)
    .sort((a, b) => a - b);
  return [...bars, total + count - 1].map((bar, index) => bar - (index === 0 ? 0 : bars[index - 1] + 1));
}

/** "> count: a1 a2 b1 a3": each letter with how many of it there have been. */
function tally(all: readonly string[]): string {
  const seen = new Map<string, number>();
  const counted = all.map((letter) => {
    const count = (seen.get(letter) ?? 0) + 1;
    seen.set(letter, count);
    return `${letter}${count}`;
  });
  return `> count: ${counted.join(' ')}`;
}

/** The chance that letters drawn one after the other spell a word. */
export const letterSequence: Family = {
  id: 'letter-sequence',
  topic: 'data',
  title: 'Letters drawn in order',
  levels: ['two or three letters', 'four letters', 'five letters'],
  phrasings: [
    '{Count} letters picked without replacement from {bag}. What is prob of sequence {word}?',
    '{Count} letters picked without replacement from {bag}. Give prob of sequence {word}.',
    'What is prob of sequence {word} when {count} letters picked without replacement from {bag}?',
    'Calculate prob of sequence {word} when {count} letters picked without replacement from {bag}.',
    'What is the probability of drawing the sequence {word} when {count} letters are taken without replacement from {bag}?',
    '{Count} letters are drawn without replacement from {bag}. Find the probability of the sequence {word}.',
    'Without replacement, {count} letters are taken from {bag}. Work out the probability that they spell {word} in order.',
    'probability of getting {word} in order when {count} letters are picked without replacement from {bag}',
    'Find the probability of sequence {word} if {count} letters are picked from {bag} without replacement.',
    'A bag holds the letters {bag}. {Count} are drawn without replacement. What is the probability of the sequence {word}?',
    'letters {bag}, {count} drawn without replacement, probability of sequence {word}',
    'From {bag}, {count} letters are picked one by one without replacement. Find the probability of {word} in that order.',
    'Give the probability of sequence {word} when {count} letters are picked without replacement from {bag}.',
    'Determine prob of sequence {word} when picking {count} letters without replacement from {bag}.',
    'how likely is the sequence {word} when {count} letters are drawn without replacement from {bag}',
    'Question 7. {Count} letters are picked from {bag} without replacement. Calculate the probability of the sequence {word}.',
    'Work out the probability of the sequence {word} for {count} letters picked without replacement from {bag}.',
  ],
  make(rng, level) {
    const count = level === 1 ? rng.int(2, 3) : level + 2;
    return shortWorked(() => {
      const bag = letterBag(rng, count);
      return spelled(bag, drawnWord(bag, count, rng), count);
    });
  },
};

/** Mostly a word that can be drawn. */
function drawnWord(bag: LetterBag, count: number, rng: Rng): string {
  const all = rng.shuffle(bag.letters.flatMap((letter, index) => new Array<string>(bag.counts[index]).fill(letter)));
  if (rng.chance(0.6)) return all.slice(0, count).join('');
  return Array.from({ length: count }, () => rng.pick(bag.letters)).join('');
}

function spelled(bag: LetterBag, word: string, count: number): Worked {
  const left = new Map(bag.letters.map((letter, index) => [letter, bag.counts[index]]));
  const tops = [...word].map((letter) => {
    const top = left.get(letter) ?? 0;
    left.set(letter, Math.max(0, top - 1));
    return top;
  });
  const bottoms = tops.map((_, index) => bag.total - index);
  const draws = [...word].map((letter, index) => `${letter} $${fraction(tops[index], bottoms[index])}$`).join(', ');
  const { steps, value } = chainProduct(tops, bottoms);
  const name = COUNT_WORDS[count];
  return {
    maths: {},
    words: { bag: bag.written, word, count: name, Count: name[0].toUpperCase() + name.slice(1) },
    steps: [...bag.lines, `Draw in order: ${draws}`, ...steps],
    answer: value,
  };
}
