/** An expression with every minus made a plus: two answers that differ by a slip of a sign become the same. */
import type { Expression } from '../expression/expression.ts';
import { negate } from '../expression/rational.ts';

export function withoutSigns(expression: Expression): Expression {
  switch (expression.kind) {
    case 'negative':
      return withoutSigns(expression.item);
    case 'number':
      return expression.value.top < 0n ? { ...expression, value: negate(expression.value) } : expression;
    case 'sum':
    case 'product':
    case 'tuple':
    case 'set':
    case 'ratio':
    case 'function':
      return { ...expression, items: expression.items.map(withoutSigns) };
    case 'quotient':
      return { ...expression, top: withoutSigns(expression.top), bottom: withoutSigns(expression.bottom) };
    // The sign of an exponent is part of what is raised, not a slip in writing it down.
    case 'power':
      return { ...expression, base: withoutSigns(expression.base) };
    case 'quantity':
      return { ...expression, item: withoutSigns(expression.item) };
    case 'matrix':
      return { ...expression, rows: expression.rows.map((row) => row.map(withoutSigns)) };
    default:
      return expression;
  }
}
