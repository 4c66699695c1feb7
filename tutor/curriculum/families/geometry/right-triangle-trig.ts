import { quotient } from '../../division-step.ts';
import type { Family, Worked } from '../../family.ts';
import { fraction } from '../../quotient.ts';
import type { Rng } from '../../rng.ts';
import { writeSurd } from '../../surd.ts';

const TRIPLES: readonly (readonly [number, number, number])[] = [
  [3, 4, 5],
  [6, 8, 10],
  [5, 12, 13],
  [8, 15, 17],
  [7, 24, 25],
  [9, 12, 15],
  [20, 21, 29],
];

const RULES = {
  sin: 'opposite over hypotenuse',
  cos: 'adjacent over hypotenuse',
  tan: 'opposite over adjacent',
} as const;
type Ratio = keyof typeof RULES;

/** Sine, cosine and tangent as ratios of sides, and sides from 30°, 45° and 60°. */
export const rightTriangleTrig: Family = {
  id: 'right-triangle-trig',
  topic: 'trigonometry',
  title: 'Trigonometry in right-angled triangles',
  levels: ['ratios of given sides', 'a side from an exact angle'],
  phrasings: [
    'In a right-angled triangle {given}. Find {ask}.',
    'A right triangle is such that {given}. What is {ask}?',
    'In a right-angled triangle {given}. Work out the exact value of {ask}.',
    'right triangle, {given}, find {ask}',
    'Find {ask} in a right triangle where {given}.',
    'If {given} in a right-angled triangle, what is {ask}?',
    'Given a right triangle in which {given}, find {ask}.',
    'how do i find {ask} in a right triangle if {given}',
    'Calculate {ask} for a right-angled triangle where {given}.',
    'A triangle has a right angle and {given}. Find {ask} exactly.',
    'For a right triangle {given}. Find {ask}.',
    'what is {ask} in a right triangle when {given}',
    'Question 5. In a right-angled triangle {given}. Find the exact value of {ask}.',
    'Suppose that in a right triangle {given}. Determine {ask}.',
    'trig: {given}, find {ask} (right triangle)',
    'Work out {ask}. In the right-angled triangle {given}.',
    'right angled triangle: {given}. what is {ask}',
    'if {given} what is {ask}? it is a right triangle',
    'sohcahtoa: {given}, find {ask}',
    '{given} (right triangle). {ask}?',
    'A right-angled triangle: {given}. Write down {ask}.',
    'find {ask} when {given} in a right angled triangle',
  ],
  make(rng, level) {
    return level === 1 ? ratio(rng) : side(rng);
  },
};

function ratio(rng: Rng): Worked {
  const [a, b, c] = rng.pick(TRIPLES);
  const [opposite, adjacent] = rng.chance(0.5) ? [a, b] : [b, a];
  const name = rng.pick(['sin', 'cos', 'tan'] as const);
  const [top, bottom] = { sin: [opposite, c], cos: [adjacent, c], tan: [opposite, adjacent] }[name];
  const value = quotient(top, bottom);
  return {
    maths: {},
    words: {
      given: rng.pick([
        `the opposite side is ${opposite}, the adjacent side is ${adjacent} and the hypotenuse is ${c}`,
        `the sides are opposite ${opposite}, adjacent ${adjacent}, hypotenuse ${c}`,
      ]),
      ask: rng.pick([
        `${name} of the angle`,
        `${name} θ`,
        `the ${{ sin: 'sine', cos: 'cosine', tan: 'tangent' }[name]} of the angle`,
      ]),
    },
    steps: [
      `${name === 'sin' ? 'Sine' : name === 'cos' ? 'Cosine' : 'Tangent'} is ${RULES[name]}`,
      `Put in the sides: $${fraction(top, bottom)}$`,
      ...value.lines,
    ],
    answer: value.value,
  };
}

/** Known values as outside·√inside / bottom. */
const EXACT: Readonly<Record<Ratio, Readonly<Record<30 | 45 | 60, readonly [number, number]>>>> = {
  sin: { 30: [1, 2], 45: [2, 2], 60: [3, 2] },
  cos: { 30: [3, 2], 45: [2, 2], 60: [1, 2] },
  tan: { 30: [3, 3], 45: [1, 1], 60: [3, 1] },
};

function side(rng: Rng): Worked {
  const name = rng.pick(['sin', 'cos', 'tan'] as const);
  const angle = rng.pick([30, 45, 60] as const);
  const [inside, bottom] = EXACT[name][angle];
  const known = rng.int(1, 10) * bottom;
  const surd = writeSurd(1, inside);
  const value = bottom === 1 ? surd : fraction(surd, bottom);
  const answer = writeSurd(known / bottom, inside);
  const given = name === 'tan' ? 'the adjacent side' : 'the hypotenuse';
  const ask = name === 'cos' ? 'the adjacent side' : 'the opposite side';
  return {
    maths: {},
    words: { given: `an angle is ${angle}° and ${given} is ${known}`, ask },
    steps: [
      `${name === 'sin' ? 'Sine' : name === 'cos' ? 'Cosine' : 'Tangent'} is ${RULES[name]}`,
      `Known value: $\\${name} ${angle}^\\circ = ${value}$`,
      `Multiply by ${given}: $${known} \\cdot ${value} = ${answer}$`,
    ],
    answer,
  };
}
