import type { Family } from '../../family.ts';
import { addFractions, joinTerms } from '../../fraction-steps.ts';
import { lcm, type Rational, rational, writeRational } from '../../rational.ts';
import type { Rng } from '../../rng.ts';
import { EVALUATE } from '../arithmetic/evaluate-phrasings.ts';

/** Sums and differences of fractions by a common denominator. */
export const fractionAddSubtract: Family = {
  id: 'fraction-add-subtract',
  topic: 'fractions',
  title: 'Add and subtract fractions',
  levels: ['the same denominator', 'different denominators', 'negative results and whole numbers', 'three fractions'],
  phrasings: [
    ...EVALUATE,
    'Work out <expr> as a fraction in its simplest form.',
    'Give <expr> in lowest terms',
    'calculate <expr> as a fraction',
    'Write <expr> as a single fraction.',
  ],
  make(rng, level) {
    const parts = draw(rng, level);
    const expr = joinTerms(parts);
    const { steps, value } = addFractions(parts, expr);
    return { maths: { expr }, steps, answer: writeRational(value) };
  },
};

function drawFraction(rng: Rng, largest: number): Rational {
  for (;;) {
    const bottom = rng.int(2, largest);
    const value = rational(rng.int(1, rng.chance(0.8) ? bottom - 1 : bottom * 2), bottom);
    if (value.bottom > 1) return value;
  }
}

function negate({ top, bottom }: Rational): Rational {
  return { top: -top, bottom };
}

function draw(rng: Rng, level: number): Rational[] {
  for (;;) {
    const parts = drawParts(rng, level);
    const positive = parts.reduce((total, part) => total + part.top / part.bottom, 0) >= 0;
    if (parts.map((part) => part.bottom).reduce(lcm) <= 240 && (positive || level >= 3)) return parts;
  }
}

function drawParts(rng: Rng, level: number): Rational[] {
  const signed = (part: Rational) => (rng.chance(0.5) ? part : negate(part));
  switch (level) {
    case 1: {
      const bottom = rng.int(2, 20);
      return [{ top: rng.int(1, bottom), bottom }, signed({ top: rng.int(1, bottom), bottom })];
    }
    case 2:
      return [drawFraction(rng, 12), signed(drawFraction(rng, 15))];
    case 3: {
      const first = drawFraction(rng, 12);
      const second = rng.chance(0.3) ? { top: rng.int(1, 9), bottom: 1 } : drawFraction(rng, 20);
      const [a, b] = rng.shuffle([first, second]);
      return [rng.chance(0.3) ? negate(a) : a, signed(b)];
    }
    default:
      return [drawFraction(rng, 10), signed(drawFraction(rng, 10)), signed(drawFraction(rng, 10))];
  }
}
