/** Sums and products of fractions as exponents meet them: whole numbers at once, fractions over their common bottom. */
import { factor } from './latex.ts';
import { equalities } from './polynomial.ts';
import { fraction, gcd } from './quotient.ts';
import { addRational, gcdLines, type Rational, rational, reduceLines, writeFraction, writeRational } from './rational.ts';
import { signedColumns } from './signed-sum.ts';
import { timesLines } from './times-lines.ts';
import { shortProduct } from './two-digit-products.ts';

export interface ExponentStep {
  readonly steps: string[];
  readonly value: Rational;
}

/** left + right, or left - right: "label: $\frac{1}{2} - 3 = \frac{1 - 6}{2} = -\frac{5}{2}$" with what it needs around it. */
export function addExponents(label: string, left: Rational, right: Rational, minus: boolean): ExponentStep {
  const value = addRational(left, minus ? rational(-right.top, right.bottom) : right);
  const shared = gcd(left.bottom, right.bottom);
  const common = (left.bottom / shared) * right.bottom;
  const [a, b] = [left, right].map((each) => each.top * (common / each.bottom));
  const sign = minus ? '-' : '+';
  const bottoms = left.bottom > 1 && right.bottom > 1 && left.bottom !== right.bottom;
  const scratch = [
    ...(bottoms ? [...gcdLines(left.bottom, right.bottom), ...timesLines(left.bottom, right.bottom / shared)] : []),
    ...(bottoms ? [`> lcm(${left.bottom}, ${right.bottom}) = ${common}`] : []),
    ...[left, right].flatMap((each) => (Math.abs(each.top) === 1 ? [] : shortProduct(each.top, common / each.bottom))),
    ...signedColumns(a, minus ? -b : b),
  ];
  const total = minus ? a - b : a + b;
  // One more or one less is seen at once.
  const near =
    [left, right].some(({ top, bottom }) => bottom === 1 && Math.abs(top) === 1) &&
    common < 100 &&
    Math.abs(a) < 100 &&
    Math.abs(b) < 100;
  const over = common === 1 || near ? '' : fraction(`${a} ${sign} ${factor(b)}`, common);
  const chain = [`${writeRational(left)} ${sign} ${bracketed(right)}`, over, writeFraction(total, common)].filter(
    (side) => side !== '',
  );
  // Bottoms without a common divisor leave the sum in lowest terms; a whole number has the bottom one.
  const reducing = shared === 1 ? [] : reduceLines(total, common);
  return { steps: [...scratch, `${label}: $${equalities(...chain)}$`, ...reducing], value };
}

/** left · right with what the tops and bottoms share taken out first. */
export function multiplyExponents(label: string, left: Rational, right: Rational): ExponentStep {
  const [one, two] = [gcd(left.top, right.bottom), gcd(right.top, left.bottom)];
  const scratch: string[] = [];
  if (right.bottom > 1 && Math.abs(left.top) > 1) scratch.push(...gcdLines(Math.abs(left.top), right.bottom));
  if (left.bottom > 1 && Math.abs(right.top) > 1) scratch.push(...gcdLines(Math.abs(right.top), left.bottom));
  const [a, d] = [left.top / one, right.bottom / one];
  const [c, b] = [right.top / two, left.bottom / two];
  const value = rational(a * c, b * d);
  scratch.push(...shortProduct(a, c), ...shortProduct(b, d));
  const top = `${a} \\cdot ${factor(c)}`;
  const bottom = b === 1 || d === 1 ? String(b * d) : `${b} \\cdot ${d}`;
  const written = `${writeRational(left)} \\cdot ${bracketed(right)}`;
  const middle = bottom === '1' ? top : fraction(top, bottom);
  return { steps: [...scratch, `${label}: $${equalities(written, middle, writeRational(value))}$`], value };
}

export function bracketed(value: Rational): string {
  return value.top < 0 ? `(${writeRational(value)})` : writeRational(value);
}
