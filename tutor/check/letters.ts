/**
 * Whether e and i are the constants or plain unknowns in a problem: "Suppose 7i + 30 = 16i" asks for i. Judged by the
 * statements of the problem; it does not look at steps.
 */
import type { Chain } from '../expression/expression.ts';
import { has, symbolsOfChain } from '../expression/walk.ts';
import { isTrueAt } from './truth.ts';

export type Letter = 'e' | 'i';

const LETTERS: readonly Letter[] = ['e', 'i'];
const COMPLEX_WORDS = new Set('complex imaginary argand modulus conjugate'.split(' '));

function mentions(chain: Chain, letter: Letter): boolean {
  return chain.terms.some((term) => has(term, (each) => each.kind === 'constant' && each.name === letter));
}

/** Letters that steps may mean as unknowns: they stand for a constant nowhere in the problem. */
export function lettersWithin(chains: readonly Chain[]): ReadonlySet<Letter> {
  return new Set(LETTERS.filter((letter) => chains.some((chain) => mentions(chain, letter))));
}

/** `chains`: all that the problem states, e and i read as constants. */
export function unknownLetters(chains: readonly Chain[], words: readonly string[]): ReadonlySet<Letter> {
  if (words.some((word) => COMPLEX_WORDS.has(word))) return new Set();
  return new Set(LETTERS.filter((letter) => isUnknown(letter, chains)));
}

/** A condition with this letter only, not true of the constant; or one of a system with as many equations as letters. */
function isUnknown(letter: Letter, chains: readonly Chain[]): boolean {
  if (chains.some((chain) => symbolsOfChain(chain).some((name) => name.endsWith(`(${letter})`)))) return true;
  const stated = chains.filter(({ relations }) => relations.length > 0);
  const using = stated.filter((chain) => mentions(chain, letter));
  if (using.length === 0 || using.some((chain) => raises(chain, letter))) return false;
  if (using.some((chain) => symbolsOfChain(chain).length === 0 && isTrueAt(chain, new Map()) !== true)) return true;
  const names = new Set([
    ...stated.flatMap(symbolsOfChain),
    ...LETTERS.filter((each) => stated.some((chain) => mentions(chain, each))),
  ]);
  return stated.length > 1 && names.size <= stated.length;
}

/** "e^x" is the exponential function. */
function raises({ terms }: Chain, letter: Letter): boolean {
  const isBase = (each: Chain['terms'][number]) => each.kind === 'constant' && each.name === letter;
  return terms.some((term) =>
    has(
      term,
      (each) =>
        each.kind === 'power' && isBase(each.base) && symbolsOfChain({ terms: [each.exponent], relations: [] }).length > 0,
    ),
  );
}
