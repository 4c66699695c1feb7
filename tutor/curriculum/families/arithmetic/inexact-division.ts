import { divisionLines } from '../../column-arithmetic.ts';
import { trimDecimal } from '../../decimal.ts';
import type { Family, Worked } from '../../family.ts';
import { rational, reduceLines, writeRational } from '../../rational.ts';
import { EVALUATE } from './evaluate-phrasings.ts';

/** Whole numbers whose quotient is not whole: a decimal where it ends, a fraction where it does not. */
export const inexactDivision: Family = {
  id: 'inexact-division',
  topic: 'arithmetic',
  title: 'Division with a decimal or a fraction',
  levels: ['the decimal ends', 'the decimal does not end'],
  phrasings: [
    // "Simplify 12/20" asks for a fraction.
    ...EVALUATE.map((phrasing) => (phrasing === 'Simplify <expr>' ? 'Carry out <expr>' : phrasing)),
    'Give the exact value of <expr>.',
    'Find the exact value of <expr>',
  ],
  make(rng, level) {
    const b = rng.pick(
      level === 1 ? [2, 4, 5, 8, 10, 16, 20, 25, 40, 50, 100] : [3, 6, 7, 9, 11, 12, 13, 14, 15, 17, 18, 19, 21, 22, 23],
    );
    let a = rng.sized(1, 999);
    while (level === 1 ? a % b === 0 : 1000 % rational(a, b).bottom === 0) a = rng.sized(1, 999);
    const { steps, answer } = level === 1 ? decimal(a, b) : fraction(a, b);
    return { maths: { expr: `${a} \\div ${b}`, a: String(a), b: String(b) }, steps, answer };
  },
};

function decimal(a: number, b: number): Pick<Worked, 'steps' | 'answer'> {
  const places = [1, 2, 3, 4].find((count) => (a * 10 ** count) % b === 0) ?? 4;
  const whole = a * 10 ** places;
  const answer = trimDecimal(whole / b, places);
  return {
    steps: [
      `> without the point: ${whole} / ${b} with ${places} decimal ${places === 1 ? 'place' : 'places'}`,
      ...divisionLines(whole, b),
      `> ${whole} / ${b} = ${whole / b}`,
      `Divide: $${a} \\div ${b} = ${answer}$`,
    ],
    answer,
  };
}

function fraction(a: number, b: number): Pick<Worked, 'steps' | 'answer'> {
  return {
    steps: [`The decimal does not end, so write a fraction: $${a} \\div ${b} = \\frac{${a}}{${b}}$`, ...reduceLines(a, b)],
    answer: writeRational(rational(a, b)),
  };
}
