/** Puts what a name stands for in its place: f(-1) by the rule of f at -1, f'(x) and dy/dx by the derivative. */
import { derivative } from '../expression/derivative.ts';
import type { Expression } from '../expression/expression.ts';
import { parseExpression } from '../expression/parse-statement.ts';

export type Definitions = ReadonlyMap<string, Expression>;

export function resolveNames(expression: Expression, definitions: Definitions): Expression {
  if (definitions.size === 0) return expression;
  return replace(expression, (each) => (each.kind === 'symbol' ? meaning(each.name, definitions) : null));
}

/** Every part for which `find` gives something, replaced by it. */
export function replace(expression: Expression, find: (each: Expression) => Expression | null): Expression {
  const found = find(expression);
  if (found !== null) return found;
  const inner = (each: Expression) => replace(each, find);
  switch (expression.kind) {
    case 'sum':
    case 'product':
    case 'tuple':
    case 'set':
    case 'function':
      return { ...expression, items: expression.items.map(inner) };
    case 'negative':
    case 'quantity':
    case 'derivative':
    case 'integral':
      return { ...expression, item: inner(expression.item) };
    case 'quotient':
      return { ...expression, top: inner(expression.top), bottom: inner(expression.bottom) };
    case 'power':
      return { ...expression, base: inner(expression.base), exponent: inner(expression.exponent) };
    default:
      return expression;
  }
}

/** "f(3)" with f(x) known, "f'(x)", "dy/dx" with y known; null for other names. */
function meaning(name: string, definitions: Definitions): Expression | null {
  const direct = definitions.get(name);
  if (direct !== undefined) return direct;
  for (const [head, body] of definitions) {
    const open = head.indexOf('(');
    const letter = open < 0 ? head : head.slice(0, open);
    const variable = open < 0 ? 'x' : head.slice(open + 1, -1);
    const found = open < 0 ? null : applied(name, letter, variable, body);
    if (found !== null) return found;
    if (name === `${letter}'(${variable})` || name === `${letter}'` || name === `d${letter}/d${variable}`)
      return derivative(body, variable);
  }
  return null;
}

function applied(name: string, letter: string, variable: string, body: Expression): Expression | null {
  if (!name.startsWith(`${letter}(`) || !name.endsWith(')')) return null;
  const argument = parseExpression(name.slice(letter.length + 1, -1));
  if (argument === null) return null;
  return replace(body, (each) => (each.kind === 'symbol' && each.name === variable ? argument : null));
}
