import type { Family, Worked } from '../../family.ts';
import type { Rng } from '../../rng.ts';

const degrees = (n: number) => `${n}^\\circ`;

/** The third angle of a triangle, also of an isosceles one. */
export const triangleAngles: Family = {
  id: 'triangle-angles',
  topic: 'geometry',
  title: 'Angles in a triangle',
  levels: ['two angles given', 'isosceles triangles'],
  phrasings: [
    'A triangle has angles {given}. Find {ask}.',
    'Find {ask} of a triangle with angles {given}.',
    'In a triangle, {given} are known angles. What is {ask}?',
    'triangle with angles {given}, find {ask}',
    'What is {ask} of a triangle if it has angles {given}?',
    'Work out {ask} of a triangle that has angles {given}.',
    'Angles {given} in a triangle. Work out {ask}.',
    'Given angles {given} in a triangle, calculate {ask}.',
    'how do i find {ask} in a triangle with angles {given}',
    'Calculate {ask} of a triangle whose angles include {given}.',
    'triangle: {given}. Find {ask}.',
    'If a triangle has angles {given}, what is {ask}?',
    'Question 6. A triangle has angles {given}. Calculate {ask}.',
    'Determine {ask} of the triangle with angles {given}.',
    'The known angles of a triangle are {given}. Find {ask}.',
    'can you find {ask} of a triangle with angles {given}',
    'angles in a triangle are {given}, find {ask}',
    'The angles in a triangle are {given}. What is {ask}?',
    'angles of a triangle: {given}. {ask}?',
    'a triangle has angles of {given}. whats {ask}',
    'Two of the angles of a triangle are {given}. Work out {ask}.',
    'i know the angles {given} of a triangle, how do i get {ask}',
    '{given} are angles in a triangle, what is {ask}',
    'find {ask}: triangle with {given}',
    'some angles in a triangle are {given}. Calculate {ask}.',
  ],
  make(rng, level) {
    return level === 1 || rng.chance(0.2) ? third(rng) : isosceles(rng);
  },
};

function third(rng: Rng): Worked {
  const a = rng.chance(0.15) ? 90 : rng.int(10, 120);
  const b = rng.int(5, 175 - a);
  const sign = rng.pick(['°', '°', ' degrees', '']);
  return {
    maths: {},
    words: {
      given: `${a}${sign} and ${b}${sign}`,
      ask: rng.pick(['the third angle', 'the third angle', 'the missing angle', 'the other angle']),
    },
    steps: [
      'The angles of a triangle add to $180^\\circ$',
      `Add: $${a} + ${b} = ${a + b}$`,
      `Subtract from 180: $180 - ${a + b} = ${180 - a - b}$`,
    ],
    answer: degrees(180 - a - b),
  };
}

function isosceles(rng: Rng): Worked {
  const sign = rng.pick(['°', '°', ' degrees']);
  const base = rng.int(20, 85);
  const apex = 180 - 2 * base;
  if (rng.chance(0.5)) {
    return {
      maths: {},
      words: { given: `${base}${sign} and ${base}${sign}`, ask: 'the angle at the top' },
      steps: [
        'The angles of a triangle add to $180^\\circ$',
        `Add: $${base} + ${base} = ${2 * base}$`,
        `Subtract from 180: $180 - ${2 * base} = ${apex}$`,
      ],
      answer: degrees(apex),
    };
  }
  return {
    maths: {},
    words: { given: `${apex}${sign} and two equal ones`, ask: 'one of the equal angles' },
    steps: [
      'The angles of a triangle add to $180^\\circ$',
      `Subtract from 180: $180 - ${apex} = ${2 * base}$`,
      `Share between the equal angles: $${2 * base} \\div 2 = ${base}$`,
    ],
    answer: degrees(base),
  };
}

const POLYGONS: readonly (readonly [number, string])[] = [
  [3, 'triangle'],
  [4, 'quadrilateral'],
  [5, 'pentagon'],
  [6, 'hexagon'],
  [7, 'heptagon'],
  [8, 'octagon'],
  [9, 'nonagon'],
  [10, 'decagon'],
  [12, 'dodecagon'],
];

/** Angle sums of polygons and the angles of regular ones. */
export const polygonAngles: Family = {
  id: 'polygon-angles',
  topic: 'geometry',
  title: 'Angles in polygons',
  levels: ['the sum of the angles', 'angles of a regular polygon'],
  phrasings: [
    'Find {ask} of a {shape}.',
    'What is {ask} of a {shape}?',
    'Work out {ask} of a {shape}.',
    '{ask} of a {shape}',
    'Calculate {ask} of a {shape}',
    'How big is {ask} of a {shape}?',
    'how do i find {ask} of a {shape}',
    'For a {shape}, find {ask}.',
    'A shape is a {shape}. Find {ask}.',
    'Determine {ask} of a {shape}.',
    'Question 7. Work out {ask} of a {shape}.',
    'what is {ask} for a {shape}',
    'can you find {ask} of a {shape}',
    'Give {ask} of a {shape} in degrees.',
    'A {shape}: what is {ask}?',
    'find {ask}: {shape}',
  ],
  make(rng, level) {
    const [n, name] = rng.chance(0.7) ? rng.pick(POLYGONS) : sides(rng.pick([5, 6, 8, 9, 10, 12, 15, 18, 20]));
    const total = (n - 2) * 180;
    const sum = [
      `A polygon with $${n}$ sides splits into $${n} - 2 = ${n - 2}$ triangles`,
      ...(n - 2 > 10 ? [`> 180 * ${n - 2} = ${1800} + ${180 * (n - 12)} = ${total}`] : []),
      `Multiply: $${n - 2} \\cdot 180 = ${total}$`,
    ];
    if (level === 1) {
      return {
        maths: {},
        words: {
          ask: rng.pick(['the sum of the interior angles', 'the sum of the angles', 'the total of the interior angles']),
          shape: name,
        },
        steps: sum,
        answer: degrees(total),
      };
    }
    const regular = n === 7 || 360 % n !== 0 ? 8 : n;
    const shape = `regular ${regular === n ? name : 'octagon'}`;
    const outer = 360 / regular;
    const exterior = `Share 360 between $${regular}$ exterior angles: $360 \\div ${regular} = ${outer}$`;
    if (rng.chance(0.4)) {
      return {
        maths: {},
        words: { ask: rng.pick(['an exterior angle', 'each exterior angle', 'one exterior angle']), shape },
        steps: ['Exterior angles add to $360^\\circ$', exterior],
        answer: degrees(outer),
      };
    }
    return {
      maths: {},
      words: { ask: rng.pick(['an interior angle', 'each interior angle', 'one interior angle']), shape },
      steps: ['Exterior angles add to $360^\\circ$', exterior, `Subtract from 180: $180 - ${outer} = ${180 - outer}$`],
      answer: degrees(180 - outer),
    };
  },
};

function sides(n: number): readonly [number, string] {
  return [n, `polygon with ${n} sides`];
}
