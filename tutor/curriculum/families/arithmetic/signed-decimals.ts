import { productWork } from '../../column-arithmetic.ts';
import { commonDivisorLines, dividedLines, isKnownPair } from '../../common-divisor.ts';
import { trimDecimal } from '../../decimal.ts';
import { entropyInteger } from '../../entropy.ts';
import type { Family, Worked } from '../../family.ts';
import { factor } from '../../latex.ts';
import { gcd } from '../../quotient.ts';
import { rational, writeFraction, writeRational } from '../../rational.ts';
import type { Rng } from '../../rng.ts';
import { shortWorked } from '../../short-worked.ts';

interface Signed {
  /** In units of 10^-places, of either sign. */
  readonly scaled: number;
  readonly places: number;
  readonly written: string;
}

/** Half of them whole; the others have from one place to one more than they have digits. */
function draw(rng: Rng, entropy: number): Signed {
  const scaled = entropyInteger(rng, entropy);
  const places = rng.chance(0.5) ? 0 : rng.int(1, Math.ceil(entropy));
  const written = trimDecimal(scaled, places);
  const kept = written.includes('.') ? written.length - written.indexOf('.') - 1 : 0;
  return { scaled: Math.round(scaled / 10 ** (places - kept)) + 0, places: kept, written };
}

/** Brackets around a negative number, or none as programs print it. */
function after(value: Signed, rng: Rng): string {
  return value.scaled < 0 && rng.chance(0.4) ? `(${value.written})` : value.written;
}

/** Products of signed numbers, whole or decimal. */
export const signedProduct: Family = {
  id: 'signed-product',
  topic: 'arithmetic',
  title: 'Multiply signed numbers and decimals',
  levels: ['up to five digits together', 'up to eight digits together', 'up to twelve digits together'],
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
    '{a}*{b}',
    '{a} * {b}',
    'Calculate {a}*{b}.',
    'Work out {a} * {b}.',
    'Multiply {a} and {b}',
    'product of {a} and {b}',
    'What is {a} * {b}?',
  ],
  make: (rng, level) =>
    shortWorked(() => {
      const entropy = [3 + 2 * rng.next(), 8, 10 + 2 * rng.next()][level - 1];
      const share = Math.max(1, rng.next() * entropy);
      const [a, b] = [draw(rng, share), draw(rng, Math.max(1, entropy - share))];
      const [p, q] = [Math.abs(a.scaled), Math.abs(b.scaled)];
      const places = a.places + b.places;
      const value = a.scaled * b.scaled + 0;
      const sign = a.scaled < 0 === b.scaled < 0 ? 'the same, so the result is positive' : 'different, so the result is negative';
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
  levels: ['small numbers', 'up to eight digits', 'up to twelve digits'],
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
      const entropy = [2 + 2 * rng.next(), 8, 10 + 2 * rng.next()][level - 1];
      const share = Math.max(1, rng.next() * entropy);
      const q = Math.abs(entropyInteger(rng, Math.max(1, entropy - share), 1));
      const p = (rng.chance(0.5) ? q : 1) * Math.abs(entropyInteger(rng, share));
      const [a, b] = [p * (rng.chance(0.4) ? -1 : 1) + 0, q * (rng.chance(0.4) ? -1 : 1)];
      return { maths: { expr: `${a} \\div ${factor(b)}` }, words: { a: String(a), b: String(b) }, ...divide(a, b) };
    }),
};

function divide(a: number, b: number): Pick<Worked, 'steps' | 'answer'> {
  const [p, q] = [Math.abs(a), Math.abs(b)];
  const value = rational(a, b);
  const sign = a < 0 === b < 0 ? 'the same, so the result is positive' : 'different, so the result is negative';
  const steps = a < 0 || b < 0 ? [`The signs are ${sign}`] : [];
  const start = `${a} \\div ${factor(b)}`;
  const rest = p % q;
  if (p >= q && !isKnownPair(p, q)) steps.push(...dividedLines(p, q));
  if (rest === 0) return { steps: [...steps, `It comes out: $${start} = ${value.top}$`], answer: String(value.top) };
  const common = gcd(p, q);
  const written = writeFraction(a < 0 === b < 0 ? p : -p, q);
  const lines = [...commonDivisorLines(p >= q ? rest : p, q), `> gcd(${p}, ${q}) = ${common}`];
  steps.push(`It does not come out, so write a fraction: $${start} = ${written}$`, ...lines);
  if (common > 1) {
    for (const part of [p, q]) {
      if (!isKnownPair(part, common)) steps.push(...dividedLines(part, common));
      steps.push(`> ${part} / ${common} = ${part / common}`);
    }
    steps.push(`Divide top and bottom by $${common}$: $${written} = ${writeRational(value)}$`);
  }
  return { steps, answer: writeRational(value) };
}
