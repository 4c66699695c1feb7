import { trimDecimal } from '../../decimal.ts';
import type { Family } from '../../family.ts';
import { writeStandard } from './standard-form.ts';

/** a × 10^n as an ordinary number. */
export const fromStandardForm: Family = {
  id: 'from-standard-form',
  topic: 'number',
  title: 'From standard form',
  levels: ['large numbers', 'small numbers'],
  phrasings: [
    'Write <n> as an ordinary number.',
    'Convert <n> to an ordinary number',
    'What is <n> as an ordinary number?',
    'write <n> in full',
    'Express <n> in decimal form.',
    '<n> as an ordinary number',
    'Write <n> out in full.',
    'Give <n> as an ordinary number.',
    'Change <n> from standard form to an ordinary number.',
    '<n>',
    'Work out <n> as an ordinary number.',
    'expand <n>',
    'Write <n> as a decimal number',
    'what number is <n>',
    'Question 6. Write <n> as an ordinary number.',
    'How do you write <n> without powers of ten?',
    'write <n> as a normal number',
    'Turn <n> into an ordinary number.',
    '<n> as a normal number',
    'write out <n> in full',
    'what is <n> as an ordinary number',
    '<n> not in standard form',
    'turn <n> into an ordinary number',
  ],
  make(rng, level) {
    const digits = rng.sized(0, 99) * 10 + rng.int(1, 9);
    const length = String(digits).length;
    const exponent = level === 1 ? rng.int(1, 9) : -rng.int(1, 6);
    const places = length - 1 - exponent;
    const answer = places <= 0 ? String(digits * 10 ** -places) : trimDecimal(digits, places);
    const n = writeStandard(digits, exponent);
    const size = Math.abs(exponent);
    return {
      maths: { n },
      steps: [
        `The power is $${exponent}$, so move the point $${size}$ ${size === 1 ? 'place' : 'places'} to the ${exponent > 0 ? 'right' : 'left'}`,
        `So: $${n} = ${answer}$`,
      ],
      answer,
    };
  },
};
