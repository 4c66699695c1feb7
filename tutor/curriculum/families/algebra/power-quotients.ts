import { entropyFraction, entropyInteger } from '../../entropy.ts';
import { type ExponentChain, workExponents } from '../../exponent-chain.ts';
import type { Family, Worked } from '../../family.ts';
import { type Rational, rational, writeRational } from '../../rational.ts';
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
  levels: ['whole exponents', 'fractional exponents', 'deeper nesting', 'deep nesting and large exponents'],
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
  const x = rng.pick([...'abcdefghijklmnopqrstuvwxyz']);
  const tree = level <= 2 ? grow(rng, level, rng.int(2, 4)) : growBy(rng, level === 3 ? rng.int(3, 7) : rng.int(7, 9));
  const steps: string[] = [];
  const exponent = workExponents(exponentsOf(tree), steps);
  const answer = writePower(x, exponent);
  return { maths: { e: write(tree, x) }, words: { x }, steps: [...steps, `The result: $${answer}$`], answer };
}

function grow(rng: Rng, level: number, leaves: number): PowerTree {
  if (leaves <= 1) return { kind: 'power', exponent: rng.chance(0.35) ? rational(1) : anExponent(rng, level) };
  if (rng.chance(0.28)) return { kind: 'raised', base: grow(rng, level, leaves - 1), exponent: outside(rng, level) };
  const left = rng.int(1, leaves - 1);
  const kind = rng.chance(0.5) ? 'times' : 'over';
  return { kind, left: grow(rng, level, left), right: grow(rng, level, leaves - left) };
}

/** By an amount of randomness: each power takes up to two of it, products and quotients halve what is left. */
function growBy(rng: Rng, entropy: number): PowerTree {
  if (entropy <= 0) return { kind: 'power', exponent: rational(1) };
  if (rng.chance(1 / 3)) {
    const own = Math.min(2, entropy);
    const exponent = rng.chance(0.5) ? rational(entropyInteger(rng, own)) : entropyFraction(rng, own);
    const base = growBy(rng, entropy - own);
    const bare = base.kind === 'power' && base.exponent.top === 1 && base.exponent.bottom === 1;
    return bare ? { kind: 'power', exponent } : { kind: 'raised', base, exponent };
  }
  const half = entropy / 2 < 1 ? 0 : entropy / 2;
  const [left, right] = rng.shuffle([half, entropy - half]);
  return { kind: rng.chance(0.5) ? 'times' : 'over', left: growBy(rng, left), right: growBy(rng, right) };
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
      return tree.exponent.top === 0 ? `${x}^{0}` : writePower(x, tree.exponent);
    case 'times': {
      const right = write(tree.right, x);
      return `${write(tree.left, x)} \\cdot ${tree.right.kind === 'times' ? `(${right})` : right}`;
    }
    case 'over':
      return `\\frac{${write(tree.left, x)}}{${write(tree.right, x)}}`;
    case 'raised':
      return `(${write(tree.base, x)})^{${writeRational(tree.exponent)}}`;
  }
}

/** Products add exponents and quotients subtract them; what is added needs no brackets. */
function exponentsOf(tree: PowerTree): ExponentChain {
  switch (tree.kind) {
    case 'power':
      return tree.exponent;
    case 'raised':
      return { kind: 'raised', base: exponentsOf(tree.base), exponent: tree.exponent };
    case 'times':
    case 'over': {
      const left = exponentsOf(tree.left);
      const first = 'kind' in left && left.kind === 'sum' ? left.terms : [{ minus: false, node: left }];
      const right = exponentsOf(tree.right);
      const added = tree.kind === 'times' && 'kind' in right && right.kind === 'sum';
      return { kind: 'sum', terms: [...first, ...(added ? right.terms : [{ minus: tree.kind === 'over', node: right }])] };
    }
  }
}
