/** A stated relation as a curve: solved for its vertical unknown where it is written so, else all its points. */
import { isOpaque, symbolsOf } from '../expression/walk.ts';
import type { CurveRole } from './graph.ts';
import type { Contour, FunctionLine, Plan } from './plan.ts';
import { minus } from './real-value.ts';
import type { Stated } from './stated.ts';

export interface ExplicitLine extends FunctionLine {
  /** "y", or "f" of "f(x)". */
  readonly name: string;
  readonly axes: Plan['axes'];
}

/** "y = …" and "f(x) = …" in one other unknown; null for anything else. */
export function explicitLine({ chain: { terms, relations }, latex }: Stated, role: CurveRole): ExplicitLine | null {
  const [left, right] = terms;
  if (relations.length !== 1 || relations[0] !== '=' || left.kind !== 'symbol') return null;
  const called = /^([A-Za-z])\(([a-z])\)$/.exec(left.name);
  const [unknown, ...more] = symbolsOf(right);
  if (more.length > 0 || (called === null && isOpaque(left.name))) return null;
  if (called !== null) {
    if (unknown !== undefined && unknown !== called[2]) return null;
    return { f: right, latex, role, name: called[1], axes: [called[2], 'y'] };
  }
  // A number makes a level line for y alone: "x = 3" is not one.
  if (unknown === undefined ? left.name !== 'y' : unknown === left.name || isOpaque(unknown)) return null;
  return { f: right, latex, role, name: left.name, axes: [unknown ?? 'x', left.name] };
}

/** Curves by the way they are traced. */
export function byForm(curves: readonly (ExplicitLine | Contour)[]): Pick<Plan, 'lines' | 'contours'> {
  const lines = curves.filter((curve) => 'name' in curve);
  return { lines, contours: curves.filter((curve): curve is Contour => !('name' in curve)) };
}

/** null when the relation is no equation in these unknowns. */
export function relationCurve(stated: Stated, axes: Plan['axes'], role: CurveRole): ExplicitLine | Contour | null {
  const { chain, latex } = stated;
  if (chain.relations.length !== 1 || chain.relations[0] !== '=') return null;
  const explicit = explicitLine(stated, role);
  if (explicit !== null && explicit.axes[0] === axes[0] && explicit.axes[1] === axes[1]) return explicit;
  const symbols = symbolsOf(...chain.terms);
  if (symbols.length === 0 || symbols.some((name) => !axes.includes(name))) return null;
  return { f: minus(chain.terms[0], chain.terms[1]), latex, role, strict: false };
}
