import { type Chain, isNumber, writeChain, writeChainAsCode } from '../../chain-expression.ts';
import { workChain } from '../../chain-working.ts';
import { entropyFraction, entropyInteger } from '../../entropy.ts';
import type { Family } from '../../family.ts';
import { type Growth, growChain } from '../../grown-chain.ts';
import { rational, writeRational } from '../../rational.ts';
import type { Rng } from '../../rng.ts';
import { shortWorked } from '../../short-worked.ts';

const PHRASINGS: readonly string[] = [
  '{code}',
  'What is {code}?',
  'Evaluate {code}.',
  'Calculate {code}.',
  'What is the value of {code}?',
  '<expr>',
  'Work out <expr>.',
  'Find the value of {code}.',
  'what is {code}',
  'Evaluate <expr>',
  'Calculate <expr> exactly.',
  'compute {code}',
  '{code} = ?',
  'Work out {code} and show each step.',
  'Question 4. Evaluate {code}.',
  'Find <expr> as an exact number.',
  'How much is {code}?',
  'evaluate: {code}',
];

type Kinds = Pick<Growth, 'sums' | 'products'>;

/** Characters of a solution that is nearly all digits. */
const LONGEST_DIGITS = 990;

/** Sums and differences in nested brackets, negative numbers without brackets of their own. */
export const nestedSums: Family = family('nested-sums', 'Long sums in nested brackets', { sums: true, products: false });

/** Products and quotients in nested brackets; what does not come out is a fraction on the way. */
export const nestedQuotients: Family = family('nested-quotients', 'Long products and quotients in nested brackets', {
  sums: false,
  products: true,
});

/** All four operations in nested brackets. */
export const nestedOperations: Family = family('nested-operations', 'All four operations in nested brackets', {
  sums: true,
  products: true,
});

function family(id: string, title: string, kinds: Kinds): Family {
  return {
    id,
    topic: 'arithmetic',
    title,
    levels: ['two to four operations', 'three to six operations', 'five to eight operations', 'nine to eleven operations'],
    phrasings: PHRASINGS,
    make: (rng, level) =>
      shortWorked(() => {
        const chain = draw(rng, level, kinds);
        const { steps, value } = workChain(chain);
        return {
          maths: { expr: writeChain(chain) },
          words: { code: writeChainAsCode(chain) },
          steps,
          answer: writeRational(value),
        };
      }, LONGEST_DIGITS),
  };
}

function draw(rng: Rng, level: number, kinds: Kinds): Chain {
  const total = [3 + 3 * rng.next(), 8, 8 + rng.next(), 10 + 2 * rng.next()][level - 1];
  const [low, high] = [
    [2, 4],
    [3, 6],
    [5, 8],
    [9, 11],
  ][level - 1];
  const operations = rng.int(low, high);
  const whole = !kinds.products || level === 4 || rng.chance(0.5);
  const value = whole ? rational(entropyInteger(rng, total / 4)) : entropyFraction(rng, total / 4);
  const entropy = total * 0.75 + logTrees(operations) - 0.6;
  const chain = growChain(value, { ...kinds, operations, entropy }, rng);
  return isNumber(chain) ? draw(rng, level, kinds) : chain;
}

/** log10 of the number of ways to bracket n operations (Catalan), which a given expression does not show. */
function logTrees(operations: number): number {
  let count = 1;
  for (let n = 1; n <= operations; n++) count *= (2 * (2 * n - 1)) / (n + 1);
  return Math.log10(count);
}
