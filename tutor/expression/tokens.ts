/**
 * LaTeX, or plain keyboard maths, → tokens. Layout commands vanish here and every way of writing a sign becomes one.
 * Knows no grammar.
 */
import { BARE_NAMES, LAYOUT, PUNCTUATION, SAME, SIGNS, SUPERSCRIPTS, UNICODE_COMMANDS, WORD_COMMANDS } from './notation.ts';

export interface Token {
  readonly kind: 'number' | 'letter' | 'command' | 'sign' | 'words' | 'end';
  /** A number's digits without separators, a letter, a command's name, a sign, or the words inside `\text{…}`. */
  readonly text: string;
  /** For a repeating decimal: how many of the last digits repeat. */
  readonly repeats: number;
  readonly start: number;
  readonly end: number;
}

/** null when a character is not maths or a brace group never closes. */
export function tokenize(source: string): Token[] | null {
  const reader = new TokenReader(source);
  return reader.readAll() ? reader.tokens : null;
}

class TokenReader {
  readonly tokens: Token[] = [];
  readonly #source: string;
  #at = 0;
  /** Round, square and curly brackets open: inside them "1,234" is two numbers. */
  #depth = 0;

  constructor(source: string) {
    this.#source = source;
  }

  readAll(): boolean {
    while (this.#at < this.#source.length) if (!this.#readOne()) return false;
    this.#push('end', '', this.#at);
    return true;
  }

  #push(kind: Token['kind'], text: string, start: number, repeats = 0): true {
    this.tokens.push({ kind, text, start, end: this.#at, repeats });
    return true;
  }

  #readOne(): boolean {
    const start = this.#at;
    const char = this.#source[start];
    if (isSpace(char) || char === '~') {
      this.#at++;
      return true;
    }
    if (isDigit(char) || (char === '.' && isDigit(this.#source[start + 1]))) return this.#number(start);
    if (char === '\\') return this.#command(start);
    if (isLetter(char)) return this.#letters(start);
    return this.#sign(start, char);
  }

  #number(start: number): true {
    let digits = this.#digits();
    while (this.#thousands(start)) digits += this.#digits();
    if (this.#source[this.#at] === '.' && isDigit(this.#source[this.#at + 1])) {
      this.#at++;
      digits += `.${this.#digits()}`;
    }
    const repeating = this.#repeating();
    if (repeating === '') return this.#push('number', digits, start);
    if (!digits.includes('.')) digits += '.';
    return this.#push('number', digits + repeating, start, repeating.length);
  }

  #digits(): string {
    const from = this.#at;
    while (isDigit(this.#source[this.#at])) this.#at++;
    return this.#source.slice(from, this.#at);
  }

  /** Passes over a separator of thousands: "{,}", "\,", or a comma outside brackets between groups of one to three and three. */
  #thousands(start: number): boolean {
    const source = this.#source;
    for (const mark of ['{,}', '\\,', ',']) {
      if (!source.startsWith(mark, this.#at)) continue;
      if (mark === ',' && (this.#depth > 0 || (!source.slice(start, this.#at).includes(',') && this.#at - start > 3)))
        return false;
      const from = this.#at + mark.length;
      let count = 0;
      while (isDigit(source[from + count])) count++;
      if (count !== 3) return false;
      this.#at = from;
      return true;
    }
    return false;
  }

  /** "\overline{3}" or "\dot{3}" right behind a decimal point or its digits; '' when there is none. */
  #repeating(): string {
    const from = this.#source[this.#at] === '.' ? this.#at + 1 : this.#at;
    for (const mark of ['\\overline{', '\\dot{', '\\bar{']) {
      if (!this.#source.startsWith(mark, from)) continue;
      const close = this.#source.indexOf('}', from);
      const digits = this.#source.slice(from + mark.length, close < 0 ? from : close);
      if (digits === '' || digits.length > 20 || [...digits].some((digit) => !isDigit(digit))) return '';
      this.#at = close + 1;
      return digits;
    }
    return '';
  }

  #command(start: number): boolean {
    this.#at++;
    const from = this.#at;
    while (isLetter(this.#source[this.#at])) this.#at++;
    if (this.#at === from) this.#at++;
    const name = this.#source.slice(from, this.#at);
    if (name === '\\') return this.#push('sign', '\\\\', start);
    if (name === ' ' || LAYOUT.has(name)) {
      if ((name === 'left' || name === 'right') && this.#source[this.#at] === '.') this.#at++;
      return true;
    }
    if (WORD_COMMANDS.has(name)) return this.#words(start);
    if (name === 'operatorname') {
      const group = this.#rawGroup();
      return group !== null && this.#push('command', group.trim(), start);
    }
    if (name === 'mathbb') {
      const group = this.#rawGroup();
      return group !== null && this.#push('words', group === 'R' ? 'all real numbers' : group, start);
    }
    const same = SAME[name] ?? name;
    if (same === '\\{') this.#depth++;
    if (same === '\\}') this.#depth--;
    this.#push(isLetter(same[0]) ? 'command' : 'sign', same, start);
    if (same === 'frac' || same === 'binom') while (this.#loneDigit());
    return true;
  }

  /** "\frac12" is one half: a digit right behind the command is an argument by itself. */
  #loneDigit(): boolean {
    const start = this.#at;
    const pending = this.tokens.at(-1);
    const second =
      pending?.kind === 'number' &&
      pending.end === start &&
      this.tokens.at(-2)?.text !== 'frac' &&
      this.tokens.at(-2)?.text !== 'binom';
    if (second || !isDigit(this.#source[start])) return false;
    this.#at++;
    return this.#push('number', this.#source[start], start);
  }

  /** `\text{ and }`; a single letter in an upright or bold face is that letter. */
  #words(start: number): boolean {
    const group = this.#rawGroup();
    if (group === null) return false;
    const text = group.trim();
    if (text === '') return true;
    if (
      text.length === 1 &&
      isLetter(text) &&
      this.#source[start + 1] !== 't' &&
      this.#source.slice(start, start + 5) !== '\\mbox'
    )
      return this.#push('letter', text, start);
    if (isDigit(text[0]) && [...text].every((char) => isDigit(char) || char === '.')) return this.#push('number', text, start);
    return this.#push('words', text, start);
  }

  /** The text of the brace group that follows, braces of its own included. */
  #rawGroup(): string | null {
    while (isSpace(this.#source[this.#at])) this.#at++;
    if (this.#source[this.#at] !== '{') return null;
    let depth = 0;
    for (let at = this.#at; at < this.#source.length; at++) {
      if (this.#source[at] === '\\') at++;
      else if (this.#source[at] === '{') depth++;
      else if (this.#source[at] === '}' && --depth === 0) {
        const inner = this.#source.slice(this.#at + 1, at);
        this.#at = at + 1;
        return inner;
      }
    }
    return null;
  }

  #letters(start: number): true {
    const bare = BARE_NAMES.find((name) => this.#source.startsWith(name, start));
    this.#at += bare?.length ?? 1;
    return bare === undefined ? this.#push('letter', this.#source[start], start) : this.#push('command', bare, start);
  }

  #sign(start: number, char: string): boolean {
    this.#at++;
    const pair = char + (this.#source[this.#at] ?? '');
    if (pair === '<=' || pair === '>=' || pair === '!=' || pair === '->' || pair === '=>') {
      this.#at++;
      return this.#push('sign', pair, start);
    }
    const power = SUPERSCRIPTS.indexOf(char);
    if (power >= 0) return this.#push('sign', '^', start) && this.#push('number', String(power), start);
    if (char in UNICODE_COMMANDS) return this.#push('command', UNICODE_COMMANDS[char], start);
    if (char in SIGNS) return this.#push(isLetter(SIGNS[char][0]) ? 'command' : 'sign', SIGNS[char], start);
    if ('([{'.includes(char)) this.#depth += char === '{' ? 0 : 1;
    if (')]'.includes(char)) this.#depth--;
    if (char === '£' || char === '€') return this.#push('sign', char, start);
    return PUNCTUATION.has(char) && this.#push('sign', char, start);
  }
}

function isDigit(char: string | undefined): boolean {
  return char !== undefined && char >= '0' && char <= '9';
}

function isLetter(char: string | undefined): boolean {
  return char !== undefined && ((char >= 'a' && char <= 'z') || (char >= 'A' && char <= 'Z'));
}

function isSpace(char: string | undefined): boolean {
  return char === ' ' || char === '\n' || char === '\t' || char === '\r';
}
