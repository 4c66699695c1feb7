import type { Family } from '../../family.ts';
import { askTo } from '../../phrasing.ts';
import { collectPowers, type PowerTerm, writeCoefficients } from '../../power-terms.ts';
import type { Rng } from '../../rng.ts';
import { shortWorked } from '../../short-worked.ts';
import { bracketProduct } from './collect-many-terms.ts';

/** Products of long brackets, in which like terms come first, and more terms behind. */
export const expandManyTerms: Family = {
  id: 'expand-many-terms',
  topic: 'algebra',
  title: 'Expanding long brackets',
  levels: ['up to squares', 'up to fifth powers', 'more terms behind the brackets', 'two products'],
  phrasings: askTo(
    ['Expand', 'Expand and collect', 'Multiply out and collect', 'Multiply out the brackets in'],
    '<e>',
    'Expand <e>. Collect like terms.',
    'Write <e> as a polynomial.',
  ),
  make(rng, level) {
    return shortWorked(() => {
      const x = rng.pick([...'abcdfghijklmnopqrstuvwxyz']);
      const { e, steps, coefficients } =
        level === 4 ? twoProducts(rng, x) : bracketProduct(rng, x, level === 1 ? rng.int(1, 2) : rng.int(2, 5), level === 3);
      const answer = writeCoefficients(coefficients, x);
      return { maths: { e }, steps: [...steps, `Put together: $${answer}$`], answer };
    });
  },
};

function twoProducts(rng: Rng, x: string): ReturnType<typeof bracketProduct> {
  const [one, two] = [
    bracketProduct(rng, x, rng.int(1, 4), rng.chance(0.4)),
    bracketProduct(rng, x, rng.int(1, 4), rng.chance(0.2)),
  ];
  const parts = [one, two].map(({ coefficients }) =>
    coefficients.map((n, index): PowerTerm => [n, coefficients.length - 1 - index]).filter(([n]) => n !== 0),
  );
  const { steps, coefficients } = collectPowers(parts.flat(), x);
  const shown = [one, two].map((each) => writeCoefficients(each.coefficients, x));
  return {
    e: `${one.e} + ${two.e}`,
    steps: [...one.steps, `First product: $${shown[0]}$`, ...two.steps, `Second product: $${shown[1]}$`, ...steps],
    coefficients,
  };
}
