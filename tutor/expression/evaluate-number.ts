/** The numeric value of an expression in complex doubles. Undefined and unreadable are both null. */
import * as C from './complex.ts';
import { derivative } from './derivative.ts';
import { evaluateExact } from './evaluate-exact.ts';
import type { Expression, FunctionName } from './expression.ts';
import { type Rational, toNumber } from './rational.ts';
import type { Reading } from './reading.ts';
import { readUnit } from './units.ts';
import { has } from './walk.ts';

type Complex = C.Complex;

export type Values = ReadonlyMap<string, number>;

const NOTHING: ReadonlyMap<string, Rational> = new Map();
const DEGREE = Math.PI / 180;

/** null when undefined at this point, not a number, infinite, or a symbol has no value. */
export function evaluateNumber(expression: Expression, values: Values, reading: Reading): Complex | null {
  const value = new Evaluation(values, reading).of(expression);
  return value !== null && Number.isFinite(value.re) && Number.isFinite(value.im) ? value : null;
}

class Evaluation {
  readonly #values: Values;
  readonly #reading: Reading;

  constructor(values: Values, reading: Reading) {
    this.#values = values;
    this.#reading = reading;
  }

  of(each: Expression): Complex | null {
    switch (each.kind) {
      case 'number':
        return C.real(toNumber(each.value));
      case 'symbol': {
        const value = this.#values.get(each.name);
        return value === undefined ? null : C.real(value);
      }
      case 'constant':
        return { pi: C.real(Math.PI), e: C.real(Math.E), i: { re: 0, im: 1 }, infinity: null }[each.name];
      case 'sum':
        return this.#fold(each.items, C.add);
      case 'product':
        return this.#fold(each.items, C.multiply);
      case 'negative':
        return this.#then(each.item, C.negate);
      case 'quotient':
        return this.#pair(each.top, each.bottom, C.divide);
      case 'power':
        return this.#power(each.base, each.exponent);
      case 'function':
        return this.#function(each.name, each.items);
      case 'quantity':
        return this.#then(each.item, (value) => C.multiply(value, C.real(this.#unitFactor(each.unit))));
      case 'derivative': {
        const slope = derivative(each.item, each.variable);
        return slope === null ? null : this.of(slope);
      }
      case 'integral':
        return each.bounds === null ? null : this.#integral(each.item, each.variable, each.bounds);
      case 'plus-minus':
      case 'tuple':
      case 'set':
      case 'interval':
      case 'union':
      case 'matrix':
      case 'ratio':
      case 'words':
        return null;
    }
  }

  #then(item: Expression, apply: (value: Complex) => Complex | null): Complex | null {
    const value = this.of(item);
    return value === null ? null : apply(value);
  }

  #pair(a: Expression, b: Expression, apply: (a: Complex, b: Complex) => Complex | null): Complex | null {
    const left = this.of(a);
    const right = left === null ? null : this.of(b);
    return left === null || right === null ? null : apply(left, right);
  }

  #fold(items: readonly Expression[], apply: (a: Complex, b: Complex) => Complex): Complex | null {
    let total: Complex | null = null;
    for (const item of items) {
      const value = this.of(item);
      if (value === null) return null;
      total = total === null ? value : apply(total, value);
    }
    return total;
  }

  #unitFactor(unit: string): number {
    if (unit === '%') return 0.01;
    if (unit === '°') return this.#reading.angle === 'degrees' ? 1 : DEGREE;
    return this.#reading.units === 'ignored' ? 1 : (readUnit(unit)?.factor ?? 1);
  }

  /** School powers: an odd root of a negative number is real. */
  #power(base: Expression, exponent: Expression): Complex | null {
    return this.#pair(base, exponent, (b, e) => {
      if (b.im !== 0 || b.re >= 0 || e.im !== 0 || Number.isInteger(e.re)) return C.power(b, e);
      const exact = evaluateExact(exponent, NOTHING, this.#reading);
      if (exact === null || exact.bottom % 2n === 0n) return C.power(b, e);
      const size = (-b.re) ** e.re;
      return C.real(exact.top % 2n === 0n ? size : -size);
    });
  }

  #function(name: FunctionName, items: readonly Expression[]): Complex | null {
    if (items.length === 1) return this.#then(items[0], (value) => this.#apply(name, value));
    if (name === 'root') return this.#pair(items[0], items[1], nthRoot);
    if (name === 'log') {
      return this.#pair(items[0], items[1], (base, value) => {
        const bottom = C.ln(base);
        const top = C.ln(value);
        return bottom === null || top === null ? null : C.divide(top, bottom);
      });
    }
    const values = items.map((item) => this.of(item));
    const numbers = values.flatMap((value) => (value !== null && value.im === 0 ? [value.re] : []));
    if (numbers.length < items.length) return null;
    if (name === 'min') return C.real(Math.min(...numbers));
    if (name === 'max') return C.real(Math.max(...numbers));
    return null;
  }

  #apply(name: FunctionName, value: Complex): Complex | null {
    const unit = this.#reading.angle === 'degrees' ? DEGREE : 1;
    const angle = C.multiply(value, C.real(unit));
    switch (name) {
      case 'sin':
        return C.sin(angle);
      case 'cos':
        return C.cos(angle);
      case 'tan':
        return ratio(C.sin(angle), C.cos(angle));
      case 'sec':
        return ratio(C.real(1), C.cos(angle));
      case 'csc':
        return ratio(C.real(1), C.sin(angle));
      case 'cot':
        return ratio(C.cos(angle), C.sin(angle));
      case 'exp':
        return C.exp(value);
      case 'ln':
        return C.ln(value);
      case 'log': {
        const top = C.ln(value);
        return top === null || this.#reading.log === 'e' ? top : C.multiply(top, C.real(1 / Math.LN10));
      }
      case 'abs':
        return C.real(C.modulus(value));
      default:
        return value.im === 0 ? realFunction(name, value.re, unit) : null;
    }
  }

  /** Gauss-Legendre with five points on each of 64 panels: ample for school integrands; a pole inside makes it null or wild. */
  #integral(item: Expression, variable: string, bounds: readonly [Expression, Expression]): Complex | null {
    // An integral within an integral would take its points squared.
    if (has(item, ({ kind }) => kind === 'integral')) return null;
    return this.#pair(bounds[0], bounds[1], (low, high) => {
      if (low.im !== 0 || high.im !== 0) return null;
      const width = (high.re - low.re) / PANELS;
      let total = C.real(0);
      for (let panel = 0; panel < PANELS; panel++) {
        for (const [node, weight] of GAUSS) {
          const at = low.re + width * (panel + (node + 1) / 2);
          const value = new Evaluation(new Map([...this.#values, [variable, at]]), this.#reading).of(item);
          if (value === null) return null;
          total = C.add(total, C.multiply(value, C.real((weight * width) / 2)));
        }
      }
      return total;
    });
  }
}

const PANELS = 64;
const GAUSS: readonly (readonly [number, number])[] = [
  [0, 0.5688888888888889],
  [0.5384693101056831, 0.47862867049936647],
  [-0.5384693101056831, 0.47862867049936647],
  [0.906179845938664, 0.23692688505618908],
  [-0.906179845938664, 0.23692688505618908],
];

/** A denominator that is zero but for rounding is zero: tan(pi/2) is undefined. */
function ratio(top: Complex, bottom: Complex): Complex | null {
  return C.modulus(bottom) < 1e-14 ? null : C.divide(top, bottom);
}

function nthRoot(index: Complex, value: Complex): Complex | null {
  if (index.im !== 0 || index.re === 0) return null;
  if (value.im === 0 && value.re < 0 && Number.isInteger(index.re) && index.re % 2 !== 0)
    return C.real(-((-value.re) ** (1 / index.re)));
  if (value.im === 0 && value.re >= 0 && index.re === 2) return C.real(Math.sqrt(value.re));
  return C.power(value, C.real(1 / index.re));
}

function realFunction(name: FunctionName, value: number, unit: number): Complex | null {
  switch (name) {
    case 'arcsin':
      return Math.abs(value) > 1 ? null : C.real(Math.asin(value) / unit);
    case 'arccos':
      return Math.abs(value) > 1 ? null : C.real(Math.acos(value) / unit);
    case 'arctan':
      return C.real(Math.atan(value) / unit);
    case 'sinh':
      return C.real(Math.sinh(value));
    case 'cosh':
      return C.real(Math.cosh(value));
    case 'tanh':
      return C.real(Math.tanh(value));
    case 'floor':
      return C.real(Math.floor(value));
    case 'ceil':
      return C.real(Math.ceil(value));
    default:
      return null;
  }
}
