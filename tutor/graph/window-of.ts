/** The part of the plane that shows what matters: every named point, the origin where it is near, and some of each curve. */
import type { KeyPoint, Window } from './graph.ts';
import type { Plan } from './plan.ts';
import { realFunction } from './real-value.ts';

/** Share of the spread that is added on each side. */
const MARGIN = 0.35;
const LEAST_WIDTH = 4;
/** Spreads from an axis beyond which it is left out. */
const FAR = 4;
const USUAL: readonly [number, number] = [-5, 5];

export function windowOf(plan: Plan, named: readonly KeyPoint[]): Window {
  const areaEnds = plan.area === null ? [] : [plan.area.from, plan.area.to];
  // Where a curve passes the vertical axis matters less than its roots and turning points.
  const telling = named.filter(({ kind }) => kind !== 'intercept');
  const points = telling.length > 1 ? telling : named;
  const xs = [...points.map(({ x }) => x), ...areaEnds];
  const x = plan.domain ?? (xs.length === 0 ? USUAL : spread(xs));
  const y = heights(plan, x, points);
  return { x: [x[0], x[1]], y: [y[0], y[1]] };
}

function spread(values: readonly number[]): readonly [number, number] {
  let [low, high] = [Math.min(...values), Math.max(...values)];
  // The other axis is in sight unless all that matters lies close together and far from it.
  const reach = high === low ? Number.POSITIVE_INFINITY : FAR * (high - low);
  if (low > 0 && low < reach) low = 0;
  if (high < 0 && -high < reach) high = 0;
  const middle = (low + high) / 2;
  const half = Math.max(high - low, LEAST_WIDTH) / 2;
  return [middle - half * (1 + 2 * MARGIN), middle + half * (1 + 2 * MARGIN)];
}

function heights({ lines, axes, reading, area }: Plan, [from, to]: readonly [number, number], points: readonly KeyPoint[]) {
  const named = points.map(({ y }) => y);
  if (area !== null) named.push(0);
  const [left, right] = area === null ? [from, to] : [area.from, area.to];
  const drawn = lines.flatMap(({ f }) => {
    const value = realFunction(f, axes[0], reading);
    return Array.from({ length: 41 }, (_, at) => value(left + ((right - left) * at) / 40)).filter(Number.isFinite);
  });
  drawn.sort((a, b) => a - b);
  // The ends of a curve may run far away: its middle part is what is looked at.
  const [outer, inner] = area === null ? [0.9, 0.1] : [1, 0];
  const middle = drawn.length === 0 ? [] : [quantile(drawn, inner), quantile(drawn, outer)];
  if (named.length === 0) return middle.length === 0 ? USUAL : spread(middle);
  const [low, high] = spread(named);
  const height = high - low;
  const seen = middle.map((y) => Math.min(Math.max(y, low - height / 2), high + height / 2));
  return [Math.min(low, ...seen), Math.max(high, ...seen)] as const;
}

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.round((sorted.length - 1) * share)];
}
