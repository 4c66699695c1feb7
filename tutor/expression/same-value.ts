/**
 * Do two expressions have the same value wherever both have one? Exact where numbers are rational, else by sampling at
 * points. "False" comes with the point where they differ; what cannot be decided is null, never "different".
 */
import { modulus } from './complex.ts';
import { evaluateExact } from './evaluate-exact.ts';
import { evaluateNumber } from './evaluate-number.ts';
import type { Expression } from './expression.ts';
import { equals, type Rational, rational, toNumber } from './rational.ts';
import { type Reading, readingsOf } from './reading.ts';
import { has, isOpaque, symbolsOf } from './walk.ts';

export interface Sameness {
  readonly equal: boolean | null;
  readonly method: 'exact' | 'exact-sampling' | 'numeric' | 'sampling' | 'sampling-domain' | 'undecided';
  /** Where they differ, and both values there. */
  readonly counterexample?: Counterexample;
}

export interface Counterexample {
  readonly at: ReadonlyMap<string, number>;
  readonly left: number;
  readonly right: number;
}

/** Relative difference up to which doubles are the same, and from which they are surely not. */
const SAME = 1e-10;
const DIFFERENT = 1e-7;
/** A relative difference that no rounding makes. */
const PLAIN = 1e-3;
/** Points that must agree before an identity counts as checked. */
const ENOUGH = 6;
/** Small whole numbers first, since the first that differs is shown to the learner. */
const POINTS: readonly (readonly [number, number])[] = [
  [2, 1],
  [3, 1],
  [5, 1],
  [-2, 1],
  [1, 2],
  [7, 3],
  [-3, 4],
  [11, 1],
  [13, 7],
  [-17, 5],
  [19, 10],
  [1, 5],
  [-1, 3],
  [9, 10],
  [3, 10],
  [-4, 5],
];
/** Where both have a value at too few of those: a root of -10x - 10 has none beyond -1. */
const FURTHER: typeof POINTS = [
  [-5, 1],
  [-7, 3],
  [-11, 1],
  [-13, 7],
  [23, 1],
  [-19, 2],
  [29, 2],
  [-31, 1],
];
const UNDECIDED: Sameness = { equal: null, method: 'undecided' };

export function sameValue(a: Expression, b: Expression): Sameness {
  let failure: Sameness | null = null;
  let undecided = false;
  for (const reading of readingsOf([a, b])) {
    const result = sameUnder(a, b, reading);
    if (result.equal === true) return result;
    if (result.equal === null) undecided = true;
    else failure ??= result;
  }
  return undecided || failure === null ? UNDECIDED : failure;
}

/** As `sameValue`, under one reading of the notation. */
export function sameUnder(a: Expression, b: Expression, reading: Reading): Sameness {
  const symbols = symbolsOf(a, b);
  if (symbols.length === 0) return sameConstant(a, b, reading);
  const result = sampleExactly(a, b, symbols, reading) ?? sampleNumerically(a, b, symbols, reading);
  return result.equal === false && symbols.some(isOpaque) ? UNDECIDED : result;
}

function sameConstant(a: Expression, b: Expression, reading: Reading): Sameness {
  const none = new Map<string, Rational>();
  const left = evaluateExact(a, none, reading);
  const right = evaluateExact(b, none, reading);
  if (left !== null && right !== null) {
    if (equals(left, right)) return { equal: true, method: 'exact' };
    return { equal: false, method: 'exact', counterexample: { at: new Map(), left: toNumber(left), right: toNumber(right) } };
  }
  return comparePoint(a, b, new Map(), reading, true)?.result ?? UNDECIDED;
}

/** null when some value is irrational, so that exact sampling says nothing. */
function sampleExactly(a: Expression, b: Expression, symbols: readonly string[], reading: Reading): Sameness | null {
  let agreed = 0;
  for (let index = 0; index < POINTS.length && agreed < ENOUGH + 2; index++) {
    const at = new Map(symbols.map((name, place) => [name, pointOf(POINTS, index, place)]));
    const left = evaluateExact(a, at, reading);
    const right = evaluateExact(b, at, reading);
    if (left === null || right === null) continue;
    if (!equals(left, right)) {
      const shown = new Map([...at].map(([name, value]) => [name, toNumber(value)]));
      return {
        equal: false,
        method: 'exact-sampling',
        counterexample: { at: shown, left: toNumber(left), right: toNumber(right) },
      };
    }
    agreed++;
  }
  return agreed >= ENOUGH ? { equal: true, method: 'exact-sampling' } : null;
}

function sampleNumerically(a: Expression, b: Expression, symbols: readonly string[], reading: Reading): Sameness {
  let agreed = 0;
  let domain = false;
  /** At some point it was too close to call: then only a plain difference elsewhere counts. */
  let near = false;
  const complex = has(a, isImaginary) || has(b, isImaginary);
  for (let index = 0; index < POINTS.length + FURTHER.length; index++) {
    if (index >= POINTS.length && agreed >= ENOUGH) break;
    const points = index < POINTS.length ? POINTS : FURTHER;
    const at = new Map(symbols.map((name, place) => [name, toNumber(pointOf(points, index, place))]));
    const point = comparePoint(a, b, at, reading, complex);
    if (point === null) {
      near = true;
      continue;
    }
    if (point.result === null) {
      domain ||= point.oneSided;
      continue;
    }
    if (point.result.equal !== true && (!near || differClearly(point.result))) return { ...point.result, method: 'sampling' };
    if (point.result.equal === true) agreed++;
    else near = true;
  }
  if (near || agreed < ENOUGH) return UNDECIDED;
  return { equal: true, method: domain ? 'sampling-domain' : 'sampling' };
}

function differClearly({ counterexample }: Sameness): boolean {
  if (counterexample === undefined) return false;
  const { left, right } = counterexample;
  return Math.abs(left - right) > PLAIN * Math.max(Math.abs(left), Math.abs(right));
}

/** Different symbols get different points; every point is used by every symbol. */
function pointOf(points: typeof POINTS, index: number, place: number): Rational {
  const [top, bottom] = points[(index + place * 5) % points.length];
  return rational(BigInt(top + (place > 2 ? place : 0)), BigInt(bottom));
}

interface PointResult {
  /** null: not both sides have a value here. */
  readonly result: Sameness | null;
  readonly oneSided: boolean;
}

/** null when the point lies so near a discontinuity of rounding that nothing can be said. */
function comparePoint(
  a: Expression,
  b: Expression,
  at: ReadonlyMap<string, number>,
  reading: Reading,
  complex: boolean,
): PointResult | null {
  const left = evaluateNumber(a, at, reading);
  const right = evaluateNumber(b, at, reading);
  const leftValue = left !== null && (complex || Math.abs(left.im) <= SAME * modulus(left)) ? left : null;
  const rightValue = right !== null && (complex || Math.abs(right.im) <= SAME * modulus(right)) ? right : null;
  if (leftValue === null || rightValue === null) return { result: null, oneSided: leftValue !== rightValue };
  const difference = modulus({ re: leftValue.re - rightValue.re, im: leftValue.im - rightValue.im });
  const size = Math.max(modulus(leftValue), modulus(rightValue));
  if (difference <= SAME * size || difference <= 1e-12) return { result: { equal: true, method: 'numeric' }, oneSided: false };
  if (difference < DIFFERENT * size) return at.size === 0 ? { result: nearMiss(size, difference), oneSided: false } : null;
  const counterexample = leftValue.im === 0 && rightValue.im === 0 ? { at, left: leftValue.re, right: rightValue.re } : undefined;
  return { result: { equal: false, method: 'numeric', counterexample }, oneSided: false };
}

/** Constants lose few digits on the way: a relative difference beyond 1e-9 is real. */
function nearMiss(size: number, difference: number): Sameness {
  return difference > 1e-9 * size ? { equal: false, method: 'numeric' } : UNDECIDED;
}

function isImaginary(each: Expression): boolean {
  return each.kind === 'constant' && each.name === 'i';
}
