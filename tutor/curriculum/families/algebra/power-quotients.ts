import type { Family, Worked } from '../../family.ts';
import { factor } from '../../latex.ts';
import { gcd } from '../../quotient.ts';
import { addRational, multiplyRational, type Rational, rational, writeRational } from '../../rational.ts';
import type { Rng } from '../../rng.ts';
import { shortWorked } from '../../short-worked.ts';

/** A power of one letter, or two of them multiplied, divided or raised. */
type PowerTree =
  | { readonly kind: 'power'; readonly exponent: Rational }
  | { readonly kind: 'times' | 'over'; readonly left: PowerTree; readonly right: PowerTree }
  | { readonly kind: 'raised'; readonly base: PowerTree; readonly exponent: Rational };

/** Nested products, quotients and powers of one letter, with fractional exponents. */
export const powerQuotients: Family = {
  id: 'power-quotients',
  topic: 'algebra',
  title: 'Nested powers of one letter',
  levels: ['whole exponents', 'fractional exponents', 'deeper nesting'],
  phrasings: [
    'Simplify <e> assuming {x} is positive.',
    'Simplify <e>, assuming {x} is positive.',
    'Simplify <e> assuming {x} is positive',
    'Simplify <e> where {x} is positive.',
    'Write <e> as a single power of {x}.',
    'Write <e> as one power of {x}, with {x} positive.',
    'Given that {x} is positive, simplify <e>.',
    'simplify <e> ({x} is positive)',
    'Assume {x} is positive. Simplify <e>.',
    'If {x} is positive, what is <e> as a single power?',
    'Express <e> as a single power of {x}.',
    'Reduce <e> to one power of {x}.',
    'how do i simplify <e> assuming {x} is positive',
    'Combine <e> into one power of {x}.',
    'Use index laws: write <e> as a power of {x}.',
    'Question 6. Simplify <e> assuming {x} is positive.',
    'For positive {x}, simplify <e>.',
  ],
  make(rng, level) {
    return shortWorked(() => make(rng, level));
  },
};

function make(rng: Rng, level: number): Worked {
  const x = rng.pick([...'abcdfghijklmnopqrstuvwxyz']);
  const tree = grow(rng, level, level === 3 ? rng.int(4, 8) : rng.int(2, 4));
  const steps: string[] = [];
  const exponent = explain(tree, x, steps);
  const answer = writePower(x, exponent);
  return { maths: { e: write(tree, x) }, words: { x }, steps: [...steps, `The result: $${answer}$`], answer };
}

function grow(rng: Rng, level: number, leaves: number): PowerTree {
  if (leaves <= 1)
    return rng.chance(level === 3 ? 0.55 : 0.35)
      ? { kind: 'power', exponent: rational(1) }
      : { kind: 'power', exponent: anExponent(rng, level) };
  if (rng.chance(leaves > 2 ? 0.3 : 0.25))
    return { kind: 'raised', base: grow(rng, level, leaves - 1), exponent: outside(rng, level) };
  const left = rng.int(1, leaves - 1);
  const kind = rng.chance(0.5) ? 'times' : 'over';
  return { kind, left: grow(rng, level, left), right: grow(rng, level, leaves - left) };
}

function anExponent(rng: Rng, level: number): Rational {
  if (level > 1 && rng.chance(0.6)) return rational(rng.nonzero(-9, 9), rng.int(2, 9));
  return rational(rng.nonzero(-12, 12));
}

function outside(rng: Rng, level: number): Rational {
  if (level > 1 && rng.chance(0.5)) return rational(rng.nonzero(-7, 7), rng.int(2, 5));
  return rational(rng.chance(0.8) ? rng.pick([2, 3, 4, 5, -2, -3, 6, 8]) : rng.int(10, 45));
}

function writePower(x: string, exponent: Rational): string {
  if (exponent.bottom === 1 && exponent.top === 1) return x;
  if (exponent.top === 0) return '1';
  return `${x}^{${writeRational(exponent)}}`;
}

function write(tree: PowerTree, x: string): string {
  switch (tree.kind) {
    case 'power':
      return writePower(x, tree.exponent);
    case 'times':
      return `${write(tree.left, x)} \\cdot ${write(tree.right, x)}`;
    case 'over':
      return `\\frac{${write(tree.left, x)}}{${write(tree.right, x)}}`;
    case 'raised':
      return `(${write(tree.base, x)})^{${writeRational(tree.exponent)}}`;
  }
}

/** One line an operation, from the inside out. */
function explain(tree: PowerTree, x: string, steps: string[]): Rational {
  if (tree.kind === 'power') return tree.exponent;
  if (tree.kind === 'raised') {
    const base = explain(tree.base, x, steps);
    const product = multiplyRational(base, tree.exponent);
    steps.push(
      `Raise $${writePower(x, base)}$: $${writeRational(base)} \\cdot ${bracket(tree.exponent)} = ${writeRational(product)}$`,
    );
    return product;
  }
  const [left, right] = [explain(tree.left, x, steps), explain(tree.right, x, steps)];
  const over = tree.kind === 'over';
  const total = addRational(left, over ? rational(-right.top, right.bottom) : right);
  const [name, sign] = over ? ['Divide', '-'] : ['Multiply', '+'];
  const common = (left.bottom * right.bottom) / gcd(left.bottom, right.bottom);
  const tops = [left, right].map((each) => each.top * (common / each.bottom));
  const middle = common === 1 ? '' : `\\frac{${tops[0]} ${sign} ${factor(tops[1])}}{${common}} = `;
  steps.push(`${name}: $${writeRational(left)} ${sign} ${bracket(right)} = ${middle}${writeRational(total)}$`);
  return total;
}

function bracket(value: Rational): string {
  return value.top < 0 ? `(${writeRational(value)})` : writeRational(value);
}
