import type { Family, Worked } from '../../family.ts';
import { lengthWriter } from '../../measures.ts';
import type { Rng } from '../../rng.ts';
import { surdLines } from '../../surd.ts';
import { timesLines } from '../../times-lines.ts';

const TRIPLES: readonly (readonly [number, number, number])[] = [
  [3, 4, 5],
  [5, 12, 13],
  [8, 15, 17],
  [7, 24, 25],
  [20, 21, 29],
  [9, 40, 41],
];

/** The third side of a right-angled triangle, whole or as a surd. */
export const pythagoras: Family = {
  id: 'pythagoras',
  topic: 'geometry',
  title: "Pythagoras' theorem",
  levels: ['the hypotenuse, whole', 'a shorter side, whole', 'surd answers'],
  phrasings: [
    'A right-angled triangle has {given}. Find {ask}.',
    'Find {ask} of a right-angled triangle with {given}.',
    'In a right triangle with {given}, what is {ask}?',
    'right triangle, {given}, find {ask}',
    'What is {ask} of a right triangle with {given}?',
    'Use Pythagoras to find {ask} of a right-angled triangle with {given}.',
    'A right triangle has {given}. Calculate {ask}.',
    'pythagoras: {given}, find {ask}',
    'Work out {ask} of a right-angled triangle with {given}.',
    'how do i find {ask} of a right triangle with {given}',
    'If a right triangle has {given}, how long is {ask}?',
    'Given a right-angled triangle with {given}, determine {ask}.',
    'Question 8. A right-angled triangle has {given}. Work out {ask}.',
    'Calculate {ask} when a right triangle has {given}.',
    'A triangle with a right angle has {given}. What is {ask}? Give an exact answer.',
    'Use the Pythagorean theorem: {given}, find {ask}',
    'can you find {ask} in a right triangle with {given}',
    'right angled triangle with {given}, how long is {ask}',
    'triangle has {given} and a right angle. work out {ask}',
    'find the length of {ask}. the right-angled triangle has {given}',
    '{given} in a right angle triangle. {ask}?',
    'whats {ask} if a right triangle has {given}',
    'A right-angled triangle is drawn with {given}. How long is {ask}?',
    'how long is {ask} in a right angled triangle with {given}',
    'use pythagoras theorem for {ask}: {given}',
    'I know {given} of a right-angled triangle. What is {ask}?',
    'Find {ask}: right-angled triangle, {given}.',
  ],
  make(rng, level) {
    if (level === 3)
      return rng.chance(0.5) ? hypotenuse(rng.int(1, 12), rng.int(1, 12), rng) : leg(rng, rng.int(1, 9), rng.int(1, 6));
    const [a, b, c] = rng.pick(TRIPLES);
    const by = c <= 17 ? rng.int(1, c === 5 ? 8 : 2) : 1;
    const [p, q] = rng.chance(0.5) ? [a, b] : [b, a];
    return level === 1 ? hypotenuse(p * by, q * by, rng) : shorter(c * by, p * by, rng);
  },
};

function square(n: number): string[] {
  return [...(n > 20 ? timesLines(n, n) : []), `Square: $${n}^2 = ${n * n}$`];
}

function hypotenuse(a: number, b: number, rng: Rng): Worked {
  const length = lengthWriter(rng);
  const total = a * a + b * b;
  const given = rng.pick([
    `legs ${length(a)} and ${length(b)}`,
    `shorter sides ${length(a)} and ${length(b)}`,
    `perpendicular sides ${length(a)} and ${length(b)}`,
  ]);
  return rooted(
    given,
    'the hypotenuse',
    ['The hypotenuse squared is the sum of the squares', ...square(a), ...square(b), `Add: $${a * a} + ${b * b} = ${total}$`],
    total,
    rng,
  );
}

function shorter(c: number, a: number, rng: Rng): Worked {
  const length = lengthWriter(rng);
  const rest = c * c - a * a;
  const given = rng.pick([
    `hypotenuse ${length(c)} and one leg ${length(a)}`,
    `hypotenuse ${length(c)} and one side ${length(a)}`,
    `a hypotenuse of ${length(c)} and a shorter side of ${length(a)}`,
  ]);
  return rooted(
    given,
    rng.pick(['the other side', 'the third side', 'the missing side']),
    [
      'The other side squared is the hypotenuse squared less the known side squared',
      ...square(c),
      ...square(a),
      `Subtract: $${c * c} - ${a * a} = ${rest}$`,
    ],
    rest,
    rng,
  );
}

function leg(rng: Rng, a: number, more: number): Worked {
  return shorter(a + more, a, rng);
}

function rooted(given: string, ask: string, steps: string[], squared: number, rng: Rng): Worked {
  const root = surdLines(squared);
  const last = root.lines.length === 0 ? [`Square root: $${root.value}$`] : root.lines;
  return {
    maths: {},
    words: { given, ask: ask === 'the hypotenuse' && rng.chance(0.2) ? 'the longest side' : ask },
    steps: [...steps, ...last],
    answer: root.value,
  };
}
