import type { Family, Worked } from '../../family.ts';
import { factor } from '../../latex.ts';
import { equalities, sum, term } from '../../polynomial.ts';
import type { Rng } from '../../rng.ts';
import { gradientSteps } from './coordinates.ts';

/** y = mx + c from two points, from a point and a gradient, or parallel to a line; m and c whole. */
export const lineEquation: Family = {
  id: 'line-equation',
  topic: 'geometry',
  title: 'The equation of a straight line',
  levels: ['a gradient and a point', 'two points', 'parallel to a line'],
  phrasings: [
    'Find the equation of the line {given}.',
    'What is the equation of the line {given}?',
    'Work out the equation of the line {given}.',
    'equation of the line {given}',
    'Write the equation of the line {given} in the form y = mx + c.',
    'A line is {given}. Find its equation.',
    'Find the equation of the straight line {given}',
    'how do i find the equation of a line {given}',
    'Determine the equation of the line {given}.',
    'Give the equation of the line {given}.',
    'find y = mx + c for the line {given}',
    'Question 4. Find the equation of the line {given}.',
    'what is the equation of a straight line {given}',
    'Find an equation for the line {given}.',
    'line {given}, find the equation',
    'can you find the equation of the line {given}',
    'equation of a line {given}',
    'y = mx + c for the line {given}',
    'whats the equation of the line {given}',
    'find y = mx + c: line {given}',
    'work out the equation of the straight line {given}',
  ],
  make(rng, level) {
    const m = rng.chance(0.3) ? -rng.int(1, 6) : rng.int(1, 6);
    const at = { x: rng.int(-6, 8), y: rng.int(-10, 12) };
    switch (level) {
      case 1: {
        const given = rng.pick([
          `with gradient ${m} through (${at.x}, ${at.y})`,
          `through (${at.x}, ${at.y}) with gradient ${m}`,
          `with slope ${m} passing through the point (${at.x}, ${at.y})`,
        ]);
        return withGradient(given, m, at, []);
      }
      case 2:
        return throughPoints(m, at, rng);
      default: {
        const other = sum(term(m, 'x'), String(rng.nonzero(-9, 9)));
        const given = rng.pick([
          `parallel to y = ${other} through (${at.x}, ${at.y})`,
          `through (${at.x}, ${at.y}) parallel to y = ${other}`,
        ]);
        return withGradient(given, m, at, [`Parallel lines have the same gradient: $${m}$`]);
      }
    }
  },
};

type Point = { readonly x: number; readonly y: number };

function withGradient(given: string, m: number, at: Point, before: readonly string[]): Worked {
  const product = m * at.x;
  const c = at.y - product;
  const mx = term(m, 'x');
  const times = m === 1 ? String(at.x) : m === -1 ? `-${factor(at.x)}` : `${m} \\cdot ${factor(at.x)}`;
  const answer = `y = ${sum(mx, c === 0 ? '' : String(c))}`;
  return {
    maths: {},
    words: { given },
    steps: [
      ...before,
      `The line is $y = ${sum(mx, 'c')}$`,
      ...(m === 1 ? [] : [`Multiply: $${equalities(times, String(product))}$`]),
      `Put in the point: $c = ${at.y} ${product < 0 ? '+' : '-'} ${Math.abs(product)} = ${c}$`,
      `The line is $${answer}$`,
    ],
    answer,
  };
}

function throughPoints(m: number, p: Point, rng: Rng): Worked {
  const run = rng.nonzero(-4, 5);
  const q = { x: p.x + run, y: p.y + m * run };
  const given = rng.pick([
    `through (${p.x}, ${p.y}) and (${q.x}, ${q.y})`,
    `passing through the points (${p.x}, ${p.y}) and (${q.x}, ${q.y})`,
    `that goes through (${p.x}, ${p.y}) and (${q.x}, ${q.y})`,
  ]);
  return withGradient(given, m, p, gradientSteps(p, q).steps);
}
