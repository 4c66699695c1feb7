/**
 * The number that a LaTeX expression of our families stands for, given values for its letters. An independent witness
 * for the tests of the families: it knows nothing of how a solution was made.
 */

export type Letters = Readonly<Record<string, number>>;

/** Throws on anything it does not read. */
export function latexValue(latex: string, letters: Letters = {}): number {
  const reader = new Reader(latex.replaceAll('\\left', '').replaceAll('\\right', ''), letters);
  const value = reader.sum();
  reader.end();
  return value;
}

const FUNCTIONS: Readonly<Record<string, (value: number) => number>> = {
  sin: (v) => Math.sin(v),
  cos: (v) => Math.cos(v),
  tan: (v) => Math.tan(v),
  ln: (v) => Math.log(v),
  exp: (v) => Math.exp(v),
  arctan: (v) => Math.atan(v),
  arcsin: (v) => Math.asin(v),
};

class Reader {
  readonly #source: string;
  readonly #letters: Letters;
  #at = 0;

  constructor(source: string, letters: Letters) {
    this.#source = source;
    this.#letters = letters;
  }

  end(): void {
    if (this.#peek() !== '') throw new Error(`cannot read "${this.#source}" from ${this.#at}`);
  }

  sum(): number {
    let value = this.#take('-') ? -this.#product() : this.#product();
    for (;;) {
      if (this.#take('+')) value += this.#product();
      else if (this.#take('-')) value -= this.#product();
      else return value;
    }
  }

  #product(): number {
    let value = this.#take('-') ? -this.#power() : this.#power();
    for (;;) {
      if (this.#take('\\cdot') || this.#take('\\times')) value *= this.#signedPower();
      else if (this.#take('\\div')) value /= this.#signedPower();
      else if (/^([0-9A-Za-z(]|\\(frac|sqrt|log|ln|sin|cos|tan|arctan|arcsin|exp|pi))/.test(this.#peek())) value *= this.#power();
      else return value;
    }
  }

  #signedPower(): number {
    return this.#take('-') ? -this.#power() : this.#power();
  }

  #power(): number {
    const base = this.#atom();
    if (!this.#take('^')) return base;
    if (this.#take('\\circ') || this.#take('{\\circ}')) return (base * Math.PI) / 180;
    return base ** this.#argument();
  }

  #atom(): number {
    const rest = this.#peek();
    const number = /^\d+(\.\d+)?/.exec(rest);
    if (number !== null) {
      this.#at += number[0].length;
      // A number beside a numeric fraction is a mixed number, not a product.
      const mixed = /^\\frac\{(\d+)\}\{(\d+)\}/.exec(this.#source.slice(this.#at));
      if (mixed === null) return Number(number[0]);
      this.#at += mixed[0].length;
      return Number(number[0]) + Number(mixed[1]) / Number(mixed[2]);
    }
    if (this.#take('(')) return this.#until(')');
    if (this.#take('\\frac')) return this.#argument() / this.#argument();
    if (this.#take('\\sqrt')) {
      const index = this.#take('[') ? this.#until(']') : 2;
      const radicand = this.#argument();
      return radicand < 0 && index % 2 === 1 ? -((-radicand) ** (1 / index)) : radicand ** (1 / index);
    }
    if (this.#take('\\pi')) return Math.PI;
    if (this.#take('\\log_')) {
      const base = this.#argument();
      return Math.log(this.#power()) / Math.log(base);
    }
    return this.#functionOrLetter(rest);
  }

  #functionOrLetter(rest: string): number {
    const name = /^\\(sin|cos|tan|ln|exp|arctan|arcsin)(?![a-z])/.exec(rest);
    if (name !== null) {
      this.#at += name[0].length;
      const exponent = this.#take('^') ? this.#argument() : 1;
      return FUNCTIONS[name[1]](this.#argumentOfFunction()) ** exponent;
    }
    const letter = rest[0] ?? '';
    if (letter === 'e' && !('e' in this.#letters)) {
      this.#at++;
      return Math.E;
    }
    if (!/[A-Za-z]/.test(letter) || !(letter in this.#letters)) throw new Error(`cannot read "${this.#source}" from ${this.#at}`);
    this.#at++;
    return this.#letters[letter];
  }

  /** "30^\circ", "(2x + 1)" or a run of factors: "2x". */
  #argumentOfFunction(): number {
    let value = this.#power();
    while (/^([A-Za-z0-9]|\\pi)/.test(this.#peek())) value *= this.#power();
    return value;
  }

  #argument(): number {
    if (this.#take('{')) return this.#until('}');
    const digit = /^\d/.exec(this.#peek());
    if (digit === null) return this.#atom();
    this.#at++;
    return Number(digit[0]);
  }

  #until(close: string): number {
    const value = this.sum();
    if (!this.#take(close)) throw new Error(`"${close}" expected in "${this.#source}" at ${this.#at}`);
    return value;
  }

  #peek(): string {
    while (this.#source[this.#at] === ' ') this.#at++;
    return this.#source.slice(this.#at);
  }

  #take(token: string): boolean {
    if (!this.#peek().startsWith(token)) return false;
    if (/[a-z]$/.test(token) && /^[a-z]/i.test(this.#source.slice(this.#at + token.length))) return false;
    this.#at += token.length;
    return true;
  }
}
