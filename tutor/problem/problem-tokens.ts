/** What a learner typed → words, numbers, signs. Knows neither prose nor maths. */

export interface ProblemToken {
  readonly kind: 'number' | 'word' | 'sign' | 'space' | 'command' | 'other';
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const SIGNS = new Set([..."+-*/=<>^()[]{}|_!%°√∫π∞±·×÷−≤≥≠≈²³⁴',:;&"]);
/** "<|end|>": a mark of some program, no maths. */
const MARK = /^<\|[A-Za-z_]{2,32}\|>/;
const PAIRS = new Set(['<=', '>=', '!=', '->', '+-', '**', '==']);

export function tokenizeProblem(text: string): ProblemToken[] {
  const tokens: ProblemToken[] = [];
  let depth = 0;
  for (let at = 0; at < text.length; ) {
    const token = tokenAt(text, at, depth > 0);
    if ('([{'.includes(token.text)) depth++;
    if (')]}'.includes(token.text)) depth = Math.max(0, depth - 1);
    tokens.push(token);
    at = token.end;
  }
  return tokens;
}

function tokenAt(text: string, start: number, bracketed: boolean): ProblemToken {
  const char = text[start];
  const token = (kind: ProblemToken['kind'], end: number): ProblemToken => ({ kind, text: text.slice(start, end), start, end });
  if (isSpace(char)) return token('space', skip(text, start, isSpace));
  if (isDigit(char) || (char === '.' && isDigit(text[start + 1]) && !isDigit(text[start - 1])))
    return token('number', numberEnd(text, start, bracketed));
  if (isLetter(char)) return token('word', skip(text, start, isLetter));
  if (char === '\\') return token('command', commandEnd(text, start));
  const mark = MARK.exec(text.slice(start, start + 40));
  if (mark !== null) return token('other', start + mark[0].length);
  if (PAIRS.has(text.slice(start, start + 2))) return token('sign', start + 2);
  return token(SIGNS.has(char) ? 'sign' : 'other', start + 1);
}

/** "12", "1,234" outside brackets, "0.5"; a full stop that ends a sentence stays outside. */
function numberEnd(text: string, start: number, bracketed: boolean): number {
  let end = skip(text, start, isDigit);
  while (
    !bracketed &&
    end - start <= 3 + 4 * 4 &&
    text[end] === ',' &&
    groupOfThree(text, end + 1) &&
    (end - start <= 3 || text.slice(start, end).includes(','))
  )
    end += 4;
  if (text[end] === '.' && isDigit(text[end + 1])) end = skip(text, end + 1, isDigit);
  return end;
}

function groupOfThree(text: string, from: number): boolean {
  return isDigit(text[from]) && isDigit(text[from + 1]) && isDigit(text[from + 2]) && !isDigit(text[from + 3]);
}

/** A LaTeX command with the brace groups right behind it. */
function commandEnd(text: string, start: number): number {
  const environment = environmentEnd(text, start);
  if (environment >= 0) return environment;
  let end = isLetter(text[start + 1]) ? skip(text, start + 1, isLetter) : start + 2;
  while (text[end] === '{' || (text[end] === '[' && text.startsWith('\\sqrt', start))) {
    const close = groupEnd(text, end);
    if (close < 0) break;
    end = close;
  }
  return Math.min(end, text.length);
}

/** "\\begin{pmatrix} … \\end{pmatrix}" is one command; -1 for any other. */
function environmentEnd(text: string, start: number): number {
  if (!text.startsWith('\\begin{', start)) return -1;
  const name = text.slice(start + 7, groupEnd(text, start + 6));
  const end = text.indexOf(`\\end{${name.slice(0, -1)}}`, start);
  return end < 0 ? -1 : end + name.length + 5;
}

function groupEnd(text: string, open: number): number {
  const [opener, closer] = text[open] === '[' ? ['[', ']'] : ['{', '}'];
  let depth = 0;
  for (let at = open; at < text.length && at < open + 2000; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === opener) depth++;
    else if (text[at] === closer && --depth === 0) return at + 1;
  }
  return -1;
}

function skip(text: string, from: number, test: (char: string | undefined) => boolean): number {
  let at = from;
  while (at < text.length && test(text[at])) at++;
  return at;
}

export function isDigit(char: string | undefined): boolean {
  return char !== undefined && char >= '0' && char <= '9';
}

export function isLetter(char: string | undefined): boolean {
  return char !== undefined && ((char >= 'a' && char <= 'z') || (char >= 'A' && char <= 'Z'));
}

function isSpace(char: string | undefined): boolean {
  return char === ' ' || char === '\n' || char === '\t' || char === '\r';
}
