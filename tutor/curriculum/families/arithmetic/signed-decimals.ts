import { columnDifference, columnSum, divisionLines, productWork } from '../../column-arithmetic.ts';
import { trimDecimal, writeDecimal } from '../../decimal.ts';
import type { Family, Worked } from '../../family.ts';
import { factor } from '../../latex.ts';
import { gcd } from '../../quotient.ts';
import { gcdLines, rational, writeFraction, writeRational } from '../../rational.ts';
import type { Rng } from '../../rng.ts';
import { shortWorked } from '../../short-worked.ts';

interface Signed {
  /** In units of 10^-places, of either sign. */
  readonly scaled: number;
  readonly places: number;
  readonly written: string;
}

function draw(rng: Rng, digits: number): Signed {
  const scaled = (rng.chance(0.5) ? -1 : 1) * rng.sized(0, 10 ** digits - 1) + 0;
  const places = rng.chance(0.5) ? 0 : rng.int(1, digits);
  const written = trimDecimal(scaled, places);
  const kept = written.includes('.') ? written.length - written.indexOf('.') - 1 : 0;
  return { scaled: Math.round(scaled / 10 ** (places - kept)) + 0, places: kept, written };
}

/** Brackets around a negative number, or none as programs print it. */
function after(value: Signed, rng: Rng): string {
  return value.scaled < 0 && rng.chance(0.4) ? `(${value.written})` : value.written;
}

/** Sums and differences of long numbers of either sign, whole or decimal. */
export const signedSum: Family = {
  id: 'signed-sum',
  topic: 'arithmetic',
  title: 'Add and subtract long signed numbers',
  levels: ['up to six digits', 'up to ten digits', 'up to thirteen digits'],
  phrasings: [
    '<expr>',
    'Work out <expr>.',
    'What is <expr>?',
    'Calculate <expr>.',
    '{spoken}',
    '{Spoken}.',
    '{spoken} please',
    'Question 3. {Spoken}.',
    'what is <expr>',
    '<expr> = ?',
    'Evaluate <expr>',
    'how do i work out <expr>',
    'a) {Spoken}.',
    'Find <expr>.',
    'compute <expr>',
    'I need help: {spoken}',
    '{Spoken}',
  ],
  make: (rng, level) => shortWorked(() => add(rng, [6, 10, 13][level - 1])),
};

function add(rng: Rng, digits: number): Worked {
  const first = rng.int(1, digits - 1);
  const [a, b] = rng.shuffle([draw(rng, first), draw(rng, Math.max(1, digits - first))]);
  const minus = rng.chance(0.5);
  const places = Math.max(a.places, b.places);
  const [p, q] = [a, b].map((each) => each.scaled * 10 ** (places - each.places));
  const term = minus ? -q : q;
  const total = p + term;
  const sign = term < 0 ? '-' : '+';
  const size = trimDecimal(Math.abs(b.scaled), b.places);
  const simple = `${a.written} ${sign} ${size}`;
  const bracketed = `${a.written} ${minus ? '-' : '+'} ${b.scaled < 0 ? `(${b.written})` : b.written}`;
  const [high, low] = [Math.max(Math.abs(p), Math.abs(q)), Math.min(Math.abs(p), Math.abs(q))];
  const same = p < 0 === term < 0 || p === 0;
  const spoken = minus
    ? rng.pick([
        `subtract ${b.written} from ${a.written}`,
        `what is ${a.written} minus ${b.written}`,
        `what is ${a.written} take away ${b.written}`,
        `what is ${b.written} less than ${a.written}`,
        ...(total >= 0 ? [`what is the difference between ${b.written} and ${a.written}`] : []),
        ...(total >= 0 ? [`what is the distance between ${a.written} and ${b.written}`] : []),
      ])
    : rng.pick([
        `add ${a.written} and ${b.written}`,
        `put together ${a.written} and ${b.written}`,
        `sum ${a.written} and ${b.written}`,
        `total of ${a.written} and ${b.written}`,
        `add together ${a.written} and ${b.written}`,
        `what is ${a.written} plus ${b.written}`,
      ]);
  return {
    maths: { expr: `${a.written} ${minus ? '-' : '+'} ${after(b, rng)}` },
    words: { spoken, Spoken: spoken[0].toUpperCase() + spoken.slice(1) },
    steps: [
      ...(bracketed === simple ? [] : [`Join the signs: $${bracketed} = ${simple}$`]),
      ...(places > 0 ? [`> without the points: ${writeDecimal(p, 0)} ${sign} ${Math.abs(q)}`] : []),
      same ? columnSum(high, low) : columnDifference(high, low),
      `${same ? 'The signs agree' : 'The larger part decides the sign'}: $${simple} = ${trimDecimal(total, places)}$`,
    ],
    answer: trimDecimal(total, places),
  };
}

/** Products of signed numbers, whole or decimal. */
export const signedProduct: Family = {
  id: 'signed-product',
  topic: 'arithmetic',
  title: 'Multiply signed numbers and decimals',
  levels: ['up to five digits together', 'up to eight digits together', 'one long number'],
  phrasings: [
    '<expr>',
    'Calculate <expr>.',
    'Work out <expr>.',
    'Multiply {a} and {b}.',
    'Product of {a} and {b}.',
    'What is the product of {a} and {b}?',
    '{a} times {b}',
    'What is {a} times {b}?',
    'multiply {a} by {b}',
    'What is <expr>?',
    'Find the product of {a} and {b}.',
    'compute <expr>',
    'Question 8. Work out <expr>.',
    'whats {a} times {b}',
    'a) Multiply {a} and {b}.',
    'Evaluate <expr>',
    'how much is {a} times {b}',
    'Find {a} multiplied by {b}.',
  ],
  make: (rng, level) =>
    shortWorked(() => {
      const digits = [5, 8, 11][level - 1];
      const first = level === 3 ? rng.int(1, 2) : rng.int(1, digits - 1);
      const [a, b] = rng.shuffle([draw(rng, first), draw(rng, digits - first)]);
      const [p, q] = [Math.abs(a.scaled), Math.abs(b.scaled)];
      const places = a.places + b.places;
      const value = a.scaled * b.scaled + 0;
      const sign = a.scaled < 0 === b.scaled < 0 ? 'same, so the result is positive' : 'different, so the result is negative';
      const product = `${a.written} \\cdot ${b.scaled < 0 ? `(${b.written})` : b.written}`;
      return {
        maths: { expr: `${a.written} \\cdot ${after(b, rng)}` },
        words: { a: a.written, b: b.written },
        steps: [
          ...(a.scaled < 0 || b.scaled < 0 ? [`The signs are ${sign}`] : []),
          `> without signs and points: ${p} * ${q}`,
          ...productWork(p, q),
          ...(places > 0 ? [`Count the decimal places: $${a.places} + ${b.places} = ${places}$`] : []),
          `So: $${product} = ${trimDecimal(value, places)}$`,
        ],
        answer: trimDecimal(value, places),
      };
    }),
};

/** One signed whole number divided by another: a whole number or a fraction in lowest terms. */
export const signedQuotient: Family = {
  id: 'signed-quotient',
  topic: 'arithmetic',
  title: 'Divide signed numbers',
  levels: ['small numbers', 'up to six digits', 'up to nine digits'],
  phrasings: [
    'Divide {a} by {b}.',
    '{a} divided by {b}',
    'What is {a} divided by {b}?',
    'Calculate {a} divided by {b}.',
    'divide {a} by {b}',
    'work out {a} divided by {b}',
    'Work out {a} divided by {b} exactly.',
    'Find {a} divided by {b}.',
    'whats {a} divided by {b}',
    'Question 2. Divide {a} by {b}.',
    'how much is {a} divided by {b}',
    'What do you get when you divide {a} by {b}?',
    'Compute {a} divided by {b}.',
    'a) Divide {a} by {b}.',
    'i need {a} divided by {b}',
    'Evaluate {a} divided by {b}.',
  ],
  make: (rng, level) =>
    shortWorked(() => {
      const digits = [3, 6, 9][level - 1];
      const split = rng.int(1, digits - 1);
      const q = rng.sized(1, 10 ** split - 1) || 1;
      const whole = rng.chance(0.5);
      const p = whole ? q * rng.sized(0, 10 ** (digits - split) - 1) : rng.sized(1, 10 ** (digits - split) - 1) || 1;
      const [a, b] = [p * (rng.chance(0.4) ? -1 : 1) + 0, q * (rng.chance(0.4) ? -1 : 1)];
      return { maths: { expr: `${a} \\div ${factor(b)}` }, words: { a: String(a), b: String(b) }, ...divide(a, b) };
    }),
};

function divide(a: number, b: number): Pick<Worked, 'steps' | 'answer'> {
  const [p, q] = [Math.abs(a), Math.abs(b)];
  const value = rational(a, b);
  const sign = a < 0 === b < 0 ? 'same, so the result is positive' : 'different, so the result is negative';
  const steps = a < 0 || b < 0 ? [`The signs are ${sign}`] : [];
  const start = `${a} \\div ${factor(b)}`;
  if (p >= q) steps.push(...(p <= 12 * q && q <= 12 ? [] : divisionLines(p, q)));
  if (value.bottom === 1) return { steps: [...steps, `It comes out: $${start} = ${value.top}$`], answer: String(value.top) };
  const common = gcd(p, q);
  const written = writeFraction(a < 0 === b < 0 ? p : -p, q);
  steps.push(`It does not come out, so write a fraction: $${start} = ${written}$`, ...gcdLines(p, q));
  if (common > 1) {
    for (const part of [p, q]) {
      if (part > 12 * common || common > 12) steps.push(...divisionLines(part, common));
      steps.push(`> ${part} / ${common} = ${part / common}`);
    }
    steps.push(`Divide top and bottom by $${common}$: $${written} = ${writeRational(value)}$`);
  }
  return { steps, answer: writeRational(value) };
}
