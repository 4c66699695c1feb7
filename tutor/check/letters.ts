/**
 * Whether e and i are the constants or plain unknowns in a problem: "Suppose 7i + 30 = 16i" asks for i. Judged by the
 * statements of the problem; it does not look at steps.
 */
import type { Chain } from '../expression/expression.ts';
import { has, symbolsOfChain } from '../expression/walk.ts';
import { isTrueAt } from './truth.ts';

export type Letter = 'e' | 'i';

const LETTERS: readonly Letter[] = ['e', 'i'];
const ASKING = new Set('of for find calculate determine give'.split(' '));
const COMPLEX_WORDS = new Set('complex imaginary argand modulus conjugate'.split(' '));

function mentions(chain: Chain, letter: Letter): boolean {
  return chain.terms.some((term) => has(term, (each) => each.kind === 'constant' && each.name === letter));
}

/** Of e and i, those that chains name as constants. */
export function lettersWithin(chains: readonly Chain[]): ReadonlySet<Letter> {
  return new Set(LETTERS.filter((letter) => chains.some((chain) => mentions(chain, letter))));
}

/** `chains`: all that the problem states, e and i read as constants; `words`: those around it, in order. */
export function unknownLetters(chains: readonly Chain[], words: readonly string[]): ReadonlySet<Letter> {
  if (words.some((word) => COMPLEX_WORDS.has(word))) return new Set();
  return new Set(LETTERS.filter((letter) => isAskedFor(letter, words) || isUnknown(letter, chains)));
}

/** Letters that are constants beyond doubt: in expressions, as the base of e^x, or where the words say so. */
export function constantLetters(chains: readonly Chain[], words: readonly string[]): ReadonlySet<Letter> {
  const complex = words.some((word) => COMPLEX_WORDS.has(word));
  const using = (letter: Letter) => chains.filter((chain) => mentions(chain, letter));
  const certain = (letter: Letter) => complex || using(letter).every((chain) => isPlain(chain) || raises(chain, letter));
  return new Set(LETTERS.filter((letter) => using(letter).length > 0 && certain(letter)));
}

/** No condition: a lone expression, or a relation between constants. */
function isPlain(chain: Chain): boolean {
  return chain.relations.length === 0 || symbolsOfChain(chain).length === 0;
}

/** "the value of i", "solve for e", but not "in terms of e". */
function isAskedFor(letter: Letter, words: readonly string[]): boolean {
  return words.some(
    (word, at) => word === letter && ASKING.has(words[at - 1] ?? '') && words[at - 2] !== 'terms' && words[at - 2] !== 'power',
  );
}

/** A condition with this letter only, not true of the constant; or one of a system with as many equations as letters. */
function isUnknown(letter: Letter, chains: readonly Chain[]): boolean {
  if (chains.some((chain) => symbolsOfChain(chain).some((name) => name.endsWith(`(${letter})`)))) return true;
  const stated = chains.filter(({ relations }) => relations.length > 0);
  const using = stated.filter((chain) => mentions(chain, letter));
  if (using.length === 0 || using.some((chain) => raises(chain, letter))) return false;
  if (using.some((chain) => symbolsOfChain(chain).length === 0 && isTrueAt(chain, new Map()) !== true)) return true;
  const names = new Set([...stated.flatMap(symbolsOfChain), ...lettersWithin(stated)]);
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
