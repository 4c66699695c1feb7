/**
 * A learner's answer to an exercise against the right one: right, right but not finished, wrong (and how), or not decided.
 * An exercise often asks for a form ("simplify", "expand"): equal in value is then not enough.
 */
import { readAnswer } from '../answers/answer-form.ts';
import { canonicalAnswer } from '../answers/canonical-answer.ts';
import { compareAnswers } from '../answers/compare-answers.ts';
import type { Expression } from '../expression/expression.ts';
import { gcd, isInteger } from '../expression/rational.ts';
import { symbolsOf } from '../expression/walk.ts';
import { readProblem } from '../problem/read-problem.ts';
import { isAskedFor, splitUnit } from './answer-unit.ts';
import { type NearMiss, nearMiss } from './near-miss.ts';

/** unreduced: a fraction can be cancelled. unfinished: right in value, but something is left to work out. */
export type Unfinished = 'unreduced' | 'unfinished';

export interface Judgement {
  /** almost: right in value, not yet in the form asked for. undecided: the answer could not be read or compared. */
  readonly verdict: 'right' | 'almost' | 'wrong' | 'undecided';
  readonly hint: NearMiss | Unfinished | null;
}

/** `given` and `expected` as LaTeX, `question` as typed. */
export function judgeAnswer(given: string, expected: string, question: string): Judgement {
  const measured = isBare(expected) ? splitUnit(given) : null;
  if (measured === null) return judgeBare(given, expected, question);
  const judgement = judgeBare(measured.number, expected, question);
  return judgement.verdict === 'right' && !isAskedFor(measured.unit, question) ? { verdict: 'wrong', hint: 'unit' } : judgement;
}

/** A number without letters or a unit of its own. */
function isBare(expected: string): boolean {
  const value = soleValue(expected);
  return value !== null && value.kind !== 'quantity' && symbolsOf(value).length === 0;
}

function judgeBare(given: string, expected: string, question: string): Judgement {
  const { equal } = compareAnswers(given, expected);
  if (equal === null) return { verdict: lettersOf(given) === lettersOf(expected) ? 'right' : 'undecided', hint: null };
  if (!equal) return { verdict: 'wrong', hint: nearMiss(given, expected) };
  const hint = leftToDo(given, expected, question);
  return { verdict: hint === null ? 'right' : 'almost', hint };
}

function leftToDo(given: string, expected: string, question: string): Unfinished | null {
  const [typed, wanted] = [canonicalAnswer(given), canonicalAnswer(expected)];
  if (typed === wanted) return null;
  const [left, right] = [soleValue(given), soleValue(expected)];
  if (left === null || right === null) return null;
  if (isCommonFraction(left) && !isLowest(left) && (!isCommonFraction(right) || isLowest(right))) return 'unreduced';
  if (left.kind === 'ratio' && right.kind === 'ratio' && commonFactor(left.items) > commonFactor(right.items)) return 'unreduced';
  if (repeatsQuestion(typed, question) || (isPlain(right) && !isPlain(left))) return 'unfinished';
  return symbolsOf(right).length > 0 && isProduct(left) !== isProduct(right) ? 'unfinished' : null;
}

/** Times and spans ("71 days, 02:42:00") are no numbers to the comparison: the same letters and digits are the same answer. */
function lettersOf(latex: string): string {
  return canonicalAnswer(latex)
    .replaceAll('\\text', '')
    .replace(/[{}\s]/g, '')
    .toLowerCase();
}

/** The one value an answer gives. */
function soleValue(latex: string): Expression | null {
  const form = readAnswer(latex);
  return form?.kind === 'values' && form.values.length === 1 ? unsigned(form.values[0]) : null;
}

const unsigned = (expression: Expression): Expression => (expression.kind === 'negative' ? expression.item : expression);

function integerOf(expression: Expression): bigint | null {
  return expression.kind === 'number' && isInteger(expression.value) && expression.decimals === 0 ? expression.value.top : null;
}

type Fraction = Expression & { readonly kind: 'quotient' };

function isCommonFraction(expression: Expression): expression is Fraction {
  return expression.kind === 'quotient' && integerOf(unsigned(expression.top)) !== null && integerOf(expression.bottom) !== null;
}

function isLowest({ top, bottom }: Fraction): boolean {
  const [over, under] = [integerOf(unsigned(top)) ?? 1n, integerOf(bottom) ?? 1n];
  return under !== 1n && gcd(over, under) === 1n;
}

function commonFactor(items: readonly Expression[]): bigint {
  return items.reduce((divisor, item) => gcd(divisor, integerOf(item) ?? 1n), 0n);
}

/** A number written down, with nothing left to work out. A mixed number counts, a sum of two numbers does not. */
function isPlain(expression: Expression): boolean {
  const item = unsigned(expression.kind === 'quantity' ? expression.item : expression);
  return item.kind === 'number' || isCommonFraction(item) || isMixedNumber(item);
}

function isMixedNumber(expression: Expression): boolean {
  return expression.kind === 'sum' && expression.items.length === 2 && isCommonFraction(expression.items[1]);
}

function isProduct(expression: Expression): boolean {
  if (expression.kind === 'power') return expression.base.kind === 'sum';
  return expression.kind === 'product' && expression.items.some((item) => item.kind === 'sum' || isProduct(item));
}

function repeatsQuestion(typed: string, question: string): boolean {
  return readProblem(question).some(({ latex }) => latex !== undefined && canonicalAnswer(latex) === typed);
}
