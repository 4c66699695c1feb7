/** Finds the stretches of tokens that are maths rather than prose. Knows no LaTeX. */
import type { ProblemToken } from './problem-tokens.ts';
import {
  after,
  BINARY,
  before,
  CLOSERS,
  endsOperand,
  isNumber,
  isOperand,
  isTimesLetter,
  OPENERS,
  POSTFIX,
  startsOperand,
} from './token-roles.ts';
import { CONSTANT_NAMES, ENGLISH_FUNCTIONS, FUNCTION_NAMES, isVariables, mayBeArticle } from './vocabulary.ts';

export interface Run {
  /** Indices of its first and last token. */
  readonly first: number;
  readonly last: number;
}

const RELATIONS = new Set(['=', '<', '>', '≤', '≥', '≠', '≈', '<=', '>=', '!=', '==']);
const SUMS = new Set(['+', '-', '−', '=', '*']);
/** Tokens looked at on either side for an integral sign and its differential. */
const INTEGRAND = 32;
const PREFIX = new Set(['√', '∫', 'π', '∞', '-', '−', '+-', '±', '|']);

export function findMaths(tokens: readonly ProblemToken[]): Run[] {
  const runs: Run[] = [];
  let first = -1;
  let depth = 0;
  const close = (end: number) => {
    if (first >= 0) {
      const run = trim(tokens, first, end - 1);
      if (run !== null && isWorthSetting(tokens, run)) runs.push(run);
    }
    first = -1;
    depth = 0;
  };
  for (const [at, token] of tokens.entries()) {
    if (CLOSERS.has(token.text) && depth === 0) {
      // "1) 3 + 4" or "(see 3x)": the bracket belongs to the sentence.
      close(at);
      continue;
    }
    const inside = depth > 0 && first >= 0;
    if (!isMathsToken(tokens, at, inside) || (first >= 0 && endsRun(tokens, at))) {
      close(at);
      if (!isMathsToken(tokens, at, false)) continue;
    }
    if (token.kind === 'space' && first < 0) continue;
    if (first < 0) first = at;
    if (OPENERS.has(token.text)) depth++;
    if (CLOSERS.has(token.text)) depth--;
  }
  close(tokens.length);
  return runs;
}

function isMathsToken(tokens: readonly ProblemToken[], at: number, insideBrackets: boolean): boolean {
  const { kind, text } = tokens[at];
  switch (kind) {
    case 'space':
      return !text.includes('\n');
    case 'number':
    case 'command':
      return true;
    case 'word':
      if (ENGLISH_FUNCTIONS.has(text) && tokens[at + 1]?.text !== '(') return false;
      return (
        FUNCTION_NAMES.has(text) ||
        CONSTANT_NAMES.has(text) ||
        isVariables(text) ||
        isAttachedProduct(tokens, at) ||
        isAmidSigns(tokens, at)
      );
    case 'sign':
      if (text === ',' || text === ';') return insideBrackets;
      if (text === ':')
        return (
          isOperand(tokens[before(tokens, at)]) && isNumber(tokens[after(tokens, at)]) && isNumber(tokens[before(tokens, at)])
        );
      return text !== '&';
    case 'other':
      return false;
  }
}

/** "3abc", "sinx" written together. */
function isAttachedProduct(tokens: readonly ProblemToken[], at: number): boolean {
  const { text } = tokens[at];
  if (text.length > 5) return false;
  if (text.length <= 3 && tokens[at - 1]?.kind === 'number' && tokens[at + 1]?.text !== ' ' && tokens[at + 1]?.kind === 'sign')
    return true;
  return [...FUNCTION_NAMES].some((name) => text.startsWith(name) && text.length === name.length + 1 && name.length >= 2);
}

/** "-on + 4k", "4k - is = 3": a small word that stands between signs is a product. */
function isAmidSigns(tokens: readonly ProblemToken[], at: number): boolean {
  const [left, right] = [tokens[before(tokens, at)], tokens[after(tokens, at)]];
  const hyphens = tokens[at - 1]?.text === '-' && tokens[at + 1]?.text === '-';
  return tokens[at].text.length === 2 && !hyphens && SUMS.has(left?.text ?? '') && SUMS.has(right?.text ?? '');
}

/** Two operands with a space between them are no product: "x 3x", "is 7 a prime". */
function endsRun(tokens: readonly ProblemToken[], at: number): boolean {
  const token = tokens[at];
  const previous = tokens[at - 1];
  if (previous?.kind !== 'space') return false;
  const left = tokens[at - 2];
  if (left === undefined || !endsOperand(left) || !startsOperand(token)) return false;
  if (isTimesLetter(tokens, at) || isTimesLetter(tokens, at - 2)) return false;
  if (followsSubscriptedName(tokens, at - 2) || isIntegrand(tokens, at) || isFractionTimes(tokens, at)) return false;
  if (left.kind === 'command' || token.kind === 'command' || left.text === '}') return false;
  if (left.kind === 'number' && token.kind === 'number') return tokens[at + 1]?.text !== '/' || tokens[at + 2]?.kind !== 'number';
  if (left.kind === 'word' && FUNCTION_NAMES.has(left.text)) return false;
  if (token.kind === 'word')
    return (
      !FUNCTION_NAMES.has(token.text) && !CONSTANT_NAMES.has(token.text) && token.text !== 'i' && !/^d[a-z]$/.test(token.text)
    );
  return token.text !== '(' && token.text !== '|' && token.text !== '√' && token.text !== 'π';
}

/** "log_3 1": the token is the base of a logarithm. */
function followsSubscriptedName(tokens: readonly ProblemToken[], at: number): boolean {
  return tokens[at - 1]?.text === '_' && FUNCTION_NAMES.has((tokens[at - 2]?.text ?? '').replace('\\', ''));
}

/** "1/2 x = 7": a letter behind a fraction of numbers, with a sign behind it. */
function isFractionTimes(tokens: readonly ProblemToken[], at: number): boolean {
  const isFraction = isNumber(tokens[at - 2]) && tokens[at - 3]?.text === '/' && isNumber(tokens[at - 4]);
  return (
    isFraction && tokens[at].kind === 'word' && tokens[at].text.length === 1 && BINARY.has(tokens[after(tokens, at)]?.text ?? '')
  );
}

/** Between "∫" and its "dx", where all that stands is maths. */
function isIntegrand(tokens: readonly ProblemToken[], at: number): boolean {
  let from = at;
  while (from > 0 && at - from < INTEGRAND && tokens[from].text !== '∫' && !isDifferential(tokens[from - 1])) from--;
  const ends = tokens.slice(at, at + INTEGRAND).findIndex(isDifferential);
  const short = ({ kind, text }: ProblemToken) => kind !== 'word' || text.length <= 2 || FUNCTION_NAMES.has(text);
  return tokens[from].text === '∫' && ends >= 0 && tokens.slice(at, at + ends).every(short);
}

function isDifferential({ kind, text }: ProblemToken): boolean {
  return kind === 'word' && /^d[a-z]$/.test(text);
}

/** The run without signs and brackets at its ends that belong to the sentence; null when nothing is left. */
function trim(tokens: readonly ProblemToken[], from: number, to: number): Run | null {
  const unmatched = unmatchedBrackets(tokens, from, to);
  let first = from;
  let last = to;
  for (let changed = true; changed && first <= last; ) {
    const [start, end] = [tokens[first], tokens[last]];
    changed = true;
    if (start.kind === 'space' || !canStart(tokens, first)) first++;
    else if (end.kind === 'space' || !canEnd(tokens, last)) last--;
    else if (opensWithArticle(tokens, { first, last })) first++;
    else if (closesWithArticle(tokens, { first, last })) last--;
    else if (unmatched.has(first)) first++;
    else if (unmatched.has(last)) last--;
    else changed = false;
  }
  return first <= last ? { first, last } : null;
}

function canStart(tokens: readonly ProblemToken[], at: number): boolean {
  const { kind, text } = tokens[at];
  if (kind !== 'sign' || OPENERS.has(text)) return true;
  const hugs = tokens[at + 1]?.kind !== 'space';
  return PREFIX.has(text) && (hugs || text === '√' || text === '∫' || text === 'π');
}

function canEnd(tokens: readonly ProblemToken[], at: number): boolean {
  const { kind, text } = tokens[at];
  if (kind === 'word' && FUNCTION_NAMES.has(text)) return false;
  if (kind !== 'sign') return true;
  if (text === '!' || text === "'") return tokens[at - 1]?.kind === 'number' || tokens[at - 1]?.kind === 'word';
  return CLOSERS.has(text) || POSTFIX.has(text) || text === '|' || text === 'π' || text === '∞';
}

/** "a" or "I" at the start, with neither a sign nor anything close behind it: an English word. */
function opensWithArticle(tokens: readonly ProblemToken[], { first, last }: Run): boolean {
  if (!mayBeArticle(tokens[first].text)) return false;
  if (first === last) return true;
  return tokens[first + 1].kind === 'space' && !BINARY.has(tokens[after(tokens, first)]?.text ?? '');
}

/** "… 3 a" at the end, with no sign before it. */
function closesWithArticle(tokens: readonly ProblemToken[], { first, last }: Run): boolean {
  if (first === last || !mayBeArticle(tokens[last].text) || tokens[last - 1].kind !== 'space') return false;
  return !BINARY.has(tokens[before(tokens, last)]?.text ?? '');
}

/** Indices of the brackets in a stretch that have no partner there. */
function unmatchedBrackets(tokens: readonly ProblemToken[], from: number, to: number): ReadonlySet<number> {
  const open: number[] = [];
  const unmatched = new Set<number>();
  for (let at = from; at <= to; at++) {
    if (OPENERS.has(tokens[at].text)) open.push(at);
    else if (CLOSERS.has(tokens[at].text) && open.pop() === undefined) unmatched.add(at);
  }
  for (const at of open) unmatched.add(at);
  return unmatched;
}

/** A number alone reads well as text; signs, functions, products and lone variables want setting. */
function isWorthSetting(tokens: readonly ProblemToken[], { first, last }: Run): boolean {
  const run = tokens.slice(first, last + 1);
  if (first === last) return run[0].kind === 'command' || isLoneVariable(tokens, first);
  const operands = run.filter(({ kind }) => kind === 'number' || kind === 'word' || kind === 'command').length;
  if (operands === 0) return run.some(({ text }) => text === 'π' || text === '∞');
  if (run.some(({ kind }) => kind === 'command')) return true;
  if (run.some(({ kind, text }) => kind === 'word' && FUNCTION_NAMES.has(text))) return true;
  if (run.some(({ text }) => RELATIONS.has(text) || text === '^' || text === '√' || POSTFIX.has(text))) return true;
  if (run.some(({ text }, index) => BINARY.has(text) && (index > 0 || text === '-' || text === '−'))) return true;
  return run.some(({ kind }) => kind === 'word');
}

/** A single letter that is no article, and no unit behind a number. */
function isLoneVariable(tokens: readonly ProblemToken[], at: number): boolean {
  const { kind, text } = tokens[at];
  return kind === 'word' && text.length === 1 && !mayBeArticle(text) && !isNumber(tokens[before(tokens, at)]);
}
