import type { Family, Worked } from '../../family.ts';
import { lengthWriter } from '../../measures.ts';
import type { Rng } from '../../rng.ts';
import { timesLines } from '../../times-lines.ts';

/** Area and perimeter of rectangles. */
export const rectangle: Family = {
  id: 'rectangle',
  topic: 'geometry',
  title: 'Rectangles: area and perimeter',
  levels: ['small sides', 'larger sides'],
  phrasings: [
    'Find the {ask} of a rectangle with length {l} and width {w}.',
    'A rectangle is {l} long and {w} wide. Find its {ask}.',
    'What is the {ask} of a rectangle measuring {l} by {w}?',
    '{ask} of a rectangle {l} by {w}',
    'Work out the {ask} of a {l} by {w} rectangle.',
    'The sides of a rectangle are {l} and {w}. What is its {ask}?',
    'rectangle with sides {l} and {w}, find the {ask}',
    'A garden is a rectangle {l} by {w}. Find the {ask}.',
    'Calculate the {ask} of a rectangle of length {l} and width {w}',
    'how do i find the {ask} of a rectangle with sides {l} and {w}',
    'rectangle length {l} width {w} {ask}',
    'What is the {ask} of a rectangular field {l} long and {w} wide?',
    'A rectangular sheet measures {l} by {w}. Calculate its {ask}.',
    'find {ask}: rectangle, {l} x {w}',
    'Question 1. A rectangle has sides {l} and {w}. Find the {ask}.',
    'If a rectangle has length {l} and width {w}, what is its {ask}?',
    'A room is {l} long and {w} wide. What is the {ask} of the floor?',
    'a rectangle has sides {l} and {w}, {ask}?',
    '{l} by {w} rectangle, what is the {ask}',
    '{ask} of rectangle with sides {l}, {w}',
    'my garden is {l} by {w}, whats the {ask}',
    'a field is {l} long and {w} wide, find the {ask}',
    'rectangle, length {l}, width {w}: work out the {ask}',
    'what is the {ask} if the length is {l} and the width is {w}',
    'A carpet is {l} by {w}. What is its {ask}?',
  ],
  make(rng, level) {
    const [low, high] = level === 1 ? [1, 15] : [10, 120];
    const l = rng.int(low, high);
    const w = rng.int(low, high);
    return rng.chance(0.5) ? area(l, w, rng) : perimeter(l, w, rng);
  },
};

function area(l: number, w: number, rng: Rng): Worked {
  const length = lengthWriter(rng);
  return {
    maths: {},
    words: { ask: 'area', l: length(l), w: length(w) },
    steps: ['The area is length times width', ...timesLines(l, w), `Multiply: $${l} \\cdot ${w} = ${l * w}$`],
    answer: String(l * w),
  };
}

function perimeter(l: number, w: number, rng: Rng): Worked {
  const length = lengthWriter(rng);
  return {
    maths: {},
    words: { ask: 'perimeter', l: length(l), w: length(w) },
    steps: [
      'The perimeter is twice the sum of length and width',
      `Add: $${l} + ${w} = ${l + w}$`,
      `Double: $2 \\cdot ${l + w} = ${2 * (l + w)}$`,
    ],
    answer: String(2 * (l + w)),
  };
}
