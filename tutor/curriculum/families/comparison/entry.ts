/** The numbers of a comparison: whole numbers, decimals and fractions, some of them told as the result of a sum. */
import { dividedLines } from '../../common-divisor.ts';
import { tellNumber } from '../../composed.ts';
import { trimDecimal } from '../../decimal.ts';
import { type Rational, rational, writeRational } from '../../rational.ts';
import type { Rng } from '../../rng.ts';

export interface Entry {
  /** As the question and the answer name it: the number itself, or the letter it was told by. */
  readonly name: string;
  /** The number in thousandths, what follows cut off: enough to compare by. */
  readonly thousandths: number;
  readonly sentences: readonly string[];
  /** The steps to its value, and to its decimal when it is a fraction. */
  readonly steps: readonly string[];
}

export function writeThousandths(value: number): string {
  return trimDecimal(value, 3);
}

/** `letters` are for numbers that are told; without them all stand as they are. */
export function drawEntry(rng: Rng, letters: string[] | undefined): Entry {
  const told = letters !== undefined && letters.length > 8 ? letters : undefined;
  const kind = rng.int(0, 5);
  if (kind <= 2) return whole((rng.chance(0.5) ? -1 : 1) * rng.sized(0, rng.pick([9, 99, 99, 99_999])), rng, told);
  if (kind <= 4) return decimal((rng.chance(0.5) ? -1 : 1) * rng.sized(1, rng.pick([9, 99, 999])), rng.int(1, 3), rng, told);
  const bottom = rng.chance(0.8) ? rng.int(2, 15) : rng.int(16, 400);
  return fraction(rational((rng.chance(0.5) ? -1 : 1) * rng.int(1, rng.chance(0.7) ? bottom : 29), bottom));
}

export function whole(value: number, rng: Rng, letters?: string[]): Entry {
  const exact = value + 0;
  if (letters === undefined) return { name: String(exact), thousandths: exact * 1000, sentences: [], steps: [] };
  const { letter, sentences, steps } = tellNumber(exact, rng, letters);
  return { name: letter, thousandths: exact * 1000, sentences, steps };
}

export function decimal(scaled: number, places: number, rng: Rng, letters?: string[]): Entry {
  const written = trimDecimal(scaled, places);
  const thousandths = scaled * 10 ** (3 - places);
  const letter = letters?.pop();
  if (letter === undefined) return { name: written, thousandths, sentences: [], steps: [] };
  const first = rng.int(-90, 90);
  const second = scaled - first * 10 ** places;
  const size = trimDecimal(Math.abs(second), places);
  const sum = `${first} ${second < 0 ? '-' : '+'} ${size}`;
  return {
    name: letter,
    thousandths,
    sentences: [`Let \\(${letter} = ${second < 0 && rng.chance(0.4) ? `${first} + (-${size})` : sum}\\).`],
    steps: [`Find $${letter}$: $${letter} = ${sum} = ${written}$`],
  };
}

export function fraction(value: Rational): Entry {
  const name = writeRational(value);
  const { top, bottom } = value;
  if (bottom === 1) return { name, thousandths: top * 1000, sentences: [], steps: [] };
  const size = Math.abs(top);
  const digits = [`${size}: ${Math.floor(size / bottom)} rest ${size % bottom}`];
  let rest = size % bottom;
  for (let place = 1; place <= 3 && rest > 0; place++) {
    digits.push(`${rest * 10}: ${Math.floor((rest * 10) / bottom)} rest ${(rest * 10) % bottom}`);
    rest = (rest * 10) % bottom;
  }
  const thousandths = Math.sign(top) * Math.floor((size * 1000) / bottom) + 0;
  return {
    name,
    thousandths,
    sentences: [],
    steps: [
      ...(size >= 10 * bottom ? dividedLines(size, bottom) : []),
      `> ${size} / ${bottom}: ${digits.join(', ')}`,
      `As a decimal: $${name} ${rest === 0 ? '=' : '\\approx'} ${writeThousandths(thousandths)}$`,
    ],
  };
}

/** Numbers whose thousandths all differ; the first is told when `letters` are given. */
export function drawEntries(rng: Rng, count: number, letters?: string[]): Entry[] {
  const entries: Entry[] = [];
  while (entries.length < count) {
    const left = letters !== undefined && letters.length > 2 && (entries.length === 0 || rng.chance(0.4)) ? letters : undefined;
    const entry = drawEntry(rng, left);
    if (!entries.some(({ thousandths }) => thousandths === entry.thousandths)) entries.push(entry);
  }
  return rng.shuffle(entries);
}

/** Sentences of all entries, with a blank at the end unless there are none. */
export function toldBy(entries: readonly Entry[]): string {
  return entries.flatMap(({ sentences }) => sentences.map((sentence) => `${sentence} `)).join('');
}

export function listed(entries: readonly Entry[]): string {
  return entries.map(({ name }) => `\\(${name}\\)`).join(', ');
}

/** "  (a) 3  (b) 1/2": two blanks before each choice. */
export function choices(entries: readonly Entry[]): string {
  return entries.map(({ name }, index) => `  (${CHOICES[index]}) \\(${name}\\)`).join('');
}

export const CHOICES: readonly string[] = [...'abcdefghij'];
