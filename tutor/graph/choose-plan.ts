/** Whether a problem has a graph, and which. The first rule that fits decides; most problems fit none. */
import type { Chain } from '../expression/expression.ts';
import { isOpaque, symbolsOf, symbolsOfChain } from '../expression/walk.ts';
import type { KeyPoint } from './graph.ts';
import { type Contour, EMPTY_PLAN, type FunctionLine, type Plan } from './plan.ts';
import { areaPlan, calculusPlan, tangentPlan } from './plan-calculus.ts';
import { inequalityPlan } from './plan-inequality.ts';
import { isDrawable, isZero, minus, valueAt } from './real-value.ts';
import { byForm, explicitLine, relationCurve } from './relation-curve.ts';
import type { Stated } from './stated.ts';
import { mentions, type Subject } from './subject.ts';

/** More curves than this are a tangle. */
const MAX_CURVES = 4;
const MAX_PLACES = 6;

type Rule = (subject: Subject) => Plan | null;

const RULES: readonly Rule[] = [tangentPlan, areaPlan, inequalityPlan, placesPlan, calculusPlan, functionPlan, equationPlan];

export function choosePlan(subject: Subject): Plan | null {
  if (mentions(subject, 'sequence', 'subject', 'rearrange', 'matrix', 'probability', 'nth', 'limit')) return null;
  for (const rule of RULES) {
    const plan = rule(subject);
    if (plan !== null) return isFit(plan) ? plan : null;
  }
  return null;
}

function isFit({ lines, contours, conditions, area, inequality }: Plan): boolean {
  const expressions = [...lines, ...contours].map(({ f }) => f);
  const others = [...conditions, ...(area === null ? [] : [area.f]), ...(inequality?.terms ?? [])];
  return expressions.length <= MAX_CURVES && [...expressions, ...others].every(isDrawable);
}

/** Points given by their coordinates, joined or with a line through them. */
function placesPlan(subject: Subject): Plan | null {
  const { places, answerPlaces, answer, stated, reading } = subject;
  const wanted = mentions(subject, 'line', 'midpoint', 'distance', 'gradient', 'slope', 'points', 'point', 'segment', 'through');
  if (!wanted || places.length === 0 || places.length > MAX_PLACES || mentions(subject, 'interval', 'vector')) return null;
  const curves = [
    ...stated.map((each) => relationCurve(each, ['x', 'y'], 'given')),
    ...answer.map((each) => relationCurve(each, ['x', 'y'], 'answer')),
  ].filter((curve) => curve !== null);
  if (places.length < 2 && curves.length === 0) return null;
  const points: KeyPoint[] = [
    ...places.map(([x, y]): KeyPoint => ({ x, y, kind: 'given' })),
    ...answerPlaces.slice(0, 2).map(([x, y]): KeyPoint => ({ x, y, kind: 'answer' })),
  ];
  return { ...EMPTY_PLAN, axes: ['x', 'y'], reading, ...byForm(curves), points, wanted: 'none' };
}

/** f(x) = …, y = …, and expressions that are to be factorised or whose turning points are asked for. */
function functionPlan(subject: Subject): Plan | null {
  const { stated, reading, facts, domain } = subject;
  const lines = stated.map((each) => explicitLine(each, 'given')).filter((line) => line !== null);
  const [first] = lines;
  if (first !== undefined) {
    const relations = stated.filter(({ chain }) => chain.relations.length > 0);
    const alike = lines.every(({ axes }) => axes[0] === first.axes[0]);
    if (!alike || relations.length !== lines.length) return null;
    const points = lines.flatMap((line) => valuesAsked(line, stated, subject));
    const meet = lines.length > 1 && lines.every(({ axes }) => axes[1] === first.axes[1]);
    return { ...EMPTY_PLAN, axes: first.axes, reading, lines, points, wanted: meet ? 'sides' : 'functions', domain };
  }
  const [expression] = facts.expressions;
  const factor = mentions(subject, 'factorise', 'factorize', 'factor', 'vertex', 'completing', 'turning', 'parabola');
  if (!factor || facts.expressions.length !== 1 || stated.length !== 1) return null;
  const [unknown, ...more] = symbolsOf(expression);
  if (unknown === undefined || more.length > 0) return null;
  const latex = stated[0].latex;
  return {
    ...EMPTY_PLAN,
    axes: [unknown, 'y'],
    reading,
    lines: [{ f: expression, latex: `y = ${latex}`, role: 'given' }],
    domain,
  };
}

/** "f(3)" beside f(x) = …: the point over 3. */
function valuesAsked(
  line: FunctionLine & { readonly name: string; readonly axes: Plan['axes'] },
  stated: readonly Stated[],
  subject: Subject,
): KeyPoint[] {
  const asked = new RegExp(`^${line.name}\\((-?\\d+(?:\\.\\d+)?)\\)$`);
  return stated.flatMap(({ chain: { terms } }): KeyPoint[] => {
    const [term] = terms;
    const at = terms.length === 1 && term.kind === 'symbol' ? asked.exec(term.name)?.[1] : undefined;
    if (at === undefined) return [];
    const y = valueAt(line.f, new Map([[line.axes[0], Number(at)]]), subject.reading);
    return Number.isFinite(y) ? [{ x: Number(at), y, kind: 'given' }] : [];
  });
}

/** Equations in one unknown: both sides as curves. In two: the points at which each is true. */
function equationPlan({ facts: { equations, unknowns, solutions }, stated, reading, domain }: Subject): Plan | null {
  const relations = stated.filter(({ chain }) => chain.relations.length === 1 && chain.relations[0] === '=');
  if (relations.length === 0 || relations.length !== equations.length || unknowns.some(isOpaque)) return null;
  const [first, second] = unknowns;
  if (unknowns.length === 1) {
    const lines = relations.length === 1 ? sidesOf(relations[0]) : null;
    if (lines === null) return null;
    const vertical = first === 'y' ? '' : 'y';
    return { ...EMPTY_PLAN, axes: [first, vertical], reading, lines, wanted: lines.length > 1 ? 'sides' : 'functions', domain };
  }
  if (unknowns.length !== 2 || relations.some(({ chain }) => symbolsOfChain(chain).length === 0)) return null;
  const axes: Plan['axes'] = [first, second];
  const contours = relations.map(
    ({ chain, latex }): Contour => ({ f: minus(chain.terms[0], chain.terms[1]), latex, role: 'given', strict: false }),
  );
  const points = (solutions ?? []).map(
    (solution): KeyPoint => ({
      x: solution.get(first) ?? 0,
      y: solution.get(second) ?? 0,
      kind: 'crossing',
    }),
  );
  return { ...EMPTY_PLAN, axes, reading, contours, points, wanted: contours.length > 1 ? 'sides' : 'functions', domain };
}

function sidesOf({ chain, sides: [leftLatex = '', rightLatex = ''] }: Stated): FunctionLine[] | null {
  const [left, right] = chain.terms;
  if (isTrivial(chain)) return null;
  const named = (latex: string) => (latex === '' ? '' : `y = ${latex}`);
  const lines: FunctionLine[] = [
    { f: left, latex: named(leftLatex), role: 'given' },
    { f: right, latex: named(rightLatex), role: 'given' },
  ];
  return lines.filter(({ f }) => !isZero(f));
}

/** "x = 5" says its answer already. */
function isTrivial(chain: Chain): boolean {
  return (
    chain.terms.every((term) => term.kind === 'symbol' || symbolsOf(term).length === 0) || symbolsOfChain(chain).length === 0
  );
}
