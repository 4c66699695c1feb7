/** Polynomials in one letter as sums and products of brackets with uncollected terms: how they grow, are typed and come apart. */
import { sum } from './polynomial.ts';
import { collectPowers, multiplyPowers, type PowerTerm, scatterPowers, writeCoefficients, writePowers } from './power-terms.ts';
import type { Rng } from './rng.ts';

export type PolynomialTree =
  | { readonly kind: 'terms'; readonly terms: readonly PowerTerm[] }
  | { readonly kind: 'sum' | 'product'; readonly left: PolynomialTree; readonly right: PolynomialTree };

/** What the brackets hold: their like terms are at most `size` before one more is split off. */
export interface TreeSize {
  readonly degree: number;
  /** Shared out among the brackets; at least two for a bracket at all. */
  readonly length: number;
  readonly size: number;
}

/** A sum with brackets somewhere in it, or a product; a bare bracket too unless it is forced to be more. */
export function growTree(rng: Rng, { degree, length, size }: TreeSize, forced = true): PolynomialTree {
  if (!forced && (length < 2 || rng.chance(0.5))) return { kind: 'terms', terms: someTerms(rng, degree, length, size) };
  const first = rng.int(1, Math.max(2, length) - 1);
  const second = Math.max(2, length) - first;
  if (rng.chance(0.5)) {
    const parts = [growTree(rng, { degree, length: first, size }), growTree(rng, { degree, length: second, size }, false)];
    const [left, right] = rng.shuffle(parts);
    return { kind: 'sum', left, right };
  }
  const low = rng.int(0, degree);
  const left = growTree(rng, { degree: low, length: first, size }, false);
  return { kind: 'product', left, right: growTree(rng, { degree: degree - low, length: second, size }, false) };
}

function someTerms(rng: Rng, degree: number, length: number, size: number): PowerTerm[] {
  const coefficients = new Array<number>(degree + 1).fill(0);
  const own = () => rng.nonzero(-rng.pick([3, 9, size]), rng.pick([3, 9, size]));
  coefficients[0] = own();
  for (let k = 1; k < length; k++) if (rng.chance(0.4)) coefficients[rng.int(0, degree)] = own();
  return scatterPowers(coefficients, rng.int(1, 3), rng.pick([4, 9, size]), rng);
}

export function writeTree(tree: PolynomialTree, x: string): string {
  if (tree.kind === 'terms') return writePowers(tree.terms, x);
  if (tree.kind === 'sum') return sum(writeTree(tree.left, x), writeTree(tree.right, x));
  return [tree.left, tree.right]
    .map((each) => (each.kind === 'product' ? writeTree(each, x) : `(${writeTree(each, x)})`))
    .join('');
}

/**
 * Every bracket collected, then multiplied in the order in which they stand, from the inside out; coefficients from the highest
 * power down. What has like terms is copied out before they are put together.
 */
export function expandTree(tree: PolynomialTree, x: string): { steps: string[]; coefficients: number[] } {
  const steps: string[] = [];
  let brackets = 0;
  const collect = (terms: readonly PowerTerm[]): number[] => {
    const { steps: adding, coefficients } = collectPowers(terms, x);
    if (adding.length > 0 && terms.length > 2) steps.push(`Collect: $${writePowers(terms, x)}$`);
    steps.push(...adding);
    return coefficients;
  };
  const bracket = (each: PolynomialTree): number[] => {
    const coefficients = collect(loose(each));
    steps.push(`Bracket ${++brackets}: $${writeCoefficients(coefficients, x)}$`);
    return coefficients;
  };
  const loose = (each: PolynomialTree): readonly PowerTerm[] => {
    if (each.kind === 'terms') return each.terms;
    if (each.kind === 'sum') return [...loose(each.left), ...loose(each.right)];
    const [first, ...others] = factorsOf(each).map(bracket);
    const product = others.reduce((left, right) => multiplied(left, right), first);
    return product.flatMap((n, index): PowerTerm[] => (n === 0 ? [] : [[n, product.length - 1 - index]]));
  };
  const multiplied = (left: readonly number[], right: readonly number[]): number[] => {
    const { steps: products, terms } = multiplyPowers(left, right, x);
    const { steps: adding, coefficients } = collectPowers(terms, x);
    steps.push(...products, ...adding, `Product: $${writeCoefficients(coefficients, x)}$`);
    return coefficients;
  };
  if (tree.kind !== 'product') return { coefficients: collect(loose(tree)), steps };
  const { coefficients } = collectPowers(loose(tree), x);
  return { steps, coefficients };
}

/** Left to right as written: a product within a product is no bracket of its own. */
function factorsOf(tree: PolynomialTree): readonly PolynomialTree[] {
  return tree.kind === 'product' ? [...factorsOf(tree.left), ...factorsOf(tree.right)] : [tree];
}
