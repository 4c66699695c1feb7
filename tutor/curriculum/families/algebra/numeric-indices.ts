import type { Family } from '../../family.ts';
import { askTo } from '../../phrasing.ts';
import { fraction } from '../../quotient.ts';

const ROOT_NAME: Readonly<Record<number, string>> = { 2: 'Square root', 3: 'Cube root', 4: 'Fourth root' };

/** 5^{-2}, 27^{2/3}: numbers with zero, negative and fractional indices. */
export const numericIndices: Family = {
  id: 'numeric-indices',
  topic: 'algebra',
  title: 'Zero, negative and fractional indices',
  levels: ['zero and negative indices', 'unit fractions', 'any fractions'],
  phrasings: askTo(
    ['Evaluate', 'Work out', 'Find the value of', 'Calculate', 'Simplify'],
    '<e>',
    '<e>',
    'What is <e>?',
    '<e> = ?',
    'What is the exact value of <e>?',
    '<e> without a calculator',
  ),
  make(rng, level) {
    if (level === 1) {
      const base = rng.int(2, 12);
      if (rng.chance(0.15)) return { maths: { e: `${base}^0` }, steps: [`Index zero gives one: $${base}^0 = 1$`], answer: '1' };
      const size = base < 6 ? rng.int(1, 3) : rng.int(1, 2);
      const answer = fraction(1, base ** size);
      return {
        maths: { e: `${base}^{-${size}}` },
        steps: [
          `A negative index means one over: $${base}^{-${size}} = ${fraction(1, size === 1 ? base : `${base}^${size}`)}$`,
          ...(size === 1 ? [] : [`Power: $${base}^${size} = ${new Array(size).fill(base).join(' \\cdot ')} = ${base ** size}$`]),
          `Result: $${base}^{-${size}} = ${answer}$`,
        ],
        answer,
      };
    }
    const degree = rng.pick([2, 2, 3, 3, 4]);
    const root = degree === 2 ? rng.int(2, 12) : degree === 3 ? rng.int(2, 6) : rng.int(2, 3);
    const over = level === 2 ? 1 : rng.pick(degree === 2 ? [3] : degree === 3 ? [2, 4] : [3]);
    const top = over === 4 && root > 3 ? 2 : over;
    const negative = rng.chance(level === 2 ? 0.3 : 0.4);
    const base = root ** degree;
    const index = `${negative ? '-' : ''}${fraction(top, degree)}`;
    const value = root ** top;
    const positive = top === 1 ? root : value;
    const answer = negative ? fraction(1, positive) : String(positive);
    const rootLatex = degree === 2 ? `\\sqrt{${base}}` : `\\sqrt[${degree}]{${base}}`;
    return {
      maths: { e: `${base}^{${index}}` },
      steps: [
        `> ${new Array(degree).fill(root).join(' * ')} = ${base}`,
        `${ROOT_NAME[degree]}: $${rootLatex} = ${root}$`,
        ...(top === 1 ? [] : [`Power: $${root}^${top} = ${new Array(top).fill(root).join(' \\cdot ')} = ${value}$`]),
        ...(negative
          ? [`A negative index means one over: $${base}^{${index}} = ${answer}$`]
          : [`Result: $${base}^{${index}} = ${answer}$`]),
      ],
      answer,
    };
  },
};
