/** Expressions of whole numbers whose quotients may be fractions: written, worked one operation at a time, and made backwards. */
import { addFractions, divideFractions, fractionFactor, joinTerms, multiplyFractions } from './fraction-steps.ts';
import { addRational, multiplyRational, type Rational, rational, reduceLines, writeFraction, writeRational } from './rational.ts';
import { signedColumns } from './signed-sum.ts';
import { divideLines, timesLines } from './times-lines.ts';

export type RationalOperation = '+' | '-' | '*' | '/';

export type RationalExpression =
  | Rational
  | { readonly op: RationalOperation; readonly left: RationalExpression; readonly right: RationalExpression };

const SIGN: Readonly<Record<RationalOperation, string>> = { '+': ' + ', '-': ' - ', '*': ' \\cdot ', '/': ' \\div ' };

function rank(op: RationalOperation): number {
  return op === '+' || op === '-' ? 1 : 2;
}

/** `bare` leaves negative terms of a sum without brackets, as programs print them: 3 - -4. */
export function writeRationalExpression(
  node: RationalExpression,
  bare = false,
  place: 'first' | 'term' | 'factor' = 'first',
): string {
  if (!('op' in node)) {
    const plain = node.top >= 0 || place === 'first' || (bare && place === 'term');
    return plain ? writeRational(node) : `(${writeRational(node)})`;
  }
  const { op, left, right } = node;
  const side = (child: RationalExpression, isRight: boolean) => {
    const looser = 'op' in child && (rank(child.op) < rank(op) || (isRight && rank(child.op) === rank(op)));
    if (looser) return `(${writeRationalExpression(child, bare)})`;
    const at = rank(op) === 2 ? 'factor' : isRight ? 'term' : place;
    return writeRationalExpression(child, bare, at);
  };
  return `${side(left, false)}${SIGN[op]}${side(right, true)}`;
}

/** One operation on two numbers, as every family writes it. */
function operate(op: RationalOperation, a: Rational, b: Rational): { steps: string[]; value: Rational } {
  const whole = a.bottom === 1 && b.bottom === 1;
  const [p, q] = [a.top, b.top];
  switch (op) {
    case '+':
    case '-': {
      const added = op === '+' ? b : { top: -b.top + 0, bottom: b.bottom };
      const value = addRational(a, added);
      if (!whole) return { steps: addFractions([a, added], joinTerms([a, added])).steps, value };
      const line = `> ${p} ${added.top < 0 ? '-' : '+'} ${Math.abs(added.top)} = ${value.top}`;
      return { steps: [...signedColumns(p, added.top), line], value };
    }
    case '*': {
      if (!whole) return multiplyFractions(a, b);
      const value = multiplyRational(a, b);
      return { steps: [...timesLines(p, q), `> ${p} * ${q < 0 ? `(${q})` : q} = ${value.top}`], value };
    }
    case '/': {
      if (!whole) return divideFractions(a, b, `${writeFraction(p, a.bottom)} \\div ${fractionFactor(b)}`);
      const value = rational(p, q);
      const start = `${p} \\div ${q < 0 ? `(${q})` : q}`;
      if (value.bottom === 1) return { steps: [...divideLines(p, q), `Divide: $${start} = ${value.top}$`], value };
      const [top, bottom] = q < 0 ? [-p, -q] : [p, q];
      return { steps: [`As a fraction: $${start} = ${writeFraction(top, bottom)}$`, ...reduceLines(top, bottom)], value };
    }
  }
}

/** The deepest operation is done first, then products and quotients, each from the left. */
export function workRationalExpression(expression: RationalExpression): { steps: string[]; value: Rational } {
  const steps: string[] = [];
  let current = expression;
  while ('op' in current) {
    const { left, right, op, rebuild } = nextOperation(current);
    const done = operate(op, left, right);
    current = rebuild(done.value);
    steps.push(...done.steps);
    if ('op' in current) steps.push(`Put it back: $${writeRationalExpression(current)}$`);
  }
  return { steps, value: current };
}

interface Next {
  readonly op: RationalOperation;
  readonly left: Rational;
  readonly right: Rational;
  readonly rebuild: (value: Rational) => RationalExpression;
}

function nextOperation(node: Exclude<RationalExpression, Rational>): Next {
  const { op, left, right } = node;
  if ('op' in left) {
    const next = nextOperation(left);
    return { ...next, rebuild: (value) => ({ op, left: next.rebuild(value), right }) };
  }
  if ('op' in right) {
    const next = nextOperation(right);
    return { ...next, rebuild: (value) => ({ op, left, right: next.rebuild(value) }) };
  }
  return { op, left, right, rebuild: (value) => value };
}
