import { writeDecimal } from '../../decimal.ts';
import { decimalProductLines, decimalQuotientLines, ONE, placesOf, written } from '../../decimal-moves.ts';
import { quotient } from '../../division-step.ts';
import type { Family, Worked } from '../../family.ts';
import { equalities } from '../../polynomial.ts';
import type { Rng } from '../../rng.ts';
import { divideLines, timesLines } from '../../times-lines.ts';

/** Larger unit, smaller unit, how many of the smaller make one of the larger. */
const UNITS: readonly (readonly [string, string, number])[] = [
  ['km', 'm', 1000],
  ['m', 'cm', 100],
  ['cm', 'mm', 10],
  ['kg', 'g', 1000],
  ['litres', 'ml', 1000],
  ['hours', 'minutes', 60],
  ['minutes', 'seconds', 60],
  ['days', 'hours', 24],
  ['weeks', 'days', 7],
  ['years', 'months', 12],
  ['tonnes', 'kg', 1000],
  ['m', 'mm', 1000],
  ['feet', 'inches', 12],
];

/** Whole numbers of one unit in another. */
export const unitConversion: Family = {
  id: 'unit-conversion',
  topic: 'words',
  title: 'Converting units',
  levels: ['to the smaller unit', 'to the larger unit', 'decimals'],
  phrasings: [
    'Convert {n} {from} to {to}.',
    'How many {to} are in {n} {from}?',
    'How many {to} are there in {n} {from}?',
    'Change {n} {from} into {to}.',
    '{n} {from} in {to}',
    'convert {n} {from} into {to}',
    'What is {n} {from} in {to}?',
    'Write {n} {from} in {to}.',
    '{n} {from} = ? {to}',
    'Express {n} {from} in {to}.',
    'how many {to} is {n} {from}',
    'A length of time, a distance or a mass is {n} {from}. Give it in {to}.',
    'Turn {n} {from} into {to}.',
    'Work out {n} {from} in {to}.',
    '{n} {from} to {to}',
    'Question 2. Convert {n} {from} to {to}.',
    'can you convert {n} {from} to {to}',
    'Find the number of {to} in {n} {from}.',
    '{n} {from} is how many {to}',
    'how much is {n} {from} in {to}',
    'whats {n} {from} in {to}',
    'i have {n} {from}, how many {to} is that',
    'change {n} {from} to {to}',
    '{n} {from} into {to}',
    'A recipe or a trip says {n} {from}. What is that in {to}?',
  ],
  make(rng, level) {
    const [large, small, per] = rng.pick(UNITS);
    if (level === 3) return decimal(rng);
    const n = rng.sized(2, per >= 100 ? 99 : 40);
    const all = n * per;
    if (level === 1) {
      return {
        maths: {},
        words: { n: String(n), from: asked(large, rng), to: asked(small, rng) },
        steps: [
          `One ${singular(large)} is $${per}$ ${small}, so multiply`,
          ...timesLines(n, per),
          `Multiply: $${n} \\cdot ${per} = ${all}$`,
        ],
        answer: String(all),
      };
    }
    return {
      maths: {},
      words: { n: String(all), from: asked(small, rng), to: asked(large, rng) },
      steps: [
        `One ${singular(large)} is $${per}$ ${small}, so divide`,
        ...divideLines(all, per),
        `Divide: $${all} \\div ${per} = ${quotient(all, per).value}$`,
        ...timesLines(n, per),
        `Check: $${n} \\cdot ${per} = ${all}$`,
      ],
      answer: String(n),
    };
  },
};

const LONG: Readonly<Record<string, string>> = {
  km: 'kilometres',
  m: 'metres',
  cm: 'centimetres',
  mm: 'millimetres',
  kg: 'kilograms',
  g: 'grams',
  ml: 'millilitres',
};

/** The unit as a question writes it: short or in full. */
function asked(unit: string, rng: Rng): string {
  return rng.chance(0.35) ? (LONG[unit] ?? unit) : unit;
}

/** 2.5 is now and then "2 and a half". */
function spokenAmount(thousandths: number, rng: Rng): { words: string; steps: string[] } {
  const [whole, part] = [Math.floor(thousandths / ONE), thousandths % ONE];
  const plain = written(thousandths);
  const name = ({ 250: 'a quarter', 500: 'a half', 750: 'three quarters' } as Readonly<Record<number, string>>)[part];
  if (whole === 0 || name === undefined || rng.chance(0.5)) return { words: plain, steps: [] };
  const said = `${whole} and ${name}`;
  return { words: said, steps: [`As a decimal, ${said} is $${plain}$`] };
}

function singular(unit: string): string {
  return unit === 'feet' ? 'foot' : unit.replace(/(?<=\w\w)s$/, '');
}

/** 2.5 m in cm, 250 cm in m; hours by halves and quarters. */
function decimal(rng: Rng): Worked {
  const [large, small, per] = rng.pick(UNITS.filter(([, , size]) => size === 60 || /^10+$/.test(String(size))));
  const unit = per === 60 ? rng.pick([250, 500, 100]) : rng.pick([10, 50, 100, 100, 500]);
  const thousandths = unit * rng.int(1, 99);
  const all = (thousandths * per) / ONE;
  // Whole amounts are the other levels', and a smaller unit is counted whole.
  if (thousandths % ONE === 0 || !Number.isInteger(all)) return decimal(rng);
  // The point moves for a power of ten; sixty takes real work.
  const shift = per === 60 ? 0 : String(per).length - 1;
  if (rng.chance(0.5)) {
    const { words, steps } = spokenAmount(thousandths, rng);
    // Zeros are written first, so that moving the point adds no digit.
    const places = Math.max(shift, placesOf(thousandths));
    const padded = writeDecimal((thousandths * 10 ** places) / ONE, places);
    const moved = equalities(`${written(thousandths)} \\cdot ${per}`, `${padded} \\cdot ${per}`, String(all));
    return {
      maths: {},
      words: { n: words, from: asked(large, rng), to: asked(small, rng) },
      steps: [
        ...steps,
        `One ${singular(large)} is $${per}$ ${small}, so multiply`,
        ...(shift === 0 ? decimalProductLines(thousandths, per * ONE) : []),
        `${shift === 0 ? 'Multiply' : `Move the point $${shift}$ ${shift === 1 ? 'place' : 'places'} to the right`}: $${shift === 0 ? `${written(thousandths)} \\cdot ${per} = ${all}` : moved}$`,
      ],
      answer: String(all),
    };
  }
  return {
    maths: {},
    words: { n: String(all), from: asked(small, rng), to: asked(large, rng) },
    steps: [
      `One ${singular(large)} is $${per}$ ${small}, so divide`,
      ...(shift === 0 ? decimalQuotientLines(all * ONE, per) : []),
      shift === 0
        ? `Divide: $${all} \\div ${per} = ${written(thousandths)}$`
        : `Move the point $${shift}$ ${shift === 1 ? 'place' : 'places'} to the left: $${equalities(`${all} \\div ${per}`, writeDecimal(all, shift), written(thousandths))}$`,
    ],
    answer: written(thousandths),
  };
}
