/** One relation between two sides, taken by itself: true for all values, shown false, or not decided. */

import { derivative } from '../expression/derivative.ts';
import { evaluateExact } from '../expression/evaluate-exact.ts';
import type { Expression, Relation } from '../expression/expression.ts';
import { isInteger, subtract } from '../expression/rational.ts';
import { PLAIN_READING, readingsOf } from '../expression/reading.ts';
import { sameValue } from '../expression/same-value.ts';
import { has, symbolsOf } from '../expression/walk.ts';
import { differNote, written } from './note.ts';
import { isRounded, isRounding, valueOrNull } from './rounding.ts';
import { fails, HOLDS, type StepCheck, UNKNOWN } from './verdict.ts';

export interface Pair {
  readonly left: Expression;
  readonly relation: Relation;
  readonly right: Expression;
  /** "=" is a congruence modulo this. */
  readonly modulus?: Expression;
}

/** `identity`: the pair claims to hold for all values, so that a counterexample with free letters fails it. */
export function checkPair(pair: Pair, identity: boolean): StepCheck {
  const { left, relation, right } = pair;
  if (isNoNumber(left) || isNoNumber(right)) return structured(pair);
  const constant = symbolsOf(left, right).length === 0;
  if (pair.modulus !== undefined) return constant ? checkCongruence(left, right, pair.modulus) : UNKNOWN;
  switch (relation) {
    case '=':
      return checkEquality(left, right, constant, identity);
    case '~':
      return constant && isRounding(left, right) ? HOLDS : UNKNOWN;
    case '!=': {
      const { equal } = sameValue(left, right);
      return !constant || equal === null ? UNKNOWN : equal ? fails(`both sides are ${writtenValue(left)}`) : HOLDS;
    }
    case '<':
    case '<=':
    case '>':
    case '>=':
      return constant ? checkOrder(left, relation, right) : UNKNOWN;
    case 'in':
    case '->':
    case '=>':
      return UNKNOWN;
    default:
      return relation satisfies never;
  }
}

function checkEquality(left: Expression, right: Expression, constant: boolean, identity: boolean): StepCheck {
  const integral = checkIntegral(left, right);
  if (integral !== null) return integral;
  const { equal, counterexample } = sameValue(left, right);
  if (equal === true) return HOLDS;
  if (equal === null) return UNKNOWN;
  if (constant) return isRounded(left, right) || isLoose(left, right) ? UNKNOWN : fails(differ(left, right, counterexample));
  if (!identity || counterexample === undefined) return UNKNOWN;
  return fails(differNote(counterexample));
}

/** Notation that careful people write though it is not literally true, or that has another reading. */
function isLoose(left: Expression, right: Expression): boolean {
  return [left, right].some((side) => has(side, isPercentInSum)) || constantsOf(left) !== constantsOf(right);
}

/** "50 + 20%", meant as a fifth more. */
function isPercentInSum(each: Expression): boolean {
  if (each.kind !== 'sum') return false;
  const percents = each.items.filter((item) => has(item, ({ kind }) => kind === 'quantity'));
  return percents.length > 0 && percents.length < each.items.length;
}

/** "e = 3" and "2i = 6" use the letters as unknowns: e and i on one side only. */
function constantsOf(side: Expression): string {
  const letters = ['e', 'i'].filter((name) => has(side, (each) => each.kind === 'constant' && each.name === name));
  return letters.join();
}

function differ(left: Expression, right: Expression, counterexample: Parameters<typeof differNote>[0] | undefined): string {
  return counterexample === undefined
    ? `the two sides differ: ${writtenValue(left)} and ${writtenValue(right)}`
    : differNote(counterexample);
}

/** An indefinite integral is checked by differentiating both sides; null when there is none. */
function checkIntegral(left: Expression, right: Expression): StepCheck | null {
  let variable: string | null = null;
  const isIndefinite = (each: Expression) => {
    if (each.kind === 'integral' && each.bounds === null) variable ??= each.variable;
    return false;
  };
  has(left, isIndefinite);
  has(right, isIndefinite);
  if (variable === null) return null;
  const [a, b] = [derivative(left, variable), derivative(right, variable)];
  if (a === null || b === null) return UNKNOWN;
  const { equal, counterexample } = sameValue(a, b);
  if (equal === null) return UNKNOWN;
  if (equal) return HOLDS;
  return counterexample === undefined ? UNKNOWN : fails(`the derivatives of both sides differ: ${differNote(counterexample)}`);
}

function checkCongruence(left: Expression, right: Expression, modulus: Expression): StepCheck {
  const [a, b, m] = [left, right, modulus].map((each) => evaluateExact(each, new Map(), PLAIN_READING));
  if (a === null || b === null || m === null || m.top <= 0n || ![a, b, m].every(isInteger)) return UNKNOWN;
  const difference = subtract(a, b).top;
  return difference % m.top === 0n ? HOLDS : fails(`the two sides differ by ${difference}, which ${m.top} does not divide`);
}

function checkOrder(left: Expression, relation: '<' | '<=' | '>' | '>=', right: Expression): StepCheck {
  const { equal } = sameValue(left, right);
  const [a, b] = [valueOrNull(left), valueOrNull(right)];
  if (equal === null || a === null || b === null || readingsOf([left, right]).length > 1) return UNKNOWN;
  const less = !equal && a < b;
  const truth = equal ? relation.endsWith('=') : less === relation.startsWith('<');
  return truth ? HOLDS : fails(`${written(a)} ${relation} ${written(b)} is not true`);
}

/** Tuples, matrices, ratios and remainders: equal entries hold, the rest is left open. */
function structured({ left, relation, right }: Pair): StepCheck {
  if (relation !== '=' || left.kind !== right.kind) return UNKNOWN;
  if (left.kind === 'ratio' && right.kind === 'ratio' && left.items.length === right.items.length) {
    const [a, b] = [left.items, right.items];
    const same = a
      .slice(1)
      .every(
        (item, at) =>
          sameValue({ kind: 'product', items: [item, b[0]] }, { kind: 'product', items: [b[at + 1], a[0]] }).equal === true,
      );
    return same ? HOLDS : UNKNOWN;
  }
  const [a, b] = [entriesOf(left), entriesOf(right)];
  if (a.length === 0 || a.length !== b.length) return UNKNOWN;
  return a.every((item, at) => sameValue(item, b[at]).equal === true) ? HOLDS : UNKNOWN;
}

function entriesOf(expression: Expression): readonly Expression[] {
  if (expression.kind === 'tuple') return expression.items;
  return expression.kind === 'matrix' ? expression.rows.flat() : [];
}

function isNoNumber(expression: Expression): boolean {
  return has(
    expression,
    ({ kind }) =>
      kind === 'tuple' ||
      kind === 'set' ||
      kind === 'matrix' ||
      kind === 'ratio' ||
      kind === 'words' ||
      kind === 'interval' ||
      kind === 'union' ||
      kind === 'plus-minus',
  );
}

function writtenValue(expression: Expression): string {
  const value = valueOrNull(expression);
  return value === null ? 'not a real number' : written(value);
}
