import type { Family } from '../../family.ts';
import { lengthWriter } from '../../measures.ts';
import { timesLines } from '../../times-lines.ts';

/** A rectangle's other side from its area or perimeter; a square's side. */
export const missingSide: Family = {
  id: 'missing-side',
  topic: 'geometry',
  title: 'A missing side from area or perimeter',
  levels: ['from the area', 'from the perimeter'],
  phrasings: [
    'A rectangle has {ask} {total} and length {l}. Find its width.',
    'The {ask} of a rectangle is {total}. One side is {l}. Find the other side.',
    'rectangle with {ask} {total} and one side {l}, find the other side',
    'What is the width of a rectangle with {ask} {total} and length {l}?',
    'If a rectangle has {ask} {total} and length {l}, what is its width?',
    'Find the missing side of a rectangle: {ask} {total}, length {l}',
    'A rectangular garden has {ask} {total}. It is {l} long. How wide is it?',
    'Work out the width of a rectangle whose {ask} is {total} and whose length is {l}.',
    'The {ask} of a rectangle is {total} and its length is {l}. Calculate the width.',
    '{ask} {total}, length {l}, find the width of the rectangle',
    'how wide is a rectangle with length {l} and {ask} {total}',
    'One side of a rectangle is {l}. Its {ask} is {total}. What is the other side?',
    'Given a rectangle of {ask} {total} and length {l}, find the width.',
    'A field is a rectangle with {ask} {total} and length {l}. Find its width.',
    'Question 3. A rectangle of length {l} has {ask} {total}. Find the width.',
    'Determine the width of the rectangle with {ask} {total} and length {l}.',
  ],
  make(rng, level) {
    const length = lengthWriter(rng);
    const l = rng.int(2, level === 1 ? 12 : 60);
    const w = rng.int(1, level === 1 ? 12 : 60);
    if (level === 1) {
      return {
        maths: {},
        words: { ask: 'area', total: String(l * w), l: length(l) },
        steps: [
          'The width is the area divided by the length',
          `Divide: $${l * w} \\div ${l} = ${w}$`,
          ...timesLines(l, w),
          `Check: $${l} \\cdot ${w} = ${l * w}$`,
        ],
        answer: String(w),
      };
    }
    const half = l + w;
    return {
      maths: {},
      words: { ask: 'perimeter', total: length(2 * half), l: length(l) },
      steps: [
        'Length and width add to half the perimeter',
        `Halve: $${2 * half} \\div 2 = ${half}$`,
        `Subtract the length: $${half} - ${l} = ${w}$`,
        `Check: $2 \\cdot (${l} + ${w}) = 2 \\cdot ${half} = ${2 * half}$`,
      ],
      answer: String(w),
    };
  },
};
