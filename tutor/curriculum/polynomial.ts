/** Polynomials and sums of terms: how a textbook writes them, and their arithmetic. Coefficients run from the highest power down. */

/** Highest power first: [2, -3, 1] is 2x^2 - 3x + 1. */
export type Polynomial = readonly number[];

/** A coefficient with what it multiplies: "3x", "-x", "5" (empty body), or "" for zero. */
export function term(coefficient: number, body: string): string {
  if (coefficient === 0) return '';
  if (body === '') return String(coefficient);
  if (coefficient === 1) return body;
  if (coefficient === -1) return `-${body}`;
  return `${coefficient}${body}`;
}

/** Joins signed terms: ["3x", "-2", ""] is "3x - 2"; nothing at all is "0". */
export function sum(...terms: readonly string[]): string {
  const present = terms.filter((each) => each !== '');
  if (present.length === 0) return '0';
  const [first, ...rest] = present;
  return first + rest.map((each) => (each.startsWith('-') ? ` - ${each.slice(1)}` : ` + ${each}`)).join('');
}

/** "a = b = c", saying nothing twice in a row. */
export function equalities(...sides: readonly string[]): string {
  return sides.filter((side, index) => side !== sides[index - 1]).join(' = ');
}

/** "x^2", "x" or "" for the powers 2, 1 and 0; negative and longer exponents in braces. */
export function power(base: string, exponent: number): string {
  if (exponent === 0) return '';
  if (exponent === 1) return base;
  const digits = String(exponent);
  return digits.length === 1 ? `${base}^${digits}` : `${base}^{${digits}}`;
}

export function writePolynomial(coefficients: Polynomial, variable: string): string {
  const degree = coefficients.length - 1;
  return sum(...coefficients.map((coefficient, index) => term(coefficient, power(variable, degree - index))));
}

export function evaluatePolynomial(coefficients: Polynomial, at: number): number {
  return coefficients.reduce((value, coefficient) => value * at + coefficient, 0);
}

export function multiplyPolynomials(left: Polynomial, right: Polynomial): number[] {
  const product: number[] = new Array(left.length + right.length - 1).fill(0);
  left.forEach((a, i) => {
    right.forEach((b, j) => {
      product[i + j] += a * b;
    });
  });
  return product;
}
