import { placeValues, productLines } from '../../column-arithmetic.ts';
import type { Family } from '../../family.ts';
import type { Rng } from '../../rng.ts';
import { EVALUATE } from './evaluate-phrasings.ts';

/** Whole numbers multiplied by partial products. */
export const multiply: Family = {
  id: 'multiply',
  topic: 'arithmetic',
  title: 'Multiplication',
  levels: ['one number has one digit', 'two and three digits', 'up to four by three digits'],
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
  ],
  make(rng, level) {
    const [a, b] = rng.shuffle(drawFactors(rng, level));
    const product = `${a} \\cdot ${b}`;
    const [long, short] = String(a).length >= String(b).length ? [a, b] : [b, a];
    const parts = placeValues(short);
    const lines = productLines(long, short);
    const split = parts.length > 1 && lines.length > 1;
    const steps = split
      ? [
          `Split $${short}$: $${product} = ${parts.map((part) => `${long} \\cdot ${part}`).join(' + ')}$`,
          ...lines,
          `Add the partial products: $${product} = ${parts.map((part) => long * part).join(' + ')} = ${a * b}$`,
        ]
      : [...lines, `Multiply: $${product} = ${a * b}$`];
    return { maths: { expr: product, a: String(a), b: String(b) }, steps, answer: String(a * b) };
  },
};

function drawFactors(rng: Rng, level: number): [number, number] {
  switch (level) {
    case 1:
      return [rng.sized(0, 9999), rng.int(0, 9)];
    case 2:
      return [rng.sized(10, 999), rng.int(10, 99)];
    default:
      return [rng.int(100, 9999), rng.int(100, 999)];
  }
}
