/** Are two equations in the same unknowns the same condition: 2x - y + 3 = 0 and y = 2x + 3? */
import { evaluateExact } from '../expression/evaluate-exact.ts';
import type { Expression } from '../expression/expression.ts';
import {
  add,
  divide,
  equals,
  fromInteger,
  negate,
  ONE,
  type Rational,
  rational,
  subtract,
  ZERO,
} from '../expression/rational.ts';
import { PLAIN_READING } from '../expression/reading.ts';
import { sameValue } from '../expression/same-value.ts';
import { symbolsOf } from '../expression/walk.ts';
import { type AnswerComparison, decided, UNDECIDED } from './comparison.ts';

/** Points of one equation at which the other is tried. */
const POINTS_TRIED = 4;

export interface Equation {
  readonly left: Expression;
  readonly right: Expression;
}

export function compareEquations(a: Equation, b: Equation): AnswerComparison {
  const [f, g] = [a, b].map(({ left, right }): Expression => ({ kind: 'sum', items: [left, { kind: 'negative', item: right }] }));
  const symbols = symbolsOf(f, g);
  if (symbolsOf(f).join() !== symbolsOf(g).join()) return decided(false, 'unknowns');
  if (proportional(f, g, symbols)) return decided(true, 'proportional');
  const both = [sharedZeros(f, g), sharedZeros(g, f)];
  if (both.includes(false)) return decided(false, 'points');
  return both.includes(null) ? UNDECIDED : decided(true, 'points');
}

/** Does g vanish wherever f does? Tried at points of f, exactly; null when none can be found. */
export function sharedZeros(f: Expression, g: Expression): boolean | null {
  const symbols = symbolsOf(f, g);
  let tried = 0;
  for (let shift = 0; shift < POINTS_TRIED; shift++) {
    const point = pointOn(f, symbols, shift);
    const other = point === null ? null : evaluateExact(g, point, PLAIN_READING);
    if (other === null) continue;
    if (other.top !== 0n) return false;
    tried++;
  }
  return tried >= POINTS_TRIED - 1 ? true : null;
}

/** f / g is one constant: then both vanish together. */
function proportional(f: Expression, g: Expression, symbols: readonly string[]): boolean {
  const at = new Map(symbols.map((name, place) => [name, rational(BigInt(7 + 4 * place), 3n)]));
  const [top, bottom] = [evaluateExact(f, at, PLAIN_READING), evaluateExact(g, at, PLAIN_READING)];
  const ratio = top === null || bottom === null ? null : divide(top, bottom);
  if (ratio === null || ratio.top === 0n) return false;
  const scaled: Expression = { kind: 'product', items: [{ kind: 'number', value: ratio, decimals: 0 }, g] };
  return sameValue(f, scaled).equal === true;
}

/** A point where f vanishes, when f is linear in some unknown; null otherwise. */
function pointOn(f: Expression, symbols: readonly string[], shift: number): ReadonlyMap<string, Rational> | null {
  for (const name of symbols) {
    const others = symbols
      .filter((each) => each !== name)
      .map((each, place) => [each, rational(BigInt(5 + 3 * place + 4 * shift), shift % 2 === 0 ? 2n : 3n)] as const);
    const at = (value: Rational) => evaluateExact(f, new Map([...others, [name, value]]), PLAIN_READING);
    const [zero, one, two] = [at(ZERO), at(ONE), at(fromInteger(2))];
    if (zero === null || one === null || two === null) continue;
    const slope = subtract(one, zero);
    if (!equals(two, add(one, slope))) continue;
    const root = divide(negate(zero), slope);
    if (root !== null) return new Map([...others, [name, root]]);
  }
  return null;
}
