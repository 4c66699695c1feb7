import { productWork } from '../../column-arithmetic.ts';
import type { Family, Worked } from '../../family.ts';
import { factor, signedTerm } from '../../latex.ts';
import { askTo } from '../../phrasing.ts';
import { multiplyPolynomials, power, term, writePolynomial } from '../../polynomial.ts';
import type { Rng } from '../../rng.ts';

/** Characters of working beyond which a product is drawn again. */
const LONGEST = 800;

/** Two brackets of few terms with large coefficients and powers up to three, multiplied out. */
export const polynomialProduct: Family = {
  id: 'polynomial-product',
  topic: 'algebra',
  title: 'Products of polynomials',
  levels: ['a single term and a bracket', 'two brackets of two terms', 'larger coefficients'],
  phrasings: askTo(
    ['Expand', 'Multiply out', 'Simplify', 'Simplify this expression:'],
    '<e>',
    '<e>',
    'Calculate the following: <e>',
    'Simplify this expression: <e>',
    'Calculate <e> and write it as a polynomial.',
    'What is <e> as a polynomial?',
    'Write <e> without brackets.',
  ),
  make(rng, level) {
    for (;;) {
      const worked = draw(rng, level);
      if (worked.steps.join('\n').length < LONGEST) return worked;
    }
  },
};

function draw(rng: Rng, level: number): Worked {
  const x = rng.pick(['x', 'x', 'y', 'z', 'a', 't']);
  const most = [99, 40, 150][level - 1];
  const left = drawFactor(rng, level === 1 ? 1 : 2, most);
  const right = drawFactor(rng, 2, most);
  const answer = writePolynomial(multiplyPolynomials(left, right), x);
  const written = `${left.filter((each) => each !== 0).length === 1 ? writePolynomial(left, x) : `(${writePolynomial(left, x)})`}(${writePolynomial(right, x)})`;
  const steps: string[] = [];
  const sums = new Map<number, number[]>();
  for (const [p, a] of powersOf(left)) {
    for (const [q, b] of powersOf(right)) {
      const [first, second] = [term(a, power(x, p)), term(b, power(x, q))];
      steps.push(...coefficientLines(a, b));
      steps.push(
        `Multiply: $${first} \\cdot ${second.startsWith('-') ? `(${second})` : second} = ${term(a * b, power(x, p + q))}$`,
      );
      sums.set(p + q, [...(sums.get(p + q) ?? []), a * b]);
    }
  }
  for (const [, [a, b]] of [...sums].filter(([, values]) => values.length > 1)) steps.push(`> ${a} ${signedTerm(b)} = ${a + b}`);
  return { maths: { e: written }, steps: [...steps, `Put together: $${answer}$`], answer };
}

/** Exponent and coefficient of every term, the highest power first. */
function powersOf(coefficients: readonly number[]): [number, number][] {
  return coefficients
    .map((value, index): [number, number] => [coefficients.length - 1 - index, value])
    .filter(([, value]) => value !== 0);
}

function coefficientLines(a: number, b: number): string[] {
  const [p, q] = [Math.abs(a), Math.abs(b)];
  if (p === 1 || q === 1) return [];
  const lines = Math.max(p, q) <= 12 ? [] : productWork(p, q);
  return a < 0 || b < 0 ? [...lines, `> ${a} * ${factor(b)} = ${a * b}`] : lines;
}

/** Some terms of degree 0 to 3, the highest power first. */
function drawFactor(rng: Rng, terms: number, most: number): number[] {
  const powers = rng
    .shuffle([0, 1, 2, 3])
    .slice(0, terms)
    .map((each) => (terms === 1 ? Math.max(each, 1) : each));
  const degree = Math.max(...powers);
  const coefficients = new Array<number>(degree + 1).fill(0);
  for (const each of powers) coefficients[degree - each] = rng.chance(0.1) ? rng.pick([-1, 1]) : rng.nonzero(-most, most);
  return coefficients;
}
