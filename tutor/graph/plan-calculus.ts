/** Graphs of calculus: tangents, areas under curves, a function beside its derivative. */
import type { Expression } from '../expression/expression.ts';
import { symbolsOf } from '../expression/walk.ts';
import type { KeyPoint } from './graph.ts';
import { EMPTY_PLAN, type FunctionLine, type Plan } from './plan.ts';
import { valueAt } from './real-value.ts';
import { byForm, type ExplicitLine, explicitLine, relationCurve } from './relation-curve.ts';
import type { Stated } from './stated.ts';
import { mentions, type Subject } from './subject.ts';

/** A curve, the point on it, and the tangent or normal that the answer names. */
export function tangentPlan(subject: Subject): Plan | null {
  if (!mentions(subject, 'tangent', 'normal', 'gradient', 'slope')) return null;
  const curve = onlyLine(subject);
  if (curve === null || symbolsOf(curve.f).length === 0) return null;
  const [at] = abscissas(subject, curve.axes[0]);
  const place = at ?? subject.places[0]?.[0];
  if (place === undefined) return null;
  const y = valueAt(curve.f, new Map([[curve.axes[0], place]]), subject.reading);
  if (!Number.isFinite(y)) return null;
  const drawn = subject.answer.map((each) => relationCurve(each, curve.axes, 'answer')).filter((each) => each !== null);
  const found = byForm(drawn);
  return {
    ...EMPTY_PLAN,
    axes: curve.axes,
    reading: subject.reading,
    lines: [curve, ...found.lines],
    contours: found.contours,
    points: [{ x: place, y, kind: 'touch' }],
    wanted: 'none',
  };
}

/** A definite integral, or "the area under y = … between x = a and x = b". */
export function areaPlan(subject: Subject): Plan | null {
  const { facts, stated, reading } = subject;
  const [integral] = facts.expressions;
  if (facts.expressions.length === 1 && integral.kind === 'integral' && integral.bounds !== null) {
    const [from, to] = integral.bounds.map((bound) => valueAt(bound, new Map(), reading));
    if (symbolsOf(integral.item).some((name) => name !== integral.variable)) return null;
    const line: FunctionLine = { f: integral.item, latex: integrandLatex(stated), role: 'given' };
    return shade(line, [integral.variable, 'y'], from, to, subject);
  }
  const told = integrandBetween(subject);
  if (told !== null) return told;
  const curve = mentions(subject, 'area') ? onlyLine(subject) : null;
  const [from, to] = curve === null ? [] : abscissas(subject, curve.axes[0]);
  return curve === null || to === undefined ? null : shade(curve, curve.axes, from, to, subject);
}

/** "Integrate 3x^2 from 1 to 2". */
function integrandBetween(subject: Subject): Plan | null {
  const { facts, stated, bounds } = subject;
  if (bounds === null || !mentions(subject, 'integral', 'integrate') || facts.expressions.length !== 1) return null;
  const [told] = facts.expressions;
  const f = told.kind === 'integral' ? told.item : told;
  const [unknown, ...more] = symbolsOf(f);
  if (unknown === undefined || more.length > 0) return null;
  const latex = stated.find(({ chain }) => chain.relations.length === 0)?.latex;
  const line: FunctionLine = { f, latex: told.kind === 'integral' || latex === undefined ? '' : `y = ${latex}`, role: 'given' };
  return shade(line, [unknown, 'y'], ...bounds, subject);
}

function shade(line: FunctionLine, axes: Plan['axes'], from: number, to: number, { reading }: Subject): Plan | null {
  if (!(Number.isFinite(from) && Number.isFinite(to)) || from === to) return null;
  const [low, high] = from < to ? [from, to] : [to, from];
  const points = [low, high].flatMap((x): KeyPoint[] => {
    const y = valueAt(line.f, new Map([[axes[0], x]]), reading);
    return Number.isFinite(y) ? [{ x, y, kind: 'given' }] : [];
  });
  return { ...EMPTY_PLAN, axes, reading, lines: [line], area: { f: line.f, from: low, to: high }, points, wanted: 'none' };
}

/** A function to differentiate or integrate, and its derivative as the answer gives it. */
export function calculusPlan(subject: Subject): Plan | null {
  const { facts, stated, answer, reading } = subject;
  const derive = mentions(subject, 'differentiate', 'derivative', 'differentiation');
  const [expression] = facts.expressions;
  if (facts.expressions.length !== 1) return null;
  const told = expression.kind === 'derivative' || (expression.kind === 'integral' && expression.bounds === null);
  if (!derive && !told && !mentions(subject, 'integrate', 'antiderivative')) return null;
  const f: Expression = expression.kind === 'derivative' || expression.kind === 'integral' ? expression.item : expression;
  const [unknown, ...more] = symbolsOf(f);
  if (unknown === undefined || more.length > 0) return null;
  const latex = told ? '' : (stated.find(({ chain }) => chain.relations.length === 0)?.latex ?? '');
  const lines: FunctionLine[] = [{ f, latex: latex === '' ? '' : `y = ${latex}`, role: 'given' }];
  const [found] = answer;
  const derivative = found?.chain.terms.at(-1);
  if ((derive || expression.kind === 'derivative') && derivative !== undefined && answer.length === 1) {
    const only = symbolsOf(derivative).every((name) => name === unknown);
    const written = found.sides.at(-1) ?? found.latex;
    if (only) lines.push({ f: derivative, latex: `\\frac{dy}{d${unknown}} = ${written}`, role: 'answer' });
  }
  return { ...EMPTY_PLAN, axes: [unknown, 'y'], reading, lines, wanted: 'functions' };
}

/** The one curve that the problem states. */
function onlyLine({ stated }: Subject): ExplicitLine | null {
  const lines = stated.map((each) => explicitLine(each, 'given')).filter((line) => line !== null);
  return lines.length === 1 ? lines[0] : null;
}

/** Every "x = a" in the problem. */
function abscissas({ stated, reading }: Subject, unknown: string): number[] {
  return stated.flatMap(({ chain: { terms, relations } }) => {
    const [left, right] = terms;
    if (relations.length !== 1 || relations[0] !== '=' || left.kind !== 'symbol' || left.name !== unknown) return [];
    const value = valueAt(right, new Map(), reading);
    return Number.isFinite(value) ? [value] : [];
  });
}

/** "y = …" with what stands between the bounds and "dx". */
function integrandLatex(stated: readonly Stated[]): string {
  const latex = stated.find(({ latex: each }) => each.includes('\\int'))?.latex ?? '';
  const part = /\\int\s*(?:\\limits)?\s*_(?:\{[^{}]*\}|.)\s*\^(?:\{[^{}]*\}|.)\s*(.+?)(?:\\[,;!:]|\s)*d[a-z]\s*$/.exec(
    latex,
  )?.[1];
  return part === undefined ? '' : `y = ${part}`;
}
