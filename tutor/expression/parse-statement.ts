/** What stands between dollar signs → relations and lists of them. Null for anything it cannot read with certainty. */
import type { Chain, Expression, Relation, Statement } from './expression.ts';
import { ExpressionParser } from './parse-expression.ts';
import { Unreadable } from './token-cursor.ts';
import { tokenize } from './tokens.ts';

/** Longest formula read, in characters: beyond any answer or step, short enough to stay quick. */
export const MAX_FORMULA = 4096;

const RELATIONS: ReadonlySet<string> = new Set<Relation>(['=', '!=', '<', '<=', '>', '>=', '~', '->']);

/** No letter is an unknown against its usual meaning. */
const USUAL: ReadonlySet<string> = new Set();

/** `unknowns`: letters that are variables here although they usually name a constant: e and i. */
export function parseStatement(latex: string, unknowns: ReadonlySet<string> = USUAL): Statement | null {
  if (latex.length > MAX_FORMULA) return null;
  const tokens = tokenize(latex);
  if (tokens === null || tokens.length === 1) return null;
  const parser = new ExpressionParser(latex, tokens, unknowns);
  try {
    return readStatement(parser);
  } catch (error) {
    if (error instanceof Unreadable) return null;
    throw error;
  }
}

/** A lone expression; null also for an equation or a list. */
export function parseExpression(latex: string): Expression | null {
  const statement = parseStatement(latex);
  const chain = statement?.chains[0];
  if (chain === undefined || statement?.chains.length !== 1 || chain.terms.length !== 1) return null;
  return chain.terms[0];
}

function readStatement(parser: ExpressionParser): Statement {
  const chains = [readChain(parser)];
  let joiner: Statement['joiner'] = 'none';
  while (!parser.atEnd) {
    const found = takeJoiner(parser);
    if (found === null) throw new Unreadable(`unexpected ${parser.next.text}`);
    if (parser.atEnd) break;
    if (joiner === 'none' || joiner === 'comma') joiner = found;
    chains.push(readChain(parser));
  }
  return { chains, joiner: chains.length === 1 ? 'none' : joiner };
}

function takeJoiner(parser: ExpressionParser): 'comma' | 'and' | 'or' | null {
  const word = parser.next.text.toLowerCase();
  if (parser.next.kind === 'words') {
    if (word !== 'and' && word !== 'or') return null;
    parser.advance();
    return word;
  }
  if (parser.next.kind === 'command' && (word === 'lor' || word === 'vee')) {
    parser.advance();
    return 'or';
  }
  if (!parser.takeSign(',') && !parser.takeSign(';') && !parser.takeSign('=>')) return null;
  return takeJoiner(parser) ?? 'comma';
}

function readChain(parser: ExpressionParser): Chain {
  const terms = [parser.expression()];
  const relations: Relation[] = [];
  for (;;) {
    const relation = takeRelation(parser);
    if (relation === null) break;
    relations.push(relation);
    terms.push(parser.expression());
  }
  const modulus = parser.next.kind === 'command' && parser.next.text === 'pmod';
  if (!modulus) return { terms, relations };
  parser.advance();
  return { terms, relations, modulus: parser.argument() };
}

function takeRelation(parser: ExpressionParser): Relation | null {
  const { kind, text } = parser.next;
  if (kind === 'sign' && RELATIONS.has(text)) {
    parser.advance();
    return text as Relation;
  }
  if (kind === 'command' && text === 'in') {
    parser.advance();
    return 'in';
  }
  return null;
}
