import type { Family } from '../../family.ts';
import { fraction } from '../../quotient.ts';

/** Known values and the acute angle that has each. */
const KNOWN: readonly (readonly ['sin' | 'cos' | 'tan', string, number])[] = [
  ['sin', fraction(1, 2), 30],
  ['sin', fraction('\\sqrt{2}', 2), 45],
  ['sin', fraction('\\sqrt{3}', 2), 60],
  ['cos', fraction('\\sqrt{3}', 2), 30],
  ['cos', fraction('\\sqrt{2}', 2), 45],
  ['cos', fraction(1, 2), 60],
  ['tan', fraction('\\sqrt{3}', 3), 30],
  ['tan', '1', 45],
  ['tan', '\\sqrt{3}', 60],
];

/** Quadrants where the function is positive. */
const POSITIVE = { sin: [1, 2], cos: [1, 4], tan: [1, 3] } as const;

/** From 0° to 360° in a student's words. */
const SPANS: readonly string[] = [
  'for 0 to 360',
  'between 0 and 360',
  'between 0 and 360 degrees',
  'from 0 to 360 degrees',
  'from 0° to 360°',
  'in the range 0 to 360 degrees',
  'for angles between 0° and 360°',
  'where the angle is between 0 and 360 degrees',
];

/** sin x = 1/2 between 0° and 360°. */
export const trigEquation: Family = {
  id: 'trig-equation',
  topic: 'trigonometry',
  title: 'Trigonometric equations',
  levels: ['positive values', 'negative values'],
  phrasings: [
    'Solve <eq> for <range>.',
    'Solve <eq> where <range>.',
    'Find all <x> with <eq> and <range>.',
    'solve <eq>, <range>',
    'Find the solutions of <eq> in the interval <range>.',
    'Solve the equation <eq> for <range>',
    'What are the solutions of <eq> for <range>?',
    'Given <range>, solve <eq>.',
    '<eq>, <range>, find <x>',
    'Work out all values of <x> for which <eq>, <range>.',
    'how do i solve <eq> for <range>',
    'For <range>, solve <eq>.',
    'Question 9. Solve <eq> for <range>.',
    'Find every angle <x> such that <eq> and <range>.',
    'Determine <x> if <eq> and <range>.',
    'Find <x> in degrees: <eq>, <range>',
    'Solve <eq> {span}.',
    'solve <eq> {span}',
    'Find all the solutions of <eq> {span}.',
    'find <x> if <eq> {span}',
    'What are the solutions of <eq> {span}?',
    '<eq> {span}',
    'solve the equation <eq> {span}',
    '<eq>, {span}. Find all values of <x>.',
  ],
  make(rng, level) {
    const [f, exact, acute] = rng.pick(KNOWN);
    const value = exact === fraction(1, 2) && rng.chance(0.4) ? '0.5' : exact;
    const negative = level === 2;
    const x = rng.pick(['x', 'x', 'x', '\\theta']);
    const quadrants = [1, 2, 3, 4].filter((each) => POSITIVE[f].some((positive) => positive === each) !== negative);
    const lines = quadrants.map((quadrant) => {
      const angle = [acute, 180 - acute, 180 + acute, 360 - acute][quadrant - 1];
      const sum = ['', `180 - ${acute} = `, `180 + ${acute} = `, `360 - ${acute} = `][quadrant - 1];
      return { angle, line: `Quadrant ${quadrant}: $${sum}${angle}$` };
    });
    return {
      maths: { eq: `\\${f} ${x} = ${negative ? '-' : ''}${value}`, x, range: `0^\\circ \\le ${x} \\le 360^\\circ` },
      words: { span: rng.pick(SPANS) },
      steps: [
        `Reference angle: $\\${f} ${acute}^\\circ = ${value}$`,
        `$\\${f}$ is ${negative ? 'negative' : 'positive'} in quadrants ${quadrants.join(' and ')}`,
        ...lines.map((each) => each.line),
      ],
      answer: lines.map((each) => `${x} = ${each.angle}^\\circ`).join(', '),
    };
  },
};
