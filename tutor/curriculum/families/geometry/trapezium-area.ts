import { quotient } from '../../division-step.ts';
import type { Family } from '../../family.ts';
import { lengthWriter } from '../../measures.ts';
import { fraction } from '../../quotient.ts';
import { timesLines } from '../../times-lines.ts';

/** Area of a trapezium from its parallel sides and height. */
export const trapeziumArea: Family = {
  id: 'trapezium-area',
  topic: 'geometry',
  title: 'Area of a trapezium',
  levels: ['small sides', 'larger sides'],
  phrasings: [
    'Find the area of a {shape} with parallel sides {a} and {b} and height {h}.',
    'A {shape} has parallel sides {a} and {b} and height {h}. Find its area.',
    'What is the area of a {shape} with parallel sides {a} and {b} and height {h}?',
    'area of a {shape} with sides {a} and {b}, height {h}',
    'Work out the area of a {shape} whose parallel sides are {a} and {b} and whose height is {h}.',
    '{shape}: parallel sides {a} and {b}, height {h}. Area?',
    'The parallel sides of a {shape} are {a} and {b}. The height is {h}. Calculate the area.',
    '{shape} with bases {a} and {b} and height {h}, find the area',
    'Calculate the area of the {shape} with bases {a} and {b} and height {h}.',
    'If a {shape} has height {h} and parallel sides {a} and {b}, what is its area?',
    'how do i find the area of a {shape} with bases {a} and {b} and height {h}',
    'Find the area: {shape}, a = {a}, b = {b}, h = {h}',
    'A {shape} of height {h} has parallel sides of {a} and {b}. Work out the area.',
    'Question 4. Find the area of the {shape} with parallel sides {a}, {b} and height {h}.',
    'Determine the area of a {shape} with bases {a} and {b} that is {h} high.',
    'what is the area of this {shape}: parallel sides {a} and {b}, height {h}',
  ],
  make(rng, level) {
    const length = lengthWriter(rng);
    const most = level === 1 ? 12 : 30;
    const [a, b, h] = [rng.int(2, most), rng.int(2, most), rng.int(2, level === 1 ? 10 : 20)];
    const product = (a + b) * h;
    const result = quotient(product, 2);
    return {
      maths: {},
      words: { shape: rng.pick(['trapezium', 'trapezium', 'trapezoid']), a: length(a), b: length(b), h: length(h) },
      steps: [
        'The area is half of the sum of the parallel sides times the height',
        `Add: $${a} + ${b} = ${a + b}$`,
        ...timesLines(a + b, h),
        `Multiply: $${a + b} \\cdot ${h} = ${product}$`,
        result.whole ? `Halve: $${fraction(product, 2)} = ${result.value}$` : `Halve: $${result.value}$`,
      ],
      answer: result.value,
    };
  },
};
