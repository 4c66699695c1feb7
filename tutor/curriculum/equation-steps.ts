/** The moves on a linear equation, each written one way in every family that makes it. */

import { quotient } from './division-step.ts';
import { sum, term } from './polynomial.ts';
import { divideLines } from './times-lines.ts';

/** The line that moves the constant of "left + constant = right" across: 3x = 20 - 5. */
export function moveConstant(left: string, constant: number, right: number, relation = '='): string {
  const action = constant > 0 ? `Subtract $${constant}$ from both sides` : `Add $${-constant}$ to both sides`;
  return `${action}: $${left} ${relation} ${sum(String(right), String(-constant))}$`;
}

/** ax + b = c from the first move to the value of x, with the answer's LaTeX (lowest terms). */
export function solveTwoStep(a: number, b: number, c: number, x: string): { steps: string[]; value: string } {
  const left = term(a, x);
  const steps: string[] = [];
  if (b !== 0) steps.push(moveConstant(left, b, c), `Simplify: $${left} = ${c - b}$`);
  const result = divideBoth(a, c - b, x);
  return { steps: [...steps, ...result.steps], value: result.value };
}

/** ax = c to x = c / a. */
export function divideBoth(a: number, c: number, x: string): { steps: string[]; value: string } {
  const result = quotient(c, a);
  if (a === 1) return { steps: [], value: result.value };
  if (a === -1) return { steps: [`Change all signs: $${x} = ${result.value}$`], value: result.value };
  const scratch = result.whole ? divideLines(c, a) : [];
  const line = `Divide both sides by $${a}$: $${x} = ${result.written}$`;
  return { steps: [...scratch, line, ...result.lines], value: result.value };
}

/** Letters for an unknown, x most often. */
export const UNKNOWNS: readonly string[] = ['x', 'x', 'x', 'x', 'y', 'n', 't', 'a', 'z', 'm', 'p'];
