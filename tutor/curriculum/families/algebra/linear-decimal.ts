import { moveConstant } from '../../equation-steps.ts';
import type { Family } from '../../family.ts';
import { fourPlaces } from '../../four-places.ts';
import { signedTerm } from '../../latex.ts';

const LETTERS = [...'abcdfghjkmnpqrstuvwxyz'];

/** For an equation `<eq>` whose real solutions `<x>` are wanted as decimals. */
export const ROUND_TO_FOUR: readonly string[] = [
  'Find the real value of <x> in the equation: <eq>. Round to 4 decimal places.',
  'Solve for real <x>: <eq>\nIn solving equations, please follow these instructions:\n1. Provide all answers as comma-separated decimal values.\n2. Round all decimal values to 4 decimal places.',
  'Find the real value(s) of <x> in the equation: <eq>\nIn solving equations, please follow these instructions:\n1. Provide all answers as comma-separated decimal values.\n2. Round all decimal values to 4 decimal places.',
  'Solve <eq> and give <x> to 4 decimal places.',
  'Determine the real value(s) of <x> that satisfies: <eq>\nRound all decimal values to 4 decimal places.',
  'solve <eq>, answer to 4 decimal places',
  'What is <x> as a decimal with 4 places if <eq>?',
  'Solve the polynomial equation for real <x>:\n<eq>\nProvide the answer as a decimal value with 4 decimal places.',
  'Find <x> correct to 4 d.p.: <eq>',
  'Solve for real <x>: <eq>. Give a decimal value with 4 decimal places.',
  'Solve the equation <eq> and round <x> to 4 decimal places.',
  'Work out <x> to 4 decimal places when <eq>',
  'Solve the polynomial equation for real <x>:\n<eq>\nIn solving equations, please follow these instructions:\n1. Provide all answers as comma-separated decimal values.\n2. If there are no real values that satisfy the equation, report your answer as an empty string.\n3. Round all decimal values to 4 decimal places.',
  'Give the solution of <eq> as a decimal, rounded to 4 places.',
  'Question 6. Solve <eq>. Round your answer to 4 decimal places.',
  'Determine the real value of <x> that satisfies: <eq>. Answer to 4 decimal places.',
  'Find the real value(s) of <x> in the equation: <eq>\nRound all decimal values to 4 decimal places.',
  'Solve for real <x>: <eq>',
  'Determine the real value(s) of <x> that satisfies: <eq>',
  'Solve the polynomial equation for real <x>:\n<eq>',
  'Find the real value(s) of <x> in the equation: <eq>',
  'Solve for real <x>: <eq>. Round to 4 decimal places.',
  'real solutions of <eq> to 4 decimal places',
  'Which real <x> satisfies <eq>? Give decimals rounded to 4 places.',
];

/** ax + b = 0 with the solution as a decimal, rounded to four places. */
export const linearDecimal: Family = {
  id: 'linear-decimal',
  topic: 'algebra',
  title: 'Linear equations with decimal solutions',
  levels: ['small numbers', 'numbers up to 150'],
  phrasings: ROUND_TO_FOUR,
  make(rng, level) {
    const most = level === 1 ? 30 : 150;
    const [x, a, b] = [rng.pick(LETTERS), rng.nonzero(-most, most) || 1, rng.nonzero(-most, most)];
    const size = Math.abs(a) === 1 ? 2 : Math.abs(a);
    const coefficient = a < 0 ? -size : size;
    const sign = b < 0 === coefficient < 0 ? '-' : '';
    const rounded = fourPlaces(Math.abs(b), size);
    const value = `${sign}${rounded.value}`;
    const left = `${coefficient}${x}`;
    return {
      maths: { eq: `${left} ${signedTerm(b)} = 0`, x },
      steps: [
        moveConstant(left, b, 0).replace('= 0 - ', '= -').replace('= 0 + ', '= '),
        `Divide both sides by $${coefficient}$: $${x} = ${sign}\\frac{${Math.abs(b)}}{${size}}$`,
        ...rounded.steps,
      ],
      answer: `${x} = ${value}`,
    };
  },
};
