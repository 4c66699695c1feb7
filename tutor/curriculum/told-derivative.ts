/** Polynomials told as a derivative: "Let f(t) be the second derivative of t^5/20 - 3*t." */
import { power, sum, term } from './polynomial.ts';
import type { Rng } from './rng.ts';

/** top·x^exponent / bottom. */
export interface OverTerm {
  readonly top: number;
  readonly bottom: number;
  readonly exponent: number;
}

const NTH = ['first', 'second', 'third'] as const;

/** "3x^5", or "\frac{3x^5}{20}" in lowest terms. */
export function writeOver({ top, bottom, exponent }: OverTerm, x: string): string {
  let [over, under] = [Math.abs(top), bottom];
  for (const p of [2, 3, 5, 7, 11, 13]) while (over % p === 0 && under % p === 0) [over, under] = [over / p, under / p];
  const body = term(over, power(x, exponent));
  return `${top < 0 ? '-' : ''}${under === 1 ? body : `\\frac{${body}}{${under}}`}`;
}

export function writeOverSum(terms: readonly OverTerm[], x: string): string {
  return sum(...terms.map((each) => writeOver(each, x)));
}

/** The sentence, with a blank at its end, and one line a term from the typed polynomial to the told one in `asked`. */
export function tellDerivative(
  told: readonly OverTerm[],
  order: number,
  [f, typed, asked]: readonly [string, string, string],
  rng: Rng,
): { sentence: string; steps: string[] } {
  const lifted = told.map(({ top, bottom, exponent }) => {
    const factors = Array.from({ length: order }, (_, k) => exponent + order - k);
    const before = { top, bottom: bottom * factors.reduce((a, b) => a * b, 1), exponent: exponent + order };
    return {
      before,
      line: `From $${writeOver(before, typed)}$: the factors $${factors.join(' \\cdot ')}$ give $${writeOver({ top, bottom, exponent }, typed)}$`,
    };
  });
  const lost = Array.from({ length: order }, (_, exponent): OverTerm => ({ top: rng.nonzero(-99, 999), bottom: 1, exponent }));
  const terms = [...lifted.map(({ before }) => before), ...lost.filter(() => rng.chance(0.5))];
  const shown = writeOverSum(rng.chance(0.2) ? rng.shuffle(terms) : terms, typed);
  return {
    sentence: `Let \\(${f}(${typed})\\) be the ${NTH[order - 1]} derivative of \\(${shown}\\). `,
    steps: [...lifted.map(({ line }) => line), `As a function of $${asked}$: $${writeOverSum(told, asked)}$`],
  };
}
