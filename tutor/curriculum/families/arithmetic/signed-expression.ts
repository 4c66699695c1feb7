import {
  type Expression,
  evaluateExpression,
  nextReduction,
  type Operation,
  type Reduction,
  writeExpression,
  writeTurned,
} from '../../arithmetic-expression.ts';
import { columnDifference, columnSum, productWork } from '../../column-arithmetic.ts';
import type { Family } from '../../family.ts';
import type { Rng } from '../../rng.ts';
import { divideLines } from '../../times-lines.ts';
import { EVALUATE } from './evaluate-phrasings.ts';

/** Characters of working beyond which an expression is drawn again. */
const LONGEST = 1000;
const VERB: Readonly<Record<Operation, string>> = { '+': 'Add', '-': 'Subtract', '*': 'Multiply', '/': 'Divide', '^': 'Power' };

/** The order of operations with numbers of up to four digits and either sign. */
export const signedExpression: Family = {
  id: 'signed-expression',
  topic: 'arithmetic',
  title: 'Order of operations with large and negative numbers',
  levels: ['one and two digits', 'up to three digits', 'up to four digits'],
  phrasings: [
    ...EVALUATE,
    'Calculate <expr>.',
    'Calculate the following arithmetic expression: <expr>',
    'Work out this arithmetic expression: <expr>',
    'State the final answer: <expr>',
    'Please solve this problem: <expr> = ?',
    'Evaluate the arithmetic expression <expr>.',
    'Solve the following multiplication or sum: <expr>',
    'Find the result of <expr>.',
    'Calculate {spaced}.',
    'Calculate the following arithmetic expression: {spaced} =',
    'Evaluate {spaced}',
    'What is {spaced}?',
    'Calculate {spaced}. Give only the result.',
    'State the final answer to the following arithmetic problem: {spaced} =',
    '{spaced} =',
    'work out {spaced}',
    'Compute {spaced}.',
  ],
  make(rng, level) {
    let size = rng.int(2, level === 3 ? 5 : 6);
    for (let tries = 1; ; tries++) {
      if (tries % 20 === 0 && size > 2) size--;
      const turned = rng.chance(0.3);
      const tree = turned ? turnParts(grow(rng, size, level), rng) : grow(rng, size, level);
      if (!isWhole(tree)) continue;
      const expr = writeExpression(tree);
      const fromZero = turned ? writeTurned(tree) : expr;
      const shown = fromZero === expr && rng.chance(0.3) ? turnSigns(expr, rng) : fromZero;
      const steps: string[] =
        shown === expr ? [] : [`${fromZero === expr ? 'Two signs become one' : 'A minus takes from 0'}: $${expr}$`];
      let current: Expression = tree;
      for (let next = nextReduction(current); next !== undefined; next = nextReduction(current)) {
        const verb = next.inBrackets ? `Brackets first, ${VERB[next.op].toLowerCase()}` : VERB[next.op];
        steps.push(...scratch(next), `${verb}: $${writeExpression(current)} = ${writeExpression(next.after)}$`);
        current = next.after;
      }
      if (steps.join('\n').length < LONGEST) {
        return { maths: { expr: shown }, words: { spaced: spaced(shown) }, steps, answer: String(current) };
      }
    }
  },
};

/** Parts in brackets of their own, now and then with a minus in front: taken from 0. */
function turnParts(tree: Expression, rng: Rng): Expression {
  if (typeof tree === 'number') return tree;
  const { op, left, right } = tree;
  const parts: Expression = { op, left: turnParts(left, rng), right: op === '/' ? right : turnParts(right, rng) };
  return rng.chance(0.35) ? { op: '-', left: 0, right: parts } : parts;
}

/** The operation by itself, digit by digit when it is long. */
function scratch({ op, left, right, value }: Reduction): string[] {
  const [p, q] = [Math.abs(left), Math.abs(right)];
  const line = `> ${left} ${op} ${right < 0 ? `(${right})` : right} = ${value}`;
  if (op === '*') return [...productWork(p, q), ...(left < 0 || right < 0 ? [line] : [])];
  if (op === '/') return [...divideLines(left, right), line];
  if (Math.max(p, q) <= 999) return [line];
  const added = op === '-' ? -right : right;
  const columns = left < 0 === added < 0 ? columnSum(p, q) : columnDifference(Math.max(p, q), Math.min(p, q));
  return [columns, line];
}

function drawNumber(rng: Rng, level: number): number {
  const size = level === 1 ? rng.int(1, 99) : rng.sized(1, level === 2 ? 999 : 9999);
  return rng.chance(0.35) ? -size : size;
}

function grow(rng: Rng, size: number, level: number): Expression {
  if (size === 1) return drawNumber(rng, level);
  const split = rng.chance(0.6) ? size - 1 : rng.int(1, size - 1);
  const op = rng.pick<Operation>(['+', '+', '-', '-', '*', '*', '/']);
  if (op === '/' && size === 2) {
    const by = rng.nonzero(-12, 12);
    return { op, left: by * rng.nonzero(-80, 80), right: by };
  }
  const left = grow(rng, op === '/' ? size - 1 : split, level);
  return { op, left, right: op === '/' ? divisorOf(evaluateExpression(left), rng) : grow(rng, size - split, level) };
}

/** A small whole number that divides n, or n itself. */
function divisorOf(n: number, rng: Rng): number {
  const small = Array.from({ length: 12 }, (_, index) => index + 1).filter((d) => n % d === 0);
  const size = rng.chance(0.1) && n !== 0 && Math.abs(n) < 1000 ? Math.abs(n) : rng.pick(small.length === 0 ? [1] : small);
  return rng.chance(0.2) ? -size : size;
}

/** Every value on the way is whole and no larger than what a short solution can carry. */
function isWhole(tree: Expression): boolean {
  if (typeof tree === 'number') return true;
  if (!isWhole(tree.left) || !isWhole(tree.right)) return false;
  const right = evaluateExpression(tree.right);
  if (tree.op === '/' && (right === 0 || evaluateExpression(tree.left) % right !== 0)) return false;
  const value = evaluateExpression(tree);
  return Math.abs(value) < 10_000_000 && !Object.is(value, -0);
}

/** A bracket that is added or taken away with the opposite sign and a minus of its own: 3 - (4 + 5) as 3 + -(4 + 5). */
function turnSigns(expr: string, rng: Rng): string {
  return expr.replaceAll(/ ([+-]) \((?!-\d+\))/g, (text, sign) => {
    if (rng.chance(0.3)) return text;
    return sign === '-' ? ' + -(' : ' - -(';
  });
}

/** As programs print it: "( 3 - -4 ) * 2", negative numbers without brackets, the others with spaces inside. */
function spaced(latex: string): string {
  const plain = latex.replaceAll('\\cdot', '*').replaceAll('\\div', '/');
  if (/[\\^]/.test(plain)) return plain;
  return plain
    .replace(/\((-\d+)\)/g, '$1')
    .replaceAll('(', '( ')
    .replaceAll(')', ' )');
}
