import type { Family, Worked } from '../../family.ts';
import { addFractions, divideFractions, joinTerms, multiplyFractions } from '../../fraction-steps.ts';
import { type Rational, rational, writeRational } from '../../rational.ts';
import type { Rng } from '../../rng.ts';
import { shortWorked } from '../../short-worked.ts';
import { EVALUATE } from '../arithmetic/evaluate-phrasings.ts';

/** Three fractions with two operations, in the right order. */
export const fractionExpression: Family = {
  id: 'fraction-expression',
  topic: 'fractions',
  title: 'Order of operations with fractions',
  levels: ['a product or quotient in a sum', 'a sum in brackets'],
  phrasings: EVALUATE,
  make(rng, level) {
    return shortWorked(() => (level === 1 ? productFirst(rng) : bracketFirst(rng)));
  },
};

function draw(rng: Rng): Rational {
  for (;;) {
    const bottom = rng.int(2, 6);
    const value = rng.chance(0.12) ? { top: rng.int(2, 6), bottom: 1 } : rational(rng.int(1, bottom + 1), bottom);
    if (value.bottom > 1 || value.top > 1) return value;
  }
}

interface Part {
  readonly written: string;
  readonly steps: readonly string[];
  readonly value: Rational;
}

function productOrQuotient(a: Rational, b: Rational, divide: boolean): Part {
  const written = `${writeRational(a)} ${divide ? '\\div' : '\\cdot'} ${writeRational(b)}`;
  return { written, ...(divide ? divideFractions(a, b, written) : multiplyFractions(a, b)) };
}

function sumOf(a: Rational, b: Rational): Part {
  const written = joinTerms([a, b]);
  return { written, ...addFractions([a, b], written) };
}

function negate({ top, bottom }: Rational): Rational {
  return { top: -top, bottom };
}

/** a ± b · c. */
function productFirst(rng: Rng): Worked {
  const [a, b, c] = [draw(rng), draw(rng), draw(rng)];
  const inner = productOrQuotient(b, c, rng.chance(0.35));
  const minus = rng.chance(0.5);
  const expr = `${writeRational(a)} ${minus ? '-' : '+'} ${inner.written}`;
  const outer = sumOf(a, minus ? negate(inner.value) : inner.value);
  return assemble(expr, inner, outer, 'Multiply and divide first');
}

/** (a ± b) · c. */
function bracketFirst(rng: Rng): Worked {
  const minus = rng.chance(0.5);
  for (;;) {
    const [a, b, c] = [draw(rng), draw(rng), draw(rng)];
    const inner = sumOf(a, minus ? negate(b) : b);
    if (inner.value.top <= 0) continue;
    const divide = rng.chance(0.35);
    const outer = productOrQuotient(inner.value, c, divide);
    const expr = `(${inner.written}) ${divide ? '\\div' : '\\cdot'} ${writeRational(c)}`;
    return assemble(expr, inner, outer, 'Brackets first');
  }
}

function assemble(expr: string, inner: Part, outer: Part, reason: string): Worked {
  return {
    maths: { expr },
    steps: [`${reason}: $${inner.written}$`, ...inner.steps, `Put it back: $${expr} = ${outer.written}$`, ...outer.steps],
    answer: writeRational(outer.value),
  };
}
