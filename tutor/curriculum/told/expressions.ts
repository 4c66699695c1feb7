/** Let a be (-10)/(-4)*2 + 3: a whole number or a fraction told as an expression, some of whose numbers are told first. */
import { type Rational, writeRational } from '../rational.ts';
import {
  type RationalExpression,
  type RationalOperation,
  workRationalExpression,
  writeRationalExpression,
} from '../rational-expression.ts';
import { type Budget, peel, splitBudget } from './budget.ts';
import { growExpression } from './expression-tree.ts';
import { type Desk, gather, type Told, withValue } from './told.ts';

export function tellExpression(value: Rational, budget: Budget, desk: Desk, inline: boolean): Told {
  const { rng } = desk;
  const { entropy, rest } = peel(budget);
  const expression = growExpression(value, rng.int(3, 3 + Math.floor(entropy / 2)), entropy + 0.7, rng);
  const leaves = leavesOf(expression);
  const count = rest.stages === 0 ? 0 : rng.int(1, Math.min(rest.stages, leaves.length));
  const chosen = rng.shuffle(leaves).slice(0, count);
  const budgets = count === 0 ? [] : splitBudget(rest, count, rng);
  const names = new Map<Rational, string>();
  const told = chosen.map((leaf, index) => {
    const each = desk.number(leaf, budgets[index]);
    if (budgets[index].stages > 0) names.set(leaf, each.name);
    return each;
  });
  const inner = gather(told, rng);
  const written = write(expression, names);
  const ordered = fromLeft(expression);
  const put = names.size === 0 ? [] : [`Put the values in: $${writeRationalExpression(ordered)}$`];
  const steps = [...inner.steps, ...put, ...workRationalExpression(ordered).steps];
  const result = writeRational(value);
  if (inline) return { name: written, sentences: inner.sentences, steps: [...steps, `The value is $${result}$`] };
  const letter = desk.letter();
  return {
    name: letter,
    sentences: [...inner.sentences, `Let \\(${letter}\\) be \\(${written}\\).`],
    steps: withValue(steps, letter, result),
  };
}

function leavesOf(node: RationalExpression): Rational[] {
  return 'op' in node ? [...leavesOf(node.left), ...leavesOf(node.right)] : [node];
}

const SIGN = { '+': ' + ', '-': ' - ', '*': ' \\cdot ', '/': ' \\div ' } as const;

/**
 * As programs print it: negative numbers are bare but beside a division, products are strung together, and a difference stands
 * in brackets within a sum.
 */
function write(node: RationalExpression, names: ReadonlyMap<Rational, string>): string {
  if (!('op' in node)) return names.get(node) ?? writeRational(node);
  const sides = [node.left, node.right].map((child, index) => {
    const text = write(child, names);
    const bare = 'op' in child ? !needsBrackets(child.op, node.op, index) : node.op !== '/' || !text.startsWith('-');
    return bare ? text : `(${text})`;
  });
  return sides.join(SIGN[node.op]);
}

function needsBrackets(child: RationalOperation, parent: RationalOperation, index: number): boolean {
  switch (parent) {
    case '+':
      return child === '-';
    case '-':
      return index === 1 && (child === '+' || child === '-');
    case '*':
      return child === '+' || child === '-';
    case '/':
      return true;
  }
}

/** The same expression read from the left: 3 * (a / b) becomes 3 * a / b, and sums of sums are strung together. */
function fromLeft(node: RationalExpression): RationalExpression {
  if (!('op' in node)) return node;
  const { op, left, right } = node;
  if ('op' in right && ((op === '*' && (right.op === '*' || right.op === '/')) || (op === '+' && right.op === '+'))) {
    return fromLeft({ op: right.op, left: { op, left, right: right.left }, right: right.right });
  }
  return { op, left: fromLeft(left), right: fromLeft(right) };
}
