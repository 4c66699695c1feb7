import type { Family } from '../../family.ts';
import { totalLines } from '../../list-total.ts';

/** The last angle of a polygon from the others and the sum of all. */
export const polygonLastAngle: Family = {
  id: 'polygon-missing-angle',
  topic: 'geometry',
  title: 'The last angle of a polygon',
  levels: ['triangles and quadrilaterals', 'up to six sides', 'up to eight sides'],
  phrasings: [
    'Given a convex polygon with {n} sides, its first {k} interior angles are: {angles}. What is the measure of the remaining interior angle (in degrees)?',
    'Consider a convex {n}-gon whose first {k} interior angles are: {angles}. Determine the measure of the remaining angle.',
    'A convex polygon has {n} sides. The measures of the first {k} interior angles are: {angles}. Find the last angle.',
    'A polygon with {n} sides has the angles {angles} and one more. Find it.',
    'A {n}-sided shape has angles {angles}. What is the last angle?',
    '{n} sided polygon, angles {angles}, find the missing one',
    'Find the missing interior angle of a {n}-sided polygon whose other angles are {angles}.',
    'The interior angles of a polygon with {n} sides are {angles} and x. Find the last angle.',
    'Consider a convex {n}-gon whose first {k} interior angles are: {angles}. Determine the measure of the remaining angle. Return only the angle as your answer. Do not give the units in your answer.',
    'Given a convex polygon with {n} sides, its first {k} interior angles are: {angles}. What is the measure of the remaining interior angle (in degrees)? Return only the angle as your answer.',
    'what is the last angle of a {n} sided polygon if the others are {angles}',
    '{k} of the {n} interior angles of a polygon are {angles}. Work out the other one.',
    'All but one of the interior angles of a {n}-gon are known: {angles}. Calculate the other angle.',
    'How big is the last interior angle of a {n}-gon with angles {angles}?',
    'Question 5. A polygon has {n} sides and {k} of its angles are {angles}. Find the remaining angle.',
    'Give the remaining interior angle of a convex {n}-gon with the angles {angles}.',
  ],
  make(rng, level) {
    for (;;) {
      const n = level === 1 ? rng.int(3, 4) : level === 2 ? rng.int(3, 6) : rng.int(5, 8);
      const known = Array.from({ length: n - 1 }, () => rng.int(10, 170));
      const all = 180 * (n - 2);
      const { steps, total } = totalLines(known, 'Add the known angles');
      if (all - total <= 0) continue;
      const unit = rng.pick(['°', '°', '.0°', '']);
      return {
        maths: {},
        words: { n: String(n), k: String(n - 1), angles: known.map((angle) => `${angle}${unit}`).join(', ') },
        steps: [
          `All interior angles together: $(${n} - 2) \\cdot 180 = ${n - 2} \\cdot 180 = ${all}$`,
          ...steps,
          `Subtract: $${all} - ${total} = ${all - total}$`,
        ],
        answer: String(all - total),
      };
    }
  },
};
