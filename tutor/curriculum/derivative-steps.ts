/** Differentiation and integration of polynomials, one line a term, as every calculus family writes them. */
import { quotient } from './division-step.ts';
import { type Polynomial, power, sum, term } from './polynomial.ts';
import { fraction } from './quotient.ts';

/** "Term 3x^4: 4·3x^3 = 12x^3" for each term that is not constant, and the derivative's coefficients. */
export function differentiate(coefficients: Polynomial, x: string): { steps: string[]; derivative: Polynomial } {
  const degree = coefficients.length - 1;
  const steps = coefficients.flatMap((coefficient, index) => differentiateTerm(coefficient, degree - index, x));
  const derivative = coefficients.slice(0, -1).map((coefficient, index) => coefficient * (degree - index));
  return { steps, derivative: derivative.length === 0 ? [0] : derivative };
}

/** Any whole exponent; nothing for a zero coefficient. */
export function differentiateTerm(coefficient: number, exponent: number, x: string): string[] {
  if (coefficient === 0) return [];
  if (exponent === 0) return [`The number $${coefficient}$ has derivative $0$`];
  const shown = term(coefficient, power(x, exponent));
  const result = term(coefficient * exponent, power(x, exponent - 1));
  if (exponent === 1) return [`The term $${shown}$ has derivative $${result}$`];
  const lowered = power(x, exponent - 1);
  const product =
    coefficient === 1 ? result : `${exponent} \\cdot ${coefficient < 0 ? `(${coefficient})` : coefficient}${lowered} = ${result}`;
  return [`The term $${shown}$ has derivative $${product}$`];
}

export interface Antiderivative {
  readonly steps: string[];
  /** Without the constant of integration. */
  readonly value: string;
}

export function integrate(coefficients: Polynomial, x: string): Antiderivative {
  const degree = coefficients.length - 1;
  const steps: string[] = [];
  const parts: string[] = [];
  coefficients.forEach((coefficient, index) => {
    const exponent = degree - index + 1;
    if (coefficient === 0) return;
    const shown = term(coefficient, power(x, exponent - 1));
    const body = power(x, exponent);
    if (exponent === 1) {
      parts.push(term(coefficient, body));
      steps.push(`The number $${shown}$ becomes $${term(coefficient, body)}$`);
      return;
    }
    const result = quotient(coefficient, exponent);
    const raw = `${coefficient < 0 ? '-' : ''}${fraction(Math.abs(coefficient), exponent)}${body}`;
    const written = result.whole ? term(Number(result.value), body) : `${result.value}${body}`;
    steps.push(
      ...result.lines.filter((line) => line.startsWith('> ')),
      `The term $${shown}$ becomes $${raw === written ? raw : `${raw} = ${written}`}$`,
    );
    parts.push(written);
  });
  return { steps, value: sum(...parts) };
}
