/** Finds `$…$`, `$$…$$`, `\(…\)` and `\[…\]` in a problem. "$5 and $10" are prices, not maths. */

import { isDigit } from './problem-tokens.ts';
import type { ProblemPart } from './read-problem.ts';

const CLOSERS: readonly (readonly [string, string])[] = [
  ['$$', '$$'],
  ['\\[', '\\]'],
  ['\\(', '\\)'],
  ['$', '$'],
];

export function splitDelimited(text: string): ProblemPart[] {
  const parts: ProblemPart[] = [];
  /** Closers known not to come any more: keeps a text full of openers linear. */
  const missing = new Set<string>();
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] !== '$' && text[at] !== '\\') continue;
    const found = CLOSERS.find(([open]) => text.startsWith(open, at));
    if (found === undefined) {
      at++;
      continue;
    }
    const [open, close] = found;
    const end = missing.has(close) ? -1 : closerAt(text, close, at + open.length);
    if (end < 0) missing.add(close);
    if (end < 0 || !isFormula(text, at, open, end)) {
      at += open.length - 1;
      continue;
    }
    if (at > from) parts.push({ kind: 'text', source: text.slice(from, at) });
    from = end + close.length;
    parts.push({ kind: 'maths', source: text.slice(at, from), latex: text.slice(at + open.length, end).trim() });
    at = from - 1;
  }
  if (from < text.length) parts.push({ kind: 'text', source: text.slice(from) });
  return parts;
}

/** Where the closing mark stands; a dollar behind a backslash is a dollar. */
function closerAt(text: string, close: string, from: number): number {
  let at = text.indexOf(close, from);
  while (at > 0 && close[0] === '$' && text[at - 1] === '\\') at = text.indexOf(close, at + 1);
  return at;
}

/** Single dollars hug their formula and stay on one line; a digit right behind the second one makes both prices. */
function isFormula(text: string, at: number, open: string, end: number): boolean {
  const inner = text.slice(at + open.length, end);
  if (inner.trim() === '') return false;
  if (open !== '$') return true;
  return !inner.includes('\n') && inner[0] !== ' ' && !inner.endsWith(' ') && !isDigit(text[end + 1]);
}
