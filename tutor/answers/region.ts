/** Inequalities, intervals and unions → sets of the real line, and whether two such sets are the same. */

import { evaluateNumber } from '../expression/evaluate-number.ts';
import type { Chain, Expression, Relation, Statement } from '../expression/expression.ts';
import { PLAIN_READING } from '../expression/reading.ts';

/** One stretch of the line; the ends may be infinite and are then open. */
export interface Stretch {
  readonly low: number;
  readonly high: number;
  readonly closed: readonly [boolean, boolean];
}

export interface Region {
  readonly variable: string | null;
  /** Disjoint, ascending. */
  readonly stretches: readonly Stretch[];
}

const LINE: Stretch = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY, closed: [false, false] };

/** null when some end is no number, or the unknown stands on both sides. */
export function regionOf(statement: Statement): Region | null {
  let variable: string | null = null;
  const parts: Stretch[][] = [];
  for (const chain of statement.chains) {
    const part = regionOfChain(chain);
    if (part === null || (variable !== null && part.variable !== null && part.variable !== variable)) return null;
    variable ??= part.variable;
    parts.push([...part.stretches]);
  }
  // A comma between inequalities is read as "and" when they overlap to one stretch, else as "or".
  const both = parts.reduce(intersect);
  const either = tidy(parts.flat());
  const useBoth = statement.joiner === 'and' || (statement.joiner === 'comma' && both.length > 0);
  return { variable, stretches: useBoth ? both : either };
}

function regionOfChain(chain: Chain): Region | null {
  const last = chain.terms[chain.terms.length - 1];
  if (chain.relations.length === 0) return stretchesRegion(null, last);
  if (chain.relations.length === 1 && chain.relations[0] === 'in') {
    return chain.terms[0].kind === 'symbol' ? stretchesRegion(chain.terms[0].name, last) : null;
  }
  const at = chain.terms.findIndex((term) => term.kind === 'symbol');
  if (at < 0) return null;
  const variable = chain.terms[at];
  let stretches: Stretch[] = [LINE];
  for (const [index, relation] of chain.relations.entries()) {
    const value = index === at ? numberOf(chain.terms[index + 1]) : index + 1 === at ? numberOf(chain.terms[index]) : null;
    const half = value === null ? null : halfLine(index === at ? relation : mirrored(relation), value);
    if (half === null) return null;
    stretches = intersect(stretches, half);
  }
  return { variable: variable.kind === 'symbol' ? variable.name : null, stretches };
}

function stretchesRegion(variable: string | null, expression: Expression): Region | null {
  const stretches = stretchesOf(expression);
  return stretches === null ? null : { variable, stretches: tidy(stretches) };
}

/** A tuple of two counts as an open interval here: "(2, 3)". */
export function stretchesOf(expression: Expression): Stretch[] | null {
  if (expression.kind === 'union') {
    const parts = expression.items.map(stretchesOf);
    return parts.some((part) => part === null) ? null : parts.flatMap((part) => part ?? []);
  }
  if (expression.kind === 'words') return expression.text === 'all real numbers' ? [LINE] : null;
  if (expression.kind === 'interval') return stretch(expression.low, expression.high, expression.closed);
  if (expression.kind === 'tuple' && expression.items.length === 2)
    return stretch(expression.items[0], expression.items[1], [false, false]);
  return null;
}

function stretch(from: Expression, to: Expression, closed: readonly [boolean, boolean]): Stretch[] | null {
  const low = numberOf(from);
  const high = numberOf(to);
  if (low === null || high === null) return null;
  return low < high || (low === high && closed[0] && closed[1]) ? [{ low, high, closed }] : [];
}

function halfLine(relation: Relation, value: number): Stretch[] | null {
  switch (relation) {
    case '<':
    case '<=':
      return [{ ...LINE, high: value, closed: [false, relation === '<='] }];
    case '>':
    case '>=':
      return [{ ...LINE, low: value, closed: [relation === '>=', false] }];
    case '!=':
      return [
        { ...LINE, high: value },
        { ...LINE, low: value },
      ];
    case '=':
      return [{ low: value, high: value, closed: [true, true] }];
    default:
      return null;
  }
}

function mirrored(relation: Relation): Relation {
  const mirror: Partial<Record<Relation, Relation>> = { '<': '>', '<=': '>=', '>': '<', '>=': '<=' };
  return mirror[relation] ?? relation;
}

function numberOf(expression: Expression): number | null {
  if (expression.kind === 'constant' && expression.name === 'infinity') return Number.POSITIVE_INFINITY;
  if (expression.kind === 'negative' && expression.item.kind === 'constant' && expression.item.name === 'infinity')
    return Number.NEGATIVE_INFINITY;
  const value = evaluateNumber(expression, new Map(), PLAIN_READING);
  return value === null || value.im !== 0 ? null : value.re;
}

function intersect(a: readonly Stretch[], b: readonly Stretch[]): Stretch[] {
  const found: Stretch[] = [];
  for (const left of a) {
    for (const right of b) {
      const low = Math.max(left.low, right.low);
      const high = Math.min(left.high, right.high);
      const closed: [boolean, boolean] = [
        contains(left, low) && contains(right, low),
        contains(left, high) && contains(right, high),
      ];
      if (low < high || (low === high && closed[0])) found.push({ low, high, closed });
    }
  }
  return tidy(found);
}

/** Ascending, touching stretches joined. */
function tidy(stretches: readonly Stretch[]): Stretch[] {
  const sorted = [...stretches].sort((a, b) => a.low - b.low || Number(b.closed[0]) - Number(a.closed[0]));
  const joined: Stretch[] = [];
  for (const stretch of sorted) {
    const last = joined.at(-1);
    const touches =
      last !== undefined && (stretch.low < last.high || (stretch.low === last.high && (stretch.closed[0] || last.closed[1])));
    if (!touches) joined.push(stretch);
    else if (stretch.high > last.high || (stretch.high === last.high && stretch.closed[1])) {
      joined[joined.length - 1] = { low: last.low, high: stretch.high, closed: [last.closed[0], stretch.closed[1]] };
    }
  }
  return joined;
}

export function contains(stretch: Stretch, value: number): boolean {
  if (value === stretch.low) return stretch.closed[0];
  if (value === stretch.high) return stretch.closed[1];
  return value > stretch.low && value < stretch.high;
}

export function sameStretches(a: readonly Stretch[], b: readonly Stretch[]): boolean {
  return (
    a.length === b.length &&
    a.every((left, index) => {
      const right = b[index];
      return (
        near(left.low, right.low) &&
        near(left.high, right.high) &&
        left.closed[0] === right.closed[0] &&
        left.closed[1] === right.closed[1]
      );
    })
  );
}

function near(a: number, b: number): boolean {
  return a === b || Math.abs(a - b) <= 1e-10 * Math.max(Math.abs(a), Math.abs(b));
}
