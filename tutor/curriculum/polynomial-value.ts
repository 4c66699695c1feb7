/** The value of a polynomial at a whole number, with every power, product and partial sum on its own scratch line. */
import { factor } from './latex.ts';
import { evaluatePolynomial, type Polynomial, sum } from './polynomial.ts';
import { signedColumns, signedTotal } from './signed-sum.ts';

/** Ends with "label: $2 \cdot 3^2 - 3 + 1 = 18 - 3 + 1 = 16$". */
export function polynomialValue(coefficients: Polynomial, at: number, label: string): { steps: string[]; value: number } {
  const value = evaluatePolynomial(coefficients, at);
  const degree = coefficients.length - 1;
  const lines: string[] = [];
  const written: string[] = [];
  const values: number[] = [];
  coefficients.forEach((coefficient, index) => {
    if (coefficient === 0) return;
    const exponent = degree - index;
    const power = at ** exponent;
    if (exponent > 1) lines.push(`> ${factor(at)}^${exponent} = ${power}`);
    if (exponent > 1 && Math.abs(coefficient) > 1) lines.push(`> ${coefficient} * ${factor(power)} = ${coefficient * power}`);
    written.push(termAt(coefficient, at, exponent));
    values.push(coefficient * power);
  });
  lines.push(...(values.length === 2 ? signedColumns(values[0], values[1]) : signedTotal(values)));
  const chain = [sum(...written), sum(...values.map(String)), String(value)];
  return { steps: [...lines, `${label}: $${[...new Set(chain)].join(' = ')}$`], value };
}

function termAt(coefficient: number, at: number, exponent: number): string {
  if (exponent === 0) return String(coefficient);
  const bare = coefficient === 1 && exponent === 1;
  const power = `${bare ? at : factor(at)}${exponent > 1 ? `^${exponent}` : ''}`;
  if (coefficient === 1) return power;
  return coefficient === -1 ? `-${power}` : `${coefficient} \\cdot ${power}`;
}
