import { freeLetters } from '../../composed.ts';
import { entropyFraction } from '../../entropy.ts';
import type { Family, Worked } from '../../family.ts';
import { type Rational, rational } from '../../rational.ts';
import type { Rng } from '../../rng.ts';
import { shortWorked } from '../../short-worked.ts';
import { ASKED } from './asked.ts';
import { drawEntry, type Entry, fraction, toldBy, whole, writeThousandths } from './entry.ts';

/** Two numbers of any kind: a claim about them, or which one is larger. */
export const comparePair: Family = {
  id: 'compare-pair',
  topic: 'number',
  title: 'Compare two numbers',
  levels: ['whole numbers', 'a fraction and a whole number', 'numbers of different kinds', 'one told by a sum'],
  phrasings: ASKED,
  make: (rng, level) =>
    shortWorked(() => {
      const pair = rng.shuffle(draw(rng, level));
      const { ask, steps, answer } = comparePairOf(pair, rng);
      return {
        maths: {},
        words: { told: toldBy(pair), ask },
        steps: [...pair.flatMap((each) => each.steps), ...steps],
        answer,
      };
    }),
};

/** A claim about the two or which of them is larger; the steps start from their decimals. */
export function comparePairOf(pair: readonly Entry[], rng: Rng): Pick<Worked, 'steps' | 'answer'> & { ask: string } {
  const [a, b] = pair;
  const { ask, answer } = rng.chance(0.5) && a.thousandths !== b.thousandths ? which(pair, rng) : claim(pair, rng);
  const sign = a.thousandths < b.thousandths ? '<' : a.thousandths > b.thousandths ? '>' : '=';
  const steps = [
    ...digitsSideBySide(a.thousandths, b.thousandths),
    `Compare: $${writeThousandths(a.thousandths)} ${sign} ${writeThousandths(b.thousandths)}$`,
  ];
  return { ask, steps, answer };
}

/** Whole numbers of one sign, at least one of them long: their lengths, or their digits up to the first that differs. Both in thousandths. */
function digitsSideBySide(a: number, b: number): string[] {
  const long = [a, b].every((each) => each % 1000 === 0) && [a, b].some((each) => Math.abs(each) >= 1_000_000);
  if (!long || a < 0 !== b < 0) return [];
  const [p, q] = [a, b].map((each) => String(Math.abs(each) / 1000));
  const closing = a < 0 ? ', both below zero' : '';
  if (p.length !== q.length) return [`> ${p.length} digits and ${q.length} digits${closing}`];
  const differ = [...p].findIndex((digit, index) => digit !== q[index]);
  const shown = differ < 0 ? p.length : differ + 1;
  const pairs = [...p].slice(0, shown).map((digit, index) => `${digit} and ${q[index]}`);
  return [`> digit by digit: ${pairs.join(', ')}${closing}`];
}

function which(pair: readonly Entry[], rng: Rng): { ask: string; answer: string } {
  const [a, b] = pair;
  const smaller = rng.chance(0.5);
  const word = smaller ? 'smaller' : rng.pick(['bigger', 'greater']);
  const ask = `Which is ${word}: \\(${a.name}\\) or \\(${b.name}\\)?`;
  return { ask, answer: a.thousandths < b.thousandths === smaller ? a.name : b.name };
}

interface Claim {
  readonly wordings: readonly string[];
  readonly holds: (a: number, b: number) => boolean;
}

/** A and B stand for the numbers, R for the relation between dollar-free maths. */
const CLAIMS: readonly Claim[] = [
  { wordings: ['Is A R< B?', 'Is A less than B?', 'Is A smaller than B?'], holds: (a, b) => a < b },
  {
    wordings: ['Is A R\\le B?', 'Is A less than or equal to B?', 'Is A at most B?', 'Is A at most as big as B?'],
    holds: (a, b) => a <= b,
  },
  { wordings: ['Is A R> B?', 'Is A greater than B?', 'Is A bigger than B?'], holds: (a, b) => a > b },
  {
    wordings: ['Is A R\\ge B?', 'Is A greater than or equal to B?', 'Is A at least B?', 'Is A at least as big as B?'],
    holds: (a, b) => a >= b,
  },
  {
    wordings: ['Does A R= B?', 'Are A and B equal?', 'Is A equal to B?', 'Do A and B have the same value?'],
    holds: (a, b) => a === b,
  },
  {
    wordings: [
      'Is A R\\ne B?',
      'Is A not equal to B?',
      'Are A and B unequal?',
      'Are A and B nonequal?',
      'Are A and B non-equal?',
      'Do A and B have different values?',
    ],
    holds: (a, b) => a !== b,
  },
];

function claim([a, b]: readonly Entry[], rng: Rng): { ask: string; answer: string } {
  const { wordings, holds } = rng.pick(CLAIMS);
  const wording = rng.pick(wordings);
  const symbol = / R(\S+) /.exec(wording);
  const ask =
    symbol === null
      ? wording.replace(/\bA\b(?!t)/, `\\(${a.name}\\)`).replace(/\bB\b/, `\\(${b.name}\\)`)
      : `${wording.slice(0, wording.indexOf(' '))} \\(${a.name} ${symbol[1]} ${b.name}\\)?`;
  return { ask, answer: `\\text{${holds(a.thousandths, b.thousandths) ? 'True' : 'False'}}` };
}

function draw(rng: Rng, level: number): Entry[] {
  for (;;) {
    const pair = drawPair(rng, level);
    // Cut off after three places, different fractions may look the same.
    if (pair[0].thousandths !== pair[1].thousandths || pair.every(({ steps }) => steps.length === 0)) return pair;
  }
}

function mild(rng: Rng): Rational {
  const bottom = rng.sized(2, 2000);
  const top = rng.int(1, rng.chance(0.5) ? bottom - 1 : bottom * 9);
  return rational(rng.chance(0.4) ? -top : top, bottom);
}

function drawPair(rng: Rng, level: number): Entry[] {
  if (level === 1) {
    const left = (rng.chance(0.4) ? -1 : 1) * rng.sized(0, 99_999_999);
    const other = rng.chance(0.3) ? Math.sign(left) * rng.sized(0, 99_999_999) : left + rng.int(-1, 1) * rng.sized(1, 99);
    return [whole(left, rng), whole(other, rng)];
  }
  if (level === 2) {
    const value = rng.chance(0.5) ? entropyFraction(rng, 8) : mild(rng);
    return [fraction(value), whole(Math.round(value.top / value.bottom) + rng.int(-1, 1), rng)];
  }
  const letters = level === 4 ? freeLetters(rng, []) : undefined;
  return [drawEntry(rng, letters), drawEntry(rng, rng.chance(0.4) ? letters : undefined)];
}
