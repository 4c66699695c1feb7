/** The points of a plan that are worth naming: where curves cross the axes and each other, and where they turn. */
import { derivative } from '../expression/derivative.ts';
import { symbolsOf } from '../expression/walk.ts';
import type { KeyPoint, PointKind } from './graph.ts';
import { meetings } from './meetings.ts';
import type { Contour, FunctionLine, Plan } from './plan.ts';
import { minus, realFunction, realFunction2 } from './real-value.ts';
import { searchZeros, tidy, zerosOf } from './zeros.ts';

/** More than this many of one kind are a pattern, not points: of a wave the nearest to the origin are named. */
const MOST_OF_A_KIND = 6;
const SEARCH: readonly [number, number] = [-30, 30];
const SEARCH_DEGREES: readonly [number, number] = [-360, 360];

export function keyPointsOf(plan: Plan): KeyPoint[] {
  const found: KeyPoint[] = [...plan.points];
  if (plan.wanted === 'functions') {
    for (const line of plan.lines) if (line.role === 'given') found.push(...pointsOfFunction(line, plan));
    for (const contour of plan.contours) found.push(...interceptsOf(contour, plan));
  }
  if (plan.wanted === 'sides') found.push(...crossingsOf(plan));
  return distinct(found);
}

function rangeOf({ domain, reading }: Plan): readonly [number, number] {
  return domain ?? (reading.angle === 'degrees' ? SEARCH_DEGREES : SEARCH);
}

function pointsOfFunction({ f }: FunctionLine, plan: Plan): KeyPoint[] {
  const [unknown] = plan.axes;
  if (symbolsOf(f).length === 0) return [];
  const range = rangeOf(plan);
  const value = realFunction(f, unknown, plan.reading);
  const within = (x: number) => plan.domain === null || (x >= plan.domain[0] && x <= plan.domain[1]);
  const at = (xs: readonly number[], kind: (x: number) => PointKind | null): KeyPoint[] =>
    xs.filter(within).flatMap((x): KeyPoint[] => {
      const [y, what] = [value(x), kind(x)];
      return Number.isFinite(y) && what !== null ? [{ x: tidy(x), y: tidy(y), kind: what }] : [];
    });
  const slope = derivative(f, unknown);
  const width = (range[1] - range[0]) / 3000;
  const turn = (x: number): PointKind | null => {
    const [left, middle, right] = [value(x - width), value(x), value(x + width)];
    if (left > middle && right > middle) return 'minimum';
    return left < middle && right < middle ? 'maximum' : null;
  };
  return [
    ...few(at(zerosOf(f, unknown, range, plan.reading), () => 'root')).map((point) => ({ ...point, y: 0 })),
    ...few(slope === null ? [] : at(zerosOf(slope, unknown, range, plan.reading), turn)),
    ...at([0], () => 'intercept'),
  ];
}

/** Where both sides of an equation, or curves, are level. */
function crossingsOf(plan: Plan): KeyPoint[] {
  const [unknown] = plan.axes;
  const { lines, reading } = plan;
  const [only] = lines;
  if (lines.length === 1 && plan.inequality !== null)
    return few(zerosOf(only.f, unknown, rangeOf(plan), reading).map((x) => ({ x: tidy(x), y: 0, kind: 'root' })));
  const found: KeyPoint[] = [];
  lines.forEach((line, index) => {
    const value = realFunction(line.f, unknown, reading);
    for (const other of lines.slice(index + 1)) {
      for (const x of zerosOf(minus(line.f, other.f), unknown, rangeOf(plan), reading)) {
        const y = value(x);
        if (Number.isFinite(y)) found.push({ x: tidy(x), y: tidy(y), kind: 'crossing' });
      }
    }
  });
  return few([...found, ...meetingsOf(plan)]);
}

/** Where curves of both unknowns meet, when the exact solution of a linear system did not say so. */
function meetingsOf({ contours, conditions, axes, reading, points }: Plan): KeyPoint[] {
  if (points.some(({ kind }) => kind === 'crossing')) return [];
  const values = contours.map(({ f }) => realFunction2(f, axes, reading));
  // A corner counts only where the region reaches it.
  const edges = conditions.map((condition) => realFunction2(condition, axes, reading));
  return values
    .flatMap((first, at) => values.slice(at + 1).flatMap((second) => meetings(first, second)))
    .filter(([x, y]) => edges.every((edge) => edge(x, y) > -1e-6))
    .map(([x, y]) => ({ x: tidy(x), y: tidy(y), kind: 'crossing' }));
}

function interceptsOf({ f }: Contour, { axes, reading }: Plan): KeyPoint[] {
  const value = realFunction2(f, axes, reading);
  const roots = searchZeros((x) => value(x, 0), SEARCH).map((x): KeyPoint => ({ x, y: 0, kind: 'root' }));
  const heights = searchZeros((y) => value(0, y), SEARCH).map((y): KeyPoint => ({ x: 0, y, kind: 'intercept' }));
  return [...few(roots), ...few(heights)];
}

/** The nearest to the origin, in their order. */
function few(points: readonly KeyPoint[]): KeyPoint[] {
  const near = [...points].sort((a, b) => Math.abs(a.x) - Math.abs(b.x)).slice(0, MOST_OF_A_KIND);
  return points.filter((point) => near.includes(point));
}

/** One name a point, the first that it got. */
function distinct(points: readonly KeyPoint[]): KeyPoint[] {
  const same = (a: number, b: number) => Math.abs(a - b) < 1e-6 * Math.max(1, Math.abs(a));
  return points.filter((point, at) => !points.slice(0, at).some(({ x, y }) => same(x, point.x) && same(y, point.y)));
}
