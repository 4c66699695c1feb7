import type { Family } from '../../family.ts';
import { gcd } from '../../quotient.ts';
import { lcm, writeFraction } from '../../rational.ts';

/** The larger of two fractions, by a common denominator. */
export const compareFractions: Family = {
  id: 'compare-fractions',
  topic: 'fractions',
  title: 'Compare fractions',
  levels: ['small denominators', 'larger denominators, sometimes equal'],
  phrasings: [
    'Which is larger, <p> or <q>?',
    'Which is bigger: <p> or <q>?',
    'which fraction is larger <p> or <q>',
    'Compare <p> and <q>. Which is greater?',
    'Which of <p> and <q> is the larger?',
    'whats bigger <p> or <q>',
    'Is <p> or <q> bigger?',
    'Find the larger of <p> and <q>.',
    'larger fraction: <p> or <q>',
    'Which is greater, <p> or <q>?',
    'Decide which is larger: <p> or <q>.',
    'Which of these fractions is bigger: <p>, <q>?',
    'between <p> and <q> which one is greater',
    'Work out which fraction is larger, <p> or <q>',
    'Which one is more, <p> or <q>?',
    'State the greater of the fractions <p> and <q>.',
    'who is bigger <p> or <q>',
    'Question 8. Which is larger, <p> or <q>?',
    'which one is bigger <p> or <q>',
    'is <p> more than <q> or less, which is the larger',
    '<p> or <q>, which is greater',
    'what is larger out of <p> and <q>',
    'Out of <p> and <q>, which fraction is bigger?',
    'bigger fraction: <p>, <q>',
  ],
  make(rng, level) {
    const largest = level === 1 ? 10 : 20;
    const [b, d] = [rng.int(2, largest), rng.int(2, largest)];
    const a = rng.int(1, b - 1);
    let c = rng.int(1, d - 1);
    // Close fractions are the ones worth asking about.
    if (rng.chance(0.6)) c = Math.max(1, Math.min(d - 1, Math.round((a * d) / b) + rng.int(0, 1)));
    const common = lcm(b, d);
    const [p, q] = [a * (common / b), c * (common / d)];
    const [left, right] = [writeFraction(a, b), writeFraction(c, d)];
    const sign = p === q ? '=' : p > q ? '>' : '<';
    return {
      maths: { p: left, q: right },
      steps: [
        ...(gcd(b, d) === b && b === d ? [] : [`> lcm(${b}, ${d}) = ${common}`]),
        ...[
          { from: left, top: a, bottom: b, to: p },
          { from: right, top: c, bottom: d, to: q },
        ]
          .filter(({ bottom }) => bottom !== common)
          .flatMap(({ from, top, bottom, to }) => [
            `> ${common} / ${bottom} = ${common / bottom}, ${top} * ${common / bottom} = ${to}`,
            `Common denominator $${common}$: $${from} = ${writeFraction(to, common)}$`,
          ]),
        `Compare the numerators: $${p} ${sign} ${q}$`,
        `So: $${left} ${sign} ${right}$`,
      ],
      answer: p === q ? '\\text{equal}' : p > q ? left : right,
    };
  },
};
