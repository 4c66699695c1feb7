/**
 * Tokens → expression tree, by recursive descent. It reads the LaTeX of school maths as a teacher means it: "2\frac13" is
 * a mixed number, "\sin 2x" takes the whole product, "x(x+1)" multiplies, "f(x)" is a name. What it cannot read it refuses.
 */
import type { Expression, FunctionName } from './expression.ts';
import { fromDecimal, rational } from './rational.ts';
import type { Token } from './tokens.ts';

/** Deeper nesting than any sensible formula; keeps hostile input off the stack. */
const MAX_DEPTH = 48;

/** Thrown inside the parser only; `parseStatement` turns it into null. */
export class Unreadable extends Error {}

const FUNCTIONS: ReadonlySet<string> = new Set<FunctionName>([
  'sin',
  'cos',
  'tan',
  'sec',
  'csc',
  'cot',
  'arcsin',
  'arccos',
  'arctan',
  'sinh',
  'cosh',
  'tanh',
  'ln',
  'log',
  'exp',
  'gcd',
  'lcm',
  'min',
  'max',
  'det',
]);
const INVERSE: Readonly<Record<string, FunctionName>> = { sin: 'arcsin', cos: 'arccos', tan: 'arctan' };
const GREEK = new Set(
  'alpha beta gamma delta epsilon varepsilon theta lambda mu sigma phi varphi omega rho tau kappa eta zeta psi chi nu xi Delta Sigma Omega Gamma Phi Lambda ell'.split(
    ' ',
  ),
);
/** Letters that name a function when a bracket follows. */
const FUNCTION_LETTERS = new Set(['f', 'g', 'h']);
const MATRICES = new Set(['pmatrix', 'bmatrix', 'matrix', 'vmatrix']);

export class ExpressionParser {
  readonly #tokens: readonly Token[];
  readonly #source: string;
  #at = 0;
  #depth = 0;
  /** Bars and integrals open: inside them "|" and "dx" end the expression. */
  #bars = 0;
  #integrals = 0;

  constructor(source: string, tokens: readonly Token[]) {
    this.#source = source;
    this.#tokens = tokens;
  }

  get next(): Token {
    return this.#tokens[this.#at];
  }

  get atEnd(): boolean {
    return this.next.kind === 'end';
  }

  advance(): Token {
    return this.#tokens[this.#at++];
  }

  isSign(text: string): boolean {
    return this.next.kind === 'sign' && this.next.text === text;
  }

  takeSign(text: string): boolean {
    if (!this.isSign(text)) return false;
    this.#at++;
    return true;
  }

  #expectSign(text: string): void {
    if (!this.takeSign(text)) throw new Unreadable(`expected ${text}`);
  }

  #isCommand(name: string): boolean {
    return this.next.kind === 'command' && this.next.text === name;
  }

  #takeCommand(name: string): boolean {
    if (!this.#isCommand(name)) return false;
    this.#at++;
    return true;
  }

  /** Sum, ratio or union: all that may stand on one side of a relation. "a + b mod n" takes the whole sum. */
  expression(): Expression {
    if (++this.#depth > MAX_DEPTH) throw new Unreadable('nested too deep');
    const first = this.#remainder();
    const items = [first];
    const joint = this.isSign(':') ? 'ratio' : this.#isCommand('cup') ? 'union' : null;
    if (joint === 'ratio') while (this.takeSign(':')) items.push(this.#sum());
    if (joint === 'union') while (this.#takeCommand('cup')) items.push(this.#sum());
    this.#depth--;
    return joint === null ? first : { kind: joint, items };
  }

  #remainder(): Expression {
    const value = this.#sum();
    return this.#takeCommand('mod') ? { kind: 'function', name: 'mod', items: [value, this.#sum()] } : value;
  }

  #sum(): Expression {
    let items: Expression[] = [];
    let plusMinus: { readonly left: Expression | null } | null = null;
    for (let first = true; ; first = false) {
      const negative = this.isSign('-');
      if (negative || this.isSign('+')) this.#at++;
      else if (this.#takeCommand('pm')) {
        if (plusMinus !== null) throw new Unreadable('two plus-minus signs');
        plusMinus = { left: items.length === 0 ? null : sumOf(items) };
        items = [];
      } else if (!first) break;
      const term = this.#product();
      items.push(negative ? { kind: 'negative', item: term } : term);
    }
    const right = sumOf(items);
    return plusMinus === null ? right : { kind: 'plus-minus', left: plusMinus.left, right };
  }

  #product(): Expression {
    let value = this.#signed();
    for (;;) {
      if (this.takeSign('*')) value = times(value, this.#signed());
      else if (this.takeSign('/')) value = { kind: 'quotient', top: value, bottom: this.#signed() };
      else if (this.#takeOf()) value = times(value, this.#signed());
      else if (this.#takeRemainder()) value = { kind: 'function', name: 'remainder', items: [value, this.#signed()] };
      else if (this.#startsFactor()) value = times(value, this.#factor());
      else return value;
    }
  }

  /** A factor that may carry its own sign: "3 \cdot -2". */
  #signed(): Expression {
    if (this.takeSign('-')) return { kind: 'negative', item: this.#signed() };
    if (this.takeSign('+')) return this.#signed();
    return this.#factor();
  }

  #takeOf(): boolean {
    if (this.next.kind !== 'words' || this.next.text.toLowerCase() !== 'of') return false;
    this.#at++;
    return true;
  }

  #takeRemainder(): boolean {
    if (this.next.kind !== 'words') return false;
    const text = this.next.text.toLowerCase();
    if (text !== 'remainder' && text !== 'r' && text !== 'rem' && text !== 'rem.') return false;
    this.#at++;
    return true;
  }

  /** Whether the next token multiplies what stands before it. */
  #startsFactor(): boolean {
    const { kind, text } = this.next;
    if (kind === 'letter') return !(this.#integrals > 0 && this.#isDifferential());
    if (kind === 'number') return false;
    if (kind === 'sign') return text === '(' || text === '[' || text === '{' || (text === '|' && this.#bars === 0);
    if (kind === 'command')
      return (
        text !== 'cup' &&
        text !== 'cap' &&
        text !== 'in' &&
        text !== 'mod' &&
        text !== 'pmod' &&
        text !== 'pm' &&
        text !== 'end' &&
        text !== 'circ'
      );
    return false;
  }

  #isDifferential(): boolean {
    return this.next.text === 'd' && this.#tokens[this.#at + 1]?.kind === 'letter';
  }

  #factor(): Expression {
    const begin = this.next;
    const base = this.#mixed(begin, this.#base());
    return this.#postfix(base);
  }

  /** "2\frac{1}{3}": a whole number right before a fraction of two numbers is a mixed number. */
  #mixed(begin: Token, base: Expression): Expression {
    if (begin.kind !== 'number' || begin.text.includes('.') || base.kind !== 'number' || !this.#isCommand('frac')) return base;
    const kept = this.#at;
    const part = this.#base();
    if (part.kind === 'quotient' && part.top.kind === 'number' && part.bottom.kind === 'number')
      return { kind: 'sum', items: [base, part] };
    this.#at = kept;
    return base;
  }

  #postfix(base: Expression): Expression {
    let value = base;
    for (;;) {
      if (this.isSign('^')) value = this.#power(value);
      else if (this.takeSign('!')) value = { kind: 'function', name: 'factorial', items: [value] };
      else if (this.takeSign('%')) value = { kind: 'quantity', item: value, unit: '%' };
      else if (this.#takeCommand('circ')) value = this.#degrees(value);
      else if (this.next.kind === 'words' && !isJoiningWord(this.next.text)) value = this.#unit(value);
      else return value;
    }
  }

  #power(base: Expression): Expression {
    this.#expectSign('^');
    const braced = this.isSign('{');
    const kept = this.#at;
    if (braced) this.#at++;
    if (this.#takeCommand('circ') && (!braced || this.isSign('}') || this.next.kind === 'letter')) {
      if (!braced) return this.#degrees(base);
      const scale = this.next.kind === 'letter' ? this.advance().text : '';
      this.#expectSign('}');
      return { kind: 'quantity', item: base, unit: `°${scale}` };
    }
    this.#at = kept;
    const exponent = this.argument();
    if (base.kind === 'quantity' && base.unit !== '%')
      return { ...base, unit: `${base.unit}^${this.#text(kept, this.#at).replaceAll('{', '').replaceAll('}', '')}` };
    return { kind: 'power', base, exponent };
  }

  #degrees(item: Expression): Expression {
    return { kind: 'quantity', item, unit: '°' };
  }

  #unit(item: Expression): Expression {
    const unit = this.advance().text;
    if (item.kind === 'quantity') return { ...item, unit: `${item.unit} ${unit}` };
    return { kind: 'quantity', item, unit };
  }

  #text(from: number, to: number): string {
    return this.#source.slice(this.#tokens[from].start, this.#tokens[to - 1].end).replaceAll(' ', '');
  }

  /** One LaTeX argument: a brace group, one digit, one letter or one command. "x^12" is read as keyboard maths: x^{12}. */
  argument(): Expression {
    if (this.takeSign('{')) {
      const inner = this.expression();
      this.#expectSign('}');
      return inner;
    }
    if (this.takeSign('-')) return { kind: 'negative', item: this.argument() };
    return this.#base();
  }

  #base(): Expression {
    if (++this.#depth > MAX_DEPTH) throw new Unreadable('nested too deep');
    const token = this.advance();
    const value = this.#baseFrom(token);
    this.#depth--;
    return value;
  }

  #baseFrom(token: Token): Expression {
    switch (token.kind) {
      case 'number':
        return this.#number(token);
      case 'letter':
        return this.#letter(token);
      case 'command':
        return this.#command(token);
      case 'words':
        return { kind: 'words', text: token.text };
      case 'sign':
        return this.#bracket(token);
      case 'end':
        throw new Unreadable('the formula ends early');
    }
  }

  #number(token: Token): Expression {
    const decimals = token.text.includes('.') ? token.text.length - token.text.indexOf('.') - 1 : 0;
    if (token.repeats > 0) return repeating(token);
    if (this.isSign('_')) return this.#inBase(token);
    return { kind: 'number', value: fromDecimal(token.text), decimals };
  }

  /** "1011_2". */
  #inBase(token: Token): Expression {
    this.#at++;
    const base = this.argument();
    const radix = base.kind === 'number' ? Number(base.value.top) : 0;
    if (radix < 2 || radix > 10 || token.text.includes('.')) throw new Unreadable('a number in no known base');
    let value = 0n;
    for (const digit of token.text) {
      if (Number(digit) >= radix) throw new Unreadable(`digit ${digit} in base ${radix}`);
      value = value * BigInt(radix) + BigInt(digit);
    }
    return { kind: 'number', value: rational(value), decimals: 0 };
  }

  #letter(token: Token): Expression {
    const from = this.#at - 1;
    if (token.text === 'e' && !this.isSign('_')) return { kind: 'constant', name: 'e' };
    if (token.text === 'i' && !this.isSign('_')) return { kind: 'constant', name: 'i' };
    return this.#name(from);
  }

  /** A variable with its subscript, primes and, for a function letter, its bracket: one opaque name. */
  #name(from: number): Expression {
    if (this.takeSign('_')) this.#skipArgument();
    let primes = 0;
    while (this.takeSign("'")) primes++;
    const letter = this.#tokens[from].text;
    const named = FUNCTION_LETTERS.has(letter) || primes > 0 || (letter === 'P' && this.#capitalInBracket());
    if (named) {
      const inverse = this.isSign('^') && this.#source.startsWith('{-1}', this.#tokens[this.#at].end);
      if (inverse) this.#at += 5;
      if (this.isSign('(')) this.#skipBracket();
      else if (inverse) this.#at -= 5;
    }
    return {
      kind: 'symbol',
      name: this.#text(from, this.#at).replaceAll('\\left', '').replaceAll('\\right', '').replaceAll('{', '').replaceAll('}', ''),
    };
  }

  #capitalInBracket(): boolean {
    const inner = this.#tokens[this.#at + 1];
    return (
      this.isSign('(') &&
      inner !== undefined &&
      (inner.kind === 'words' || (inner.kind === 'letter' && inner.text === inner.text.toUpperCase()))
    );
  }

  #skipArgument(): void {
    if (this.isSign('{')) this.#skipGroup('{', '}');
    else this.#at++;
  }

  #skipBracket(): void {
    this.#skipGroup('(', ')');
  }

  #skipGroup(open: string, close: string): void {
    let depth = 0;
    do {
      const token = this.advance();
      if (token.kind === 'end') throw new Unreadable(`missing ${close}`);
      if (token.kind === 'sign' && token.text === open) depth++;
      if (token.kind === 'sign' && token.text === close) depth--;
    } while (depth > 0);
  }

  #bracket(token: Token): Expression {
    switch (token.text) {
      case '(':
        return this.#closeBracket(false);
      case '[':
        return this.#closeBracket(true);
      case '{': {
        const inner = this.expression();
        this.#expectSign('}');
        return inner;
      }
      case '\\{':
        return this.#set();
      case '|': {
        this.#bars++;
        const item = this.expression();
        this.#expectSign('|');
        this.#bars--;
        return { kind: 'function', name: 'abs', items: [item] };
      }
      case '$':
      case '£':
      case '€':
        return { kind: 'quantity', item: this.#factor(), unit: token.text };
      default:
        throw new Unreadable(`unexpected ${token.text}`);
    }
  }

  /** After "(" or "[": a bracketed expression, a tuple or an interval. */
  #closeBracket(square: boolean): Expression {
    const bars = this.#bars;
    this.#bars = 0;
    const items = this.#items();
    this.#bars = bars;
    const closed = this.takeSign(']');
    if (!closed) this.#expectSign(')');
    if (this.isSign('_')) throw new Unreadable('a bracket with limits');
    if (items.length === 1 && square === closed) return items[0];
    if (items.length === 2 && (square || closed))
      return { kind: 'interval', low: items[0], high: items[1], closed: [square, closed] };
    if (!square && !closed) return { kind: 'tuple', items };
    throw new Unreadable('brackets that do not match');
  }

  #items(): Expression[] {
    const items = [this.expression()];
    while (this.takeSign(',') || this.takeSign(';')) items.push(this.expression());
    return items;
  }

  #set(): Expression {
    if (this.takeSign('\\}')) return { kind: 'words', text: 'no solution' };
    const items = this.#items();
    this.#expectSign('\\}');
    return { kind: 'set', items };
  }

  #command(token: Token): Expression {
    const name = token.text;
    if (FUNCTIONS.has(name)) return this.#function(name as FunctionName);
    if (GREEK.has(name)) return this.#name(this.#at - 1);
    switch (name) {
      case 'pi':
        return { kind: 'constant', name: 'pi' };
      case 'infty':
        return { kind: 'constant', name: 'infinity' };
      case 'emptyset':
        return { kind: 'words', text: 'no solution' };
      case 'frac':
        return this.#fraction();
      case 'binom':
        return { kind: 'function', name: 'choose', items: [this.argument(), this.argument()] };
      case 'sqrt':
        return this.#root();
      case 'cbrt':
        return { kind: 'function', name: 'root', items: [number(3n), this.argument()] };
      case 'lfloor':
        return this.#between('rfloor', 'floor');
      case 'lceil':
        return this.#between('rceil', 'ceil');
      case 'int':
        return this.#integral();
      case 'begin':
        return this.#matrix();
      default:
        throw new Unreadable(`no reading for \\${name}`);
    }
  }

  #between(close: string, name: FunctionName): Expression {
    const item = this.expression();
    if (!this.#takeCommand(close)) throw new Unreadable(`missing \\${close}`);
    return { kind: 'function', name, items: [item] };
  }

  #root(): Expression {
    let index = number(2n);
    if (this.takeSign('[')) {
      index = this.expression();
      this.#expectSign(']');
    }
    return { kind: 'function', name: 'root', items: [index, this.argument()] };
  }

  #fraction(): Expression {
    const from = this.#at;
    const operator = this.#derivativeOperator();
    if (operator !== null) return operator;
    this.#at = from;
    return { kind: 'quotient', top: this.argument(), bottom: this.argument() };
  }

  /** "\frac{d}{dx} …" or "\frac{dy}{dx}"; null when the fraction is an ordinary one. */
  #derivativeOperator(): Expression | null {
    if (!this.takeSign('{') || this.next.text !== 'd') return null;
    this.#at++;
    const of = this.next.kind === 'letter' ? this.advance().text : '';
    if (!this.takeSign('}') || !this.takeSign('{') || this.next.text !== 'd') return null;
    this.#at++;
    if (this.next.kind !== 'letter') return null;
    const variable = this.advance().text;
    if (!this.takeSign('}')) return null;
    if (of !== '') return { kind: 'symbol', name: `d${of}/d${variable}` };
    return { kind: 'derivative', item: this.#product(), variable };
  }

  #integral(): Expression {
    let low: Expression | null = null;
    let high: Expression | null = null;
    while (this.isSign('_') || this.isSign('^')) {
      const lower = this.advance().text === '_';
      const bound = this.argument();
      if (lower) low = bound;
      else high = bound;
    }
    this.#integrals++;
    const item = this.next.text === 'd' && this.#isDifferential() ? number(1n) : this.#sum();
    this.#integrals--;
    if (!this.#isDifferential()) throw new Unreadable('an integral without its differential');
    this.#at++;
    const variable = this.advance().text;
    return { kind: 'integral', item, variable, bounds: low === null || high === null ? null : [low, high] };
  }

  #matrix(): Expression {
    const name = this.#environmentName();
    if (!MATRICES.has(name)) throw new Unreadable(`no reading for ${name}`);
    const rows: Expression[][] = [[]];
    for (;;) {
      rows[rows.length - 1].push(this.expression());
      if (this.takeSign('&')) continue;
      if (this.takeSign('\\\\') && !this.#isCommand('end')) rows.push([]);
      else if (this.#takeCommand('end')) break;
      else throw new Unreadable('a matrix that does not end');
    }
    this.#environmentName();
    const matrix: Expression = { kind: 'matrix', rows };
    return name === 'vmatrix' ? { kind: 'function', name: 'det', items: [matrix] } : matrix;
  }

  #environmentName(): string {
    const from = this.#at;
    this.#skipGroup('{', '}');
    return this.#text(from + 1, this.#at - 1);
  }

  /** "\sin^2 x", "\log_2 8", "\cos(2x)", "\sin 2x". */
  #function(name: FunctionName): Expression {
    let base: Expression | null = null;
    let exponent: Expression | null = null;
    while (this.isSign('_') || this.isSign('^')) {
      if (this.advance().text === '_') base = this.argument();
      else exponent = this.argument();
    }
    const inverse =
      exponent?.kind === 'negative' && exponent.item.kind === 'number' && exponent.item.value.top === 1n
        ? INVERSE[name]
        : undefined;
    const items = this.#functionItems();
    if (base !== null && name !== 'log') throw new Unreadable(`a subscript on ${name}`);
    const value: Expression = { kind: 'function', name: inverse ?? name, items: base === null ? items : [base, ...items] };
    return exponent === null || inverse !== undefined ? value : { kind: 'power', base: value, exponent };
  }

  #functionItems(): Expression[] {
    if (this.takeSign('(')) {
      const items = this.#items();
      this.#expectSign(')');
      return items;
    }
    let value = this.#signed();
    while (this.#startsFactor() && !(this.next.kind === 'command' && FUNCTIONS.has(this.next.text)) && !this.isSign('('))
      value = times(value, this.#factor());
    return [value];
  }
}

function isJoiningWord(text: string): boolean {
  const word = text.toLowerCase();
  return (
    word === 'of' ||
    word === 'and' ||
    word === 'or' ||
    word === 'remainder' ||
    word === 'r' ||
    word === 'rem' ||
    word === 'rem.' ||
    word === 'gives' ||
    word === 'so'
  );
}

function number(value: bigint): Expression {
  return { kind: 'number', value: rational(value), decimals: 0 };
}

function sumOf(items: readonly Expression[]): Expression {
  return items.length === 1 ? items[0] : { kind: 'sum', items };
}

function times(left: Expression, right: Expression): Expression {
  if (right.kind === 'words' || left.kind === 'words') throw new Unreadable('words as a factor');
  return left.kind === 'product' ? { kind: 'product', items: [...left.items, right] } : { kind: 'product', items: [left, right] };
}

/** 0.1\overline{6}: (16 - 1) / 90. */
function repeating(token: Token): Expression {
  const [whole, part] = token.text.split('.');
  const all = BigInt(whole + part);
  const fixed = BigInt(whole + part.slice(0, part.length - token.repeats) || '0');
  const bottom = 10n ** BigInt(part.length) - 10n ** BigInt(part.length - token.repeats);
  return { kind: 'number', value: rational(all - fixed, bottom), decimals: 0 };
}
