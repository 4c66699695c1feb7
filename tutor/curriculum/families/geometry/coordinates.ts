import { quotient } from '../../division-step.ts';
import type { Family, Worked } from '../../family.ts';
import { factor } from '../../latex.ts';
import { fraction } from '../../quotient.ts';
import type { Rng } from '../../rng.ts';
import { surdLines } from '../../surd.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** What is asked of two points, and how it is found. */
interface Ask {
  readonly name: string;
  solve(p: Point, q: Point): { steps: string[]; answer: string };
}

const PHRASINGS: readonly string[] = [
  'Find the ASK <p> and <q>.',
  'What is the ASK <p> and <q>?',
  'Work out the ASK <p> and <q>.',
  'ASK <p> and <q>',
  'Calculate the ASK <p> and <q>',
  'how do i find the ASK <p> and <q>',
  'A is <p> and B is <q>. Find the ASK A and B.',
  'Points: <p>, <q>. Find the ASK them.',
  'Determine the ASK the points <p> and <q>.',
  'find ASK <p>, <q>',
  'Question 3. Find the ASK the points <p> and <q>.',
  'Given the points <p> and <q>, find the ASK them.',
  'what is the ASK the points <p> and <q>',
  'Let A = <p> and B = <q>. Work out the ASK A and B.',
  'Give the exact ASK <p> and <q>.',
  'can you find the ASK <p> and <q>',
  'The points <p> and <q> are given. What is the ASK them?',
];

function family(id: string, title: string, ask: Ask): Family {
  return {
    id,
    topic: 'geometry',
    title,
    levels: ['small positive coordinates', 'negative coordinates'],
    phrasings: PHRASINGS.map((phrasing) => phrasing.replace('ASK', ask.name)),
    make(rng, level): Worked {
      const [p, q] = twoPoints(rng, level === 1 ? 0 : -9, level === 1 ? 10 : 12);
      const { steps, answer } = ask.solve(p, q);
      return { maths: { p: write(p), q: write(q) }, steps, answer };
    },
  };
}

function twoPoints(rng: Rng, low: number, high: number): [Point, Point] {
  const p = { x: rng.int(low, high), y: rng.int(low, high) };
  for (;;) {
    const q = { x: rng.int(low, high), y: rng.int(low, high) };
    if (q.x !== p.x) return [p, q];
  }
}

function write({ x, y }: Point): string {
  return `(${x}, ${y})`;
}

/** The lines that take the first coordinate from the second. */
export function differenceSteps(p: Point, q: Point): { dx: number; dy: number; steps: string[] } {
  const [dx, dy] = [q.x - p.x, q.y - p.y];
  return {
    dx,
    dy,
    steps: [`Difference in $y$: $${q.y} - ${factor(p.y)} = ${dy}$`, `Difference in $x$: $${q.x} - ${factor(p.x)} = ${dx}$`],
  };
}

/** Gradient lines with the value both as LaTeX and as whole number or not. */
export function gradientSteps(p: Point, q: Point): { steps: string[]; value: string } {
  const { dx, dy, steps } = differenceSteps(p, q);
  const ratio = quotient(dy, dx);
  const raw = fraction(dy, dx);
  const divided = raw === ratio.written ? raw : `${raw} = ${ratio.written}`;
  return { steps: [...steps, `Divide: $${divided}$`, ...ratio.lines], value: ratio.value };
}

export const gradient = family('gradient', 'Gradient of a line through two points', {
  name: 'gradient of the line through',
  solve: (p, q) => {
    const { steps, value } = gradientSteps(p, q);
    return { steps, answer: value };
  },
});

export const midpoint = family('midpoint', 'Midpoint of two points', {
  name: 'midpoint of',
  solve: (p, q) => {
    const [sx, sy] = [p.x + q.x, p.y + q.y];
    const [mx, my] = [quotient(sx, 2), quotient(sy, 2)];
    const half = (letter: string, a: number, b: number, total: number, value: string) => {
      const raw = fraction(total, 2);
      return `Average of $${letter}$: $${fraction(`${a} ${b < 0 ? '-' : '+'} ${Math.abs(b)}`, 2)} = ${raw}${raw === value ? '' : ` = ${value}`}$`;
    };
    return {
      steps: [half('x', p.x, q.x, sx, mx.value), half('y', p.y, q.y, sy, my.value)],
      answer: `(${mx.value}, ${my.value})`,
    };
  },
});

export const distance = family('distance', 'Distance of two points', {
  name: 'distance between',
  solve: (p, q) => {
    const { dx, dy, steps } = differenceSteps(p, q);
    const total = dx * dx + dy * dy;
    const root = surdLines(total);
    return {
      steps: [
        ...steps,
        `Square and add: $${factor(dx)}^2 + ${factor(dy)}^2 = ${dx * dx} + ${dy * dy} = ${total}$`,
        ...(root.lines.length === 0 ? [`Square root: $${root.value}$`] : root.lines),
      ],
      answer: root.value,
    };
  },
});
