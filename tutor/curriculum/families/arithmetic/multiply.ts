import { placeValues, productLines } from '../../column-arithmetic.ts';
import type { Family, Worked } from '../../family.ts';
import type { Rng } from '../../rng.ts';
import { shortWorked } from '../../short-worked.ts';
import { EVALUATE } from './evaluate-phrasings.ts';

/** Whole numbers multiplied by partial products. */
export const multiply: Family = {
  id: 'multiply',
  topic: 'arithmetic',
  title: 'Multiplication',
  levels: ['one number has one digit', 'two and three digits', 'up to four by three digits', 'up to five by five digits'],
  phrasings: [
    ...EVALUATE,
    'Multiply <a> by <b>.',
    'What is <a> times <b>?',
    'Find the product of <a> and <b>',
    'multiply <a> and <b>',
    '<a> multiplied by <b>',
    'What is the product of <a> and <b>?',
    '<a> times <b>',
    'How many is <a> lots of <b>?',
    'What is <a> lots of <b>?',
    '<a> lots of <b>',
    'what do you get when you multiply <a> by <b>',
    'Work out <a> times <b>.',
    'times <a> by <b>',
    'How much is <a> times <b>?',
    'product of <a> and <b>',
    'help me multiply <a> by <b>',
  ],
  make(rng, level) {
    return shortWorked(() => multiplied(rng.shuffle(drawFactors(rng, level))));
  },
};

function multiplied([a, b]: readonly number[]): Worked {
  const product = `${a} \\cdot ${b}`;
  const [long, short] = String(a).length >= String(b).length ? [a, b] : [b, a];
  const parts = placeValues(short);
  const lines = productLines(long, short);
  const maths = { expr: product, a: String(a), b: String(b) };
  const answer = String(a * b);
  if (parts.length < 2 || lines.length < 2) return { maths, steps: [...lines, `Multiply: $${product} = ${answer}$`], answer };
  // Four partial products fill the page by themselves.
  const [split, sum] =
    parts.length > 3
      ? [`$${short} = ${parts.join(' + ')}$`, '']
      : [
          `$${product} = ${parts.map((part) => `${long} \\cdot ${part}`).join(' + ')}$`,
          `${parts.map((part) => long * part).join(' + ')} = `,
        ];
  return {
    maths,
    steps: [`Split $${short}$: ${split}`, ...lines, `Add the partial products: $${product} = ${sum}${answer}$`],
    answer,
  };
}

function drawFactors(rng: Rng, level: number): [number, number] {
  switch (level) {
    case 1:
      return [rng.sized(0, 9999), rng.int(0, 9)];
    case 2:
      return [rng.sized(10, 999), rng.int(10, 99)];
    case 3:
      return [rng.int(100, 9999), rng.int(100, 999)];
    default:
      return [
        rng.int(1000, 99_999),
        rng.pick([rng.int(10_000, 99_999), rng.int(1000, 9999), rng.int(1000, 9999), rng.int(10, 999)]),
      ];
  }
}
