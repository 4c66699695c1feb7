/** Let a = 12 - 7: a number told as a sum or a difference of two, whole, fractions or decimals. */
import { columnDifference, columnSum } from '../column-arithmetic.ts';
import { type Decimal, rescale, trimDecimal } from '../decimal.ts';
import { entropyFraction, entropyInteger } from '../entropy.ts';
import { addFractions, joinTerms } from '../fraction-steps.ts';
import { equalities, sum } from '../polynomial.ts';
import { addRational, type Rational, rational, writeRational } from '../rational.ts';
import type { Rng } from '../rng.ts';
import { signedColumns } from '../signed-sum.ts';
import { type Budget, peel, splitBudget } from './budget.ts';
import { type Desk, gather, type Told, withValue } from './told.ts';

/** Decimals have fewer digits than this number, points left out. */
const MOST_DIGITS = 10 ** 13;

/** Two numbers whose sum or difference is the value: half of the time each. */
function asTwo<T>(value: T, other: T, add: (a: T, b: T) => T, negate: (a: T) => T, rng: Rng): { p: T; q: T; minus: boolean } {
  if (rng.chance(0.5)) {
    const [p, q] = rng.shuffle([other, add(value, negate(other))]);
    return { p, q, minus: false };
  }
  const less = add(other, negate(value));
  return rng.chance(0.5) ? { p: other, q: less, minus: true } : { p: negate(less), q: negate(other), minus: true };
}

/** About the digits that a number of this size takes: the parts are not smaller than the whole. */
function digitsOf(...sizes: readonly number[]): number {
  return sizes.reduce((total, size) => total + Math.log10(5 * Math.abs(size) + 1), 0);
}

export function tellSum(value: Rational, budget: Budget, desk: Desk): Told {
  const { rng } = desk;
  const { entropy: own, rest } = peel(budget);
  const whole = value.bottom === 1;
  const entropy = Math.max(own, whole ? digitsOf(value.top) : digitsOf(value.top, value.bottom));
  const other = whole || rng.chance(0.5) ? rational(entropyInteger(rng, entropy)) : entropyFraction(rng, entropy);
  const negate = ({ top, bottom }: Rational): Rational => ({ top: -top + 0, bottom });
  const { p, q, minus } = asTwo(value, other, addRational, negate, rng);
  const [first, second] = splitBudget(rest, 2, rng);
  const told = [desk.number(p, first), desk.number(q, second)];
  const inner = gather(told, rng);
  const letter = desk.letter();
  const added = minus ? negate(q) : q;
  const [writtenP, writtenQ, result] = [writeRational(p), writeRational(q), writeRational(value)];
  const bracketed = `${writtenP} ${minus ? '-' : '+'} ${q.top < 0 ? `(${writtenQ})` : writtenQ}`;
  const steps =
    p.bottom === 1 && q.bottom === 1
      ? [
          ...signedColumns(p.top, added.top),
          `Find $${letter}$: $${equalities(letter, bracketed, sum(writtenP, String(added.top)), result)}$`,
        ]
      : withValue(
          [
            `Find $${letter}$: $${equalities(letter, bracketed, joinTerms([p, added]))}$`,
            ...addFractions([p, added], joinTerms([p, added])).steps,
          ],
          letter,
          result,
        );
  const sentence = `Let \\(${letter} = ${told[0].name} ${minus ? '-' : '+'} ${told[1].name}\\).`;
  return { name: letter, sentences: [...inner.sentences, sentence], steps: [...inner.steps, ...steps] };
}

export function tellDecimalSum(value: Decimal, budget: Budget, desk: Desk): Told {
  const { rng } = desk;
  const { entropy: own, rest } = peel(budget);
  const entropy = Math.max(own, digitsOf(value.scaled));
  const negate = ({ scaled, places }: Decimal): Decimal => ({ scaled: -scaled + 0, places });
  const { p, q, minus } = asTwo(value, otherDecimal(value, rng, entropy), addDecimals, negate, rng);
  const [first, second] = splitBudget(rest, 2, rng);
  const told = [desk.decimal(p, first), desk.decimal(q, second)];
  const inner = gather(told, rng);
  const letter = desk.letter();
  const places = Math.max(p.places, q.places);
  const [a, b] = [rescale(p, places), rescale(minus ? negate(q) : q, places)];
  const [writtenP, writtenQ] = [p, q].map((each) => trimDecimal(each.scaled, each.places));
  const size = trimDecimal(Math.abs(q.scaled), q.places);
  const bracketed = `${writtenP} ${minus ? '-' : '+'} ${q.scaled < 0 ? `(${writtenQ})` : writtenQ}`;
  const plain = b === 0 ? writtenP : `${writtenP} ${b < 0 ? '-' : '+'} ${size}`;
  const sentence = `Let \\(${letter} = ${told[0].name} ${minus ? '-' : '+'} ${told[1].name}\\).`;
  return {
    name: letter,
    sentences: [...inner.sentences, sentence],
    steps: [
      ...inner.steps,
      ...(places > 0 ? [...withoutPoints(a, b)] : signedColumns(a, b)),
      `Find $${letter}$: $${equalities(letter, bracketed, plain, trimDecimal(value.scaled, value.places))}$`,
    ],
  };
}

/** Columns of the two numbers in units of their last place, with no line for a zero. */
function withoutPoints(a: number, b: number): string[] {
  if (a === 0 || b === 0) return [];
  const [high, low] = [Math.max(Math.abs(a), Math.abs(b)), Math.min(Math.abs(a), Math.abs(b))];
  const line = `> without the points: ${a} ${b < 0 ? '-' : '+'} ${Math.abs(b)}`;
  return [line, a < 0 === b < 0 ? columnSum(high, low) : columnDifference(high, low)];
}

/** Half of them whole; neither it nor the value has more digits, with the places of both, than are worked with exactly. */
function otherDecimal(value: Decimal, rng: Rng, entropy: number): Decimal {
  for (;;) {
    const scaled = entropyInteger(rng, entropy);
    const drawn = lowest({ scaled, places: rng.chance(0.5) ? 0 : rng.int(1, Math.max(1, Math.ceil(entropy))) });
    const places = Math.max(drawn.places, value.places);
    if ([drawn, value].every((each) => Math.abs(rescale(each, places)) < MOST_DIGITS)) return drawn;
    if (Math.abs(scaled) * 10 > MOST_DIGITS) return { scaled: 0, places: 0 };
  }
}

function addDecimals(a: Decimal, b: Decimal): Decimal {
  const places = Math.max(a.places, b.places);
  return lowest({ scaled: rescale(a, places) + rescale(b, places), places });
}

/** No zero at the end after the point. */
export function lowest({ scaled, places }: Decimal): Decimal {
  let [size, kept] = [scaled, places];
  while (kept > 0 && size % 10 === 0) [size, kept] = [size / 10, kept - 1];
  return { scaled: size + 0, places: kept };
}
