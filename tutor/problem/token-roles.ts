/** What part a token plays in keyboard maths: operand, bracket, sign. Looks at its neighbours, never at the whole. */
import type { ProblemToken } from './problem-tokens.ts';

export const OPENERS = new Set(['(', '[', '{']);
export const CLOSERS = new Set([')', ']', '}']);
/** Signs between two operands. */
export const BINARY = new Set([...'+-*/=<>^_·×÷−≤≥≠≈:±', '<=', '>=', '!=', '->', '+-', '**', '==', '|']);
/** Signs behind an operand. */
export const POSTFIX = new Set(["'", '!', '%', '°', '²', '³', '⁴']);

/** "2 x 3": an x between numbers multiplies. */
export function isTimesLetter(tokens: readonly ProblemToken[], at: number): boolean {
  if (tokens[at].text !== 'x' && tokens[at].text !== 'X') return false;
  const left = tokens[before(tokens, at)];
  const right = tokens[after(tokens, at)];
  const spaced = tokens[at - 1]?.kind === 'space' && tokens[at + 1]?.kind === 'space';
  if (isNumber(left) && isNumber(right)) return true;
  return (
    spaced &&
    (isNumber(left) || left?.text === ')') &&
    (isNumber(right) ||
      right?.text === '(' ||
      ((right?.text === '-' || right?.text === '−') && tokens[after(tokens, at) + 1]?.kind !== 'space') ||
      (left?.text === ')' && right?.kind === 'word'))
  );
}

/** "8C3", "8c3" with nothing between: a number of choices. */
export function isChoice(tokens: readonly ProblemToken[], at: number): boolean {
  const [, letter, chosen] = tokens.slice(at, at + 3);
  return isNumber(tokens[at]) && (letter?.text === 'C' || letter?.text === 'c') && isNumber(chosen);
}

export function endsOperand(token: ProblemToken): boolean {
  return (
    token.kind === 'number' ||
    token.kind === 'word' ||
    token.kind === 'command' ||
    CLOSERS.has(token.text) ||
    POSTFIX.has(token.text) ||
    token.text === 'π'
  );
}

export function startsOperand(token: ProblemToken): boolean {
  return (
    token.kind === 'number' ||
    token.kind === 'word' ||
    token.kind === 'command' ||
    OPENERS.has(token.text) ||
    token.text === '√' ||
    token.text === '∫' ||
    token.text === 'π'
  );
}

export function isNumber(token: ProblemToken | undefined): boolean {
  return token?.kind === 'number';
}

export function isOperand(token: ProblemToken | undefined): boolean {
  return token !== undefined && endsOperand(token);
}

export function before(tokens: readonly ProblemToken[], at: number): number {
  return tokens[at - 1]?.kind === 'space' ? at - 2 : at - 1;
}

export function after(tokens: readonly ProblemToken[], at: number): number {
  return tokens[at + 1]?.kind === 'space' ? at + 2 : at + 1;
}
