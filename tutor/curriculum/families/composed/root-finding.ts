/** The roots of a polynomial of whole coefficients: whole roots by trial and division until a quadratic is left, then the formula. */
import { factor } from '../../latex.ts';
import { evaluatePolynomial, type Polynomial, writePolynomial } from '../../polynomial.ts';
import { fraction } from '../../quotient.ts';
import { type Rational, rational, reduceLines, writeRational } from '../../rational.ts';
import { signedColumns } from '../../signed-sum.ts';
import { timesLines } from '../../times-lines.ts';

/** Whole roots beyond this are not tried. */
const FARTHEST = 12;
/** Square roots beyond this are not known by heart. */
const LARGEST_ROOT = 400;

/** Every root once for each time that it counts; nothing where the method does not reach them. */
export function findRoots(coefficients: Polynomial, x: string): { steps: string[]; roots: Rational[] } | undefined {
  const steps: string[] = [];
  const roots: Rational[] = [];
  let rest = coefficients;
  const divide = (root: number, row: readonly number[]) => {
    rest = row.slice(0, -1);
    roots.push(rational(root));
    steps.push(`Root $${root}$, left over: $${writePolynomial(rest, x)}$`);
  };
  while (rest.length > 1 && rest[rest.length - 1] === 0) divide(0, rest);
  for (const candidate of candidates()) {
    while (rest.length > 3 && rest[rest.length - 1] % candidate === 0) {
      const row = divisionRow(rest, candidate);
      steps.push(`> try ${candidate}: ${row.join(', ')}`);
      if (row[row.length - 1] !== 0) break;
      divide(candidate, row);
    }
  }
  if (rest.length > 3) return undefined;
  const last = rest.length === 3 ? byFormula(rest) : rest.length === 2 ? lastRoot(rest) : { steps: [], roots: [] };
  return last === undefined ? undefined : { steps: [...steps, ...last.steps], roots: [...roots, ...last.roots] };
}

function candidates(): number[] {
  return Array.from({ length: FARTHEST }, (_, index) => [index + 1, -index - 1]).flat();
}

/** Synthetic division: the quotient's coefficients, then the remainder. */
function divisionRow(coefficients: Polynomial, at: number): number[] {
  return coefficients.map((_, index) => evaluatePolynomial(coefficients.slice(0, index + 1), at) + 0);
}

function lastRoot([a, b]: Polynomial): { steps: string[]; roots: Rational[] } {
  const root = rational(-b, a);
  return { steps: [`Last root: $${writeRational(root)}$`], roots: [root] };
}

function byFormula([a, b, c]: Polynomial): { steps: string[]; roots: Rational[] } | undefined {
  const [square, product] = [b * b, 4 * a * c];
  const discriminant = square - product;
  const root = Math.sqrt(discriminant);
  if (!Number.isInteger(root) || root > LARGEST_ROOT) return undefined;
  const roots = [rational(-b - root, 2 * a), rational(-b + root, 2 * a)];
  const steps = [
    ...timesLines(b, b),
    `> ${factor(b)}^2 = ${square}`,
    ...timesLines(4 * a, c),
    `> 4 * ${a} * ${factor(c)} = ${4 * a} * ${factor(c)} = ${product}`,
    ...signedColumns(square, -product),
    `Discriminant: $${square} ${product < 0 ? '+' : '-'} ${Math.abs(product)} = ${discriminant}$`,
  ];
  if (root === 0) return { steps: [...steps, ...end('Double root', String(-b), -b, 2 * a)], roots };
  return {
    steps: [
      ...steps,
      `Its root: $\\sqrt{${discriminant}} = ${root}$`,
      ...end('Minus', `${-b} - ${root}`, -b - root, 2 * a),
      ...end('Plus', `${-b} + ${root}`, -b + root, 2 * a),
    ],
    roots,
  };
}

/** "Minus: (8 - 22)/6 = -14/6", then lowest terms. */
function end(label: string, written: string, top: number, bottom: number): string[] {
  const whole = top % bottom === 0;
  const sides = [fraction(written, bottom), fraction(top, bottom), ...(whole ? [String(top / bottom + 0)] : [])];
  const chain = sides.filter((side, index) => side !== sides[index - 1]).join(' = ');
  return [`${label}: $${chain}$`, ...(whole ? [] : reduceLines(top, bottom))];
}
