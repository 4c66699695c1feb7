import type { Family } from '../../family.ts';
import { askTo } from '../../phrasing.ts';
import { expandTree, growTree, type TreeSize, writeTree } from '../../polynomial-tree.ts';
import { writeCoefficients } from '../../power-terms.ts';
import type { Rng } from '../../rng.ts';
import { shortWorked } from '../../short-worked.ts';

/** Sums and products of long brackets, in which like terms come first. */
export const expandManyTerms: Family = {
  id: 'expand-many-terms',
  topic: 'algebra',
  title: 'Expanding long brackets',
  levels: ['up to squares', 'up to fifth powers', 'larger numbers', 'several products'],
  phrasings: askTo(
    ['Expand', 'Expand and collect', 'Multiply out and collect', 'Multiply out the brackets in'],
    '<e>',
    'Expand <e>. Collect like terms.',
    'Write <e> as a polynomial.',
  ),
  make(rng, level) {
    return shortWorked(() => {
      const x = rng.pick([...'abcdefghijklmnopqrstuvwxyz']);
      const tree = growTree(rng, treeSize(rng, level));
      const { steps, coefficients } = expandTree(tree, x);
      const answer = writeCoefficients(coefficients, x);
      return { maths: { e: writeTree(tree, x) }, steps: [...steps, `Put together: $${answer}$`], answer };
    });
  },
};

function treeSize(rng: Rng, level: number): TreeSize {
  const degree = rng.int(1, level === 1 ? 2 : 5);
  if (level <= 2) return { degree, length: rng.int(2, 4), size: 12 };
  return { degree, length: rng.int(3, level === 3 ? 4 : 7), size: rng.pick(level === 3 ? [60, 300, 2000] : [12, 40, 200]) };
}
