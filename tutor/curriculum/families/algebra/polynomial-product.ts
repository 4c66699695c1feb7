import type { Family, Worked } from '../../family.ts';
import { askTo } from '../../phrasing.ts';
import { power, term } from '../../polynomial.ts';
import { collectPowers, type PowerTerm, writeCoefficients } from '../../power-terms.ts';
import type { Rng } from '../../rng.ts';
import { shortWorked } from '../../short-worked.ts';
import { shortProduct } from '../../two-digit-products.ts';

/** Two brackets of few terms with large coefficients and powers up to three, multiplied out. */
export const polynomialProduct: Family = {
  id: 'polynomial-product',
  topic: 'algebra',
  title: 'Products of polynomials',
  levels: [
    'a single term and a bracket',
    'two brackets of two terms',
    'larger coefficients',
    'a single term and two brackets',
    'three brackets',
  ],
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
    return shortWorked(() => draw(rng, level));
  },
};

function draw(rng: Rng, level: number): Worked {
  const x = rng.pick(['x', 'x', 'y', 'z', 'a', 't']);
  if (level === 1 && rng.chance(0.2)) return simpleAlready(rng, x);
  const most = rng.chance(0.15) ? 200 : [100, 40, 100, 100, 100][level - 1];
  const counts = termCounts(rng, level);
  const factors = counts.map((terms) => drawFactor(rng, terms, most));
  const steps: string[] = [];
  let product = factors[0];
  for (const next of factors.slice(1)) product = multiply(product, next, x, steps);
  const answer = writeCoefficients(product, x);
  const ordered = level === 4 ? factors : rng.chance(0.8) ? factors : [...factors].reverse();
  const written = ordered.map((each) => {
    const single = each.filter((n) => n !== 0).length === 1;
    return single && each === ordered[0] ? writeCoefficients(each, x) : `(${writeCoefficients(each, x)})`;
  });
  return { maths: { e: written.join('') }, steps: [...steps, `Put together: $${answer}$`], answer };
}

/** How many terms each factor has. */
function termCounts(rng: Rng, level: number): number[] {
  switch (level) {
    case 1:
      return [1, rng.int(2, 3)];
    case 2:
      return [2, 2];
    case 3:
      return [2, rng.int(2, 3)];
    case 4:
      return [1, 2, rng.int(2, 3)];
    default:
      return [2, 2, 2];
  }
}

/** Nothing to multiply out: the expression is its own answer. */
function simpleAlready(rng: Rng, x: string): Worked {
  const e = writeCoefficients(drawFactor(rng, rng.int(2, 4), rng.pick([100, 2000, 9999])), x);
  return { maths: { e }, steps: ['There are no brackets to multiply out and no like terms: nothing changes'], answer: e };
}

/** Every pair of terms, then like terms together. */
function multiply(left: readonly number[], right: readonly number[], x: string, steps: string[]): number[] {
  const terms: PowerTerm[] = [];
  for (const [p, a] of powersOf(left)) {
    for (const [q, b] of powersOf(right)) {
      const [first, second] = [term(a, power(x, p)), term(b, power(x, q))];
      terms.push([a * b, p + q]);
      steps.push(...shortProduct(Math.abs(a), Math.abs(b)));
      steps.push(
        `Multiply: $${first} \\cdot ${second.startsWith('-') ? `(${second})` : second} = ${term(a * b, power(x, p + q))}$`,
      );
    }
  }
  const { steps: adding, coefficients } = collectPowers(terms, x);
  const several = powersOf(left).length > 1 || powersOf(right).length > 1;
  steps.push(...adding, ...(several ? [`Product: $${writeCoefficients(coefficients, x)}$`] : []));
  return coefficients;
}

/** Exponent and coefficient of every term, the highest power first. */
function powersOf(coefficients: readonly number[]): [number, number][] {
  return coefficients
    .map((value, index): [number, number] => [coefficients.length - 1 - index, value])
    .filter(([, value]) => value !== 0);
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
