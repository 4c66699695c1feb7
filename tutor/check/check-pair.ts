/** One relation between two sides, taken by itself: true for all values, shown false, or not decided. */

import { derivative } from '../expression/derivative.ts';
import { evaluateExact } from '../expression/evaluate-exact.ts';
import { evaluateNumber } from '../expression/evaluate-number.ts';
import type { Expression, Relation } from '../expression/expression.ts';
import { fromInteger, isInteger, multiply, power, subtract } from '../expression/rational.ts';
import { PLAIN_READING, readingsOf } from '../expression/reading.ts';
import { sameValue } from '../expression/same-value.ts';
import { has, symbolsOf } from '../expression/walk.ts';
import { differNote, written } from './note.ts';
import { fails, HOLDS, type StepCheck, UNKNOWN } from './verdict.ts';

/** How far rounding that was carried on may put an "=" off, relative to the value. */
const CARRIED = 0.005;
const TEN = fromInteger(10);

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
      return !constant || equal === null ? UNKNOWN : equal ? fails(`both sides are ${valueOf(left)}`) : HOLDS;
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
  if (constant) return isRounded(left, right) ? UNKNOWN : fails(differ(left, right, counterexample));
  if (!identity || counterexample === undefined) return UNKNOWN;
  return fails(differNote(counterexample));
}

function differ(left: Expression, right: Expression, counterexample: Parameters<typeof differNote>[0] | undefined): string {
  return counterexample === undefined
    ? `the two sides differ: ${valueOf(left)} and ${valueOf(right)}`
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

/** One side is a lone number: the other rounded to the places it shows. */
function isRounding(left: Expression, right: Expression): boolean {
  const [a, b] = [valueOrNull(left), valueOrNull(right)];
  const places = [placeOf(left), placeOf(right)].filter((place) => place !== null);
  return a !== null && b !== null && places.some((place) => Math.abs(a - b) <= place * 0.5000001);
}

/** Value of the last place a lone number shows: 0.01 for 3.14, 100 for 4700; null for anything else. */
function placeOf(side: Expression): number | null {
  if (side.kind === 'negative') return placeOf(side.item);
  if (side.kind === 'quantity') {
    const place = placeOf(side.item);
    return place !== null && side.unit === '%' ? place / 100 : place;
  }
  if (side.kind !== 'number') return null;
  if (side.decimals > 0) return 10 ** -side.decimals;
  let place = 1;
  while (side.value.top !== 0n && side.value.top % BigInt(place * 10) === 0n && place < 1e12) place *= 10;
  return place;
}

/** An "=" that means "rounded": with a decimal that cannot show the exact value, or with rounded decimals carried on. */
function isRounded(left: Expression, right: Expression): boolean {
  return [
    [left, right],
    [right, left],
  ].some(([shown, worked]) => {
    const place = placeOf(shown);
    const [a, b] = [valueOrNull(shown), valueOrNull(worked)];
    if (place === null || place >= 1 || a === null || b === null) return false;
    const exact = evaluateExact(worked, new Map(), PLAIN_READING);
    const shows = exact !== null && isInteger(multiply(exact, power(TEN, fromInteger(Math.round(-Math.log10(place)))) ?? exact));
    if (!shows) return Math.abs(a - b) <= place || Math.abs(a - b) <= CARRIED * Math.abs(b);
    return carriesDecimals(worked) && Math.abs(a - b) <= CARRIED * Math.abs(b);
  });
}

/** A decimal multiplied, divided or raised: it may have been rounded before. */
function carriesDecimals(side: Expression): boolean {
  const decimal = (each: Expression) => each.kind === 'number' && each.decimals > 0;
  return (
    has(side, ({ kind }) => kind === 'product' || kind === 'quotient' || kind === 'power' || kind === 'function') &&
    has(side, decimal)
  );
}

function valueOrNull(expression: Expression): number | null {
  const value = evaluateNumber(expression, new Map(), PLAIN_READING);
  return value === null || value.im !== 0 ? null : value.re;
}

function valueOf(expression: Expression): string {
  const value = valueOrNull(expression);
  return value === null ? 'not a real number' : written(value);
}
