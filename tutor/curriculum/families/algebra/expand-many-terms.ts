import type { Family } from '../../family.ts';
import { askTo } from '../../phrasing.ts';
import { writeCoefficients } from '../../power-terms.ts';
import { shortWorked } from '../../short-worked.ts';
import { bracketProduct } from './collect-many-terms.ts';

/** Products of long brackets, in which like terms come first, and more terms behind. */
export const expandManyTerms: Family = {
  id: 'expand-many-terms',
  topic: 'algebra',
  title: 'Expanding long brackets',
  levels: ['up to squares', 'up to fifth powers', 'more terms behind the brackets'],
  phrasings: askTo(
    ['Expand', 'Expand and collect', 'Multiply out and collect', 'Multiply out the brackets in'],
    '<e>',
    'Expand <e>. Collect like terms.',
    'Write <e> as a polynomial.',
  ),
  make(rng, level) {
    return shortWorked(() => {
      const x = rng.pick([...'abcdfghijklmnopqrstuvwxyz']);
      const { e, steps, coefficients } = bracketProduct(rng, x, level === 1 ? rng.int(1, 2) : rng.int(2, 5), level === 3);
      const answer = writeCoefficients(coefficients, x);
      return { maths: { e }, steps: [...steps, `Put together: $${answer}$`], answer };
    });
  },
};
