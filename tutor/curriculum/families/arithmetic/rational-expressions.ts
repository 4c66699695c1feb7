import { type Chain, isNumber, writeChain } from '../../chain-expression.ts';
import { workChain } from '../../chain-working.ts';
import type { Family } from '../../family.ts';
import { growChain } from '../../grown-chain.ts';
import { rational, writeRational } from '../../rational.ts';
import type { Rng } from '../../rng.ts';
import { shortWorked } from '../../short-worked.ts';
import { EVALUATE } from './evaluate-phrasings.ts';

/** Several operations on signed numbers; quotients that do not come out are fractions on the way. */
export const rationalExpressions: Family = {
  id: 'rational-expressions',
  topic: 'arithmetic',
  title: 'Several operations with fractions on the way',
  levels: ['sums and differences in brackets', 'products and quotients', 'all four operations', 'longer'],
  phrasings: [
    ...EVALUATE,
    'What is <expr>?  ',
    'Evaluate <expr>.',
    'Calculate <expr>.',
    'What is the value of <expr>?',
    'Find the exact value of <expr>.',
    'Work out <expr> as a fraction or a whole number.',
    'Give <expr> as an exact number.',
    'evaluate exactly: <expr>',
  ],
  make: (rng, level) =>
    shortWorked(() => {
      const chain = draw(rng, level);
      const { steps, value } = workChain(chain);
      return { maths: { expr: writeChain(chain) }, steps, answer: writeRational(value) };
    }),
};

function draw(rng: Rng, level: number): Chain {
  const sums = level !== 2;
  const products = level !== 1;
  const whole = level === 1 || rng.chance(0.6);
  const value = whole ? rational(rng.int(-60, 60)) : rational(rng.int(-12, 12), rng.int(2, 12));
  const operations = level === 4 ? rng.int(4, 7) : level === 1 ? rng.int(2, 6) : rng.int(2, 3);
  const chain = growChain(value, { sums, products, operations, entropy: operations * (0.6 + 0.6 * rng.next()) }, rng);
  return isNumber(chain) ? draw(rng, level) : chain;
}
