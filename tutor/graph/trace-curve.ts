/** A function's curve as unbroken stretches of points. */
import type { Point } from './graph.ts';
import type { RealFunction } from './real-value.ts';

const STEPS = 720;
/** Curves are drawn so many heights of the window beyond it, so that a small pan shows no gap. */
const BEYOND = 3;

export function traceCurve(f: RealFunction, x: readonly [number, number], y: readonly [number, number]): Point[][] {
  const height = y[1] - y[0];
  const [low, high] = [y[0] - BEYOND * height, y[1] + BEYOND * height];
  const pieces: Point[][] = [];
  let piece: Point[] = [];
  const end = () => {
    if (piece.length > 1) pieces.push(piece);
    piece = [];
  };
  let before: Point | null = null;
  for (let step = 0; step <= STEPS; step++) {
    const at = x[0] + ((x[1] - x[0]) * step) / STEPS;
    const value = f(at);
    if (!Number.isFinite(value)) {
      end();
      before = null;
      continue;
    }
    // From far above to far below in one step: a pole lies between.
    if (before !== null && Math.abs(value - before[1]) > height && isBroken(f, before, [at, value])) end();
    if (value >= low && value <= high) piece.push([at, value]);
    else {
      if (piece.length > 0) piece.push([at, Math.min(Math.max(value, low), high)]);
      end();
      if (isBack(f(at + (x[1] - x[0]) / STEPS), low, high)) piece.push([at, Math.min(Math.max(value, low), high)]);
    }
    before = [at, value];
  }
  end();
  return pieces;
}

/** The value half-way lies outside both ends: no continuous curve of this width does that. */
function isBroken(f: RealFunction, [fromX, fromY]: Point, [toX, toY]: Point): boolean {
  const quarters = [0.25, 0.5, 0.75].map((part) => f(fromX + (toX - fromX) * part));
  const [low, high] = fromY < toY ? [fromY, toY] : [toY, fromY];
  const slack = (high - low) * 0.05;
  return quarters.some((value) => !(value >= low - slack && value <= high + slack));
}

function isBack(next: number, low: number, high: number): boolean {
  return next >= low && next <= high;
}
