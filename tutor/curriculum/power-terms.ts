/** Sums of powers of one letter in which like terms come several times: how they are typed, and the lines that collect them. */
import { power, sum, term, writePolynomial } from './polynomial.ts';
import type { Rng } from './rng.ts';
import { signedTotal } from './signed-sum.ts';
import { timesLines } from './times-lines.ts';

export type PowerTerm = readonly [coefficient: number, exponent: number];

/** As typed: terms with the coefficient zero stay. */
export function writePowers(terms: readonly PowerTerm[], x: string): string {
  return sum(
    ...terms.map(([coefficient, exponent]) =>
      coefficient === 0 ? `0${power(x, exponent)}` : term(coefficient, power(x, exponent)),
    ),
  );
}

/** Three and more like terms picked out first, scratch sums and, for each power that comes twice, "Add the $x^2$ terms: …". Coefficients from the highest power down. */
export function collectPowers(terms: readonly PowerTerm[], x: string): { steps: string[]; coefficients: number[] } {
  const degree = Math.max(0, ...terms.map(([, exponent]) => exponent));
  const steps: string[] = [];
  const coefficients: number[] = [];
  for (let exponent = degree; exponent >= 0; exponent--) {
    const alike = terms.filter(([, each]) => each === exponent).map(([coefficient]) => coefficient);
    const total = alike.reduce((a, b) => a + b, 0);
    coefficients.push(total);
    if (alike.length < 2) continue;
    const name = exponent === 0 ? 'numbers' : `$${power(x, exponent)}$ terms`;
    if (alike.length > 2) steps.push(`> ${plain(power(x, exponent)) || 'numbers'}: ${sum(...alike.map(String))}`);
    steps.push(...signedTotal(alike), `Add the ${name}: $${sum(term(total, power(x, exponent)))}$`);
  }
  return { steps, coefficients };
}

/** The polynomial's terms in any order, some of them split. */
export function scatterPowers(coefficients: readonly number[], extra: number, size: number, rng: Rng): PowerTerm[] {
  const degree = coefficients.length - 1;
  const terms: PowerTerm[] = coefficients.flatMap((n, index) => (n === 0 ? [] : [[n, degree - index] as const]));
  for (let i = 0; i < extra; i++) {
    const exponent = rng.int(0, degree);
    const part = rng.nonzero(-size, size);
    const at = terms.findIndex(([, each]) => each === exponent);
    if (at < 0) terms.push([part, exponent], [-part, exponent]);
    else terms.splice(at, 1, [terms[at][0] - part, exponent], [part, exponent]);
  }
  const kept = terms.filter(([n]) => n !== 0 || rng.chance(0.4));
  return rng.shuffle(kept.length === 0 ? [[0, 0] as const] : kept);
}

/** Multiplied out term by term: "3x^2 · (-2x) = -6x^3" for every pair, with column work where it is needed. */
export function multiplyPowers(
  left: readonly number[],
  right: readonly number[],
  x: string,
): { steps: string[]; terms: PowerTerm[] } {
  const steps: string[] = [];
  const terms: PowerTerm[] = [];
  const bracket = (text: string) => (text.startsWith('-') ? `(${text})` : text);
  left.forEach((a, i) => {
    right.forEach((b, j) => {
      if (a === 0 || b === 0) return;
      const [p, q] = [left.length - 1 - i, right.length - 1 - j];
      const product = term(a * b, power(x, p + q));
      terms.push([a * b, p + q]);
      const [first, second] = [term(a, power(x, p)), term(b, power(x, q))];
      steps.push(...timesLines(a, b));
      if (first !== '1' && second !== '1') steps.push(`> ${plain(first)} * ${plain(bracket(second))} = ${plain(product)}`);
    });
  });
  return { steps, terms };
}

/** Scratch lines keep braces out. */
function plain(latex: string): string {
  return latex.replaceAll(/[{}]/g, '');
}

export function writeCoefficients(coefficients: readonly number[], x: string): string {
  const first = coefficients.findIndex((n) => n !== 0);
  return first < 0 ? '0' : writePolynomial(coefficients.slice(first), x);
}
