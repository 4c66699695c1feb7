/**
 * Tokens → expression tree, by recursive descent. It reads the LaTeX of school maths as a teacher means it: "2\frac13" is
 * a mixed number, "\sin 2x" takes the whole product, "x(x+1)" multiplies, "f(x)" is a name. What it cannot read it refuses.
 */
import { sumOf, times } from './build.ts';
import type { Expression } from './expression.ts';
import { readLetter, readNumber } from './parse-atoms.ts';
import { readCommand } from './parse-commands.ts';
import { compare } from './rational.ts';
import { TokenCursor, Unreadable } from './token-cursor.ts';
import type { Token } from './tokens.ts';

/** Deeper nesting than any sensible formula; keeps hostile input off the stack. */
const MAX_DEPTH = 48;

export class ExpressionParser extends TokenCursor {
  /** Of the letters e and i, those that are variables here. */
  readonly unknowns: ReadonlySet<string>;
  #depth = 0;
  /** Bars and integrals open: inside them "|" and "dx" end the expression. */
  #bars = 0;
  #integrals = 0;

  constructor(latex: string, tokens: readonly Token[], unknowns: ReadonlySet<string>) {
    super(latex, tokens);
    this.unknowns = unknowns;
  }

  /** Sum, ratio or union: all that may stand on one side of a relation. "a + b mod n" takes the whole sum. */
  expression(): Expression {
    if (++this.#depth > MAX_DEPTH) throw new Unreadable('nested too deep');
    const first = this.#remainder();
    const items = [first];
    const joint = this.isSign(':') ? 'ratio' : this.isCommand('cup') ? 'union' : null;
    if (joint === 'ratio') while (this.takeSign(':')) items.push(this.sum());
    if (joint === 'union') while (this.takeCommand('cup')) items.push(this.sum());
    this.#depth--;
    return joint === null ? first : { kind: joint, items };
  }

  #remainder(): Expression {
    const value = this.sum();
    return this.takeCommand('mod') ? { kind: 'function', name: 'mod', items: [value, this.sum()] } : value;
  }

  /** What is integrated: a sum that ends at its "dx". */
  integrand(): Expression {
    this.#integrals++;
    const item = this.sum();
    this.#integrals--;
    return item;
  }

  sum(): Expression {
    let items: Expression[] = [];
    let plusMinus: { readonly left: Expression | null } | null = null;
    for (let first = true; ; first = false) {
      const negative = this.isSign('-');
      if (negative || this.isSign('+')) this.advance();
      else if (this.takeCommand('pm')) {
        if (plusMinus !== null) throw new Unreadable('two plus-minus signs');
        plusMinus = { left: items.length === 0 ? null : sumOf(items) };
        items = [];
      } else if (!first) break;
      const term = this.product();
      items.push(negative ? { kind: 'negative', item: term } : term);
    }
    const right = sumOf(items);
    return plusMinus === null ? right : { kind: 'plus-minus', left: plusMinus.left, right };
  }

  product(): Expression {
    let value = this.signed();
    for (;;) {
      if (this.takeSign('*')) value = times(value, this.signed());
      else if (this.takeSign('/')) value = { kind: 'quotient', top: value, bottom: this.signed() };
      else if (this.#takeOf()) value = times(value, this.signed());
      else if (this.#takeRemainder()) value = { kind: 'function', name: 'remainder', items: [value, this.signed()] };
      else if (this.startsFactor()) value = times(value, this.factor());
      else return value;
    }
  }

  /** A factor that may carry its own sign: "3 \cdot -2". */
  signed(): Expression {
    if (this.takeSign('-')) return { kind: 'negative', item: this.signed() };
    if (this.takeSign('+')) return this.signed();
    return this.factor();
  }

  #takeOf(): boolean {
    if (this.next.kind !== 'words' || this.next.text.toLowerCase() !== 'of') return false;
    this.advance();
    return true;
  }

  #takeRemainder(): boolean {
    if (this.next.kind !== 'words') return false;
    const text = this.next.text.toLowerCase();
    if (text !== 'remainder' && text !== 'r' && text !== 'rem' && text !== 'rem.') return false;
    this.advance();
    return true;
  }

  /** Whether the next token multiplies what stands before it. */
  startsFactor(): boolean {
    const { kind, text } = this.next;
    if (kind === 'letter') return !(this.#integrals > 0 && this.isDifferential());
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

  isDifferential(): boolean {
    return this.next.text === 'd' && this.second?.kind === 'letter';
  }

  factor(): Expression {
    const begin = this.next;
    const base = this.#mixed(begin, this.#base());
    return this.#postfix(base);
  }

  /** "2\frac{1}{3}": a whole number right before a fraction of two numbers is a mixed number. */
  #mixed(begin: Token, base: Expression): Expression {
    if (begin.kind !== 'number' || begin.text.includes('.') || base.kind !== 'number' || !this.isCommand('frac')) return base;
    const kept = this.place;
    const part = this.#base();
    if (isProper(part)) return { kind: 'sum', items: [base, part] };
    this.returnTo(kept);
    return base;
  }

  #postfix(base: Expression): Expression {
    let value = base;
    for (;;) {
      if (this.isSign('^')) value = this.#power(value);
      else if (this.takeSign('!')) value = { kind: 'function', name: 'factorial', items: [value] };
      else if (this.takeSign('%')) value = { kind: 'quantity', item: value, unit: '%' };
      else if (this.takeCommand('circ')) value = this.#degrees(value);
      else if (this.next.kind === 'words' && !isJoiningWord(this.next.text)) value = this.#unit(value);
      else return value;
    }
  }

  #power(base: Expression): Expression {
    this.expectSign('^');
    const braced = this.isSign('{');
    const kept = this.place;
    if (braced) this.advance();
    if (this.takeCommand('circ') && (!braced || this.isSign('}') || this.next.kind === 'letter')) {
      if (!braced) return this.#degrees(base);
      const scale = this.next.kind === 'letter' ? this.advance().text : '';
      this.expectSign('}');
      return { kind: 'quantity', item: base, unit: `°${scale}` };
    }
    this.returnTo(kept);
    const exponent = this.argument();
    if (base.kind === 'quantity' && base.unit !== '%')
      return { ...base, unit: `${base.unit}^${this.textFrom(kept).replaceAll('{', '').replaceAll('}', '')}` };
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

  /** One LaTeX argument: a brace group, one digit, one letter or one command. "x^12" is read as keyboard maths: x^{12}. */
  argument(): Expression {
    if (this.takeSign('{')) {
      const inner = this.expression();
      this.expectSign('}');
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
        return readNumber(this, token);
      case 'letter':
        return readLetter(this, token);
      case 'command':
        return readCommand(this, token);
      case 'words':
        return { kind: 'words', text: token.text };
      case 'sign':
        return this.#bracket(token);
      case 'end':
        throw new Unreadable('the formula ends early');
    }
  }

  #bracket(token: Token): Expression {
    switch (token.text) {
      case '(':
        return this.#closeBracket(false);
      case '[':
        return this.#closeBracket(true);
      case '{': {
        const inner = this.expression();
        this.expectSign('}');
        return inner;
      }
      case '\\{':
        return this.#set();
      case '|': {
        this.#bars++;
        const item = this.expression();
        this.expectSign('|');
        this.#bars--;
        return { kind: 'function', name: 'abs', items: [item] };
      }
      case '$':
      case '£':
      case '€':
        return { kind: 'quantity', item: this.factor(), unit: token.text };
      default:
        throw new Unreadable(`unexpected ${token.text}`);
    }
  }

  /** After "(" or "[": a bracketed expression, a tuple or an interval. */
  #closeBracket(square: boolean): Expression {
    const bars = this.#bars;
    this.#bars = 0;
    const items = this.items();
    this.#bars = bars;
    const closed = this.takeSign(']');
    if (!closed) this.expectSign(')');
    if (this.isSign('_')) throw new Unreadable('a bracket with limits');
    if (items.length === 1 && square === closed) return items[0];
    if (items.length === 2 && (square || closed))
      return { kind: 'interval', low: items[0], high: items[1], closed: [square, closed] };
    if (!square && !closed) return { kind: 'tuple', items };
    throw new Unreadable('brackets that do not match');
  }

  items(): Expression[] {
    const items = [this.expression()];
    while (this.takeSign(',') || this.takeSign(';')) items.push(this.expression());
    return items;
  }

  #set(): Expression {
    if (this.takeSign('\\}')) return { kind: 'words', text: 'no solution' };
    const items = this.items();
    this.expectSign('\\}');
    return { kind: 'set', items };
  }
}

/** A fraction of two numbers below one: "2\\frac{3}{2}" is no mixed number. */
function isProper(part: Expression): boolean {
  if (part.kind !== 'quotient' || part.top.kind !== 'number' || part.bottom.kind !== 'number') return false;
  return compare(part.top.value, part.bottom.value) < 0;
}

/** Words between expressions, which are no unit. */
const JOINING_WORDS = new Set(['of', 'and', 'or', 'remainder', 'r', 'rem', 'rem.', 'gives', 'so']);

function isJoiningWord(text: string): boolean {
  return JOINING_WORDS.has(text.toLowerCase());
}
