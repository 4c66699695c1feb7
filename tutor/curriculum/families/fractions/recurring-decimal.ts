import type { Family } from '../../family.ts';
import { gcd } from '../../quotient.ts';

/** A proper fraction whose decimal never ends: divide until a remainder comes again. */
export const recurringDecimal: Family = {
  id: 'recurring-decimal',
  topic: 'fractions',
  title: 'Recurring decimals',
  levels: ['thirds, sixths, ninths and elevenths', 'other denominators'],
  phrasings: [
    'Write <q> as a recurring decimal.',
    'Write <q> as a decimal.',
    'Convert <q> to a decimal',
    '<q> as a decimal',
    'What is <q> as a decimal?',
    'Express <q> as a recurring decimal',
    'convert <q> into a decimal',
    'Give <q> as a recurring decimal.',
    'change <q> to a recurring decimal',
    'Find the decimal expansion of <q>.',
    'Write the fraction <q> as a recurring decimal.',
    'whats <q> as a decimal',
    'Turn <q> into a decimal',
    'repeating decimal for <q>',
    'Question 9. Write <q> as a recurring decimal.',
    'What is the repeating decimal of <q>?',
    'use division to write <q> as a decimal',
    'Show <q> as a recurring decimal.',
  ],
  make(rng, level) {
    const bottom = rng.pick(level === 1 ? [3, 6, 9, 9, 11] : [7, 12, 13, 14, 15, 18, 21, 22, 24, 27, 30, 33, 36, 37, 44, 45, 99]);
    let top = rng.int(1, bottom - 1);
    while (!neverEnds(top, bottom)) top = rng.int(1, bottom - 1);
    const steps: string[] = [];
    const seen: number[] = [];
    let digits = '';
    let rest = top;
    while (!seen.includes(rest)) {
      seen.push(rest);
      const digit = Math.floor((rest * 10) / bottom);
      steps.push(
        `> ${rest * 10}: ${digit} * ${bottom} = ${digit * bottom}, ${rest * 10} - ${digit * bottom} = ${(rest * 10) % bottom}`,
      );
      digits += digit;
      rest = (rest * 10) % bottom;
    }
    const start = seen.indexOf(rest);
    const answer = `0.${digits.slice(0, start)}\\overline{${digits.slice(start)}}`;
    const q = `\\frac{${top}}{${bottom}}`;
    return {
      maths: { q },
      steps: [
        `Divide $${top}$ by $${bottom}$, digit after digit behind the point`,
        ...steps,
        start === 0
          ? `The remainder $${rest}$ is the first number again, so all digits recur`
          : `The remainder $${rest}$ comes again, so the digits from place $${start + 1}$ on recur`,
        `So: $${q} = ${answer}$`,
      ],
      answer,
    };
  },
};

/** In lowest terms with a prime other than 2 and 5 below. */
function neverEnds(top: number, bottom: number): boolean {
  return gcd(top, bottom) === 1 && 10 ** 6 % bottom !== 0;
}
