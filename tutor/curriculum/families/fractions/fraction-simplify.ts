import type { Family, Worked } from '../../family.ts';
import { gcd } from '../../quotient.ts';
import { rational, reduceLines, writeFraction, writeRational } from '../../rational.ts';
import type { Rng } from '../../rng.ts';
import { shortWorked } from '../../short-worked.ts';

/** A fraction to lowest terms. */
export const fractionSimplify: Family = {
  id: 'fraction-simplify',
  topic: 'fractions',
  title: 'Simplify a fraction',
  levels: ['small numbers', 'two-digit numbers', 'three-digit numbers', 'large numbers'],
  phrasings: [
    'Simplify <q>',
    'Simplify the fraction <q>.',
    'Reduce <q> to lowest terms.',
    'Write <q> in its simplest form.',
    'reduce <q>',
    'cancel down <q>',
    'What is <q> in simplest form?',
    'Express <q> in lowest terms.',
    'simplify <q> fully',
    'Cancel <q> as far as possible',
    'What is <q> simplified?',
    'Give <q> as a fraction in its lowest terms.',
    '<q> in simplest form',
    'Write the fraction <q> in its simplest form',
    'how do you simplify <q>',
    'Can <q> be simplified? If so, do it.',
    'Question 2. Simplify <q>.',
    '<q> lowest terms',
    'put <q> in lowest terms',
    'Fully simplify the fraction <q>',
    'can <q> be simplified',
    'Put <q> in its lowest terms.',
    'put the fraction <q> in lowest terms',
    'help me simplify <q>',
    'Reduce the fraction <q>.',
    'simplify <q> please',
    'Bring <q> to lowest terms.',
    'What is <q> in lowest terms?',
    'lowest terms of <q>',
    'Simplify the fraction <q> to its lowest terms. Give only the simplified fraction as your final answer.',
    'what does <q> cancel to',
    'Simplify the fraction <q> to its lowest terms.',
    'simplest form of <q>',
    'can you make <q> any simpler',
    '<q> in its lowest terms',
  ],
  make(rng, level) {
    return shortWorked(() => simplify(draw(rng, level)));
  },
};

function simplify({ top, bottom }: { top: number; bottom: number }): Worked {
  const lowest = gcd(top, bottom) === 1;
  const steps = lowest
    ? [...reduceLines(top, bottom), `No number but $1$ divides both, so it is in lowest terms: $${writeFraction(top, bottom)}$`]
    : reduceLines(top, bottom);
  return { maths: { q: `\\frac{${top}}{${bottom}}` }, steps, answer: writeRational(rational(top, bottom)) };
}

function draw(rng: Rng, level: number): { top: number; bottom: number } {
  if (level === 4) {
    const shared = rng.int(1, 100);
    const [one, other] = [rng.int(1, 1000), rng.int(2, 1000)];
    return { top: shared * Math.min(one, other), bottom: shared * Math.max(one, other) };
  }
  const size = [9, 12, 40][level - 1];
  const common = rng.chance(0.08) ? 1 : rng.int(2, [9, 12, 25][level - 1]);
  const bottom = common * rng.int(2, size);
  const top = common * rng.int(1, rng.chance(0.8) ? bottom / common : size * 2);
  return { top, bottom };
}
