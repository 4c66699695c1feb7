/** Numbers that were rounded: whether an "=" or "≈" that is not exact may still be meant. */
import { evaluateExact } from '../expression/evaluate-exact.ts';
import { evaluateNumber } from '../expression/evaluate-number.ts';
import type { Expression } from '../expression/expression.ts';
import { fromInteger, isInteger, multiply, power } from '../expression/rational.ts';
import { PLAIN_READING } from '../expression/reading.ts';
import { has } from '../expression/walk.ts';

/** How far rounding that was carried on may put an "=" off, relative to the value. */
const CARRIED = 0.005;
const TEN = fromInteger(10);

/** One side is a lone number: the other rounded to the places it shows. */
export function isRounding(left: Expression, right: Expression): boolean {
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
export function isRounded(left: Expression, right: Expression): boolean {
  if (isCarriedPi(left, right)) return true;
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
    return (carriesDecimals(worked) || exact === null) && Math.abs(a - b) <= CARRIED * Math.abs(b);
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

/** Something with pi, worked out with 22/7 or 3.14. */
function isCarriedPi(left: Expression, right: Expression): boolean {
  const [a, b] = [valueOrNull(left), valueOrNull(right)];
  const pi = [left, right].some((side) => has(side, (each) => each.kind === 'constant' && each.name === 'pi'));
  return pi && a !== null && b !== null && Math.abs(a - b) <= CARRIED * Math.abs(b);
}

/** The real value of a constant; null when it has none. */
export function valueOrNull(expression: Expression): number | null {
  const value = evaluateNumber(expression, new Map(), PLAIN_READING);
  return value === null || value.im !== 0 ? null : value.re;
}
