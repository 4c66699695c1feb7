/** LaTeX as our families write it → keyboard maths as a learner types it. */
export interface PlainStyle {
  /** Spaces around + - = and the like. */
  readonly spaced: boolean;
  readonly times: string;
  readonly divide: string;
  readonly minus: string;
  /** ² and ³ in place of ^2 and ^3. */
  readonly superscripts: boolean;
  readonly root: 'sqrt' | '√';
  readonly pi: string;
  /** As programs write it: 3*x**2, every product with its star. */
  readonly code?: boolean;
  /** ≤ ≥ ≠ and ∫ as signs of their own in place of <= >= != and "integral". */
  readonly signs?: boolean;
  /** What follows the number of an angle; ° unless given. */
  readonly degrees?: string;
}

const SYMBOLS: Readonly<Record<string, string>> = {
  le: '<=',
  leq: '<=',
  ge: '>=',
  geq: '>=',
  ne: '!=',
  neq: '!=',
  pm: '+-',
  infty: 'infinity',
  theta: 'theta',
  alpha: 'alpha',
  beta: 'beta',
  to: '->',
  approx: '≈',
  circ: '°',
  degree: '°',
  '%': '%',
  ',': ' ',
  ' ': ' ',
  '{': '{',
  '}': '}',
  quad: ' ',
  left: '',
  right: '',
  displaystyle: '',
  ldots: '...',
  dots: '...',
  mid: '|',
  in: 'in',
  colon: ':',
  bmod: 'mod',
  $: '$',
};
const SIGNS: Readonly<Record<string, string>> = { le: '≤', leq: '≤', ge: '≥', geq: '≥', ne: '≠', neq: '≠' };
const FUNCTIONS = new Set([
  'sin',
  'cos',
  'tan',
  'log',
  'ln',
  'exp',
  'gcd',
  'det',
  'sec',
  'csc',
  'cot',
  'arcsin',
  'arccos',
  'arctan',
  'max',
  'min',
]);
/** What programs call them. */
const CODE_NAMES: Readonly<Record<string, string>> = { ln: 'log', arcsin: 'asin', arctan: 'atan', arccos: 'acos' };
const SUPERSCRIPT: Readonly<Record<string, string>> = { '2': '²', '3': '³' };

export function toPlain(latex: string, style: PlainStyle): string {
  const text = new PlainWriter(latex, style).sequence('');
  const single = text.replace(/ +/g, ' ').trim();
  if (style.code === true) return single.replace(/ ?(\*+) ?/g, '$1');
  return style.spaced ? single : single.replace(/ ?([+\-−*×·/÷=<>≤≥≠^,:]+) ?/g, '$1');
}

class PlainWriter {
  readonly #source: string;
  readonly #style: PlainStyle;
  #at = 0;
  #inWords = false;

  constructor(source: string, style: PlainStyle) {
    this.#source = source;
    this.#style = style;
  }

  /** Everything up to `close` (consumed) or the end. */
  sequence(close: string): string {
    let out = '';
    while (this.#at < this.#source.length) {
      if (close !== '' && this.#source.startsWith(close, this.#at)) {
        this.#at += close.length;
        return out;
      }
      out += this.#item();
    }
    return out;
  }

  #item(): string {
    const char = this.#source[this.#at++];
    switch (char) {
      case '\\':
        return this.#command();
      case '{':
        return this.sequence('}');
      case '^':
        return this.#power();
      case '_':
        return `_${this.#argument()}`;
      case '-':
        return this.#style.minus;
      case '&':
        return ', ';
      default:
        return this.#hidesProduct(char) ? `*${char}` : char;
    }
  }

  /** A product that LaTeX leaves unwritten before this letter or bracket: 3x, xy, 2(x + 1), but not f(x). */
  #hidesProduct(char: string): boolean {
    if (this.#style.code !== true || this.#inWords) return false;
    const before = this.#source[this.#at - 2] ?? '';
    if (char === '(') return /[\d)}]/.test(before);
    return /[a-zX]/.test(char) && /[\da-zX)}]/.test(before) && (/[\d)}]/.test(before) || this.#source[this.#at] !== '(');
  }

  #command(): string {
    const match = /^[A-Za-z]+|^./s.exec(this.#source.slice(this.#at));
    if (match === null) return '';
    const name = match[0];
    const times = this.#style.code === true && this.#followsFactor(this.#at - 1) ? '*' : '';
    this.#at += name.length;
    switch (name) {
      case 'frac':
      case 'dfrac':
        return this.#fraction();
      case 'sqrt':
        return times + this.#root();
      case 'cdot':
      case 'times':
        return this.#style.code === true ? '*' : ` ${this.#style.times} `;
      case 'div':
        return ` ${this.#style.divide} `;
      case 'pi':
        return this.#style.pi;
      case 'text':
      case 'mathrm':
      case 'operatorname':
        return this.#words();
      case 'int':
        return this.#integral();
      case 'lim':
        return this.#take('_') ? `lim ${this.#argument()} ` : 'lim';
      case '\\':
        return '], [';
      case 'begin':
        this.#argument();
        return '[[';
      case 'end':
        this.#argument();
        return ']]';
    }
    if (this.#style.code === true && name in CODE_NAMES) return times + CODE_NAMES[name];
    if (FUNCTIONS.has(name)) return times + name;
    if (this.#style.signs === true && name in SIGNS) return SIGNS[name];
    const symbol = SYMBOLS[name];
    if (symbol === undefined) throw new Error(`no plain form for \\${name} in ${this.#source}`);
    return symbol;
  }

  /** Whether a number, a letter or a closed bracket stands right before the place, and not the name of a command. */
  #followsFactor(place: number): boolean {
    const before = this.#source.slice(0, place).trimEnd();
    return /[\dA-Za-z)}]$/.test(before) && !/\\[A-Za-z]+$/.test(before);
  }

  #words(): string {
    this.#inWords = true;
    const words = this.#argument();
    this.#inWords = false;
    return words;
  }

  /** The next brace group or single character, as plain text. */
  #argument(): string {
    while (this.#source[this.#at] === ' ') this.#at++;
    return this.#item();
  }

  #fraction(): string {
    const top = this.#argument();
    // "2x/9" is how it is typed, and can be read in one way only.
    const bare = this.#style.code === true ? /^([\w*]|\*\*\([-\d/]+\))+$/ : /^\d+[a-z]$/;
    const over = bare.test(top) ? top : bracketed(top);
    const under = bracketed(this.#argument());
    const before = this.#source.slice(0, this.#at);
    // "2\frac{1}{3}" is a mixed number: keep its parts apart.
    const mixed = /\d\\d?frac\{[^{}]*\}\{[^{}]*\}$/.test(before);
    // "1/2 x": the letter is no part of what is below.
    const apart =
      this.#style.spaced && this.#style.code !== true && /^\d+$/.test(over + under) && /[a-z]/.test(this.#source[this.#at] ?? '');
    return `${mixed ? ' ' : ''}${over}/${under}${apart ? ' ' : ''}`;
  }

  #root(): string {
    let index = '';
    if (this.#source[this.#at] === '[') {
      this.#at++;
      index = this.sequence(']');
    }
    const inner = this.#argument();
    if (index !== '') return index === '3' ? `cbrt(${inner})` : `root(${index}, ${inner})`;
    return this.#style.root === '√' && /^\w+$/.test(inner) ? `√${inner}` : `sqrt(${inner})`;
  }

  #integral(): string {
    if (!this.#take('_')) return this.#style.signs === true ? '∫ ' : 'integral ';
    const from = this.#argument();
    return this.#take('^') ? `integral from ${from} to ${this.#argument()} of ` : `integral over ${from} of `;
  }

  #take(char: string): boolean {
    if (this.#source[this.#at] !== char) return false;
    this.#at++;
    return true;
  }

  #power(): string {
    const exponent = this.#argument();
    if (exponent === '°') return this.#style.degrees ?? '°';
    if (this.#style.superscripts && exponent in SUPERSCRIPT) return SUPERSCRIPT[exponent];
    return `${this.#style.code === true ? '**' : '^'}${bracketed(exponent)}`;
  }
}

/** Brackets around anything longer than one number or letter. */
function bracketed(text: string): string {
  return /^\w+(\.\d+)?$/.test(text) && !/[0-9][A-Za-z]/.test(text) ? text : `(${text.trim()})`;
}
