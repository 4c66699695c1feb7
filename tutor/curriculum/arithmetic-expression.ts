/** Whole-number expressions as a tree: how they are written, and the one operation that a learner does next. */

export type Operation = '+' | '-' | '*' | '/' | '^';

export type Expression = number | { readonly op: Operation; readonly left: Expression; readonly right: Expression };

const PRECEDENCE: Readonly<Record<Operation, number>> = { '+': 1, '-': 1, '*': 2, '/': 2, '^': 3 };
const SIGN: Readonly<Record<Operation, string>> = { '+': ' + ', '-': ' - ', '*': ' \\cdot ', '/': ' \\div ', '^': '^' };

export function writeExpression(expression: Expression): string {
  return write(expression, true);
}

/** What is taken from 0, with the minus alone: 0 - (4 + 5) as -(4 + 5), 3 * (0 - 4 * 5) as 3 * -(4 * 5). */
export function writeTurned(expression: Expression): string {
  if (typeof expression === 'number') return writeExpression(expression);
  const { op, left, right } = expression;
  if (op === '-' && left === 0) return `-(${writeTurned(right)})`;
  const [first, second] = [left, right].map((operand, index) => {
    const text = writeTurned(operand);
    const turned = typeof operand !== 'number' && operand.op === '-' && operand.left === 0;
    if (typeof operand === 'number') return operand < 0 && index === 1 ? `(${text})` : text;
    return !turned && needsBrackets(operand, op, index === 0 ? 'left' : 'right') ? `(${text})` : text;
  });
  return `${first}${SIGN[op]}${second}`;
}

/** A negative number stands without brackets only where nothing comes before it. */
function write(expression: Expression, leading: boolean): string {
  if (typeof expression === 'number') return expression < 0 && !leading ? `(${expression})` : String(expression);
  const { op, left, right } = expression;
  const first = needsBrackets(left, op, 'left') ? `(${write(left, true)})` : write(left, leading && op !== '^');
  const second = needsBrackets(right, op, 'right') ? `(${write(right, true)})` : write(right, false);
  return `${first}${SIGN[op]}${second}`;
}

function needsBrackets(operand: Expression, above: Operation, side: 'left' | 'right'): boolean {
  if (typeof operand === 'number') return false;
  const [inner, outer] = [PRECEDENCE[operand.op], PRECEDENCE[above]];
  return inner < outer || (inner === outer && side === 'right') || above === '^';
}

export function evaluateExpression(expression: Expression): number {
  return typeof expression === 'number'
    ? expression
    : apply(expression.op, evaluateExpression(expression.left), evaluateExpression(expression.right));
}

function apply(op: Operation, a: number, b: number): number {
  switch (op) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '/':
      return a / b;
    case '^':
      return a ** b;
  }
}

export interface Reduction {
  readonly op: Operation;
  readonly left: number;
  readonly right: number;
  readonly value: number;
  readonly inBrackets: boolean;
  /** The whole expression after it. */
  readonly after: Expression;
}

/** The next operation: brackets first, then powers, then products and quotients, then sums, each from the left. */
export function nextReduction(expression: Expression): Reduction | undefined {
  let best: (Reduction & { rank: number }) | undefined;
  const visit = (node: Expression, depth: number, rebuild: (value: Expression) => Expression) => {
    if (typeof node === 'number') return;
    const { op, left, right } = node;
    const below = (side: 'left' | 'right', child: Expression) => (needsBrackets(child, op, side) ? depth + 1 : depth);
    visit(left, below('left', left), (value) => rebuild({ op, left: value, right }));
    visit(right, below('right', right), (value) => rebuild({ op, left, right: value }));
    if (typeof left !== 'number' || typeof right !== 'number') return;
    const rank = depth * 4 + PRECEDENCE[op];
    if (best !== undefined && best.rank >= rank) return;
    const value = apply(op, left, right);
    best = { op, left, right, value, inBrackets: depth > 0, after: rebuild(value), rank };
  };
  visit(expression, 0, (value) => value);
  return best;
}
