/** The points at which two functions of two unknowns are both zero: found along the first one's curve, then made sharp. */
import type { Point } from './graph.ts';
import type { RealFunction2 } from './real-value.ts';
import { traceContour } from './trace-contour.ts';

/** School problems meet near the origin. */
const SEARCH = { x: [-12.37, 12.41], y: [-12.43, 12.39] } as const;
const ROUNDS = 12;

export function meetings(first: RealFunction2, second: RealFunction2): Point[] {
  return traceContour(first, SEARCH)
    .flatMap((piece) =>
      piece.flatMap((point, at): Point[] => {
        const next = piece[at + 1];
        return next !== undefined && second(...point) >= 0 !== second(...next) >= 0 ? [point] : [];
      }),
    )
    .flatMap((start) => newton(first, second, start) ?? []);
}

/** Newton's method in the plane, with slopes from small differences. null when it does not settle. */
function newton(first: RealFunction2, second: RealFunction2, start: Point): [Point] | null {
  let [x, y] = start;
  for (let round = 0; round < ROUNDS; round++) {
    const [a, b] = [first(x, y), second(x, y)];
    const step = 1e-5;
    const [ax, ay] = [(first(x + step, y) - a) / step, (first(x, y + step) - a) / step];
    const [bx, by] = [(second(x + step, y) - b) / step, (second(x, y + step) - b) / step];
    const determinant = ax * by - ay * bx;
    if (!(Math.abs(determinant) > 1e-9)) return null;
    x -= (a * by - ay * b) / determinant;
    y -= (ax * b - a * bx) / determinant;
  }
  return Math.abs(first(x, y)) + Math.abs(second(x, y)) < 1e-6 ? [[x, y]] : null;
}
