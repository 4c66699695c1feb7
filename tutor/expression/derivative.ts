/** The derivative of an expression, unsimplified: it is only ever evaluated at points. */
import type { Expression, FunctionName } from './expression.ts';
import { ONE, rational, ZERO } from './rational.ts';
import { symbolsOf } from './walk.ts';

const zero: Expression = { kind: 'number', value: ZERO, decimals: 0 };
const one: Expression = { kind: 'number', value: ONE, decimals: 0 };
const two: Expression = { kind: 'number', value: rational(2n), decimals: 0 };

/** d/dx of the expression; null where no rule is known. Other symbols are constants. */
export function derivative(expression: Expression, variable: string): Expression | null {
  if (!symbolsOf(expression).includes(variable)) return zero;
  const d = (each: Expression) => derivative(each, variable);
  switch (expression.kind) {
    case 'symbol':
      return expression.name === variable ? one : zero;
    case 'sum':
      return combine(expression.items.map(d), 'sum');
    case 'negative':
      return map(d(expression.item), (item) => ({ kind: 'negative', item }));
    case 'product':
      return combine(
        expression.items.map((item, at) =>
          map(d(item), (inner) => product(inner, ...expression.items.filter((_, other) => other !== at))),
        ),
        'sum',
      );
    case 'quotient': {
      const { top, bottom } = expression;
      const first = map(d(top), (inner) => quotient(inner, bottom));
      const second = map(d(bottom), (inner) => negative(quotient(product(top, inner), power(bottom, two))));
      return combine([first, second], 'sum');
    }
    case 'power':
      return powerRule(expression.base, expression.exponent, variable);
    case 'function':
      return functionRule(expression.name, expression.items, variable);
    case 'derivative':
      return map(derivative(expression.item, expression.variable), (inner) => derivative(inner, variable));
    case 'integral':
      return expression.bounds === null && expression.variable === variable ? expression.item : null;
    default:
      return null;
  }
}

/** (u^v)' = u^v (v' ln u + v u' / u), without the logarithm when v is constant. */
function powerRule(base: Expression, exponent: Expression, variable: string): Expression | null {
  const outer = map(derivative(base, variable), (inner) => product(exponent, power(base, sum(exponent, negative(one))), inner));
  if (!symbolsOf(exponent).includes(variable)) return outer;
  const inner = map(derivative(exponent, variable), (each) => product(power(base, exponent), call('ln', base), each));
  return symbolsOf(base).includes(variable) ? combine([outer, inner], 'sum') : inner;
}

function functionRule(name: FunctionName, items: readonly Expression[], variable: string): Expression | null {
  const u = items[items.length - 1];
  const constantFirst = items.length === 2 && !symbolsOf(items[0]).includes(variable);
  if (name === 'root' && constantFirst) return powerRule(u, quotient(one, items[0]), variable);
  if (name === 'log' && constantFirst) return derivative(quotient(call('ln', u), call('ln', items[0])), variable);
  if (items.length !== 1) return null;
  const outer = outerRule(name, u);
  return outer === null ? null : map(derivative(u, variable), (inner) => product(outer, inner));
}

function outerRule(name: FunctionName, u: Expression): Expression | null {
  const oneMinusSquare = sum(one, negative(power(u, two)));
  switch (name) {
    case 'sin':
      return call('cos', u);
    case 'cos':
      return negative(call('sin', u));
    case 'tan':
      return power(call('sec', u), two);
    case 'sec':
      return product(call('sec', u), call('tan', u));
    case 'csc':
      return negative(product(call('csc', u), call('cot', u)));
    case 'cot':
      return negative(power(call('csc', u), two));
    case 'arcsin':
      return quotient(one, call('root', two, oneMinusSquare));
    case 'arccos':
      return negative(quotient(one, call('root', two, oneMinusSquare)));
    case 'arctan':
      return quotient(one, sum(one, power(u, two)));
    case 'sinh':
      return call('cosh', u);
    case 'cosh':
      return call('sinh', u);
    case 'ln':
      return quotient(one, u);
    case 'exp':
      return call('exp', u);
    default:
      return null;
  }
}

function map(value: Expression | null, make: (value: Expression) => Expression | null): Expression | null {
  return value === null ? null : make(value);
}

function combine(items: readonly (Expression | null)[], kind: 'sum' | 'product'): Expression | null {
  const known = items.filter((item) => item !== null);
  return known.length === items.length ? { kind, items: known } : null;
}

function sum(...items: Expression[]): Expression {
  return { kind: 'sum', items };
}

function product(...items: Expression[]): Expression {
  return { kind: 'product', items };
}

function negative(item: Expression): Expression {
  return { kind: 'negative', item };
}

function quotient(top: Expression, bottom: Expression): Expression {
  return { kind: 'quotient', top, bottom };
}

function power(base: Expression, exponent: Expression): Expression {
  return { kind: 'power', base, exponent };
}

function call(name: FunctionName, ...items: Expression[]): Expression {
  return { kind: 'function', name, items };
}
