/** The relations that a problem or an answer states, each with its own LaTeX, so that a curve can be named as it was written. */
import type { Chain } from '../expression/expression.ts';
import { parseStatement } from '../expression/parse-statement.ts';
import { readProblem } from '../problem/read-problem.ts';

export interface Stated {
  readonly chain: Chain;
  /** The whole relation; '' where it could not be cut out of its list. */
  readonly latex: string;
  /** One for each term of the chain; empty where they could not be told apart. */
  readonly sides: readonly string[];
}

const RELATION = /^(?:\\(?:leqslant|geqslant|leq|geq|le|ge|lt|gt|neq|ne)(?![A-Za-z])|[<>]=?|=|≤|≥)/;
const JOINER = /^(?:[,;]|\\text\{\s*(?:and|or)\s*\})/;

/** Every relation in the problem as typed, in its order; unreadable ones are left out. */
export function statedBy(problem: string, unknowns: ReadonlySet<string>): Stated[] {
  return readProblem(problem).flatMap(({ latex }) => (latex === undefined ? [] : statedIn(latex, unknowns)));
}

export function statedIn(latex: string, unknowns: ReadonlySet<string>): Stated[] {
  const statement = parseStatement(latex, unknowns);
  if (statement === null) return [];
  const pieces = cut(latex, JOINER);
  return statement.chains.map((chain, at) => {
    const piece = pieces.length === statement.chains.length ? pieces[at] : '';
    const sides = cut(piece, RELATION);
    return { chain, latex: piece, sides: sides.length === chain.terms.length ? sides : [] };
  });
}

/** The text between marks that stand outside all brackets. */
function cut(latex: string, mark: RegExp): string[] {
  const pieces: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < latex.length; ) {
    const found = depth === 0 ? mark.exec(latex.slice(at, at + 20)) : null;
    if (found !== null) {
      pieces.push(latex.slice(from, at).trim());
      at += found[0].length;
      from = at;
      continue;
    }
    if ('([{'.includes(latex[at])) depth++;
    else if (')]}'.includes(latex[at])) depth--;
    // A command is passed whole: "\le" begins "\left".
    at += /^\\(?:[A-Za-z]+|.)/.exec(latex.slice(at, at + 24))?.[0].length ?? 1;
  }
  pieces.push(latex.slice(from).trim());
  return pieces;
}
