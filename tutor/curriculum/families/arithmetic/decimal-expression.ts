import { productWork } from '../../column-arithmetic.ts';
import { type Decimal, rescale, trimDecimal, writeDecimal } from '../../decimal.ts';
import type { Family, Worked } from '../../family.ts';
import { sum } from '../../polynomial.ts';
import type { Rng } from '../../rng.ts';
import { shortWorked } from '../../short-worked.ts';
import { signedColumns } from '../../signed-sum.ts';
import { significantQuotient } from '../../significant-quotient.ts';

const DIGITS = 12;
/** Characters of a solution that is nearly all digits. */
const LONGEST_DIGITS = 900;

type Sign = '+' | '-' | '*' | '/';
type Tree = Decimal | { readonly op: Sign; readonly left: Tree; readonly right: Tree; readonly bracketed: boolean };

/** Expressions of decimals with three places: exact, or to twelve significant digits where they are divided. */
export const decimalExpression: Family = {
  id: 'decimal-expression',
  topic: 'arithmetic',
  title: 'Expressions with decimals',
  levels: ['sums and differences', 'with products', 'with a quotient'],
  phrasings: [
    'Please solve this problem to a maximum of 12 significant digits, rounding up from the half. Only reply with the final value.\n{code} = ?',
    'Solve this to at most 12 significant digits: {code} = ?',
    'Calculate <expr> to up to 12 significant digits.',
    'Work out <expr>. Give up to 12 significant digits.',
    '{code} (12 significant digits)',
    'Please solve this problem to a maximum of 12 significant digits.\n{code} = ?',
    'Evaluate <expr> with at most 12 significant digits.',
    'what is {code} to 12 significant figures',
    'Compute {code}. Round to 12 significant digits at most.',
    'Please solve this problem to a maximum of 12 significant digits, rounding half up. Only give the final value.\n{code} = ?',
    'Find the value of <expr>, to 12 significant digits if it does not end before.',
    'Give the value of {code} with no more than 12 significant digits.',
    'Question 9. Evaluate {code}. Use up to 12 significant digits.',
    'Only reply with the final value, to a maximum of 12 significant digits: {code} = ?',
    'Work this out to a maximum of 12 significant digits, rounding up from the half: {code}',
    '{code} = ? (at most 12 significant digits)',
    'Please solve this problem to a maximum of 12 significant digits, rounding up from the half.\n{code} =',
  ],
  make: (rng, level) => shortWorked(() => solve(grow(rng, operations(rng, level)), rng), LONGEST_DIGITS),
};

/** The operations in the order in which the tree takes them. */
function operations(rng: Rng, level: number): Sign[] {
  const sums = Array.from({ length: rng.int(level === 1 ? 1 : 0, 5 - level) }, () => rng.pick<Sign>(['+', '-']));
  if (level === 1) return sums;
  if (level === 2) return rng.shuffle<Sign>([...sums, '*', ...(rng.chance(0.3) ? (['*'] as const) : [])]);
  return rng.shuffle<Sign>([...sums, '/', ...(rng.chance(0.15) ? (['*'] as const) : [])]);
}

function grow(rng: Rng, ops: readonly Sign[]): Tree {
  const [op, ...rest] = ops;
  if (op === undefined) return { scaled: rng.int(1, 9999), places: 3 };
  const split = rng.int(0, rest.length);
  return { op, left: grow(rng, rest.slice(0, split)), right: grow(rng, rest.slice(split)), bracketed: rng.chance(0.2) };
}

const RANK: Readonly<Record<Sign, number>> = { '+': 1, '-': 1, '*': 2, '/': 2 };
const LATEX: Readonly<Record<Sign, string>> = { '+': ' + ', '-': ' - ', '*': ' \\cdot ', '/': ' \\div ' };

function write(tree: Tree, signs: Readonly<Record<Sign, string>>): string {
  if (!('op' in tree)) return writeDecimal(tree.scaled, tree.places);
  const side = (part: Tree, least: number) => {
    const text = write(part, signs);
    return 'op' in part && !part.bracketed && RANK[part.op] < least ? `(${text})` : text;
  };
  const rank = RANK[tree.op];
  const right = side(tree.right, tree.op === '+' || tree.op === '*' ? rank : rank + 1);
  const text = `${side(tree.left, rank)}${signs[tree.op]}${right.startsWith('-') ? `(${right})` : right}`;
  return tree.bracketed ? `(${text})` : text;
}

function solve(tree: Tree, rng: Rng): Worked {
  const steps: string[] = [];
  const value = twelveDigits(evaluate(tree, steps), steps);
  const code = write(tree, { '+': '+', '-': '-', '*': '*', '/': '/' });
  return {
    maths: { expr: write(tree, LATEX) },
    words: { code: rng.chance(0.3) && !code.startsWith('(') ? `(${code})` : code },
    steps,
    answer: trimDecimal(value.scaled, value.places),
  };
}

/** Half up where there are more digits. */
function twelveDigits(value: Decimal, steps: string[]): Decimal {
  const more = String(Math.abs(value.scaled)).length - DIGITS;
  if (more <= 0 || more > value.places) return value;
  const size = Math.floor(Math.abs(value.scaled) / 10 ** more + 0.5);
  const rounded = { scaled: Math.sign(value.scaled) * size, places: value.places - more };
  steps.push(
    `With ${DIGITS} digits: $${writeDecimal(value.scaled, value.places)} \\approx ${writeDecimal(rounded.scaled, rounded.places)}$`,
  );
  return rounded;
}

/** One operation after the other; what is left of the expression is written down again before the next. */
function evaluate(tree: Tree, steps: string[]): Decimal {
  let rest = tree;
  while ('op' in rest) {
    rest = reduceFirst(rest, steps);
    if ('op' in rest) steps.push(`Now: $${write(rest, LATEX)}$`);
  }
  return rest;
}

/** The tree with its first operation carried out, the left side before the right. */
function reduceFirst(tree: Exclude<Tree, Decimal>, steps: string[]): Tree {
  const { op, left, right } = tree;
  if ('op' in left) return { ...tree, left: reduceFirst(left, steps) };
  if ('op' in right) return { ...tree, right: reduceFirst(right, steps) };
  switch (op) {
    case '+':
      return add(left, right, steps);
    case '-':
      return add(left, { scaled: -right.scaled, places: right.places }, steps);
    case '*':
      return multiply(left, right, steps);
    case '/':
      return divide(left, right, steps);
  }
}

function add(a: Decimal, b: Decimal, steps: string[]): Decimal {
  const places = Math.max(a.places, b.places);
  const [p, q] = [rescale(a, places), rescale(b, places)];
  const split = splitSum(a, b);
  if (split !== undefined) {
    const shown = `${writeDecimal(a.scaled, a.places)} ${q < 0 ? '-' : '+'} ${writeDecimal(Math.abs(b.scaled), b.places)}`;
    steps.push(...split, `${q < 0 ? 'Subtract' : 'Add'}: $${shown} = ${writeDecimal(p + q, places)}$`);
    return { scaled: p + q, places };
  }
  const [first, second] = [writeDecimal(p, places), writeDecimal(q, places)];
  const columns = signedColumns(p, q);
  const unpointed = columns.length === 0 ? [] : [`> without the points: ${sum(String(p), String(q))}`, ...columns];
  const verb = q < 0 ? 'Subtract' : 'Add';
  const widened = [a, b].filter((each) => places > each.places && each.scaled !== 0 && places > 3);
  steps.push(
    ...widened.map((each) => {
      const size = Math.abs(each.scaled);
      return `> ${writeDecimal(size, each.places)} with ${places} places: ${writeDecimal(rescale({ ...each, scaled: size }, places), places)}`;
    }),
    ...unpointed,
    `${verb}: $${first} ${q < 0 ? '-' : '+'} ${second.replace('-', '')} = ${writeDecimal(p + q, places)}$`,
  );
  return { scaled: p + q, places };
}

/** The places that both have are added; those of the longer one come behind where the sum keeps its sign. */
function splitSum(a: Decimal, b: Decimal): string[] | undefined {
  const shared = Math.min(a.places, b.places);
  const longer = a.places > b.places ? a : b;
  const unit = 10 ** (longer.places - shared);
  const [p, q] = [a, b].map((each) => Math.trunc(rescale(each, shared)) + 0);
  const [head, rest] = [Math.trunc(longer.scaled / unit), Math.abs(longer.scaled % unit)];
  if (unit === 1 || shared === 0 || head === 0 || p + q === 0 || p + q < 0 !== longer.scaled < 0) return undefined;
  const [first, second] = [writeDecimal(p, shared), writeDecimal(Math.abs(q), shared)];
  const columns = signedColumns(p, q);
  return [
    ...(columns.length === 0 ? [] : [`> without the points: ${sum(String(p), String(q))}`, ...columns]),
    `> ${first} ${q < 0 ? '-' : '+'} ${second} = ${writeDecimal(p + q, shared)}, then ${String(rest).padStart(longer.places - shared, '0')}`,
  ];
}

function multiply(a: Decimal, b: Decimal, steps: string[]): Decimal {
  const value = { scaled: a.scaled * b.scaled + 0, places: a.places + b.places };
  const [p, q] = [Math.abs(a.scaled), Math.abs(b.scaled)];
  steps.push(`> without the points: ${p} * ${q}`, ...productWork(p, q));
  steps.push(`Multiply: $${writeDecimal(a.scaled, a.places)} \\cdot ${factor(b)} = ${writeDecimal(value.scaled, value.places)}$`);
  return value;
}

function divide(a: Decimal, b: Decimal, steps: string[]): Decimal {
  const places = Math.max(a.places, b.places);
  const [p, q] = [rescale(a, places), rescale(b, places)];
  const sign = p < 0 === q < 0 ? 1 : -1;
  const quotient = significantQuotient(Math.abs(p), Math.abs(q), DIGITS);
  const value = { scaled: sign * quotient.scaled + 0, places: quotient.places };
  const relation = quotient.exact ? '=' : '\\approx';
  const divided = `${writeDecimal(a.scaled, a.places)} \\div ${factor(b)}`;
  steps.push(...quotient.lines, `Divide: $${divided} ${relation} ${writeDecimal(value.scaled, value.places)}$`);
  return value;
}

function factor({ scaled, places }: Decimal): string {
  const text = writeDecimal(scaled, places);
  return scaled < 0 ? `(${text})` : text;
}
