import type { Family } from '../../family.ts';
import { divideFractions, fractionFactor, multiplyFractions } from '../../fraction-steps.ts';
import { type Rational, rational, writeFraction, writeRational } from '../../rational.ts';
import type { Rng } from '../../rng.ts';
import { EVALUATE } from '../arithmetic/evaluate-phrasings.ts';

/** Products and quotients of fractions. */
export const fractionMultiplyDivide: Family = {
  id: 'fraction-multiply-divide',
  topic: 'fractions',
  title: 'Multiply and divide fractions',
  levels: ['products', 'quotients', 'whole numbers and negative fractions'],
  phrasings: [
    ...EVALUATE,
    'Work out <expr> as a fraction in its simplest form.',
    'Give <expr> in lowest terms',
    'calculate <expr> as a fraction',
    'Write <expr> as a single fraction.',
  ],
  make(rng, level) {
    const divide = level === 1 ? false : level === 2 ? true : rng.chance(0.5);
    const [a, b] = level === 3 ? rng.shuffle([signed(rng, draw(rng)), other(rng)]) : [draw(rng), draw(rng)];
    const written = divide
      ? writeQuotient(a, b, rng.chance(0.3))
      : `${writeFraction(a.top, a.bottom)} \\cdot ${fractionFactor(b)}`;
    const { steps, value } = divide ? divideFractions(a, b, written) : multiplyFractions(a, b);
    return { maths: { expr: written }, steps, answer: writeRational(value) };
  },
};

/** Some learners bracket every fraction of a quotient. */
function writeQuotient(a: Rational, b: Rational, bracketed: boolean): string {
  const grouped = (value: Rational) =>
    bracketed && value.bottom > 1 ? `(${writeFraction(value.top, value.bottom)})` : undefined;
  return `${grouped(a) ?? writeFraction(a.top, a.bottom)} \\div ${grouped(b) ?? fractionFactor(b)}`;
}

function draw(rng: Rng): Rational {
  for (;;) {
    const bottom = rng.int(2, 15);
    const value = rational(rng.int(1, rng.chance(0.75) ? bottom - 1 : bottom + 9), bottom);
    if (value.bottom > 1) return value;
  }
}

function signed(rng: Rng, value: Rational): Rational {
  return rng.chance(0.5) ? { top: -value.top, bottom: value.bottom } : value;
}

function other(rng: Rng): Rational {
  return rng.chance(0.5) ? { top: rng.int(2, 20), bottom: 1 } : signed(rng, draw(rng));
}
