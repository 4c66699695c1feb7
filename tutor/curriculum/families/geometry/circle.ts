import { quotient } from '../../division-step.ts';
import type { Family } from '../../family.ts';
import { lengthWriter } from '../../measures.ts';
import { fraction } from '../../quotient.ts';
import { timesLines } from '../../times-lines.ts';

/** Area and circumference in terms of π, from the radius or the diameter. */
export const circle: Family = {
  id: 'circle',
  topic: 'geometry',
  title: 'Circles: area and circumference',
  levels: ['from the radius', 'from the diameter'],
  phrasings: [
    'Find the {ask} of a circle with {given} {r} in terms of pi.',
    'What is the {ask} of a circle with {given} {r}? Leave pi in your answer.',
    '{ask} of a circle with {given} {r}',
    'A circle has {given} {r}. Find its {ask} in terms of π.',
    'Work out the {ask} of a circle of {given} {r}.',
    'circle {given} {r}, find the {ask}',
    'Calculate the exact {ask} of a circle with {given} {r}.',
    'The {given} of a circle is {r}. What is its {ask}? Give your answer in terms of pi.',
    'Find the {ask} of a circle whose {given} is {r}.',
    'how do i find the {ask} of a circle with {given} {r}',
    'If a circle has {given} {r}, what is the {ask}?',
    'Determine the exact {ask} of the circle with {given} {r}.',
    'A round pond has {given} {r}. Find its {ask} as a multiple of pi.',
    'find {ask}, circle, {given} = {r}',
    'Give the {ask} of a circle of {given} {r} as a multiple of π.',
    'Question 5. A circle has {given} {r}. Work out the {ask}.',
    'what is the {ask} of a circle if its {given} is {r}',
    'a circle has a {given} of {r}, {ask} in terms of pi',
    '{given} {r}, what is the {ask} of the circle',
    '{ask} of circle {given} {r} leave in pi',
    'whats the {ask} of a circle with a {given} of {r}',
    'A wheel has a {given} of {r}. What is its {ask} in terms of pi?',
    'how do you get the {ask} of a circle when the {given} is {r}',
  ],
  make(rng, level) {
    const length = lengthWriter(rng);
    const area = rng.chance(0.5);
    const size = level === 1 ? rng.int(1, 20) : rng.int(2, 30);
    const words = { ask: area ? 'area' : 'circumference', given: level === 1 ? 'radius' : 'diameter', r: length(size) };
    if (!area) {
      const value = level === 1 ? 2 * size : size;
      const rule = level === 1 ? 'twice the radius times pi' : 'the diameter times pi';
      const line = level === 1 ? [`Multiply: $2 \\cdot ${size} = ${value}$`] : [];
      const answer = value === 1 ? '\\pi' : `${value}\\pi`;
      return { maths: {}, words, steps: [`The circumference is ${rule}`, ...line, `Circumference: $${answer}$`], answer };
    }
    const radius = level === 1 ? { value: String(size), whole: true } : quotient(size, 2);
    const halved =
      level === 1 ? [] : [radius.whole ? `Radius: $${fraction(size, 2)} = ${radius.value}$` : `Radius: $${radius.value}$`];
    if (!radius.whole) {
      const answer = fraction(`${size * size}\\pi`, 4);
      const square = `Square the radius: $(${radius.value})^2 = ${fraction(size * size, 4)}$`;
      return {
        maths: {},
        words,
        steps: ['The area is pi times the radius squared', ...halved, ...timesLines(size, size), square, `Area: $${answer}$`],
        answer,
      };
    }
    const r = Number(radius.value);
    const answer = r === 1 ? '\\pi' : `${r * r}\\pi`;
    return {
      maths: {},
      words,
      steps: [
        'The area is pi times the radius squared',
        ...halved,
        ...timesLines(r, r),
        `Square the radius: $${r}^2 = ${r * r}$`,
        `Area: $${answer}$`,
      ],
      answer,
    };
  },
};
