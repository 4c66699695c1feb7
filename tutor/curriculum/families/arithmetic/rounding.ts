import { writeDecimal } from '../../decimal.ts';
import type { Family, Worked } from '../../family.ts';
import type { Rng } from '../../rng.ts';

/** Rounding to a place or to significant figures: look at the next digit. */
export const rounding: Family = {
  id: 'rounding',
  topic: 'arithmetic',
  title: 'Rounding',
  levels: ['whole numbers to tens, hundreds, thousands', 'decimals to a number of places', 'significant figures'],
  phrasings: [
    'Round <n> to {target}.',
    'round <n> to {target}',
    'What is <n> rounded to {target}?',
    'Write <n> correct to {target}.',
    'Give <n> to {target}',
    '<n> to {target}',
    'Round off <n> to {target}',
    'Express <n> to {target}.',
    'whats <n> rounded to {target}',
    'Correct <n> to {target}',
    'Approximate <n> to {target}.',
    'How do I round <n> to {target}?',
    '<n> rounded to {target}',
    'Please round the number <n> to {target}.',
    'Question 1. Round <n> to {target}.',
    'Can you give <n> correct to {target}?',
    'Round the number <n> to {target}',
    'round off <n> correct to {target}',
  ],
  make(rng, level) {
    const { scaled, places, keep, target } = draw(rng, level);
    const negative = rng.chance(0.2);
    const plain = writeDecimal(scaled, places);
    const n = `${negative ? '-' : ''}${plain}`;
    const { steps, answer } = roundTo(scaled, places, keep, negative, target);
    if (scaled < 1000 * 10 ** places || rng.chance(0.6)) return { maths: { n }, words: { target }, steps, answer };
    // "48,652": a comma before every three whole digits.
    const grouped = n.replace(/^-?\d+/, (whole) => whole.replaceAll(/(?<=\d)(?=(\d{3})+$)/g, '{,}'));
    return { maths: { n: grouped }, words: { target }, steps: [`Without the commas: $${n}$`, ...steps], answer };
  },
};

/** Rounds scaled · 10^-places, or its negative, half away from zero. */
export function roundTo(
  scaled: number,
  places: number,
  keep: number,
  negative: boolean,
  target: string,
): Pick<Worked, 'steps' | 'answer'> {
  const unit = 10 ** (places - keep);
  const down = Math.floor(scaled / unit);
  const decider = Math.floor(scaled / (unit / 10)) % 10;
  const up = decider >= 5;
  const rounded = up ? down + 1 : down;
  const answer = `${negative && rounded > 0 ? '-' : ''}${writeAt(rounded, keep)}`;
  const n = `${negative ? '-' : ''}${writeDecimal(scaled, places)}`;
  return {
    steps: [
      ...(negative ? [`Round $${writeDecimal(scaled, places)}$ and keep the minus sign`] : []),
      ...(keep < 0 ? inThrees(Math.floor(scaled / 10 ** places)) : []),
      `Keep the part up to ${placeName(keep)}: $${writeAt(down, keep)}$`,
      `The next digit is $${decider}$, ${up ? 'so round up' : 'so round down'}`,
      `Rounded to ${target}: $${n} \\approx ${answer}$`,
    ],
    answer,
  };
}

/** "> in threes: 919 980 418", so that thousands and millions are seen. */
function inThrees(whole: number): string[] {
  return whole < 1000 ? [] : [`> in threes: ${String(whole).replaceAll(/(?<=\d)(?=(\d{3})+$)/g, ' ')}`];
}

/** `value` counts units of 10^-keep. */
function writeAt(value: number, keep: number): string {
  return keep <= 0 ? String(value * 10 ** -keep) : writeDecimal(value, keep);
}

const PLACE: readonly string[] = [
  'thousandths',
  'hundredths',
  'tenths',
  'units',
  'tens',
  'hundreds',
  'thousands',
  'ten thousands',
  'hundred thousands',
  'millions',
];

function placeName(keep: number): string {
  return `the ${keep > 3 ? `${keep}th decimal place` : PLACE[3 - keep]}`;
}

/** The number with its decimal places, and how many decimal places to keep (negative: tens and above). */
function draw(rng: Rng, level: number): { scaled: number; places: number; keep: number; target: string } {
  if (level === 1) {
    const keep = -rng.int(1, 6);
    const places = rng.chance(0.6) ? 0 : rng.int(1, 5);
    const scaled = rng.sized(Math.ceil(10 ** (places - keep) / 2), Math.min(10 ** (places - keep + 4), 10 ** 13) - 1);
    return { scaled, places, keep, target: `the nearest ${rng.pick(POWERS[-keep - 1])}` };
  }
  if (level === 2) {
    const keep = rng.chance(0.2) ? 0 : rng.chance(0.6) ? rng.int(0, 3) : rng.int(4, 7);
    const places = keep + rng.int(1, keep > 3 || rng.chance(0.4) ? 7 : 4);
    const target =
      keep === 0 && rng.chance(0.4) ? rng.pick(['the nearest whole number', 'the nearest integer']) : decimalPlaces(rng, keep);
    const most = Math.min(places + (rng.chance(0.5) ? 3 : 7), 13);
    return {
      scaled: rng.chance(0.4) ? rng.int(10 ** (most - 1), 10 ** most - 1) : rng.sized(10, 10 ** rng.int(4, most) - 1),
      places,
      keep,
      target,
    };
  }
  const figures = rng.int(1, 3);
  const digits = rng.int(figures + 1, 7);
  // A first figure below 9: rounding must not add a figure.
  const scaled = rng.int(10 ** (digits - 1), 9 * 10 ** (digits - 1) - 1);
  const places = rng.chance(0.5) ? 0 : rng.int(1, digits + 2);
  const target = `${figures} ${rng.pick(['significant', 'significant', 'sig'])} ${figures === 1 ? 'figure' : 'figures'}`;
  return { scaled, places, keep: places - (digits - figures), target: rng.chance(0.2) ? `${figures} s.f.` : target };
}

/** Ways to name 10, 100, … */
const POWERS: readonly (readonly string[])[] = [
  ['ten', '10'],
  ['hundred', '100', 'one hundred'],
  ['thousand', '1000', 'one thousand'],
  ['ten thousand', '10000'],
  ['hundred thousand', '100000', 'one hundred thousand'],
  ['million', '1000000', 'one million'],
];
const COUNTS: readonly string[] = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven'];

function decimalPlaces(rng: Rng, keep: number): string {
  const count = rng.chance(0.4) ? COUNTS[keep] : String(keep);
  const names = [`decimal ${keep === 1 ? 'place' : 'places'}`, keep === 1 ? 'dp' : 'dps', 'd.p.'];
  if (keep > 0 && keep < 4 && rng.chance(0.2)) return `the nearest ${['tenth', 'hundredth', 'thousandth'][keep - 1]}`;
  return `${count} ${rng.pick([names[0], names[0], names[1], names[2]])}`;
}
