/** Building expression trees: the few shapes the parser makes in several places. */
import type { Expression } from './expression.ts';
import { rational } from './rational.ts';
import { Unreadable } from './token-cursor.ts';

export function number(value: bigint): Expression {
  return { kind: 'number', value: rational(value), decimals: 0 };
}

export function sumOf(items: readonly Expression[]): Expression {
  return items.length === 1 ? items[0] : { kind: 'sum', items };
}

export function times(left: Expression, right: Expression): Expression {
  if (right.kind === 'words' || left.kind === 'words') throw new Unreadable('words as a factor');
  return left.kind === 'product' ? { kind: 'product', items: [...left.items, right] } : { kind: 'product', items: [left, right] };
}
