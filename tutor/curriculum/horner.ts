/** The value of a polynomial by Horner's rule, which needs no powers. */
import { factor } from './latex.ts';
import { signedColumns } from './signed-sum.ts';
import { timesLines } from './times-lines.ts';

/** Coefficients from the highest power down; the last line ends with the value. */
export function horner(coefficients: readonly number[], at: number): string[] {
  const steps = [`Multiply by $${at}$ and add the next coefficient: $${coefficients.join(', ')}$`];
  let total = coefficients[0];
  for (const each of coefficients.slice(1)) {
    const product = total * at;
    const line = `$${factor(total)} \\cdot ${factor(at)} ${each < 0 ? '-' : '+'} ${Math.abs(each)} = ${product} ${each < 0 ? '-' : '+'} ${Math.abs(each)} = ${product + each}$`;
    steps.push(...timesLines(total, at), ...signedColumns(product, each), `Next: ${line}`);
    total = product + each;
  }
  return steps;
}
