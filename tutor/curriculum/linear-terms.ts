/** Linear equations with any number of terms on both sides, solved with one way of writing each move. */
import { divideBoth, moveConstant } from './equation-steps.ts';
import { sum, term } from './polynomial.ts';
import type { Rng } from './rng.ts';
import { signedColumns, signedTotal } from './signed-sum.ts';

/** A coefficient with its letter, or '' for a constant. */
export type LinearTerm = readonly [coefficient: number, letter: string];

export interface LinearEquation {
  readonly left: readonly LinearTerm[];
  readonly right: readonly LinearTerm[];
}

/** As typed: terms with the coefficient zero stay. */
export function writeTerms(terms: readonly LinearTerm[]): string {
  return sum(...terms.map(([coefficient, letter]) => (coefficient === 0 ? `0${letter}` : term(coefficient, letter))));
}

export function writeEquation({ left, right }: LinearEquation): string {
  return `${writeTerms(left)} = ${writeTerms(right)}`;
}

/** What the letter is multiplied by, all terms together. */
export function coefficientOf(terms: readonly LinearTerm[], letter: string): number {
  return terms.reduce((total, [coefficient, each]) => (each === letter ? total + coefficient : total), 0);
}

/** Like terms of one side added, letters in their order of appearance and the constant last. */
export function collectSide(terms: readonly LinearTerm[]): { steps: string[]; terms: LinearTerm[] } {
  const letters = [...new Set(terms.map(([, letter]) => letter))].sort((a, b) => Number(a === '') - Number(b === ''));
  const steps: string[] = [];
  const collected: LinearTerm[] = [];
  for (const letter of letters) {
    const alike = terms.filter(([, each]) => each === letter).map(([coefficient]) => coefficient);
    steps.push(...signedTotal(alike));
    const total = alike.reduce((a, b) => a + b, 0);
    if (total !== 0) collected.push([total, letter]);
  }
  return { steps, terms: collected.length === 0 ? [[0, '']] : collected };
}

/** Both sides collected; no line when they were already. */
export function collectSides(equation: LinearEquation): { steps: string[]; equation: LinearEquation } {
  const [left, right] = [collectSide(equation.left), collectSide(equation.right)];
  const collected = { left: left.terms, right: right.terms };
  const changed = left.terms.length !== equation.left.length || right.terms.length !== equation.right.length;
  const line = `Collect: $${writeEquation(collected)}$`;
  return { steps: [...left.steps, ...right.steps, ...(changed ? [line] : [])], equation: collected };
}

/** From the equation as typed to "x = 7"; the equation has one letter and one whole solution. */
export function solveLinear(typed: LinearEquation, x: string): string[] {
  const { steps, equation } = collectSides(typed);
  let { left, right } = equation;
  if (coefficientOf(left, x) === 0) {
    [left, right] = [right, left];
    steps.push(`Swap the sides: $${writeEquation({ left, right })}$`);
  }
  const [a, c] = [coefficientOf(left, x), coefficientOf(right, x)];
  const [b, d] = [coefficientOf(left, ''), coefficientOf(right, '')];
  if (c !== 0) {
    const action = `${c > 0 ? 'Subtract' : 'Add'} $${term(Math.abs(c), x)}$ ${c > 0 ? 'from' : 'to'} both sides`;
    const gathered = sum(term(a - c, x), b === 0 ? '' : String(b));
    steps.push(...signedColumns(a, -c), `${action}: $${gathered} = ${d}$`);
  }
  const [k, value] = [a - c, d - b];
  if (b !== 0) steps.push(moveConstant(term(k, x), b, d), ...signedColumns(d, -b), `Simplify: $${term(k, x)} = ${value}$`);
  return [...steps, ...divideBoth(k, value, x).steps];
}

/** The number as `count` parts, each at most `size` away from an equal share. */
export function splitNumber(value: number, count: number, size: number, rng: Rng): number[] {
  const parts: number[] = [];
  let rest = value;
  for (let left = count; left > 1; left--) {
    const part = rng.int(-size, size);
    parts.push(part);
    rest -= part;
  }
  return [...parts, rest];
}

/** Terms that add up to zero laid out as an equation: each goes to the left, or with its sign changed to the right. */
export function layOut(terms: readonly LinearTerm[], rng: Rng): LinearEquation {
  const left: LinearTerm[] = [];
  const right: LinearTerm[] = [];
  for (const [coefficient, letter] of rng.shuffle(terms)) {
    if (rng.chance(0.55)) left.push([coefficient, letter]);
    else right.push([coefficient === 0 ? 0 : -coefficient, letter]);
  }
  return { left: left.length === 0 ? [[0, '']] : left, right: right.length === 0 ? [[0, '']] : right };
}
