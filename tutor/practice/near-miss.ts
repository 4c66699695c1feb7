/**
 * How a wrong answer lies beside the right one: the slips that teachers see most. Each is told only where it explains the
 * whole difference. It knows two answers, not the problem they belong to.
 */
import { type AnswerForm, readAnswer } from '../answers/answer-form.ts';
import { compareValues } from '../answers/compare-values.ts';
import { evaluateNumber } from '../expression/evaluate-number.ts';
import type { Expression } from '../expression/expression.ts';
import { type Rational, rational } from '../expression/rational.ts';
import { PLAIN_READING } from '../expression/reading.ts';
import { withoutSigns } from './without-signs.ts';

export type NearMiss =
  /** The same but for plus and minus. */
  | 'sign'
  /** Right as far as it goes: a solution is missing. */
  | 'missing-root'
  /** The right solutions and others. */
  | 'extra-root'
  /** A factor of 100 where one of the two is a percentage. */
  | 'percent'
  /** The right number with the wrong unit. */
  | 'unit'
  /** Off by a power of ten. */
  | 'ten'
  /** Upside down. */
  | 'reciprocal'
  /** Coordinates or parts of a ratio in the wrong order. */
  | 'order'
  /** The constant of integration is missing. */
  | 'constant'
  /** The right boundary with the wrong inequality sign. */
  | 'relation';

/** Powers of ten within which a slip of the decimal point is likely. */
const MAX_SLIP = 3;

/** Two answers as LaTeX that are known to differ; null where no common slip explains the difference. */
export function nearMiss(given: string, expected: string): NearMiss | null {
  const [a, b] = [readAnswer(given), readAnswer(expected)];
  if (a === null || b === null) return null;
  if (a.kind === 'inequalities' && b.kind === 'inequalities') return relationSlip(a, b);
  const [left, right] = [valuesOf(a), valuesOf(b)];
  if (left === null || right === null) return null;
  if (left.length !== right.length) return countSlip(left, right);
  if (left.length !== 1) return same(left.map(withoutSigns), right.map(withoutSigns)) ? 'sign' : null;
  return valueSlip(left[0], right[0]);
}

type Inequalities = AnswerForm & { readonly kind: 'inequalities' };

function relationSlip(a: Inequalities, b: Inequalities): NearMiss | null {
  const [left, right] = [a, b].map(({ statement }) => statement.chains);
  if (left.length !== right.length) return null;
  const alike = left.every(
    ({ terms }, at) =>
      terms.length === right[at].terms.length && terms.every((term, place) => equal(term, right[at].terms[place])),
  );
  if (alike) return 'relation';
  const unsigned = (chains: typeof left) => chains.flatMap(({ terms }) => terms.map(withoutSigns));
  return same(unsigned(left), unsigned(right)) ? 'sign' : null;
}

function valuesOf(form: AnswerForm): readonly Expression[] | null {
  switch (form.kind) {
    case 'values':
      return form.values;
    case 'assignments':
      return [...form.values].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value);
    case 'equation':
    case 'inequalities':
    case 'words':
      return null;
  }
}

function countSlip(given: readonly Expression[], expected: readonly Expression[]): NearMiss | null {
  const within = (some: readonly Expression[], all: readonly Expression[]) =>
    some.every((value) => all.some((other) => equal(value, other)));
  if (given.length < expected.length) return within(given, expected) ? 'missing-root' : null;
  return within(expected, given) ? 'extra-root' : null;
}

function valueSlip(given: Expression, expected: Expression): NearMiss | null {
  const items = [itemsOf(given), itemsOf(expected)];
  if (items[0] !== null && items[1] !== null) return orderSlip(items[0], items[1]);
  if (lacksConstant(given, expected)) return 'constant';
  return scaleSlip(given, expected) ?? (equal(withoutSigns(given), withoutSigns(expected)) ? 'sign' : null);
}

function itemsOf(expression: Expression): readonly Expression[] | null {
  if (expression.kind === 'tuple' || expression.kind === 'ratio') return expression.items;
  if (expression.kind === 'matrix') return expression.rows.flat();
  return expression.kind === 'function' && expression.name === 'remainder' ? expression.items : null;
}

function orderSlip(given: readonly Expression[], expected: readonly Expression[]): NearMiss | null {
  if (given.length !== expected.length) return null;
  if (given.every((item, at) => equal(withoutSigns(item), withoutSigns(expected[at])))) return 'sign';
  return same(given, expected) ? 'order' : null;
}

function lacksConstant(given: Expression, expected: Expression): boolean {
  if (expected.kind !== 'sum') return false;
  const rest = expected.items.filter((item) => !isConstantOfIntegration(item));
  return rest.length === expected.items.length - 1 && equal(given, rest.length === 1 ? rest[0] : { kind: 'sum', items: rest });
}

const isConstantOfIntegration = (item: Expression): boolean => item.kind === 'symbol' && item.name === 'C';

function scaleSlip(given: Expression, expected: Expression): NearMiss | null {
  const [measured, wanted] = [unitOf(given), unitOf(expected)];
  if (measured !== wanted && measured !== '%' && wanted !== '%' && equal(bare(given), bare(expected))) return 'unit';
  if (measured !== wanted && (measured === '%' || wanted === '%') && equal(bare(given), bare(expected))) return 'percent';
  const [left, right] = [numberOf(bare(given)), numberOf(bare(expected))];
  if (left === null || right === null || left === 0 || right === 0) return null;
  for (let slip = 1; slip <= MAX_SLIP; slip++) {
    const factor: Rational = rational(10n ** BigInt(slip));
    const scaled = (item: Expression): Expression => ({
      kind: 'product',
      items: [{ kind: 'number', value: factor, decimals: 0 }, item],
    });
    if (equal(scaled(bare(given)), bare(expected)) || equal(bare(given), scaled(bare(expected)))) return 'ten';
  }
  const one: Expression = { kind: 'number', value: rational(1n), decimals: 0 };
  return equal({ kind: 'quotient', top: one, bottom: bare(given) }, bare(expected)) ? 'reciprocal' : null;
}

function unitOf(expression: Expression): string {
  const item = expression.kind === 'negative' ? expression.item : expression;
  return item.kind === 'quantity' ? item.unit : '';
}

function bare(expression: Expression): Expression {
  if (expression.kind === 'negative') return { ...expression, item: bare(expression.item) };
  return expression.kind === 'quantity' ? expression.item : expression;
}

/** null for anything but a real number. */
function numberOf(expression: Expression): number | null {
  const value = evaluateNumber(expression, new Map(), PLAIN_READING);
  return value === null || value.im !== 0 || !Number.isFinite(value.re) ? null : value.re;
}

const equal = (a: Expression, b: Expression): boolean => compareValues(a, b).equal === true;

/** In any order, each as often as in the other. */
function same(a: readonly Expression[], b: readonly Expression[]): boolean {
  const left = [...b];
  for (const item of a) {
    const at = left.findIndex((other) => equal(item, other));
    if (at < 0) return false;
    left.splice(at, 1);
  }
  return left.length === 0;
}
