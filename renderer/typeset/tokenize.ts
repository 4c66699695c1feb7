/**
 * Splits text into prose, formulas, bold and line breaks, by a scan for delimiters (no regular expression: their
 * faults in other interfaces are why this exists). Knows delimiters, not what stands between them.
 *
 * In a live text, whatever a later character could still change is held back, so that the tokens of any beginning of a
 * text are the beginning of the tokens of the whole: nothing shown is ever taken back.
 */
import { isInlineMaths } from './currency.ts';

export type Token =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'break' }
  | { readonly kind: 'strong'; readonly tokens: readonly Token[] }
  | { readonly kind: 'maths'; readonly tex: string; readonly display: boolean; readonly source: string };

export interface TokenizeOptions {
  /** More text may follow. */
  readonly live?: boolean;
}

/** A delimiter's reading: a token that ends at `end`; 'wait' when only more text can tell; null when it is plain text. */
type Match = { readonly token: Token; readonly end: number } | 'wait' | null;

export function tokenize(text: string, options: TokenizeOptions = {}): Token[] {
  return withoutBreaksAroundDisplays(new Scanner(text.replaceAll('\r\n', '\n'), options.live ?? false).scan());
}

/** Environments that models write without any delimiter. */
const ENVIRONMENTS = ['align', 'align*', 'aligned', 'equation', 'equation*', 'gather', 'gather*'];
const BEGIN = '\\begin{';
const LONGEST_ENVIRONMENT = Math.max(...ENVIRONMENTS.map((name) => name.length));

class Scanner {
  private readonly text: string;
  private readonly live: boolean;
  /** Up to where a closing delimiter is known to be missing: keeps a text of unclosed openers linear. */
  private readonly missingUntil = new Map<string, { readonly until: number; readonly why: 'paragraph' | 'end' }>();

  constructor(text: string, live: boolean) {
    this.text = text;
    this.live = live;
  }

  scan(): Token[] {
    const tokens: Token[] = [];
    let plain = '';
    let at = 0;
    while (at < this.text.length) {
      const match = this.readDelimiter(at);
      if (match === 'wait') break;
      if (match !== null) {
        if (plain !== '') tokens.push({ kind: 'text', text: plain });
        plain = '';
        tokens.push(match.token);
        at = match.end;
        continue;
      }
      const length = this.plainLength(at);
      plain += this.text[at] === '\\' && isEscapable(this.text[at + 1]) ? this.text[at + 1] : this.text.slice(at, at + length);
      at += length;
    }
    if (plain !== '') tokens.push({ kind: 'text', text: plain });
    return tokens;
  }

  private readDelimiter(at: number): Match {
    switch (this.text[at]) {
      case '$':
        return this.readDollar(at);
      case '\\':
        return this.readBackslash(at);
      case '*':
        return this.readStrong(at);
      case '\r':
        return this.undecidedAt(at + 1) ?? { token: { kind: 'break' }, end: at + 1 };
      case '\n':
        return { token: { kind: 'break' }, end: at + 1 };
      default:
        // Half a surrogate pair would be shown as damaged and then change.
        return isHighSurrogate(this.text.charCodeAt(at)) ? this.undecidedAt(at + 1) : null;
    }
  }

  private readDollar(at: number): Match {
    if (at + 1 === this.text.length) return this.undecidedAt(at + 1);
    if (this.text[at + 1] === '$') return this.readClosed(at, '$$', '$$', true);
    const close = this.findClose(at + 1, '$');
    if (close === 'paragraph') return null;
    if (close === 'end') return this.undecided();
    const tex = this.text.slice(at + 1, close);
    if (this.undecidedAt(close + 1) === 'wait') return 'wait';
    if (!isInlineMaths(tex, this.text[close + 1] ?? '')) return null;
    return this.formula(at, at + 1, close, close + 1, false);
  }

  private readBackslash(at: number): Match {
    if (at + 1 === this.text.length) return this.undecidedAt(at + 1);
    if (this.text[at + 1] === '(') return this.readClosed(at, '\\(', '\\)', false);
    if (this.text[at + 1] === '[') return this.readClosed(at, '\\[', '\\]', true);
    return this.readEnvironment(at);
  }

  private readEnvironment(at: number): Match {
    const rest = this.text.slice(at, at + BEGIN.length + LONGEST_ENVIRONMENT + 1);
    const reachesEnd = at + rest.length === this.text.length;
    if (!rest.startsWith(BEGIN)) return BEGIN.startsWith(rest) && reachesEnd ? this.undecided() : null;
    const name = ENVIRONMENTS.find((candidate) => rest.startsWith(`${candidate}}`, BEGIN.length));
    if (name === undefined) return reachesEnd && !rest.includes('}') ? this.undecided() : null;
    const closing = `\\end{${name}}`;
    const close = this.findClose(at + BEGIN.length, closing);
    if (close === 'paragraph') return null;
    if (close === 'end') return this.undecided();
    const end = close + closing.length;
    return this.formula(at, at, end, end, true);
  }

  private readClosed(at: number, opening: string, closing: string, display: boolean): Match {
    const close = this.findClose(at + opening.length, closing);
    if (close === 'paragraph') return null;
    if (close === 'end') return this.undecided();
    if (this.text.slice(at + opening.length, close).trim() === '') return null;
    return this.formula(at, at + opening.length, close, close + closing.length, display);
  }

  private readStrong(at: number): Match {
    if (at + 1 === this.text.length) return this.undecidedAt(at + 1);
    if (this.text[at + 1] !== '*') return null;
    if (at + 2 === this.text.length) return this.undecidedAt(at + 2);
    if (isBlank(this.text[at + 2]) || this.text[at + 2] === '*') return null;
    const close = this.findStrongClose(at + 3);
    if (close === 'paragraph') return null;
    if (close === 'end') return this.undecided();
    return { token: { kind: 'strong', tokens: tokenize(this.text.slice(at + 2, close)) }, end: close + 2 };
  }

  private formula(start: number, from: number, to: number, end: number, display: boolean): Match {
    const tex = this.text.slice(from, to).trim();
    return { token: { kind: 'maths', tex, display, source: this.text.slice(start, end) }, end };
  }

  /** Where `closing` stands unescaped; a formula never contains a blank line (TeX's own rule), which bounds what is held back. */
  private findClose(from: number, closing: string): number | 'paragraph' | 'end' {
    const missing = this.missingUntil.get(closing);
    if (missing !== undefined && from <= missing.until) return missing.why;
    for (let at = from; at < this.text.length; at++) {
      if (this.text.startsWith(closing, at)) return at;
      if (this.text[at] === '\\') at++;
      else if (this.text[at] === '\n' && this.text[at + 1] === '\n') return this.missing(closing, at, 'paragraph');
    }
    return this.missing(closing, this.text.length, 'end');
  }

  private findStrongClose(from: number): number | 'paragraph' | 'end' {
    const missing = this.missingUntil.get('**');
    if (missing !== undefined && from <= missing.until) return missing.why;
    for (let at = from; at < this.text.length; at++) {
      if (this.text[at] === '\n') return this.missing('**', at, 'paragraph');
      if (this.text.startsWith('**', at) && !isBlank(this.text[at - 1])) return at;
    }
    return this.missing('**', this.text.length, 'end');
  }

  private missing(closing: string, until: number, why: 'paragraph' | 'end'): 'paragraph' | 'end' {
    this.missingUntil.set(closing, { until, why });
    return why;
  }

  /** Runs of asterisks and escaped pairs are stepped over whole, so that their second half opens nothing. */
  private plainLength(at: number): number {
    if (this.text[at] === '\\' && (this.text[at + 1] === '\\' || isEscapable(this.text[at + 1]))) return 2;
    let end = at + 1;
    if (this.text[at] === '*') while (this.text[end] === '*') end++;
    return end - at;
  }

  private undecided(): 'wait' | null {
    return this.live ? 'wait' : null;
  }

  private undecidedAt(next: number): 'wait' | null {
    return next === this.text.length ? this.undecided() : null;
  }
}

/**
 * A display stands on its own lines already: a break or blank beside it would leave a gap. Elsewhere at most two breaks
 * follow one another, and none opens or ends a text.
 */
function withoutBreaksAroundDisplays(tokens: readonly Token[]): Token[] {
  const kept: Token[] = [];
  let breaks = 0;
  for (const token of tokens) {
    const previous = kept[kept.length - 1];
    const afterDisplay = previous === undefined || isDisplay(previous);
    if (token.kind === 'break') {
      breaks++;
      continue;
    }
    if (token.kind === 'text' && token.text.trim() === '' && (breaks > 0 || afterDisplay)) continue;
    if (!isDisplay(token) && !afterDisplay) {
      for (let index = 0; index < Math.min(breaks, 2); index++) kept.push({ kind: 'break' });
    }
    breaks = 0;
    kept.push(token);
  }
  return kept;
}

const isDisplay = (token: Token): boolean => token.kind === 'maths' && token.display;
const isBlank = (character: string): boolean => character === ' ' || character === '\t' || character === '\n';
const isEscapable = (character: string | undefined): boolean => character === '$' || character === '*';
const isHighSurrogate = (code: number): boolean => code >= 0xd800 && code <= 0xdbff;
