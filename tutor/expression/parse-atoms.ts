/** The atoms of an expression: numbers, in any base and repeating, and names. */
import type { Expression } from './expression.ts';
import type { ExpressionParser } from './parse-expression.ts';
import { fromDecimal, rational } from './rational.ts';
import { Unreadable } from './token-cursor.ts';
import type { Token } from './tokens.ts';

/** Letters that name a function when a bracket follows. */
const FUNCTION_LETTERS = new Set(['f', 'g', 'h']);

export function readNumber(p: ExpressionParser, token: Token): Expression {
  const decimals = token.text.includes('.') ? token.text.length - token.text.indexOf('.') - 1 : 0;
  if (token.repeats > 0) return repeating(token);
  if (p.isSign('_')) return inBase(p, token);
  return { kind: 'number', value: fromDecimal(token.text), decimals };
}

/** "1011_2". */
function inBase(p: ExpressionParser, token: Token): Expression {
  p.advance();
  const base = p.argument();
  const radix = base.kind === 'number' ? Number(base.value.top) : 0;
  if (radix < 2 || radix > 10 || token.text.includes('.')) throw new Unreadable('a number in no known base');
  let value = 0n;
  for (const digit of token.text) {
    if (Number(digit) >= radix) throw new Unreadable(`digit ${digit} in base ${radix}`);
    value = value * BigInt(radix) + BigInt(digit);
  }
  return { kind: 'number', value: rational(value), decimals: 0 };
}

export function readLetter(p: ExpressionParser, token: Token): Expression {
  const from = p.place - 1;
  const { text } = token;
  if ((text === 'e' || text === 'i') && !p.isSign('_') && !p.unknowns.has(text)) return { kind: 'constant', name: text };
  return readName(p, from);
}

/** A variable with its subscript, primes and, for a function letter, its bracket: one opaque name. `from`: its letter. */
export function readName(p: ExpressionParser, from: number): Expression {
  const letter = p.textFrom(from);
  if (p.takeSign('_')) skipArgument(p);
  let primes = 0;
  while (p.takeSign("'")) primes++;
  if (FUNCTION_LETTERS.has(letter) || primes > 0 || (letter === 'P' && capitalInBracket(p))) skipCall(p);
  const name = ['\\left', '\\right', '{', '}'].reduce((text, mark) => text.replaceAll(mark, ''), p.textFrom(from));
  return { kind: 'symbol', name };
}

/** "(x)" or "^{-1}(x)" behind a function's letter. */
function skipCall(p: ExpressionParser): void {
  const before = p.place;
  if (p.isSign('^') && p.isFollowedBy('{-1}')) {
    p.advance();
    p.skipGroup('{', '}');
  }
  if (p.isSign('(')) p.skipGroup('(', ')');
  else p.returnTo(before);
}

function skipArgument(p: ExpressionParser): void {
  if (p.isSign('{')) p.skipGroup('{', '}');
  else p.advance();
}

function capitalInBracket(p: ExpressionParser): boolean {
  const inner = p.second;
  return (
    p.isSign('(') &&
    inner !== undefined &&
    (inner.kind === 'words' || (inner.kind === 'letter' && inner.text === inner.text.toUpperCase()))
  );
}

/** 0.1\overline{6}: (16 - 1) / 90. */
function repeating(token: Token): Expression {
  const [whole, part] = token.text.split('.');
  const all = BigInt(whole + part);
  const fixed = BigInt(whole + part.slice(0, part.length - token.repeats) || '0');
  const bottom = 10n ** BigInt(part.length) - 10n ** BigInt(part.length - token.repeats);
  return { kind: 'number', value: rational(all - fixed, bottom), decimals: 0 };
}
