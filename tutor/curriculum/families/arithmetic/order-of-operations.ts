import {
  type Expression,
  evaluateExpression,
  nextReduction,
  type Operation,
  type Reduction,
  writeExpression,
} from '../../arithmetic-expression.ts';
import { productLines, productWork } from '../../column-arithmetic.ts';
import type { Family } from '../../family.ts';
import type { Rng } from '../../rng.ts';
import { EVALUATE } from './evaluate-phrasings.ts';

/** Several operations with brackets and powers, one operation a line. */
export const orderOfOperations: Family = {
  id: 'order-of-operations',
  topic: 'arithmetic',
  title: 'Order of operations',
  levels: [
    'three numbers',
    'brackets, three to four numbers',
    'powers and up to five numbers',
    'up to six numbers of either sign',
  ],
  phrasings: [
    ...EVALUATE,
    'Use the order of operations: <expr>',
    'Work out <expr> using BODMAS.',
    'evaluate <expr> with pemdas',
    'Calculate <expr>, remembering the order of operations.',
    'whats the answer to <expr>',
    'Find the value: <expr>',
    'Simplify the expression <expr>.',
    'Use BIDMAS to find <expr>.',
  ],
  make(rng, level) {
    const expression = draw(rng, level);
    const steps: string[] = [];
    let current = expression;
    for (let next = nextReduction(current); next !== undefined; next = nextReduction(current)) {
      const last = typeof next.after === 'number' && next.op !== '^' && next.op !== '*';
      steps.push(
        ...(last ? [] : scratch(next)),
        `${reason(next)}: $${writeExpression(current)} = ${writeExpression(next.after)}$`,
      );
      current = next.after;
    }
    return { maths: { expr: writeExpression(expression) }, steps, answer: String(current) };
  },
};

const VERB: Readonly<Record<Operation, string>> = { '+': 'Add', '-': 'Subtract', '*': 'Multiply', '/': 'Divide', '^': 'Power' };

function reason(next: Reduction): string {
  return next.inBrackets ? `Brackets first, ${VERB[next.op].toLowerCase()}` : VERB[next.op];
}

/** The operation by itself, digit by digit when it is long. */
function scratch({ op, left, right, value }: Reduction): string[] {
  const b = right < 0 ? `(${right})` : String(right);
  switch (op) {
    case '^':
      return [
        `> ${Array(right)
          .fill(left < 0 ? `(${left})` : left)
          .join(' * ')} = ${value}`,
      ];
    case '*':
      if (left >= 0 && right >= 0) return productWork(left, right);
      return [...productLines(Math.abs(left), Math.abs(right)), `> ${left} * ${b} = ${value}`];
    default:
      return [`> ${left} ${op} ${b} = ${value}`];
  }
}

/** More would not fit a short solution: the whole expression is written again for each. */
const MOST_OPERATIONS = 6;

function countOperations(tree: Expression): number {
  return typeof tree === 'number' ? 0 : 1 + countOperations(tree.left) + countOperations(tree.right);
}

/** A random tree whose divisions come out whole and whose values stay small. */
function draw(rng: Rng, level: number): Expression {
  for (;;) {
    const size = [3, rng.int(3, 4), rng.int(3, 5), rng.int(4, 6)][level - 1];
    const tree = grow(rng, size, level);
    if (countOperations(tree) <= MOST_OPERATIONS && isGentle(tree, level)) return tree;
  }
}

function grow(rng: Rng, size: number, level: number): Expression {
  if (size === 1) {
    if (level >= 3 && rng.chance(0.15)) return { op: '^', left: rng.int(2, 9), right: rng.chance(0.8) ? 2 : 3 };
    const value = rng.chance(0.75) ? rng.int(1, 10) : rng.int(0, 50);
    return level === 4 && rng.chance(0.2) ? -value : value;
  }
  const split = rng.chance(0.5) ? size - 1 : rng.int(1, size - 1);
  const op = rng.pick<Operation>(['+', '+', '-', '-', '*', '*', '/']);
  const left = grow(rng, split, level);
  const right = grow(rng, size - split, level);
  if (op === '/' && rng.chance(0.7) && typeof left === 'number' && typeof right === 'number' && right !== 0) {
    return { op, left: right * rng.int(1, 9), right };
  }
  return { op, left, right };
}

/** Every intermediate value is whole and below a thousand; products are of small numbers; no subtraction below zero at first. */
function isGentle(tree: Expression, level: number): boolean {
  if (typeof tree === 'number') return true;
  if (level === 1 && writeExpression(tree).includes('(')) return false;
  if (!isGentle(tree.left, level) || !isGentle(tree.right, level)) return false;
  const [a, b] = [evaluateExpression(tree.left), evaluateExpression(tree.right)];
  if (tree.op === '/' && (b === 0 || a % b !== 0)) return false;
  if (tree.op === '*' && Math.min(Math.abs(a), Math.abs(b)) > 20) return false;
  const value = evaluateExpression(tree);
  if (level <= 2 && value < 0 && tree.op === '-' && a >= 0 && a < 5) return false;
  return Math.abs(value) < 1000;
}
