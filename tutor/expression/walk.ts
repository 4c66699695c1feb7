/** Going through expression trees: children, symbols, substitution. */
import type { Chain, Expression } from './expression.ts';

export function children(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'number':
    case 'symbol':
    case 'constant':
    case 'words':
      return [];
    case 'sum':
    case 'product':
    case 'tuple':
    case 'set':
    case 'union':
    case 'ratio':
    case 'function':
      return expression.items;
    case 'negative':
    case 'quantity':
    case 'derivative':
      return [expression.item];
    case 'integral':
      return expression.bounds === null ? [expression.item] : [expression.item, ...expression.bounds];
    case 'quotient':
      return [expression.top, expression.bottom];
    case 'power':
      return [expression.base, expression.exponent];
    case 'plus-minus':
      return expression.left === null ? [expression.right] : [expression.left, expression.right];
    case 'interval':
      return [expression.low, expression.high];
    case 'matrix':
      return expression.rows.flat();
  }
}

/** Parents before children. */
export function walk(expression: Expression, visit: (each: Expression) => void): void {
  visit(expression);
  for (const child of children(expression)) walk(child, visit);
}

/** Names of the free variables, sorted. The variable of a definite integral is not free. */
export function symbolsOf(...expressions: readonly Expression[]): string[] {
  const names = new Set<string>();
  const collect = (expression: Expression): void => {
    if (expression.kind === 'symbol') names.add(expression.name);
    if (expression.kind === 'integral' && expression.bounds !== null) {
      for (const name of symbolsOf(expression.item)) if (name !== expression.variable) names.add(name);
      expression.bounds.forEach(collect);
    } else children(expression).forEach(collect);
  };
  expressions.forEach(collect);
  return [...names].sort();
}

export function symbolsOfChain(chain: Chain): string[] {
  return symbolsOf(...chain.terms);
}

/** A name that stands for more than a number: "f(x)", "f'", "dy/dx". */
export function isOpaque(name: string): boolean {
  return name.includes('(') || name.includes('/') || name.includes("'");
}

export function has(expression: Expression, test: (each: Expression) => boolean): boolean {
  return test(expression) || children(expression).some((child) => has(child, test));
}
