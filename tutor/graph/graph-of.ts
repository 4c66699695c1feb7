/**
 * A problem and its agreed answer → what to draw beside it, or nothing. Pure; what it is given may be hostile, so lengths are
 * limited, nothing is run but the expression evaluator, and the caller sets a deadline.
 */
import { choosePlan } from './choose-plan.ts';
import { dataSet } from './data-set.ts';
import type { Curve, Graph, PlaneGraph, Point, Window } from './graph.ts';
import { keyPointsOf } from './key-points.ts';
import type { Plan } from './plan.ts';
import { realFunction, realFunction2 } from './real-value.ts';
import { spansOf } from './spans-of.ts';
import { subjectOf } from './subject.ts';
import { traceContour, traceRegion } from './trace-contour.ts';
import { traceCurve } from './trace-curve.ts';
import { windowOf } from './window-of.ts';

/** The first curves are traced this share of the window beyond each edge: a small pan then shows no gap. */
const BEYOND = 0.5;

/**
 * `problem` as typed, `answer` as LaTeX, null when there is none; `window`: what the learner looks at, null for the part that
 * shows what matters. null when there is nothing to draw.
 */
export function graphOf(problem: string, answer: string | null, window: Window | null): Graph | null {
  const bars = dataSet(problem, answer);
  if (bars !== null) return bars;
  const subject = subjectOf(problem, answer);
  const plan = subject === null ? null : choosePlan(subject);
  return plan === null ? null : trace(plan, window);
}

function trace(plan: Plan, looked: Window | null): PlaneGraph | null {
  const { axes, reading, lines, contours, conditions, inequality } = plan;
  const points = keyPointsOf(plan);
  const window = looked ?? windowOf(plan, points);
  const wide: Window = looked ?? { x: widened(window.x), y: widened(window.y) };
  const curves: Curve[] = [
    ...lines.map(({ f, latex, role }) => ({
      latex,
      role,
      dashed: false,
      pieces: traceCurve(realFunction(f, axes[0], reading), wide.x, window.y),
    })),
    ...contours.map(({ f, latex, role, strict }) => ({
      latex,
      role,
      dashed: strict,
      pieces: traceContour(realFunction2(f, axes, reading), wide),
    })),
  ];
  // A window that the learner moved may be empty; a first one with nothing in it is no graph.
  if (looked === null && curves.every(({ pieces }) => pieces.length === 0) && points.length < 2) return null;
  const [horizontal, vertical] = axes;
  return {
    kind: 'plane',
    axes: [nameOf(horizontal), nameOf(vertical)],
    window,
    sameScale:
      contours.length > 0 || plan.points.some(({ kind }) => kind === 'given' && plan.area === null && lines.length === 0),
    curves,
    shaded: conditions.length > 0 ? regionOf(plan, wide) : areaOf(plan),
    spans: inequality === null ? null : spansOf(inequality, horizontal, reading),
    points,
  };
}

function regionOf({ conditions, axes, reading }: Plan, window: Window): Point[][] {
  const values = conditions.map((condition) => realFunction2(condition, axes, reading));
  return traceRegion((x, y) => Math.min(...values.map((value) => value(x, y))), window);
}

const AREA_STEPS = 160;

/** Between the curve and the axis; a polygon for each stretch in which the curve has a value. */
function areaOf({ area, axes, reading }: Plan): Point[][] {
  if (area === null) return [];
  const value = realFunction(area.f, axes[0], reading);
  const { from, to } = area;
  const along = Array.from({ length: AREA_STEPS + 1 }, (_, at) => from + ((to - from) * at) / AREA_STEPS);
  const top = along.flatMap((x): Point[] => (Number.isFinite(value(x)) ? [[x, value(x)]] : []));
  return top.length < AREA_STEPS ? [] : [[[from, 0], ...top, [to, 0]]];
}

function widened([low, high]: readonly [number, number]): readonly [number, number] {
  const margin = (high - low) * BEYOND;
  return [low - margin, high + margin];
}

/** As LaTeX: a long name is a Greek letter. */
function nameOf(unknown: string): string {
  return /^[a-z]{2,}$/i.test(unknown) ? `\\${unknown}` : unknown;
}
