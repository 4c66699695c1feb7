import { trimDecimal, writeDecimal } from '../../decimal.ts';
import type { Family, Worked } from '../../family.ts';
import { gcd } from '../../quotient.ts';
import { rational, reduceLines, writeFraction, writeRational } from '../../rational.ts';
import type { Rng } from '../../rng.ts';

/** The three ways of writing a part, one to another. */
export const fractionDecimalPercent: Family = {
  id: 'fraction-decimal-percent',
  topic: 'fractions',
  title: 'Fractions, decimals and percentages',
  levels: ['decimals and percentages to fractions', 'fractions to decimals and percentages', 'decimals and percentages'],
  phrasings: [
    'Write <q> as a {kind}.',
    'Convert <q> to a {kind}',
    'Change <q> into a {kind}.',
    'Express <q> as a {kind}.',
    '<q> as a {kind}',
    'What is <q> as a {kind}?',
    'convert <q> into a {kind}',
    'Give <q> as a {kind}.',
    'turn <q> into a {kind}',
    'whats <q> as a {kind}',
    'How do you write <q> as a {kind}?',
    'Find the {kind} equal to <q>.',
    'Question 1. Write <q> as a {kind}.',
    '<q> to {kind}',
    'Show <q> as a {kind}.',
    'Which {kind} equals <q>?',
    'change <q> to a {kind}',
    'please write <q> as a {kind}',
    'what is <q> as a {kind}',
    'how do i write <q> as a {kind}',
    'i need <q> as a {kind}',
    'express <q> as a {kind} in its simplest form',
  ],
  make(rng, level) {
    switch (level) {
      case 1:
        return toFraction(rng);
      case 2:
        return fromFraction(rng);
      default:
        return betweenOthers(rng);
    }
  },
};

function toFraction(rng: Rng): Worked {
  const percent = rng.chance(0.5);
  const places = rng.int(1, 3);
  const scaled = percent ? rng.int(1, 250) : drawDecimal(rng, places);
  const bottom = percent ? 100 : 10 ** places;
  const q = percent ? `${scaled}\\%` : writeDecimal(scaled, places);
  return {
    maths: { q },
    words: { kind: 'fraction' },
    steps: [
      `${percent ? 'Percent means out of a hundred' : `The last digit stands for ${placeName(places)}`}: $${q} = ${writeFraction(scaled, bottom)}$`,
      ...reduceLines(scaled, bottom),
    ],
    answer: writeRational(rational(scaled, bottom)),
  };
}

/** Below two mostly, without zeros at the end. */
function drawDecimal(rng: Rng, places: number): number {
  for (;;) {
    const scaled = rng.int(1, 10 ** places * (rng.chance(0.7) ? 1 : 3));
    if (scaled % 10 !== 0) return scaled;
  }
}

function placeName(places: number): string {
  return ['tenths', 'hundredths', 'thousandths'][places - 1];
}

function fromFraction(rng: Rng): Worked {
  const bottom = rng.pick([2, 4, 5, 8, 10, 20, 25, 40, 50, 100, 125, 200]);
  let top = rng.int(1, rng.chance(0.8) ? bottom - 1 : bottom * 2);
  while (gcd(top, bottom) > 1) top = rng.int(1, bottom * 2);
  const places = [1, 2, 3].find((count) => 10 ** count % bottom === 0) ?? 3;
  const power = 10 ** places;
  const scaled = (top * power) / bottom;
  const fraction = writeFraction(top, bottom);
  const decimal = writeDecimal(scaled, places);
  const steps =
    bottom === power
      ? []
      : [
          `> ${power} / ${bottom} = ${power / bottom}, ${top} * ${power / bottom} = ${scaled}`,
          `With the denominator $${power}$: $${fraction} = ${writeFraction(scaled, power)}$`,
        ];
  steps.push(`As a decimal: $${writeFraction(scaled, power)} = ${decimal}$`);
  const percent = rng.chance(0.5);
  const asPercent = trimDecimal(scaled * 100, places);
  if (percent) steps.push(`Multiply by $100$ for the percentage: $${decimal} = ${asPercent}\\%$`);
  return {
    maths: { q: fraction },
    words: { kind: percent ? 'percentage' : 'decimal' },
    steps,
    answer: percent ? `${asPercent}\\%` : decimal,
  };
}

function betweenOthers(rng: Rng): Worked {
  const places = rng.int(1, 4);
  const scaled = drawDecimal(rng, places);
  const decimal = writeDecimal(scaled, places);
  const percent = trimDecimal(scaled * 100, places);
  if (rng.chance(0.5)) {
    return {
      maths: { q: decimal },
      words: { kind: rng.pick(['percentage', 'percentage', 'percent']) },
      steps: [`Multiply by $100$: $${decimal} \\cdot 100 = ${percent}$`, `So: $${decimal} = ${percent}\\%$`],
      answer: `${percent}\\%`,
    };
  }
  return {
    maths: { q: `${percent}\\%` },
    words: { kind: 'decimal' },
    steps: [`Divide by $100$: $${percent} \\div 100 = ${decimal}$`, `So: $${percent}\\% = ${decimal}$`],
    answer: decimal,
  };
}
