/** Expressions as real functions, and the limit on what is worth evaluating thousands of times. */
import { evaluateNumber } from '../expression/evaluate-number.ts';
import type { Expression } from '../expression/expression.ts';
import type { Reading } from '../expression/reading.ts';
import { has, walk } from '../expression/walk.ts';

/** Nodes of the largest expression drawn: far beyond any problem, and a picture of it still takes milliseconds. */
const MAX_NODES = 90;

export type RealFunction = (x: number) => number;
export type RealFunction2 = (x: number, y: number) => number;

/** An integral inside a formula is evaluated at hundreds of points for each of its own: not drawn. */
export function isDrawable(expression: Expression): boolean {
  let nodes = 0;
  walk(expression, () => nodes++);
  return nodes <= MAX_NODES && !has(expression, ({ kind }) => kind === 'integral' || kind === 'plus-minus' || kind === 'words');
}

/** NaN where the expression has no real value. */
export function realFunction(expression: Expression, variable: string, reading: Reading): RealFunction {
  return (x) => valueAt(expression, new Map([[variable, x]]), reading);
}

export function realFunction2(expression: Expression, [first, second]: readonly string[], reading: Reading): RealFunction2 {
  const values = new Map<string, number>();
  return (x, y) => valueAt(expression, values.set(first, x).set(second, y), reading);
}

export function valueAt(expression: Expression, values: ReadonlyMap<string, number>, reading: Reading): number {
  const value = evaluateNumber(expression, values, reading);
  return value === null || Math.abs(value.im) > 1e-9 * (1 + Math.abs(value.re)) ? Number.NaN : value.re;
}

export function minus(left: Expression, right: Expression): Expression {
  return { kind: 'sum', items: [left, { kind: 'negative', item: right }] };
}

export function isZero(f: Expression): boolean {
  return f.kind === 'number' && f.value.top === 0n;
}
