import type { Family, Worked } from '../../family.ts';
import { addFractions, divideFractions, improperToMixed, mixedToImproper, multiplyFractions } from '../../fraction-steps.ts';
import { gcd } from '../../quotient.ts';
import { type Rational, writeFraction, writeMixed } from '../../rational.ts';
import type { Rng } from '../../rng.ts';
import { shortWorked } from '../../short-worked.ts';

/** Arithmetic of mixed numbers: to improper fractions, compute, and back. */
export const mixedNumbers: Family = {
  id: 'mixed-numbers',
  topic: 'fractions',
  title: 'Arithmetic of mixed numbers',
  levels: ['addition and subtraction', 'multiplication', 'division'],
  phrasings: [
    'Work out <expr>. Give your answer as a mixed number.',
    'Calculate <expr> as a mixed number.',
    '<expr>',
    'What is <expr>?',
    'Work out <expr>',
    'Evaluate <expr>.',
    'what is <expr> as a mixed number',
    'Find <expr>, giving a mixed number.',
    'compute <expr>',
    '<expr> = ?',
    'calculate <expr>',
    'Write <expr> as a mixed number in its simplest form.',
    'Question 7. Work out <expr>.',
    'how do you work out <expr>',
    'Show how to calculate <expr>.',
    'Find the value of <expr> as a mixed number.',
    '<expr> as a mixed number',
    'help with <expr>',
    'Work out the value of <expr>',
    'mixed number for <expr>',
    'How much is <expr>?',
    'what do you get for <expr>',
    'Can you work out <expr> for me?',
    '<expr> please',
    'Calculate <expr>. Write the answer as a mixed number.',
    'find <expr>',
    'Find <expr> and give a mixed number.',
    'give me <expr> as a mixed number',
    'what is the result of <expr>',
  ],
  make(rng, level) {
    return shortWorked(() => compute(rng, level));
  },
};

function compute(rng: Rng, level: number): Worked {
  const [a, b] = [drawMixed(rng, level), drawMixed(rng, level)];
  const minus = level === 1 && rng.chance(0.5);
  const [left, right] = minus && a.value.top * b.value.bottom < b.value.top * a.value.bottom ? [b, a] : [a, b];
  const sign = level === 1 ? (minus ? '-' : '+') : level === 2 ? '\\cdot' : '\\div';
  const expr = `${left.written} ${sign} ${right.written}`;
  const [p, q] = [left.value, right.value];
  const improper = `${writeFraction(p.top, p.bottom)} ${sign} ${writeFraction(q.top, q.bottom)}`;
  const result =
    level === 1
      ? addFractions([p, minus ? { top: -q.top, bottom: q.bottom } : q], improper)
      : level === 2
        ? multiplyFractions(p, q)
        : divideFractions(p, q, improper);
  return {
    maths: { expr },
    steps: [
      left.scratch,
      right.scratch,
      `Write as improper fractions: $${expr} = ${improper}$`,
      ...result.steps,
      ...improperToMixed(result.value),
    ],
    answer: writeMixed(result.value),
  };
}

function drawMixed(rng: Rng, level: number): { written: string; scratch: string; value: Rational } {
  const bottom = rng.int(2, level === 1 ? 12 : 8);
  let top = rng.int(1, bottom - 1);
  while (gcd(top, bottom) > 1) top = rng.int(1, bottom - 1);
  const whole = rng.int(1, level === 1 ? 9 : 5);
  return { written: `${whole}\\frac{${top}}{${bottom}}`, ...mixedToImproper(whole, top, bottom) };
}
