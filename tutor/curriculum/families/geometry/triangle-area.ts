import type { Family } from '../../family.ts';
import { lengthWriter } from '../../measures.ts';
import { fraction } from '../../quotient.ts';
import { timesLines } from '../../times-lines.ts';

const SHAPES = ['triangle', 'triangle', 'right-angled triangle', 'parallelogram'] as const;

/** Area of triangles and parallelograms from base and height. */
export const triangleArea: Family = {
  id: 'triangle-area',
  topic: 'geometry',
  title: 'Area of triangles and parallelograms',
  levels: ['small sides', 'larger sides'],
  phrasings: [
    'Find the area of a {shape} with base {b} and height {h}.',
    'A {shape} has base {b} and height {h}. Find its area.',
    'What is the area of a {shape} with base {b} and height {h}?',
    'area of a {shape} base {b} height {h}',
    'Work out the area of a {shape} of base {b} and height {h}.',
    '{shape}, base {b}, height {h}, find the area',
    'Calculate the area of a {shape} whose base is {b} and whose height is {h}.',
    'The base of a {shape} is {b} and the height is {h}. What is the area?',
    'how do i find the area of a {shape} with base {b} and height {h}',
    'If a {shape} has height {h} and base {b}, what is its area?',
    'A {shape} is {h} high and its base is {b}. Find the area.',
    'find the area: {shape}, base = {b}, height = {h}',
    'Determine the area of the {shape} with height {h} and base {b}.',
    'Question 2. Find the area of a {shape} with base {b} and height {h}.',
    'what is the area of the {shape}? base {b}, height {h}',
    'The height of a {shape} is {h}. Its base is {b}. Work out its area.',
    '{shape} with base {b} height {h}, area?',
    'what is the area if a {shape} has base {b} and height {h}',
    '{shape} area, base is {b} and the height is {h}',
    'find area of {shape} base {b} and height {h}',
    'how big is a {shape} with a base of {b} and a height of {h}',
    'Its base is {b} and its height is {h}. Find the area of the {shape}.',
  ],
  make(rng, level) {
    const length = lengthWriter(rng);
    const shape = rng.pick(SHAPES);
    const [b, h] = [rng.int(2, level === 1 ? 14 : 60), rng.int(1, level === 1 ? 14 : 40)];
    const product = b * h;
    const multiply = [...timesLines(b, h), `Multiply: $${b} \\cdot ${h} = ${product}$`];
    const words = { shape, b: length(b), h: length(h) };
    if (shape === 'parallelogram') {
      return { maths: {}, words, steps: ['The area is base times height', ...multiply], answer: String(product) };
    }
    const answer = product % 2 === 0 ? String(product / 2) : fraction(product, 2);
    return {
      maths: {},
      words,
      steps: [
        'The area is half of base times height',
        ...multiply,
        product % 2 === 0 ? `Halve: $${fraction(product, 2)} = ${answer}$` : `Halve: $${answer}$`,
      ],
      answer,
    };
  },
};
