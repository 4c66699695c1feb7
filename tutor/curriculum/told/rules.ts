/** Let f(x) = 2*x**2 - 3: rules of functions told as they are, and how the terms of a rule are written. */
import { power, sum, term } from '../polynomial.ts';
import type { Rational } from '../rational.ts';
import type { Coefficients, Desk, Told, ToldFunction } from './told.ts';

/** A coefficient and the exponent of the letter. */
export type Monomial = readonly [coefficient: Rational, exponent: number];

/** Let f(x) = 3*x - 2; `inline`, the rule for the question itself. */
export function tellRule(rule: Coefficients, desk: Desk, inline: boolean): ToldFunction {
  return named(writeRule(rule, desk.letter()), desk, inline, { sentences: [], steps: [] });
}

export interface Typed {
  readonly x: string;
  readonly rule: string;
}

/** Under a letter of its own, or inline in the question. */
export function named({ x, rule }: Typed, desk: Desk, inline: boolean, inner: Pick<Told, 'sentences' | 'steps'>): ToldFunction {
  if (inline) return { f: '', x, rule, ...inner };
  const f = desk.letter();
  return { f, x, rule, sentences: [...inner.sentences, `Let \\(${f}(${x}) = ${rule}\\).`], steps: inner.steps };
}

/** Highest power first; two terms of which the first is negative change places, as programs print them. */
function writeRule(rule: Coefficients, x: string): Typed {
  const terms = monomials(rule).map(([coefficient, exponent]) => writeMonomial(coefficient, power(x, exponent)));
  const turned = terms.length === 2 && terms[0].startsWith('-') && !terms[1].startsWith('-');
  return { x, rule: sum(...(turned ? terms.reverse() : terms)) };
}

export function monomials(rule: Coefficients): Monomial[] {
  return rule.flatMap((each, index): Monomial[] => (each.top === 0 ? [] : [[each, rule.length - 1 - index]]));
}

/** \frac{3x^2}{4}, or with the fraction ahead, \frac{3}{4}x^2, where `ahead` is set. */
export function writeMonomial({ top, bottom }: Rational, body: string, ahead = false): string {
  if (bottom === 1) return top === 0 ? `0${body}` : term(top, body);
  const sign = top < 0 ? '-' : '';
  if (ahead || body === '') return `${sign}\\frac{${Math.abs(top)}}{${bottom}}${body}`;
  return `${sign}\\frac{${term(Math.abs(top), body)}}{${bottom}}`;
}

export function writePolynomialOf(rule: Coefficients, x: string): string {
  return sum(...monomials(rule).map(([coefficient, exponent]) => writeMonomial(coefficient, power(x, exponent))));
}
