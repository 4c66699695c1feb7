/** Real solutions of one equation in one unknown: exact shape where it is a polynomial, a search elsewhere. */
import { bothSigns } from '../answers/answer-form.ts';
import { evaluateExact } from '../expression/evaluate-exact.ts';
import { evaluateNumber } from '../expression/evaluate-number.ts';
import type { Chain, Expression } from '../expression/expression.ts';
import { fromInteger, type Rational, subtract, toNumber } from '../expression/rational.ts';
import { PLAIN_READING } from '../expression/reading.ts';
import { symbolsOf } from '../expression/walk.ts';

export interface Roots {
  readonly values: readonly number[];
  /** These are all the real ones. */
  readonly complete: boolean;
}

const MAX_DEGREE = 8;
/** Where other equations are searched: answers of school problems lie here. */
const SEARCH = 60;
const SEARCH_STEPS = 2400;

/** Zeros of `f` in `variable`, ascending. null when f is zero everywhere, so that every number solves it. */
export function realRoots(f: Expression, variable: string): Roots | null {
  const coefficients = polynomialOf(f, variable);
  if (coefficients === null) return { values: searchRoots(f, variable), complete: false };
  if (coefficients.length === 0) return null;
  return { values: polynomialRoots(coefficients), complete: true };
}

/** Every real solution of an equation in one unknown, "x = 2 \\pm 3" taken as two; null when not known. */
export function rootsOfChain(chain: Chain, unknown: string): number[] | null {
  const [left, right] = chain.terms;
  if (chain.terms.length !== 2 || chain.relations[0] !== '=') return null;
  const found: number[] = [];
  for (const side of bothSigns(right)) {
    const value = left.kind === 'symbol' && symbolsOf(side).length === 0 ? evaluateNumber(side, new Map(), PLAIN_READING) : null;
    if (value !== null) {
      if (value.im !== 0) return null;
      found.push(value.re);
      continue;
    }
    const roots = realRoots({ kind: 'sum', items: [left, { kind: 'negative', item: side }] }, unknown);
    if (roots?.complete !== true) return null;
    found.push(...roots.values);
  }
  return found;
}

/** Coefficients from the constant up; [] for zero; null when f is no polynomial of moderate degree. */
export function polynomialOf(f: Expression, variable: string): number[] | null {
  const samples: Rational[] = [];
  for (let at = 0; at <= MAX_DEGREE + 3; at++) {
    const value = evaluateExact(f, new Map([[variable, fromInteger(at)]]), PLAIN_READING);
    if (value === null) return null;
    samples.push(value);
  }
  // Newton's forward differences: the degree is where they turn to zero.
  const leading: number[] = [];
  let row = samples;
  for (let order = 0; row.some(({ top }) => top !== 0n); order++) {
    if (order > MAX_DEGREE) return null;
    leading.push(toNumber(row[0]));
    row = row.slice(1).map((value, at) => subtract(value, row[at]));
  }
  return fromDifferences(leading);
}

/** sum of d_k * C(x, k), multiplied out. */
function fromDifferences(leading: readonly number[]): number[] {
  const total: number[] = new Array(leading.length).fill(0);
  let basis = [1];
  leading.forEach((difference, k) => {
    basis.forEach((coefficient, power) => {
      total[power] += difference * coefficient;
    });
    const next: number[] = new Array(basis.length + 1).fill(0);
    basis.forEach((coefficient, power) => {
      next[power + 1] += coefficient / (k + 1);
      next[power] -= (coefficient * k) / (k + 1);
    });
    basis = next;
  });
  return total.map((coefficient) =>
    Math.abs(coefficient - Math.round(coefficient)) < 1e-9 ? Math.round(coefficient) : coefficient,
  );
}

/** Real roots between the turning points, found by halving: a polynomial is monotone there. */
export function polynomialRoots(coefficients: readonly number[]): number[] {
  const degree = coefficients.length - 1;
  if (degree < 1) return [];
  // The 0 keeps a root at zero from being a negative zero.
  if (degree === 1) return [0 - coefficients[0] / coefficients[1]];
  const value = (x: number) => coefficients.reduceRight((sum, coefficient) => sum * x + coefficient, 0);
  const size = (x: number) => coefficients.reduceRight((sum, coefficient) => sum * Math.abs(x) + Math.abs(coefficient), 0);
  const turning = polynomialRoots(coefficients.slice(1).map((coefficient, power) => coefficient * (power + 1)));
  const bound = 1 + Math.max(...coefficients.map((coefficient) => Math.abs(coefficient / coefficients[degree])));
  const edges = [-bound, ...turning, bound];
  const roots: number[] = [];
  const touches = (x: number) => Math.abs(value(x)) <= 1e-11 * size(x);
  for (let at = 0; at + 1 < edges.length; at++) {
    const [low, high] = [edges[at], edges[at + 1]];
    if (touches(high)) roots.push(high);
    else if (!touches(low) && value(low) < 0 !== value(high) < 0) roots.push(bisect(value, low, high));
  }
  return [...new Set(roots)].sort((a, b) => a - b);
}

function searchRoots(f: Expression, variable: string): number[] {
  const value = (x: number) => {
    const found = evaluateNumber(f, new Map([[variable, x]]), PLAIN_READING);
    return found === null || Math.abs(found.im) > 1e-12 ? Number.NaN : found.re;
  };
  const roots: number[] = [];
  let before = value(-SEARCH);
  for (let index = 1; index <= SEARCH_STEPS; index++) {
    const [low, high] = [-SEARCH + ((index - 1) * 2 * SEARCH) / SEARCH_STEPS, -SEARCH + (index * 2 * SEARCH) / SEARCH_STEPS];
    const after = value(high);
    if (after === 0) roots.push(high);
    else if (before < 0 !== after < 0 && !Number.isNaN(before) && !Number.isNaN(after) && before !== 0) {
      const root = bisect(value, low, high);
      // A pole changes sign too, but its values grow there instead of vanishing.
      if (Math.abs(value(root)) < 1e-6 * (Math.abs(before) + Math.abs(after) + 1e-9)) roots.push(root);
    }
    before = after;
  }
  return roots;
}

function bisect(value: (x: number) => number, from: number, to: number): number {
  let [low, high] = [from, to];
  const rising = value(low) < 0;
  for (let round = 0; round < 200; round++) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (value(middle) < 0 === rising) low = middle;
    else high = middle;
  }
  const whole = Math.round(low);
  return Math.abs(low - whole) < 1e-9 * Math.max(1, Math.abs(whole)) ? whole : low;
}
