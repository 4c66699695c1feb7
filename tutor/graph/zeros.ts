/** Zeros of a real function: exactly placed for polynomials, by a search elsewhere. */
import { polynomialOf, polynomialRoots } from '../check/roots.ts';
import type { Expression } from '../expression/expression.ts';
import type { Reading } from '../expression/reading.ts';
import { type RealFunction, realFunction } from './real-value.ts';

const STEPS = 1200;

/** Zeros of `f` in its variable inside `range`, ascending; none when it is zero everywhere. */
export function zerosOf(f: Expression, variable: string, range: readonly [number, number], reading: Reading): number[] {
  const polynomial = polynomialOf(f, variable);
  if (polynomial !== null) return polynomialRoots(polynomial).filter(Number.isFinite);
  return searchZeros(realFunction(f, variable, reading), range);
}

/** Sign changes of `f`, halved down; a pole changes sign too, but its values grow there. */
export function searchZeros(f: RealFunction, [from, to]: readonly [number, number]): number[] {
  const zeros: number[] = [];
  const at = (step: number) => from + ((to - from) * step) / STEPS;
  let before = f(from);
  if (before === 0) zeros.push(from);
  for (let step = 1; step <= STEPS; step++) {
    const after = f(at(step));
    if (after === 0) zeros.push(at(step));
    else if (before * after < 0) {
      const zero = halve(f, at(step - 1), at(step));
      if (Math.abs(f(zero)) < 1e-6 * (Math.abs(before) + Math.abs(after))) zeros.push(zero);
    }
    before = after;
  }
  return zeros.map(tidy);
}

function halve(f: RealFunction, from: number, to: number): number {
  let [low, high] = [from, to];
  const rising = f(low) < 0;
  for (let round = 0; round < 60; round++) {
    const middle = (low + high) / 2;
    if (f(middle) < 0 === rising) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** What differs from a short decimal by rounding alone is that decimal; never a negative zero. */
export function tidy(value: number): number {
  const short = Math.round(value * 1e6) / 1e6;
  return Math.abs(short - value) < 1e-9 * Math.max(1, Math.abs(value)) ? short + 0 : value;
}
