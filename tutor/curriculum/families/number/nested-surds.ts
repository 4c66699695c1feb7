import type { Family } from '../../family.ts';
import type { Rng } from '../../rng.ts';
import { shortWorked } from '../../short-worked.ts';
import { type SurdChain, wholeSurd, workSurdChain, writeSurdChain } from '../../surd-chain.ts';
import { writeSurdValue } from '../../surd-value.ts';

/** Nested sums, multiples, quotients and squares of one root, as a + b√c. */
export const nestedSurds: Family = {
  id: 'nested-surds',
  topic: 'number',
  title: 'Nested expressions with one root',
  levels: ['a few operations', 'several operations', 'many operations'],
  phrasings: [
    'Simplify {code}.',
    'Simplify <expr>.',
    'simplify {code}',
    'Simplify {code}',
    'Expand and simplify {code}.',
    'Write {code} in the form a + b*sqrt(c).',
    'What is {code} in simplest form?',
    'Simplify fully: {code}',
    'Work out {code} in surd form.',
    'Simplify <expr>',
    'Question 5. Simplify {code}.',
    'how do i simplify {code}',
    'Simplify {code}. ',
    'a) Simplify <expr>.',
    'Reduce {code} to its simplest form.',
    'can you simplify {code}',
    'Express {code} in its simplest form.',
  ],
  make: (rng, level) =>
    shortWorked(() => {
      const base = rng.pick([2, 3, 5, 7, 11, 13, 17, 19]);
      const chain = draw(rng, base, level);
      const { steps, value } = workSurdChain(chain);
      return {
        maths: { expr: writeSurdChain(chain, false) },
        words: { code: writeSurdChain(chain, true) },
        steps,
        answer: writeSurdValue(value),
      };
    }),
};

/** Longer ones rarely fit with their solution. */
const LONGEST_QUESTION = 150;

function draw(rng: Rng, base: number, level: number): SurdChain {
  for (;;) {
    const chain = grow(rng, base, {
      entropy: [1 + 2 * rng.next(), 3 + 2 * rng.next(), 7][level - 1],
      squares: true,
      multiple: false,
    });
    if (chain.kind !== 'root' && writeSurdChain(chain, true).length <= LONGEST_QUESTION) return chain;
  }
}

interface Growth {
  /** Digits of randomness left; without any, a root is written as it is. */
  readonly entropy: number;
  readonly squares: boolean;
  /** Only what comes out as a multiple of the root. */
  readonly multiple: boolean;
}

/** Roots of larger numbers are not drawn on: they get no factor more. */
const LARGEST_BASE = 64;

function grow(rng: Rng, base: number, growth: Growth): SurdChain {
  if (growth.entropy <= 0) return { kind: 'root', inside: base };
  const after = { ...growth, entropy: growth.entropy - Math.min(1, growth.entropy) };
  const most = Math.ceil(10 ** Math.min(1, growth.entropy) / 2);
  const larger = rng.int(2, 2 * most + 2);
  const moves: (() => SurdChain)[] = [
    () => addOrSubtract(rng, base, growth),
    () => join('product', swapped(rng, wholeSurd(rng.nonzero(-most, most)), grow(rng, base, after)), false),
  ];
  if (!growth.multiple)
    moves.push(() => join('sum', swapped(rng, wholeSurd(rng.int(-most, most)), grow(rng, base, after)), false));
  if (!growth.multiple && growth.squares)
    moves.push(() => ({ kind: 'square', base: grow(rng, base, { ...growth, squares: false }) }));
  if (base < LARGEST_BASE) {
    moves.push(() => grow(rng, larger * larger * base, after));
    moves.push(() => divided(rng, larger, base, after));
  }
  return rng.pick(moves)();
}

function addOrSubtract(rng: Rng, base: number, growth: Growth): SurdChain {
  const half = growth.entropy / 2 < 1 ? 0 : growth.entropy / 2;
  const [left, right] = swapped(rng, half, growth.entropy - half).map((entropy) => grow(rng, base, { ...growth, entropy }));
  return join('sum', [left, right], rng.chance(0.5));
}

/** √(k · base) over √k, each a multiple of its root. */
function divided(rng: Rng, k: number, base: number, growth: Growth): SurdChain {
  const half = growth.entropy / 2 < 1 ? 0 : growth.entropy / 2;
  const [left, right] = swapped(rng, half, growth.entropy - half);
  const top = grow(rng, k * base, { ...growth, entropy: left, multiple: true });
  for (;;) {
    const bottom = grow(rng, k, { ...growth, entropy: right, multiple: true });
    const { value } = workSurdChain(bottom);
    if (value.whole.top === 0 && value.times.top === 0) continue;
    return {
      kind: 'product',
      factors: [
        { over: false, node: top },
        { over: true, node: bottom },
      ],
    };
  }
}

function swapped<T>(rng: Rng, a: T, b: T): [T, T] {
  return rng.chance(0.5) ? [a, b] : [b, a];
}

/** Chains where no bracket is needed; a difference added to something, or a quotient over it, keeps its own. */
function join(kind: 'sum' | 'product', [a, b]: readonly [SurdChain, SurdChain], minus: boolean): SurdChain {
  if (kind === 'product') return { kind, factors: [...factorsOf(a), ...factorsOf(b)] };
  const first = !minus && a.kind === 'sum' && a.terms.some((term) => term.minus) ? [{ minus: false, node: a }] : termsOf(a);
  const plain = b.kind !== 'sum' || minus || b.terms.some((term) => term.minus);
  return { kind, terms: [...first, ...(plain ? [{ minus, node: b }] : termsOf(b))] };
}

function factorsOf(node: SurdChain) {
  return node.kind === 'product' ? node.factors : [{ over: false, node }];
}

function termsOf(node: SurdChain) {
  return node.kind === 'sum' ? node.terms : [{ minus: false, node }];
}
