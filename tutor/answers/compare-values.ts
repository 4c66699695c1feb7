/** Are two values the same: numbers, expressions, tuples, ratios, measures? One item against one item. */
import { evaluateExact } from '../expression/evaluate-exact.ts';
import type { Expression } from '../expression/expression.ts';
import { isInteger } from '../expression/rational.ts';
import { PLAIN_READING } from '../expression/reading.ts';
import { sameValue } from '../expression/same-value.ts';
import { readUnit } from '../expression/units.ts';
import { symbolsOf } from '../expression/walk.ts';
import { type AnswerComparison, decided, every, sameInAnyOrder, UNDECIDED } from './comparison.ts';
import { readWords, sameWords } from './words.ts';

export function compareValues(a: Expression, b: Expression): AnswerComparison {
  const [left, right] = oneConstantOfIntegration(a, b);
  const structured = compareStructures(left, right);
  if (structured !== null) return structured;
  if (isMeasure(left) || isMeasure(right)) return compareMeasures(left, right);
  const { equal, method } = sameValue(left, right);
  return { equal, method };
}

/** null when neither is more than a number or an expression. */
function compareStructures(a: Expression, b: Expression): AnswerComparison | null {
  if (a.kind === 'words' || b.kind === 'words') return compareWords(a, b);
  const left = entries(a);
  const right = entries(b);
  if (left !== null && right !== null) {
    if (left.length !== right.length) return decided(false, 'count');
    return every(left.map((item, at) => compareValues(item, right[at])));
  }
  if (left !== null || right !== null) return decided(false, 'structure');
  if (a.kind === 'set' && b.kind === 'set') return sameInAnyOrder(a.items, b.items, compareValues);
  if (a.kind === 'ratio' && b.kind === 'ratio') return compareRatios(a.items, b.items);
  if (a.kind === 'ratio' || b.kind === 'ratio') return UNDECIDED;
  return null;
}

/** Coordinates, vectors and matrices entry by entry; "q remainder r" too. */
function entries(expression: Expression): readonly Expression[] | null {
  if (expression.kind === 'tuple') return expression.items;
  if (expression.kind === 'matrix') return expression.rows.flat();
  if (expression.kind === 'function' && expression.name === 'remainder') return expression.items;
  return null;
}

function compareWords(a: Expression, b: Expression): AnswerComparison {
  if (a.kind !== 'words' || b.kind !== 'words') return UNDECIDED;
  const left = readWords(a.text);
  const right = readWords(b.text);
  return left === null || right === null ? UNDECIDED : { equal: sameWords(left, right), method: 'words' };
}

/** a : b is c : d when ad = bc, and so for every later part. */
function compareRatios(a: readonly Expression[], b: readonly Expression[]): AnswerComparison {
  if (a.length !== b.length) return decided(false, 'count');
  return every(
    a
      .slice(1)
      .map((_, at) =>
        compareValues({ kind: 'product', items: [a[at + 1], b[0]] }, { kind: 'product', items: [b[at + 1], a[0]] }),
      ),
  );
}

/** Percent and degree scale a number; other units measure it. */
function isMeasure(expression: Expression): expression is Expression & { kind: 'quantity' } {
  return expression.kind === 'quantity' && expression.unit !== '%' && expression.unit !== '°';
}

/** A unit that one side leaves out is taken as meant: "5" answers "5 cm". */
function compareMeasures(a: Expression, b: Expression): AnswerComparison {
  const [left, leftUnit] = isMeasure(a) ? [a.item, a.unit] : [a, null];
  const [right, rightUnit] = isMeasure(b) ? [b.item, b.unit] : [b, null];
  const numbers = compareValues(left, right);
  if (leftUnit === null || rightUnit === null || plainUnit(leftUnit) === plainUnit(rightUnit))
    return { equal: numbers.equal, method: 'units' };
  const [first, second] = [readUnit(leftUnit), readUnit(rightUnit)];
  if (first === null || second === null) return numbers.equal === false ? decided(false, 'units') : UNDECIDED;
  if (first.dimension !== second.dimension) return decided(false, 'units');
  const { equal } = sameValue(
    { kind: 'quantity', item: left, unit: leftUnit },
    { kind: 'quantity', item: right, unit: rightUnit },
  );
  // `sameValue` also tries without units; here they are known to be alike, so the scaled numbers must agree.
  if (equal === true && first.factor !== second.factor && numbers.equal === true && !isZero(left)) return decided(false, 'units');
  return { equal, method: 'units' };
}

function isZero(expression: Expression): boolean {
  const value = evaluateExact(expression, new Map(), PLAIN_READING);
  return value !== null && isInteger(value) && value.top === 0n;
}

/** "apples" and "apple" are the same thing counted. */
function plainUnit(unit: string): string {
  const text = unit.toLowerCase().replaceAll('²', '^2').replaceAll('³', '^3').trim();
  return text.length > 2 && text.endsWith('s') ? text.slice(0, -1) : text;
}

/** "+ c" is "+ C": the name of the constant is free, its presence is not. */
function oneConstantOfIntegration(a: Expression, b: Expression): [Expression, Expression] {
  const left = symbolsOf(a);
  const right = symbolsOf(b);
  if (left.includes('C') && !left.includes('c') && right.includes('c') && !right.includes('C')) return [a, renameConstant(b)];
  if (right.includes('C') && !right.includes('c') && left.includes('c') && !left.includes('C')) return [renameConstant(a), b];
  return [a, b];
}

/** A "c" that is a term by itself becomes "C". */
function renameConstant(expression: Expression): Expression {
  if (expression.kind !== 'sum') return expression;
  return {
    ...expression,
    items: expression.items.map((item) => (item.kind === 'symbol' && item.name === 'c' ? { ...item, name: 'C' } : item)),
  };
}
