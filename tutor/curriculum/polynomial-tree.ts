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

/** Every bracket collected, then multiplied, from the inside out; coefficients from the highest power down. */
export function expandTree(tree: PolynomialTree, x: string): { steps: string[]; coefficients: number[] } {
  const steps: string[] = [];
  let brackets = 0;
  const bracket = (each: PolynomialTree): number[] => {
    const terms = loose(each);
    const collected = collectPowers(terms, x);
    if (each.kind !== 'product')
      steps.push(...collected.steps, `Bracket ${++brackets}: $${writeCoefficients(collected.coefficients, x)}$`);
    return collected.coefficients;
  };
  const loose = (each: PolynomialTree): readonly PowerTerm[] => {
    if (each.kind === 'terms') return each.terms;
    if (each.kind === 'sum') return [...loose(each.left), ...loose(each.right)];
    const product = multiplyPowers(bracket(each.left), bracket(each.right), x);
    const { steps: adding, coefficients } = collectPowers(product.terms, x);
    steps.push(...product.steps, ...adding, `Product: $${writeCoefficients(coefficients, x)}$`);
    return coefficients.flatMap((n, index): PowerTerm[] => (n === 0 ? [] : [[n, coefficients.length - 1 - index]]));
  };
  const { steps: adding, coefficients } = collectPowers(loose(tree), x);
  return { steps: tree.kind === 'product' ? steps : [...steps, ...adding], coefficients };
}
