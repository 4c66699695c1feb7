import { divisionLines } from '../../column-arithmetic.ts';
import type { Family } from '../../family.ts';

/** One number as a percentage of another. */
export const percentShare: Family = {
  id: 'percent-share',
  topic: 'fractions',
  title: 'One number as a percentage of another',
  levels: ['totals that divide a hundred', 'other totals'],
  phrasings: [
    'What percentage of <b> is <a>?',
    'Write <a> as a percentage of <b>.',
    'Express <a> as a percentage of <b>',
    'what percent of <b> is <a>',
    '<a> is what percent of <b>?',
    '<a> out of <b> as a percentage',
    'Find <a> as a percentage of <b>.',
    'Someone scores <a> out of <b>. What percentage is this?',
    'Convert a mark of <a> out of <b> to a percentage.',
    'how many percent is <a> of <b>',
    'Calculate what percentage <a> is of <b>.',
    '<a> as a percent of <b>',
    'i got <a> out of <b> in a test, what percent is that',
    'In a class of <b> there are <a> girls. What percentage is that?',
    'What percentage is <a> out of <b>?',
    'Determine the percentage that <a> is of <b>.',
    '<a> of <b> in percent',
    'Question 3. Write <a> as a percentage of <b>.',
    'i got <a> out of <b>, what percent is that',
    'what percent is <a> out of <b>',
    '<a> marks out of <b>. what is my percentage',
    'Write <a> out of <b> as a percentage.',
    'scored <a>/<b> on a test, percentage?',
    'A team won <a> of its <b> games. What percentage did it win?',
    'what is <a> as a percentage of <b>',
    'there are <b> in the class and <a> are away. what percentage is away',
  ],
  make(rng, level) {
    const d = rng.pick(level === 1 ? [2, 4, 5, 10, 20, 25, 50] : [1, 2, 4, 5, 10, 20, 25]);
    const k = level === 1 ? 1 : rng.int(2, 12);
    const b = d * k;
    const percentOfOne = 100 / d;
    const part = rng.int(1, d === 1 ? 1 : d - 1);
    const a = d === 1 ? b : part * k;
    const percent = d === 1 ? 100 : part * percentOfOne;
    return {
      maths: { a: String(a), b: String(b) },
      steps: [
        `Write as a fraction and multiply by $100$: $\\frac{${a}}{${b}} \\cdot 100 = \\frac{${a * 100}}{${b}}$`,
        ...divisionLines(a * 100, b),
        `Divide: $\\frac{${a * 100}}{${b}} = ${percent}$`,
      ],
      answer: `${percent}\\%`,
    };
  },
};
