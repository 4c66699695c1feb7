/**
 * Expressions as chains: a sum of terms, a product of factors some of which divide, each in brackets where it stands inside
 * another. Writes them; what they are worth is worked out in chain-working.ts.
 */
import { type Rational, writeRational } from './rational.ts';

export type Chain = Rational | SumChain | ProductChain;

export interface SumChain {
  readonly kind: 'sum';
  readonly terms: readonly { readonly minus: boolean; readonly node: Chain }[];
}

export interface ProductChain {
  readonly kind: 'product';
  readonly factors: readonly { readonly over: boolean; readonly node: Chain }[];
}

export function isNumber(node: Chain): node is Rational {
  return 'top' in node;
}

/** LaTeX as a textbook writes it: a negative number in brackets unless it comes first. */
export function writeChain(node: Chain): string {
  if (isNumber(node)) return writeRational(node);
  if (node.kind === 'sum') {
    return node.terms
      .map(({ minus, node: term }, index) => {
        const sign = index === 0 ? '' : minus ? ' - ' : ' + ';
        const bracketed = !isNumber(term) ? term.kind === 'sum' : index > 0 && term.top < 0;
        return `${sign}${bracketed ? `(${writeChain(term)})` : writeTerm(term, index > 0)}`;
      })
      .join('');
  }
  return writeProduct(node, false);
}

/** A product behind another term keeps its first factor in brackets when that is negative. */
function writeTerm(term: Chain, later: boolean): string {
  return !isNumber(term) && term.kind === 'product' ? writeProduct(term, later) : writeChain(term);
}

function writeProduct(node: ProductChain, later: boolean): string {
  return node.factors
    .map(({ over, node: factor }, index) => {
      const sign = index === 0 ? '' : over ? ' \\div ' : ' \\cdot ';
      const bare = isNumber(factor) && (factor.top >= 0 || (index === 0 && !later));
      return `${sign}${bare ? writeChain(factor) : `(${writeChain(factor)})`}`;
    })
    .join('');
}

/** As programs print it: no blanks around * and /, a negative number in brackets only where it divides or is divided. */
export function writeChainAsCode(node: Chain): string {
  if (isNumber(node)) return node.bottom === 1 ? String(node.top) : `${node.top}/${node.bottom}`;
  if (node.kind === 'sum') {
    return node.terms
      .map(({ minus, node: term }, index) => {
        const text = writeChainAsCode(term);
        const bracketed = !isNumber(term) && term.kind === 'sum';
        return `${index === 0 ? '' : minus ? ' - ' : ' + '}${bracketed ? `(${text})` : text}`;
      })
      .join('');
  }
  return node.factors
    .map(({ over, node: factor }, index) => {
      const text = writeChainAsCode(factor);
      const divides = over || node.factors[index + 1]?.over === true;
      const bare = isNumber(factor) && (factor.top >= 0 || !divides);
      return `${index === 0 ? '' : over ? '/' : '*'}${bare ? text : `(${text})`}`;
    })
    .join('');
}
