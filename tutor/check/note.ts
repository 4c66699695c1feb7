/** Counterexamples in words. */
import type { Counterexample } from '../expression/same-value.ts';

export function differNote({ at, left, right }: Counterexample): string {
  const values = `${written(left)} and ${written(right)}`;
  if (at.size === 0) return `the two sides differ: ${values}`;
  const point = [...at].map(([name, value]) => `${name} = ${written(value)}`).join(', ');
  return `these differ at ${point}: ${values}`;
}

export function notSolutionNote(unknown: string, value: number): string {
  return `${unknown} = ${written(value)} satisfies this line but not the problem`;
}

/** A number as a learner reads it: at most six significant digits. */
export function written(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return String(value);
  return String(Number(value.toPrecision(6)));
}
