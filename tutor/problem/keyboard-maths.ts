/**
 * Keyboard maths ("sqrt(50)", "3/4 + 1/6", "x^2", "2*3") → LaTeX. A forgiving writer rather than a parser: brackets that do
 * not match and signs it does not know are written as they stand.
 */
import { ADDITIVE, CLOSER, NAMED, PRODUCT, SIGNS } from './keyboard-signs.ts';
import { type ProblemToken, tokenizeProblem } from './problem-tokens.ts';
import { isChoice, isTimesLetter } from './token-roles.ts';
import { CONSTANT_NAMES, FUNCTION_NAMES } from './vocabulary.ts';

/** Brackets nested deeper than this are copied as they stand. */
const MAX_DEPTH = 32;

/** A function that waits for its operand, or an integral sign. */
const FUNCTION_HEAD = /^\\(?:int|(?:arc)?(?:sin|cos|tan|sec|csc|cot|ln|log))(?:[_^](?:\w|\{[^{}]*\}))*$/;

/** Text that is maths as a whole. */
export function textToLatex(text: string): string {
  return keyboardToLatex(tokenizeProblem(text));
}

export function keyboardToLatex(tokens: readonly ProblemToken[]): string {
  return tidy(new Writer(tokens).all());
}

/** An operand that may become part of a fraction; `inner` is its content when it stands in round brackets. */
interface Operand {
  readonly latex: string;
  readonly inner?: string;
}

class Writer {
  readonly #tokens: readonly ProblemToken[];
  #at = 0;
  #depth = 0;
  /** Integral signs whose "dx" is still to come. */
  #integrals = 0;
  /** Inside bars, the next bar closes. */
  #inBars = false;

  constructor(tokens: readonly ProblemToken[]) {
    this.#tokens = tokens;
  }

  all(): string {
    let out = this.#sequence();
    while (this.#at < this.#tokens.length) out += this.#tokens[this.#at++].text + this.#sequence();
    return out;
  }

  get #next(): ProblemToken | undefined {
    return this.#tokens[this.#at];
  }

  #skipSpace(): void {
    while (this.#next?.kind === 'space') this.#at++;
  }

  /** Terms and the signs between them, up to a closing bracket or the end. */
  #sequence(): string {
    let out = '';
    for (;;) {
      this.#skipSpace();
      const token = this.#next;
      if (
        token === undefined ||
        (token.text === '|' && this.#inBars) ||
        token.text === ')' ||
        token.text === ']' ||
        token.text === '}'
      )
        return out;
      if (ADDITIVE.has(token.text) || PRODUCT.has(token.text)) {
        this.#at++;
        out += this.#isSignOfNumber(out, token.text) ? '-' : token.text === '**' ? '^' : SIGNS[token.text];
      } else if (isTimesLetter(this.#tokens, this.#at) && out !== '') {
        this.#at++;
        out += ' \\times ';
      } else out = joined(out, this.#product());
    }
  }

  /** A minus that starts a term is a sign, not a subtraction. */
  #isSignOfNumber(out: string, sign: string): boolean {
    if (sign !== '-' && sign !== '−') return false;
    const last = out.trimEnd().at(-1);
    return last === undefined || '+-=<>(:,;'.includes(last) || /\\(?:cdot|times|div|le|ge|ne|pm|to|approx)\s*$/.test(out);
  }

  /** Factors side by side and the fractions made of them. */
  #product(): string {
    let done = '';
    let factors: Operand[] = [this.#factor()];
    for (;;) {
      const kept = this.#at;
      this.#skipSpace();
      const token = this.#next;
      if (token?.text === '/') {
        this.#at++;
        this.#skipSpace();
        if (this.#next === undefined) return `${done}${writeAll(factors)}/`;
        // "sin pi/6" and "sin (4pi)/3" apply the function to the whole fraction.
        if (factors.length > 1 && FUNCTION_HEAD.test(factors[0].latex)) {
          done = joined(done, `${factors[0].latex} `);
          factors = factors.slice(1);
        }
        factors = this.#fraction(factors);
      } else if (token !== undefined && this.#startsFactor(token)) {
        const mixed = this.#isMixed(factors, token);
        const factor = this.#factor();
        if (mixed) {
          done += writeAll(factors);
          factors = [factor];
        } else factors.push(factor);
      } else {
        this.#at = kept;
        return done + writeAll(factors);
      }
    }
  }

  /** "2 1/3": the whole number stays outside the fraction. */
  #isMixed(factors: readonly Operand[], token: ProblemToken): boolean {
    return token.kind === 'number' && factors.length === 1 && /^\d+$/.test(factors[0].latex);
  }

  #fraction(top: readonly Operand[]): Operand[] {
    const negative = this.#next?.text === '-' || this.#next?.text === '−';
    if (negative) this.#at++;
    const bottom = this.#factor();
    const over = top.length === 1 ? (top[0].inner ?? top[0].latex) : writeAll(top);
    return [{ latex: `\\frac{${over.trim()}}{${negative ? '-' : ''}${(bottom.inner ?? bottom.latex).trim()}}` }];
  }

  #startsFactor(token: ProblemToken): boolean {
    if (token.kind === 'number') return true;
    if (token.kind === 'word') return !isTimesLetter(this.#tokens, this.#at);
    return token.text in CLOSER || token.text === '√' || token.text === '∫' || token.text === 'π' || token.text === '∞';
  }

  #factor(): Operand {
    let operand = this.#base();
    for (;;) {
      const text = this.#next?.text;
      if (text === '^' || text === '**') {
        this.#at++;
        operand = { latex: `${operand.latex}^${this.#script()}` };
      } else if (text === '_') {
        this.#at++;
        operand = { latex: `${operand.latex}_${this.#script()}` };
      } else if (text === '²' || text === '³' || text === '⁴') {
        this.#at++;
        operand = { latex: `${operand.latex}^${{ '²': 2, '³': 3, '⁴': 4 }[text]}` };
      } else if (text === '°') {
        this.#at++;
        operand = { latex: `${operand.latex}^\\circ` };
      } else if (text === '!' || text === "'") {
        this.#at++;
        operand = { latex: operand.latex + text };
      } else if (text === '%') {
        this.#at++;
        operand = { latex: `${operand.latex}\\%` };
      } else return operand;
    }
  }

  /** What stands behind ^ or _, in braces where it is longer than one character. */
  #script(): string {
    this.#skipSpace();
    const negative = this.#next?.text === '-' || this.#next?.text === '−';
    if (negative) this.#at++;
    const operand = this.#base();
    const inner = (negative ? '-' : '') + (operand.inner ?? operand.latex).trim();
    return inner.length === 1 ? inner : `{${inner}}`;
  }

  #base(): Operand {
    const token = this.#next;
    if (token === undefined) return { latex: '' };
    this.#at++;
    if (token.kind === 'number' && isChoice(this.#tokens, this.#at - 1)) {
      this.#at += 2;
      return { latex: `\\binom{${token.text}}{${this.#tokens[this.#at - 1].text}}` };
    }
    if (token.kind === 'number') return { latex: token.text.replaceAll(',', '{,}') };
    if (token.kind === 'word') return this.#word(token.text);
    switch (token.text) {
      case '√':
        return this.#rootOf('\\sqrt');
      case '∫':
        this.#integrals++;
        return { latex: '\\int' };
      case 'π':
        return { latex: '\\pi' };
      case '∞':
        return { latex: '\\infty' };
      case '|':
        return this.#bars();
      default:
        return token.text in CLOSER ? this.#bracket(token.text) : { latex: SIGNS[token.text] ?? escaped(token.text) };
    }
  }

  /** After a bar: an absolute value, or the bar alone where it has no partner. */
  #bars(): Operand {
    if (this.#inBars || this.#tokens.findIndex(({ text }, at) => at >= this.#at && text === '|') < 0) return { latex: '|' };
    this.#inBars = true;
    const inner = this.#sequence();
    this.#inBars = false;
    if (this.#next?.text !== '|') return { latex: `|${inner}` };
    this.#at++;
    return { latex: inner.includes('\\frac') ? `\\left|${inner}\\right|` : `|${inner}|` };
  }

  #bracket(open: string): Operand {
    if (this.#depth >= MAX_DEPTH) return { latex: escaped(open) };
    this.#depth++;
    const inBars = this.#inBars;
    this.#inBars = false;
    const inner = this.#sequence();
    this.#inBars = inBars;
    this.#depth--;
    const close = CLOSER[open];
    if (this.#next?.text !== close) return { latex: `${escaped(open)}${inner}` };
    this.#at++;
    const tall = inner.includes('\\frac');
    const latex = `${tall ? '\\left' : ''}${escaped(open)}${inner}${tall ? '\\right' : ''}${escaped(close)}`;
    return open === '(' && !inner.includes(', ') ? { latex, inner } : { latex };
  }

  #word(word: string): Operand {
    if (this.#integrals > 0 && /^d[a-z]$/.test(word)) {
      this.#integrals--;
      return { latex: `\\, ${word}` };
    }
    if (word === 'sqrt') return this.#rootOf('\\sqrt');
    if (word === 'cbrt') return this.#rootOf('\\sqrt[3]');
    if (word === 'abs') {
      const operand = this.#bracketNext();
      return operand === null ? { latex: word } : { latex: `|${operand}|` };
    }
    if (word in NAMED) return this.#named(NAMED[word]);
    if (FUNCTION_NAMES.has(word) || CONSTANT_NAMES.has(word)) return this.#named(`\\${word}`);
    const name = [...FUNCTION_NAMES].find((each) => word.startsWith(each) && word.length === each.length + 1);
    return { latex: name === undefined ? word : `\\${name} ${word.slice(name.length)}` };
  }

  /** A function keeps its bracket or its operand close: "\sin(x)", "\sin x", "\log_2 8". */
  #named(name: string): Operand {
    const base = name === '\\log' && this.#next?.kind === 'number' ? `_${this.#script()}` : '';
    const head = name + base;
    return { latex: this.#next?.text === '(' ? head + this.#factor().latex : head };
  }

  #rootOf(command: string): Operand {
    this.#skipSpace();
    const operand = this.#base();
    return { latex: `${command}{${(operand.inner ?? operand.latex).trim()}}` };
  }

  #bracketNext(): string | null {
    if (this.#next?.text !== '(') return null;
    this.#at++;
    return this.#bracket('(').inner ?? null;
  }
}

/** Braces and percent signs mean something in LaTeX. */
function escaped(text: string): string {
  return text === '{' || text === '}' || text === '%' || text === '&' || text === '#' ? `\\${text}` : text;
}

function writeAll(factors: readonly Operand[]): string {
  return factors.reduce((out, { latex }) => joined(out, latex), '');
}

/** A space where a command's name would run into a letter. */
function joined(left: string, right: string): string {
  return /(?:\\[A-Za-z]+(?:_\w)?|\\int.*[_^]\w)$/.test(left) && /^[A-Za-z0-9]/.test(right) ? `${left} ${right}` : left + right;
}

function tidy(latex: string): string {
  return latex.replace(/ {2,}/g, ' ').trim();
}
