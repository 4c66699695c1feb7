/**
 * Are two answers the same? In layers, cheapest first: canonical text, structure (solutions in any order, regions,
 * tuples, units, words), exact arithmetic, sampling, and last a computer algebra library for what our reader cannot read.
 */
import { evaluateNumber } from '../expression/evaluate-number.ts';
import type { Expression } from '../expression/expression.ts';
import { MAX_FORMULA } from '../expression/parse-statement.ts';
import { PLAIN_READING } from '../expression/reading.ts';
import { type AnswerForm, readAnswer } from './answer-form.ts';
import { canonicalAnswer } from './canonical-answer.ts';
import { compareEquations, type Equation } from './compare-equations.ts';
import { compareValues } from './compare-values.ts';
import { type AnswerComparison, decided, every, sameInAnyOrder, UNDECIDED } from './comparison.ts';
import { type Region, regionOf, sameStretches, stretchesOf } from './region.ts';
import { compareSymbolically } from './symbolic.ts';
import { sameTime } from './times.ts';
import { sameWords } from './words.ts';

export type { AnswerComparison } from './comparison.ts';

/** Relative difference within which a value written with ≈ may stand for the exact one. */
const ROUNDING = 0.01;

/** Two answers as LaTeX. Symmetric; `equal: null` when not decided. */
export function compareAnswers(a: string, b: string): AnswerComparison {
  if (a.length > MAX_FORMULA || b.length > MAX_FORMULA) return { equal: null, method: 'too-long' };
  const [left, right] = [canonicalAnswer(a), canonicalAnswer(b)];
  if (left === right && left !== '') return decided(true, 'text');
  const time = sameTime(left, right);
  if (time !== null) return time === 'undecided' ? UNDECIDED : decided(time, 'time');
  const [first, second] = [readAnswer(stripDots(a)), readAnswer(stripDots(b))];
  if (first === null || second === null) return compareSymbolically(left, right);
  return compareForms(first, second);
}

function stripDots(latex: string): string {
  let text = latex.trim();
  while (text.startsWith('$') && text.endsWith('$') && text.length > 2 && !text.startsWith('$$')) text = text.slice(1, -1).trim();
  return text.endsWith('.') ? text.slice(0, -1) : text;
}

function compareForms(a: AnswerForm, b: AnswerForm): AnswerComparison {
  if (a.kind === 'words' || b.kind === 'words') return compareWithWords(a, b);
  if (a.kind === 'inequalities' || b.kind === 'inequalities') return compareRegions(a, b);
  if (a.kind === 'values' && b.kind === 'values') return compareSolutions(a, b);
  if (a.kind === 'assignments' || b.kind === 'assignments') return compareAssignments(a, b);
  const [left, right] = [equationOf(a), equationOf(b)];
  return left === null || right === null ? UNDECIDED : compareEquations(left, right);
}

function compareWithWords(a: AnswerForm, b: AnswerForm): AnswerComparison {
  if (a.kind === 'words' && b.kind === 'words') return { equal: sameWords(a.words, b.words), method: 'words' };
  const [words, other] = a.kind === 'words' ? [a.words, b] : b.kind === 'words' ? [b.words, a] : [null, a];
  if (words === null || !words.known) return UNDECIDED;
  if (other.kind !== 'inequalities') return decided(false, 'words');
  const region = regionOf(other.statement);
  if (region === null) return UNDECIDED;
  if (words.text === 'no solution') return decided(region.stretches.length === 0, 'region');
  if (words.text === 'all real numbers') return decided(sameStretches(region.stretches, WHOLE_LINE), 'region');
  return decided(false, 'words');
}

const WHOLE_LINE = [{ low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY, closed: [false, false] as const }];

function compareRegions(a: AnswerForm, b: AnswerForm): AnswerComparison {
  const [left, right] = [regionOfForm(a), regionOfForm(b)];
  if (left === null || right === null) return compareChains(a, b);
  if (left.variable !== null && right.variable !== null && left.variable !== right.variable) return decided(false, 'unknowns');
  return decided(sameStretches(left.stretches, right.stretches), 'region');
}

/** A tuple beside a region is an open interval, solutions are points of the line. */
function regionOfForm(form: AnswerForm): Region | null {
  if (form.kind === 'inequalities') return regionOf(form.statement);
  if (form.kind !== 'values') return null;
  const [only] = form.values;
  if (form.values.length === 1 && only.kind === 'tuple') {
    const stretches = stretchesOf(only);
    return stretches === null ? null : { variable: form.variable, stretches };
  }
  const points = form.values.map((value) => evaluateNumber(value, new Map(), PLAIN_READING));
  const reals = points.flatMap((value) => (value === null || value.im !== 0 ? [] : [value.re]));
  if (reals.length < points.length) return null;
  return {
    variable: form.variable,
    stretches: reals.sort((x, y) => x - y).map((at) => ({ low: at, high: at, closed: [true, true] })),
  };
}

/** Orderings such as "1/4 < 1/2 < 3/4", term by term. */
function compareChains(a: AnswerForm, b: AnswerForm): AnswerComparison {
  if (a.kind !== 'inequalities' || b.kind !== 'inequalities') return UNDECIDED;
  const [left, right] = [a.statement.chains[0], b.statement.chains[0]];
  if (a.statement.chains.length !== 1 || b.statement.chains.length !== 1) return UNDECIDED;
  if (left.relations.join() !== right.relations.join()) return UNDECIDED;
  const result = every(left.terms.map((term, at) => compareValues(term, right.terms[at])));
  return result.equal === true ? result : UNDECIDED;
}

type Solutions = AnswerForm & { kind: 'values' };

function compareSolutions(a: Solutions, b: Solutions): AnswerComparison {
  if (a.variable !== null && b.variable !== null && a.variable !== b.variable) return compareAsEquations(a, b);
  const result = sameInAnyOrder(a.values, b.values, compareValues);
  if (result.equal !== false || !(a.approximate || b.approximate)) return result;
  return sameInAnyOrder(a.values, b.values, withinRounding).equal === true ? { equal: null, method: 'approximate' } : result;
}

/** "y = 2x" and "x = y/2" say the same; "x = 5" and "y = 5" do not. */
function compareAsEquations(a: Solutions, b: Solutions): AnswerComparison {
  const [left, right] = [equationOf(a), equationOf(b)];
  return left === null || right === null ? decided(false, 'unknowns') : compareEquations(left, right);
}

function withinRounding(a: Expression, b: Expression): AnswerComparison {
  const [left, right] = [a, b].map((each) => evaluateNumber(each, new Map(), PLAIN_READING)?.re ?? Number.NaN);
  return decided(Math.abs(left - right) <= ROUNDING * Math.max(Math.abs(left), Math.abs(right)), 'approximate');
}

function compareAssignments(a: AnswerForm, b: AnswerForm): AnswerComparison {
  if (a.kind === 'assignments' && b.kind === 'assignments') {
    const names = [...a.values.keys()].sort();
    if (names.join() !== [...b.values.keys()].sort().join()) return decided(false, 'unknowns');
    return every(names.map((name) => compareMaybe(a.values.get(name), b.values.get(name))));
  }
  const [assigned, other] = a.kind === 'assignments' ? [a, b] : b.kind === 'assignments' ? [b, a] : [null, a];
  if (assigned === null || other.kind !== 'values') return UNDECIDED;
  const inOrder = [...assigned.values.keys()].sort().map((name) => assigned.values.get(name));
  const [only] = other.values;
  if (other.values.length === 1 && only.kind === 'tuple' && only.items.length === inOrder.length) {
    return every(only.items.map((item, at) => compareMaybe(inOrder[at], item)));
  }
  if (other.variable !== null || other.values.length !== inOrder.length) return decided(false, 'unknowns');
  // Bare numbers do not say which belongs to which unknown.
  const values = inOrder.flatMap((value) => (value === undefined ? [] : [value]));
  return sameInAnyOrder(values, other.values, compareValues).equal === false ? decided(false, 'values') : UNDECIDED;
}

function compareMaybe(a: Expression | undefined, b: Expression | undefined): AnswerComparison {
  return a === undefined || b === undefined ? UNDECIDED : compareValues(a, b);
}

function equationOf(form: AnswerForm): Equation | null {
  if (form.kind === 'equation') return form;
  if (form.kind !== 'values' || form.variable === null || form.values.length !== 1) return null;
  return { left: { kind: 'symbol', name: form.variable }, right: form.values[0] };
}
