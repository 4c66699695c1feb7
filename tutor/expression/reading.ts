/**
 * The ways in which the same notation may be meant: degrees or radians, log to base 10 or e, units counted or ignored.
 * Two things are the same when some reading makes them so; they differ only when every reading does.
 */
import type { Expression } from './expression.ts';
import { walk } from './walk.ts';

export interface Reading {
  /** radians: the degree sign is pi/180. degrees: it is 1, and angles of trigonometric functions are in degrees. */
  readonly angle: 'radians' | 'degrees';
  /** Base of a `log` without subscript. */
  readonly log: '10' | 'e';
  readonly units: 'scaled' | 'ignored';
}

export const PLAIN_READING: Reading = { angle: 'radians', log: '10', units: 'scaled' };

const TRIGONOMETRIC = new Set(['sin', 'cos', 'tan', 'sec', 'csc', 'cot', 'arcsin', 'arccos', 'arctan']);

/** The readings that can make a difference to these expressions, the plain one first. */
export function readingsOf(expressions: readonly Expression[]): Reading[] {
  let angles = false;
  let logs = false;
  let units = false;
  for (const expression of expressions) {
    walk(expression, (each) => {
      if (each.kind === 'quantity') {
        if (each.unit === '°') angles = true;
        else if (each.unit !== '%') units = true;
      }
      if (each.kind !== 'function') return;
      if (TRIGONOMETRIC.has(each.name)) angles = true;
      if (each.name === 'log' && each.items.length === 1) logs = true;
    });
  }
  let readings: Reading[] = [PLAIN_READING];
  if (angles) readings = readings.flatMap((each): Reading[] => [each, { ...each, angle: 'degrees' }]);
  if (logs) readings = readings.flatMap((each): Reading[] => [each, { ...each, log: 'e' }]);
  if (units) readings = readings.flatMap((each): Reading[] => [each, { ...each, units: 'ignored' }]);
  return readings;
}
