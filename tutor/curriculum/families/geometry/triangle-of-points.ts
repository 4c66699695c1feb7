/** Triangles given by their corners, and how questions about them are put. Knows nothing of what is asked. */
import type { Family, Worked } from '../../family.ts';
import type { Rng } from '../../rng.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export type Triangle = readonly [Point, Point, Point];

/** "(3, -4)". */
export function writePoint({ x, y }: Point): string {
  return `(${x}, ${y})`;
}

export function minus(p: Point, q: Point): Point {
  return { x: p.x - q.x, y: p.y - q.y };
}

/** Twice the area, with the sign of the turn from p to q. */
export function cross(p: Point, q: Point): number {
  return p.x * q.y - p.y * q.x;
}

/** A negative number in brackets, for the right side of an operation. */
export function closed(n: number): string {
  return n < 0 ? `(${n})` : String(n);
}

/** "x: 3 - (-4) = 7" for both coordinates of p - q, as one line of scratch. */
export function differenceOfPoints(p: Point, q: Point): string {
  const d = minus(p, q);
  return `> ${p.x} - ${closed(q.x)} = ${d.x}, ${p.y} - ${closed(q.y)} = ${d.y}`;
}

interface PointFamily {
  readonly id: string;
  readonly title: string;
  /** What is asked, as nouns: "the orthocenter". */
  readonly asks: readonly [string, string, string];
  /** The answer with its working; undefined when the corners drawn do not suit. */
  solve(corners: Triangle): { readonly steps: readonly string[]; readonly answer: string } | undefined;
}

/** A family that asks one thing of a triangle ABC with corners on the grid. */
export function trianglePointsFamily({ id, title, asks, solve }: PointFamily): Family {
  const [first, second, third] = asks;
  return {
    id,
    topic: 'geometry',
    title,
    levels: ['small coordinates', 'coordinates from -10 to 10', 'coordinates from -10 to 10, any form'],
    phrasings: [
      `For triangle with vertices {corners}, determine ${first}.{form}`,
      `Given triangle ABC with coordinates {corners}, find ${second}.{form}`,
      `Find ${third} of triangle ABC whose vertices are {corners}.{form}`.replace('of angle ABC of', 'of angle ABC in'),
      `In triangle ABC with coordinates {corners}, find ${second}.{form}`,
      `Consider triangle ABC with coordinates {corners}. Compute ${first}.{form}`,
      `A triangle has the corners {corners}. What is ${first}?`,
      `find ${first} for the triangle {corners}`,
      `Given a triangle with vertices {corners}, determine ${third}.{form}`,
      `The points {corners} form a triangle. Work out ${first}.{form}`,
      `triangle {corners}, find ${second}`,
      `Calculate ${first} when {corners}.{form}`,
      `What is ${second} if ABC has the vertices {corners}?{form}`,
      `{corners}. Find ${first}.`,
      `ABC is a triangle with {corners}. Determine ${second}.{form}`,
      `how do i work out ${first} if {corners}`,
      `Triangle ABC has its vertices at {corners}. Find ${third}.{form}`,
      `Let {corners} be the vertices of a triangle. Find ${first}.{form}`,
      `Consider triangle ABC with vertices {corners}. Compute ${second}.{form}`,
    ],
    make(rng, level): Worked {
      for (;;) {
        const corners = drawTriangle(rng, level === 1 ? 5 : 10);
        const solved = solve(corners);
        if (solved === undefined || solved.steps.join('\n').length > 1040) continue;
        return {
          maths: {},
          words: { corners: writeCorners(corners, rng), form: rng.chance(0.5) ? ` ${answerForm(rng)}` : '' },
          ...solved,
        };
      }
    },
  };
}

function drawTriangle(rng: Rng, most: number): Triangle {
  const point = () => ({ x: rng.int(-most, most), y: rng.int(-most, most) });
  for (;;) {
    const corners: Triangle = [point(), point(), point()];
    if (cross(minus(corners[1], corners[0]), minus(corners[2], corners[0])) !== 0) return corners;
  }
}

function writeCorners(corners: Triangle, rng: Rng): string {
  const sign = rng.pick(['=', '=', '=', ' = ', '']);
  const [a, b, c] = corners.map((corner, index) => `${'ABC'[index]}${sign}${writePoint(corner)}`);
  return rng.pick([`${a}, ${b}, and ${c}`, `${a}, ${b}, and ${c}`, `${a}, ${b}, ${c}`, `${a}, ${b} and ${c}`]);
}

/** The instructions that examiners put behind such questions, whatever is asked. */
function answerForm(rng: Rng): string {
  const lines = [
    rng.pick(['Give coordinates in the form (x, y)', 'Coordinates are written as (x, y)', 'Write points as (x, y)']),
    rng.pick(['Round decimal answers to 3 decimal places', 'Decimal answers have 3 decimal places']),
    rng.pick(['Use the degree symbol ° for angles', 'Angles take the degree symbol °']),
    rng.pick([
      'Return only the angle, coordinates, or radius as your answer.',
      'Reply with the angle, the coordinates or the radius only.',
    ]),
  ];
  const header = rng.pick(['For all geometry problems:', 'For all geometry problems:', 'In geometry:', 'Form of the answer:']);
  return [header, ...lines.map((line, index) => `${index + 1}. ${line}`)].join('\n');
}
