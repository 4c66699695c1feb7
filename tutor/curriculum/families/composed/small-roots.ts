/** The roots of a polynomial whose whole roots are small: tried and divided out until a quadratic is left. */
import { evaluatePolynomial, type Polynomial, writePolynomial } from '../../polynomial.ts';
import { type Rational, rational } from '../../rational.ts';
import { type Found, linearRoot, quadraticRoots } from '../../root-finding.ts';

/** Whole roots beyond this are not tried. */
const FARTHEST = 12;

/** Whole coefficients from the highest power down; nothing where the trials do not reach a quadratic. */
export function findSmallRoots(coefficients: Polynomial, x: string): Found | undefined {
  const steps: string[] = [];
  const roots: Rational[] = [];
  let rest = coefficients;
  while (rest.length > 1 && rest[rest.length - 1] === 0) {
    rest = rest.slice(0, -1);
    roots.push(rational(0));
  }
  if (roots.length > 0) steps.push(`Root $0$, left over: $${writePolynomial(rest, x)}$`);
  for (const candidate of candidates()) {
    while (rest.length > 3 && rest[rest.length - 1] % candidate === 0) {
      const row = divisionRow(rest, candidate);
      steps.push(`> try ${candidate}: ${row.join(', ')}`);
      if (row[row.length - 1] !== 0) break;
      rest = row.slice(0, -1);
      roots.push(rational(candidate));
      steps.push(`Root $${candidate}$, left over: $${writePolynomial(rest, x)}$`);
    }
  }
  if (rest.length > 3) return undefined;
  if (rest.length === 1) return { steps, roots };
  const last = rest.length === 3 ? quadraticRoots(rest, x) : linearRoot(rest, x);
  return last === undefined ? undefined : { steps: [...steps, ...last.steps], roots: [...roots, ...last.roots] };
}

function candidates(): number[] {
  return Array.from({ length: FARTHEST }, (_, index) => [index + 1, -index - 1]).flat();
}

/** Synthetic division: the quotient's coefficients, then the remainder. */
function divisionRow(coefficients: Polynomial, at: number): number[] {
  return coefficients.map((_, index) => evaluatePolynomial(coefficients.slice(0, index + 1), at) + 0);
}
