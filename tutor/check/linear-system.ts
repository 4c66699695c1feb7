/** The one solution of a system of linear equations, exactly. */
import { evaluateExact } from '../expression/evaluate-exact.ts';
import type { Expression } from '../expression/expression.ts';
import {
  divide,
  equals,
  fromInteger,
  multiply,
  negate,
  ONE,
  type Rational,
  subtract,
  toNumber,
  ZERO,
} from '../expression/rational.ts';
import { PLAIN_READING } from '../expression/reading.ts';

/** Each f is to be zero. null when one is not linear, or the solution is not exactly one. */
export function solveLinearSystem(fs: readonly Expression[], unknowns: readonly string[]): ReadonlyMap<string, number> | null {
  const rows: Rational[][] = [];
  for (const f of fs) {
    const row = linearRow(f, unknowns);
    if (row === null) return null;
    rows.push(row);
  }
  return eliminate(rows, unknowns);
}

/** Coefficients of the unknowns, then what stands on the right; null when f is not linear. */
function linearRow(f: Expression, unknowns: readonly string[]): Rational[] | null {
  const at = (point: (name: string) => Rational) =>
    evaluateExact(f, new Map(unknowns.map((name) => [name, point(name)])), PLAIN_READING);
  const origin = at(() => ZERO);
  if (origin === null) return null;
  const row: Rational[] = [];
  for (const name of unknowns) {
    const one = at((each) => (each === name ? ONE : ZERO));
    if (one === null) return null;
    row.push(subtract(one, origin));
  }
  // At another point a linear f is predicted by its coefficients.
  const place = (name: string) => fromInteger(3 + 2 * unknowns.indexOf(name));
  const actual = at(place);
  const predicted = row.reduce(
    (sum, coefficient, index) => subtract(sum, negate(multiply(coefficient, place(unknowns[index])))),
    origin,
  );
  return actual !== null && equals(actual, predicted) ? [...row, negate(origin)] : null;
}

/** Gauss with exact fractions. */
function eliminate(rows: Rational[][], unknowns: readonly string[]): ReadonlyMap<string, number> | null {
  for (let column = 0; column < unknowns.length; column++) {
    const pivot = rows.findIndex((row, at) => at >= column && row[column].top !== 0n);
    if (pivot < 0) return null;
    [rows[column], rows[pivot]] = [rows[pivot], rows[column]];
    const lead = rows[column][column];
    rows[column] = rows[column].map((value) => divide(value, lead) ?? ZERO);
    for (const [at, row] of rows.entries()) {
      if (at === column || row[column].top === 0n) continue;
      const factor = row[column];
      rows[at] = row.map((value, index) => subtract(value, multiply(factor, rows[column][index])));
    }
  }
  const spare = rows.slice(unknowns.length);
  if (spare.some((row) => row.some(({ top }) => top !== 0n))) return null;
  return new Map(unknowns.map((name, at) => [name, toNumber(rows[at][unknowns.length])]));
}
