import type { Family, Worked } from '../../family.ts';
import { factor } from '../../latex.ts';
import type { Rng } from '../../rng.ts';
import { runningTotal } from '../../running-total.ts';
import { surdLines, writeSurd } from '../../surd.ts';
import { timesLines } from '../../times-lines.ts';

/** Sums of like roots with whole numbers, and squares of them, as a + b√c. */
export const surdExpressions: Family = {
  id: 'surd-expressions',
  topic: 'number',
  title: 'Expressions with one root',
  levels: ['sums with whole numbers', 'squares'],
  phrasings: [
    'Simplify <expr>.',
    'Simplify <expr>',
    'simplify <expr>',
    'Expand and simplify <expr>.',
    'Write <expr> as simply as possible.',
    'What is <expr> in simplest form?',
    'Work out <expr> in surd form.',
    'Simplify fully: <expr>',
    'Collect the roots: <expr>',
    'Give <expr> in simplest surd form.',
    'Question 5. Simplify <expr>.',
    'how do i simplify <expr>',
    'Express <expr> in its simplest form.',
    'a) Simplify <expr>.',
    'Reduce <expr> to its simplest form.',
    'can you simplify <expr>',
  ],
  make: (rng, level) => (level === 1 ? sumOf(rng) : squareOf(rng)),
};

function drawInside(rng: Rng): number {
  const base = rng.pick([2, 3, 5, 7, 11, 13, 17, 19]);
  return rng.chance(0.4) ? base : base * rng.int(2, 6) ** 2;
}

function writeTotal(whole: number, outside: number, inside: number): string {
  if (outside === 0) return String(whole);
  const size = writeSurd(Math.abs(outside), inside);
  if (whole === 0) return `${outside < 0 ? '-' : ''}${size}`;
  return `${whole} ${outside < 0 ? '-' : '+'} ${size}`;
}

/** "2\sqrt{12} - 3 + \sqrt{12}" to a + b√c. */
function sumOf(rng: Rng): Worked {
  const n = drawInside(rng);
  const terms = rng.shuffle([
    ...Array.from({ length: rng.int(1, 3) }, () => ({ value: rng.nonzero(-6, 6), root: true })),
    ...Array.from({ length: rng.int(1, 2) }, () => ({ value: rng.nonzero(-9, 9), root: false })),
  ]);
  const expr = terms
    .map(({ value, root }, index) => {
      const size = root ? `${Math.abs(value) === 1 ? '' : Math.abs(value)}\\sqrt{${n}}` : String(Math.abs(value));
      if (index === 0) return value < 0 ? `-${size}` : size;
      return ` ${value < 0 ? '-' : '+'} ${size}`;
    })
    .join('');
  const { lines, outside, inside } = surdLines(n);
  const roots = terms.filter(({ root }) => root).map(({ value }) => value);
  const wholes = terms.filter(({ root }) => !root).map(({ value }) => value);
  const [count, whole] = [roots, wholes].map((values) => values.reduce((a, b) => a + b, 0));
  const answer = writeTotal(whole, count * outside, inside);
  return {
    maths: { expr },
    steps: [
      ...lines,
      ...runningTotal(wholes),
      ...runningTotal(roots),
      ...(outside > 1 ? [`> ${count} * ${outside} = ${count * outside}`] : []),
      `Whole numbers and roots apart: $${expr} = ${answer}$`,
    ],
    answer,
  };
}

/** (a + b√n)² by the binomial formula. */
function squareOf(rng: Rng): Worked {
  const n = drawInside(rng);
  const { lines, outside, inside } = surdLines(n);
  const [a, b] = [rng.int(-9, 9), rng.nonzero(-4, 4)];
  const size = `${Math.abs(b) === 1 ? '' : Math.abs(b)}\\sqrt{${n}}`;
  const expr = `(${a === 0 ? (b < 0 ? `-${size}` : size) : `${a} ${b < 0 ? '-' : '+'} ${size}`})^2`;
  const k = b * outside;
  const simple = `(${writeTotal(a, k, inside)})^2`;
  const [whole, middle] = [a * a + k * k * inside, 2 * a * k];
  const answer = writeTotal(whole, middle, inside);
  return {
    maths: { expr },
    steps: [
      ...lines,
      ...(simple === expr ? [] : [`Write with the simple root: $${expr} = ${simple}$`]),
      ...timesLines(k * k, inside),
      `> the squares: ${a * a} + ${k * k} * ${inside} = ${a * a} + ${k * k * inside} = ${whole}`,
      `> twice the product: 2 * ${factor(a)} * ${factor(k)} = ${middle}`,
      `So: $${simple} = ${answer}$`,
    ],
    answer,
  };
}
