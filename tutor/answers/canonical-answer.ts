/**
 * A cheap textual canonical form of an answer, for grouping and display: layout goes, notation becomes one, the maths
 * stays as written. Equal texts are equal answers; different texts say nothing. Knows no algebra.
 */

const DROPPED = new Set([
  'left',
  'right',
  'displaystyle',
  'textstyle',
  'big',
  'Big',
  'bigl',
  'bigr',
  'Bigl',
  'Bigr',
  'limits',
  ' ',
  ',',
  ';',
  ':',
  '!',
  'quad',
  'qquad',
]);
const RENAMED: Readonly<Record<string, string>> = {
  dfrac: 'frac',
  tfrac: 'frac',
  cfrac: 'frac',
  leq: 'le',
  leqslant: 'le',
  geq: 'ge',
  geqslant: 'ge',
  neq: 'ne',
  times: 'cdot',
  rightarrow: 'to',
  varnothing: 'emptyset',
  lbrace: '{',
  rbrace: '}',
};
const UNICODE: Readonly<Record<string, string>> = {
  '−': '-',
  '·': '\\cdot ',
  '×': '\\cdot ',
  '÷': '\\div ',
  '≤': '\\le ',
  '≥': '\\ge ',
  '≠': '\\ne ',
  π: '\\pi ',
  '∞': '\\infty ',
  '°': '^\\circ',
  '±': '\\pm ',
};
const TEXT_COMMANDS = new Set(['text', 'textbf', 'textit', 'textrm', 'mathrm', 'mbox', 'textnormal', 'operatorname']);

export function canonicalAnswer(latex: string): string {
  return dropTrailing(new Canonicaliser(stripMarks(latex)).run()).trim();
}

/** Dollar signs, `\( \)`, `\[ \]` around the whole. */
function stripMarks(latex: string): string {
  const text = latex.trim();
  for (const [open, close] of [
    ['$$', '$$'],
    ['$', '$'],
    ['\\(', '\\)'],
    ['\\[', '\\]'],
  ]) {
    if (text.length > open.length + close.length && text.startsWith(open) && text.endsWith(close) && !text.endsWith('\\$')) {
      return text.slice(open.length, -close.length);
    }
  }
  return text;
}

function dropTrailing(text: string): string {
  let end = text.length;
  while (end > 0 && (text[end - 1] === '.' || text[end - 1] === ',' || text[end - 1] === ' ')) end--;
  return text.slice(0, end);
}

class Canonicaliser {
  readonly #source: string;
  #at = 0;
  #out = '';

  constructor(source: string) {
    this.#source = source;
  }

  run(): string {
    while (this.#at < this.#source.length) this.#next();
    return this.#out;
  }

  #next(): void {
    const char = this.#source[this.#at];
    if (char === '\\') this.#command();
    else if (isSpace(char) || char === '~') this.#space();
    else if (this.#isThousandsComma()) this.#at += this.#source[this.#at] === '{' ? 3 : 1;
    else {
      this.#at++;
      this.#emit(UNICODE[char] ?? (char === ',' || char === ';' ? ', ' : char));
    }
  }

  /** Two numbers side by side stay two. */
  #space(): void {
    while (isSpace(this.#source[this.#at]) || this.#source[this.#at] === '~') this.#at++;
    if (isDigit(this.#out.at(-1)) && isDigit(this.#source[this.#at])) this.#out += ' ';
  }

  /** A space keeps "\pi" and "r" apart, and nothing else. */
  #emit(text: string): void {
    const commandEnd = /\\[A-Za-z]+$/.test(this.#out.slice(-16));
    const glue = commandEnd && isLetter(text[0]) ? ' ' : '';
    this.#out += glue + (this.#out === '' || this.#out.endsWith(' ') ? text.trimStart() : text);
  }

  #command(): void {
    let end = this.#at + 1;
    while (isLetter(this.#source[end])) end++;
    if (end === this.#at + 1) end++;
    const name = this.#source.slice(this.#at + 1, end);
    this.#at = end;
    if (DROPPED.has(name)) return;
    if (TEXT_COMMANDS.has(name)) this.#text();
    else this.#emit(`\\${RENAMED[name] ?? name}`);
  }

  /** `\text{ cm }` is `\text{cm}`; a single letter stands by itself. */
  #text(): void {
    while (isSpace(this.#source[this.#at])) this.#at++;
    const close = this.#source[this.#at] === '{' ? this.#source.indexOf('}', this.#at) : -1;
    if (close < 0) return;
    const words = this.#source
      .slice(this.#at + 1, close)
      .trim()
      .replace(/\s+/g, ' ');
    this.#at = close + 1;
    if (words.toLowerCase() === 'and' || words.toLowerCase() === 'or') this.#emit(', ');
    else if (words !== '') this.#emit(words.length === 1 ? words : `\\text{${words}}`);
  }

  /** "1,234" and "1{,}234": a comma between digits with exactly three behind it, and one to three before the first. */
  #isThousandsComma(): boolean {
    const braced = this.#source.startsWith('{,}', this.#at);
    if (!braced && this.#source[this.#at] !== ',') return false;
    const after = this.#source.slice(this.#at + (braced ? 3 : 1), this.#at + (braced ? 7 : 5));
    const before = /(?:^|[^\d.])(\d{1,3}|\d{4,})$/.exec(this.#out.slice(-24));
    if (before === null || !/^\d{3}(?!\d)/.test(after)) return false;
    return (
      braced ||
      (!this.#out.includes('(') &&
        !this.#out.includes('{') &&
        (before[1].length <= 3 || this.#source.slice(0, this.#at).includes(',')))
    );
  }
}

function isSpace(char: string | undefined): boolean {
  return char === ' ' || char === '\n' || char === '\t' || char === '\r';
}

function isDigit(char: string | undefined): boolean {
  return char !== undefined && char >= '0' && char <= '9';
}

function isLetter(char: string | undefined): boolean {
  return char !== undefined && ((char >= 'a' && char <= 'z') || (char >= 'A' && char <= 'Z'));
}
