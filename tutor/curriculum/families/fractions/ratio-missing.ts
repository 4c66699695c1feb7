import { quotient } from '../../division-step.ts';
import type { Family } from '../../family.ts';
import { fraction } from '../../quotient.ts';
import { timesLines } from '../../times-lines.ts';

/** Equal ratios or fractions of which one number is missing: 3 : 5 = 12 : x, x/8 = 3/4. */
export const ratioMissing: Family = {
  id: 'ratio-missing',
  topic: 'fractions',
  title: 'The missing number of a ratio',
  levels: ['ratios', 'fractions'],
  phrasings: [
    '<eq>',
    'Find <x>: <eq>',
    'Find <x> if <eq>.',
    '<eq>, find <x>',
    'What is <x> in <eq>?',
    'Work out <x> when <eq>.',
    'Solve <eq>',
    'Solve the proportion <eq>.',
    'The ratios are equal: <eq>. Find <x>.',
    'whats <x> if <eq>',
    'solve for <x>: <eq>',
    'Find the missing number <x>: <eq>',
    'Work out the value of <x>: <eq>',
    'how do i find <x> in <eq>',
    '<eq> what is <x>',
    'proportion: <eq>',
    'Question 4. Find <x> when <eq>.',
    'Find <x> so that <eq>.',
  ],
  make(rng, level) {
    const x = rng.pick(['x', 'x', 'x', 'n', 'y', 'a']);
    const [a, b] = [rng.int(1, 12), rng.int(2, 12)];
    const k = rng.int(2, 9);
    // At times the third number is no multiple, and the missing one may be a fraction.
    const whole = rng.chance(0.85);
    const place = rng.int(0, 3);
    const numbers = [a, b, whole ? a * k : rng.int(2, 20), b * k];
    // The partner in the cross product stands diagonally; the other two are multiplied.
    const [first, second, under] = [
      [numbers[1], numbers[2], numbers[3]],
      [numbers[0], numbers[3], numbers[2]],
      [numbers[0], numbers[3], numbers[1]],
      [numbers[1], numbers[2], numbers[0]],
    ][place];
    const shown = numbers.map((n, index) => (index === place ? x : String(n)));
    const eq =
      level === 1
        ? `${shown[0]} : ${shown[1]} = ${shown[2]} : ${shown[3]}`
        : `${fraction(shown[0], shown[1])} = ${fraction(shown[2], shown[3])}`;
    const product = first * second;
    const { written, lines, value } = quotient(product, under);
    return {
      maths: { eq, x },
      steps: [
        ...(level === 1 ? [`As fractions: $${fraction(shown[0], shown[1])} = ${fraction(shown[2], shown[3])}$`] : []),
        ...timesLines(first, second),
        `Multiply across: $${under === 1 ? '' : under}${x} = ${first} \\cdot ${second} = ${product}$`,
        ...(under === 1 ? [] : [`Divide both sides by $${under}$: $${x} = ${written}$`, ...lines]),
      ],
      answer: `${x} = ${value}`,
    };
  },
};
