import type { Family } from '../../family.ts';
import { addRational, multiplyRational, type Rational, rational, writeRational } from '../../rational.ts';
import {
  type RationalExpression,
  type RationalOperation,
  workRationalExpression,
  writeRationalExpression,
} from '../../rational-expression.ts';
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
      const kinds: readonly RationalOperation[] = level === 1 ? ['+', '-'] : level === 2 ? ['*', '/'] : ['+', '-', '*', '/'];
      const expression = draw(rng, kinds, level);
      const { steps, value } = workRationalExpression(expression);
      return {
        maths: { expr: writeRationalExpression(expression, rng.chance(0.6)) },
        steps,
        answer: writeRational(value),
      };
    }),
};

/** At least two operations; no number beyond what a learner divides by hand. */
function draw(rng: Rng, kinds: readonly RationalOperation[], level: number): RationalExpression {
  for (;;) {
    const whole = level === 1 || rng.chance(0.6);
    const value = whole ? rational(rng.int(-60, 60)) : rational(rng.int(-12, 12), rng.int(2, 12));
    const count = level === 4 ? rng.int(5, 8) : level === 1 ? rng.int(3, 8) : rng.int(2, 4);
    const grown = grow(value, count, kinds, rng);
    if ('op' in grown && ('op' in grown.left || 'op' in grown.right) && isGentle(grown)) return grown;
  }
}

/** An expression of about `count` numbers that has the given value. */
function grow(value: Rational, count: number, kinds: readonly RationalOperation[], rng: Rng): RationalExpression {
  if (count <= 1) return leaf(value, kinds, rng);
  const part = rng.int(1, count - 1);
  const join = (op: RationalOperation, left: Rational, right: Rational): RationalExpression => ({
    op,
    left: grow(left, part, kinds, rng),
    right: grow(right, count - part, kinds, rng),
  });
  const other = piece(kinds, rng);
  const inverse = rational(other.bottom * Math.sign(other.top || 1), Math.abs(other.top) || 1);
  switch (rng.pick(kinds)) {
    case '+':
      return join('+', other, addRational(value, negate(other)));
    case '-':
      return rng.chance(0.5) ? join('-', other, addRational(other, negate(value))) : join('-', addRational(value, other), other);
    case '*':
      return rng.chance(0.5)
        ? join('*', nonzero(other), multiplyRational(value, inverse))
        : join('*', multiplyRational(value, inverse), nonzero(other));
    case '/':
      return join('/', multiplyRational(value, nonzero(other)), nonzero(other));
  }
}

function negate({ top, bottom }: Rational): Rational {
  return { top: -top + 0, bottom };
}

function nonzero(value: Rational): Rational {
  return value.top === 0 ? { top: 1, bottom: 1 } : value;
}

function piece(kinds: readonly RationalOperation[], rng: Rng): Rational {
  const size = rng.pick([9, 9, 20, 60]);
  if (!kinds.includes('/')) return rational(rng.int(-size, size));
  return rng.chance(0.5) ? rational(rng.nonzero(-size, size)) : rational(rng.nonzero(-9, 9), rng.int(1, 9));
}

/** A whole number as it is, a fraction as a quotient that is not always in lowest terms. */
function leaf(value: Rational, kinds: readonly RationalOperation[], rng: Rng): RationalExpression {
  const { top, bottom } = value;
  if (!kinds.includes('/') || (bottom === 1 && (top === 0 || rng.chance(0.8)))) return value;
  const by = (rng.chance(0.4) ? -1 : 1) * rng.pick([1, 1, 2, 3, rng.int(4, 30), rng.int(4, 30)]);
  if (bottom * by === 1) return value;
  return { op: '/', left: { top: top * by, bottom: 1 }, right: { top: bottom * by, bottom: 1 } };
}

function isGentle(node: RationalExpression): boolean {
  if ('op' in node) return isGentle(node.left) && isGentle(node.right);
  return Math.abs(node.top) <= 9999 && node.bottom === 1;
}
