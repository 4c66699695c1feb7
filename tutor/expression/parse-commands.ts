/** LaTeX commands as parts of an expression: fractions, roots, functions, integrals, matrices. */

import { number, times } from './build.ts';
import type { Expression, FunctionName } from './expression.ts';
import { readName } from './parse-atoms.ts';
import type { ExpressionParser } from './parse-expression.ts';
import { Unreadable } from './token-cursor.ts';
import type { Token } from './tokens.ts';

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
const MATRICES = new Set(['pmatrix', 'bmatrix', 'matrix', 'vmatrix']);

export function readCommand(p: ExpressionParser, token: Token): Expression {
  const name = token.text;
  if (FUNCTIONS.has(name)) return readFunction(p, name as FunctionName);
  if (GREEK.has(name)) return readName(p, p.place - 1);
  switch (name) {
    case 'pi':
      return { kind: 'constant', name: 'pi' };
    case 'infty':
      return { kind: 'constant', name: 'infinity' };
    case 'emptyset':
      return { kind: 'words', text: 'no solution' };
    case 'frac':
      return fraction(p);
    case 'binom':
      return { kind: 'function', name: 'choose', items: [p.argument(), p.argument()] };
    case 'sqrt':
      return root(p);
    case 'cbrt':
      return { kind: 'function', name: 'root', items: [number(3n), p.argument()] };
    case 'lfloor':
      return between(p, 'rfloor', 'floor');
    case 'lceil':
      return between(p, 'rceil', 'ceil');
    case 'int':
      return integral(p);
    case 'begin':
      return matrix(p);
    default:
      throw new Unreadable(`no reading for \\${name}`);
  }
}

function between(p: ExpressionParser, close: string, name: FunctionName): Expression {
  const item = p.expression();
  if (!p.takeCommand(close)) throw new Unreadable(`missing \\${close}`);
  return { kind: 'function', name, items: [item] };
}

function root(p: ExpressionParser): Expression {
  let index = number(2n);
  if (p.takeSign('[')) {
    index = p.expression();
    p.expectSign(']');
  }
  return { kind: 'function', name: 'root', items: [index, p.argument()] };
}

function fraction(p: ExpressionParser): Expression {
  const from = p.place;
  const operator = derivativeOperator(p);
  if (operator !== null) return operator;
  p.returnTo(from);
  return { kind: 'quotient', top: p.argument(), bottom: p.argument() };
}

/** "\frac{d}{dx} …" or "\frac{dy}{dx}"; null when the fraction is an ordinary one. */
function derivativeOperator(p: ExpressionParser): Expression | null {
  if (!p.takeSign('{') || p.next.text !== 'd') return null;
  p.advance();
  const of = p.next.kind === 'letter' ? p.advance().text : '';
  if (!p.takeSign('}') || !p.takeSign('{') || p.next.text !== 'd') return null;
  p.advance();
  if (p.next.kind !== 'letter') return null;
  const variable = p.advance().text;
  if (!p.takeSign('}')) return null;
  if (of !== '') return { kind: 'symbol', name: `d${of}/d${variable}` };
  return { kind: 'derivative', item: p.product(), variable };
}

function integral(p: ExpressionParser): Expression {
  let low: Expression | null = null;
  let high: Expression | null = null;
  while (p.isSign('_') || p.isSign('^')) {
    const lower = p.advance().text === '_';
    const bound = p.argument();
    if (lower) low = bound;
    else high = bound;
  }
  const item = p.next.text === 'd' && p.isDifferential() ? number(1n) : p.integrand();
  if (!p.isDifferential()) throw new Unreadable('an integral without its differential');
  p.advance();
  const variable = p.advance().text;
  return { kind: 'integral', item, variable, bounds: low === null || high === null ? null : [low, high] };
}

function matrix(p: ExpressionParser): Expression {
  const name = environmentName(p);
  if (!MATRICES.has(name)) throw new Unreadable(`no reading for ${name}`);
  const rows: Expression[][] = [[]];
  for (;;) {
    rows[rows.length - 1].push(p.expression());
    if (p.takeSign('&')) continue;
    if (p.takeSign('\\\\') && !p.isCommand('end')) rows.push([]);
    else if (p.takeCommand('end')) break;
    else throw new Unreadable('a matrix that does not end');
  }
  environmentName(p);
  const matrix: Expression = { kind: 'matrix', rows };
  return name === 'vmatrix' ? { kind: 'function', name: 'det', items: [matrix] } : matrix;
}

function environmentName(p: ExpressionParser): string {
  const from = p.place;
  p.skipGroup('{', '}');
  return p.textFrom(from).slice(1, -1);
}

/** "\sin^2 x", "\log_2 8", "\cos(2x)", "\sin 2x". */
function readFunction(p: ExpressionParser, name: FunctionName): Expression {
  let base: Expression | null = null;
  let exponent: Expression | null = null;
  while (p.isSign('_') || p.isSign('^')) {
    if (p.advance().text === '_') base = p.argument();
    else exponent = p.argument();
  }
  const inverse =
    exponent?.kind === 'negative' && exponent.item.kind === 'number' && exponent.item.value.top === 1n
      ? INVERSE[name]
      : undefined;
  const items = functionItems(p);
  if (base !== null && name !== 'log') throw new Unreadable(`a subscript on ${name}`);
  const value: Expression = { kind: 'function', name: inverse ?? name, items: base === null ? items : [base, ...items] };
  return exponent === null || inverse !== undefined ? value : { kind: 'power', base: value, exponent };
}

function functionItems(p: ExpressionParser): Expression[] {
  if (p.takeSign('(')) {
    const items = p.items();
    p.expectSign(')');
    return items;
  }
  let value = p.signed();
  while (p.startsFactor() && !(p.next.kind === 'command' && FUNCTIONS.has(p.next.text)) && !p.isSign('('))
    value = times(value, p.factor());
  return [value];
}
