/** Where a function of two unknowns is zero, and where it is positive: marching squares over a grid. */
import type { Point, Window } from './graph.ts';
import type { RealFunction2 } from './real-value.ts';

/** Cells along each side. */
const CELLS = 96;

interface Grid {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  /** values[row][column] */
  readonly values: readonly (readonly number[])[];
}

function gridOf(f: RealFunction2, { x, y }: Window): Grid {
  const along = ([low, high]: readonly [number, number]) =>
    Array.from({ length: CELLS + 1 }, (_, at) => low + ((high - low) * at) / CELLS);
  const [xs, ys] = [along(x), along(y)];
  return { xs, ys, values: ys.map((row) => xs.map((column) => f(column, row))) };
}

/** The corners of a cell, anticlockwise from the lower left. */
function corners({ xs, ys, values }: Grid, row: number, column: number): readonly (readonly [Point, number])[] {
  const corner = (down: number, right: number): readonly [Point, number] => [
    [xs[column + right], ys[row + down]],
    values[row + down][column + right],
  ];
  return [corner(0, 0), corner(0, 1), corner(1, 1), corner(1, 0)];
}

/** The point on an edge at which the value passes zero, if it changes evenly. */
function crossing([[ax, ay], a]: readonly [Point, number], [[bx, by], b]: readonly [Point, number]): Point {
  const part = a / (a - b);
  return [ax + (bx - ax) * part, ay + (by - ay) * part];
}

/** The zero set as stretches, each of two or more points. */
export function traceContour(f: RealFunction2, window: Window): Point[][] {
  const grid = gridOf(f, window);
  const segments: [Point, Point][] = [];
  for (let row = 0; row < CELLS; row++) {
    for (let column = 0; column < CELLS; column++) {
      const cell = corners(grid, row, column);
      if (cell.some(([, value]) => Number.isNaN(value))) continue;
      const hits: Point[] = [];
      for (let at = 0; at < 4; at++) {
        const [from, to] = [cell[at], cell[(at + 1) % 4]];
        if (from[1] >= 0 !== to[1] >= 0) hits.push(crossing(from, to));
      }
      for (let at = 0; at + 1 < hits.length; at += 2) segments.push([hits[at], hits[at + 1]]);
    }
  }
  return join(segments, (window.x[1] - window.x[0]) * 1e-7);
}

/** Segments that share an end, chained. */
function join(segments: readonly (readonly [Point, Point])[], grain: number): Point[][] {
  const key = ([x, y]: Point) => `${Math.round(x / grain)} ${Math.round(y / grain)}`;
  const byEnd = new Map<string, number[]>();
  segments.forEach(([a, b], index) => {
    for (const end of [key(a), key(b)]) byEnd.set(end, [...(byEnd.get(end) ?? []), index]);
  });
  const used = new Set<number>();
  const extend = (chain: Point[]): void => {
    for (;;) {
      const end = chain[chain.length - 1];
      const next = byEnd.get(key(end))?.find((index) => !used.has(index));
      if (next === undefined) return;
      used.add(next);
      const [a, b] = segments[next];
      chain.push(key(a) === key(end) ? b : a);
    }
  };
  return segments.flatMap(([a, b], index) => {
    if (used.has(index)) return [];
    used.add(index);
    const chain: Point[] = [a, b];
    extend(chain);
    chain.reverse();
    extend(chain);
    return [chain];
  });
}

/** Polygons that cover where `f` is at least zero; whole cells of a row are one rectangle. */
export function traceRegion(f: RealFunction2, window: Window): Point[][] {
  const grid = gridOf(f, window);
  const { xs, ys } = grid;
  const polygons: Point[][] = [];
  for (let row = 0; row < CELLS; row++) {
    let from: number | null = null;
    for (let column = 0; column <= CELLS; column++) {
      const cell = column < CELLS ? corners(grid, row, column) : [];
      const whole = cell.length > 0 && cell.every(([, value]) => value >= 0);
      if (whole) {
        from ??= column;
        continue;
      }
      if (from !== null) polygons.push(rectangle(xs[from], xs[column], ys[row], ys[row + 1]));
      from = null;
      const part = clip(cell);
      if (part.length > 2) polygons.push(part);
    }
  }
  return polygons;
}

function rectangle(left: number, right: number, bottom: number, top: number): Point[] {
  return [
    [left, bottom],
    [right, bottom],
    [right, top],
    [left, top],
  ];
}

/** The part of a cell at which the value is at least zero. */
function clip(cell: readonly (readonly [Point, number])[]): Point[] {
  if (cell.some(([, value]) => Number.isNaN(value))) return [];
  return cell.flatMap((corner, at): Point[] => {
    const next = cell[(at + 1) % cell.length];
    const kept: Point[] = corner[1] >= 0 ? [corner[0]] : [];
    return corner[1] >= 0 !== next[1] >= 0 ? [...kept, crossing(corner, next)] : kept;
  });
}
