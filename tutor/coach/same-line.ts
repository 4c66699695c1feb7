/** Do two lines of working say the same? In the same form, or side by side of the same value. Knows formulas, not solutions. */
import { readStepText } from '../check/formulas.ts';
import type { Chain, Expression } from '../expression/expression.ts';
import { parseStatement } from '../expression/parse-statement.ts';
import { toNumber } from '../expression/rational.ts';
import { sameValue } from '../expression/same-value.ts';
import { symbolsOf } from '../expression/walk.ts';

/** form: written alike but for order; value: both sides are worth the same, as "3x = 20 - 5" and "3x = 15". */
export type Likeness = 'form' | 'value';

/** Both are text with `$…$`; null when they do not say the same, or that cannot be told. */
export function sameLine(line: string, step: string): Likeness | null {
  const [mine, theirs] = [chainsOf(line), chainsOf(step)];
  if (mine === null || theirs === null || mine.length === 0 || mine.length !== theirs.length) return null;
  const left = [...theirs];
  let worst: Likeness = 'form';
  for (const chain of mine) {
    const likenesses = left.map((other) => sameChain(chain, other));
    const at = likenesses.includes('form') ? likenesses.indexOf('form') : likenesses.indexOf('value');
    if (at < 0) return null;
    if (likenesses[at] === 'value') worst = 'value';
    left.splice(at, 1);
  }
  return worst;
}

function chainsOf(text: string): Chain[] | null {
  const statements = readStepText(text).formulas.map((formula) => parseStatement(formula));
  return statements.some((statement) => statement === null) ? null : statements.flatMap((each) => each?.chains ?? []);
}

function sameChain(a: Chain, b: Chain): Likeness | null {
  const [first, last] = ends(a);
  const [start, end] = ends(b);
  // A bare expression is held against where the other has got to.
  if (a.relations.length === 0 || isIdentity(b)) return formOf(last) === formOf(end) ? 'form' : null;
  if (a.relations.at(-1) !== b.relations.at(-1)) return null;
  const swapped = a.relations.every((relation) => relation === '=') && b.relations.every((relation) => relation === '=');
  return sameSides([first, last], [start, end]) ?? (swapped ? sameSides([last, first], [start, end]) : null);
}

function sameSides(a: readonly Expression[], b: readonly Expression[]): Likeness | null {
  if (a.every((side, at) => formOf(side) === formOf(b[at]))) return 'form';
  return a.every((side, at) => sameValue(side, b[at]).equal === true) ? 'value' : null;
}

const ends = ({ terms }: Chain): readonly [Expression, Expression] => [terms[0], terms[terms.length - 1]];

/** All lines of a rewriting have the same value: only their form tells them apart. */
function isIdentity(chain: Chain): boolean {
  const [start, end] = ends(chain);
  if (chain.relations.length === 0) return true;
  return symbolsOf(start, end).length === 0 || sameValue(start, end).equal === true;
}

/** Written down so that the order of terms and factors does not matter. */
function formOf(expression: Expression): string {
  switch (expression.kind) {
    case 'number':
      return String(toNumber(expression.value));
    case 'symbol':
    case 'constant':
      return expression.name;
    case 'sum':
    case 'product':
      return `${expression.kind}(${flat(expression, expression.kind).map(formOf).sort().join(' ')})`;
    case 'negative':
      return `-${formOf(expression.item)}`;
    case 'quotient':
      return `(${formOf(expression.top)}/${formOf(expression.bottom)})`;
    case 'power':
      return `(${formOf(expression.base)}^${formOf(expression.exponent)})`;
    case 'function':
      return `${expression.name}(${expression.items.map(formOf).join(' ')})`;
    default:
      return JSON.stringify(expression, (_, value: unknown) => (typeof value === 'bigint' ? `${value}` : value));
  }
}

function flat(expression: Expression, kind: 'sum' | 'product'): readonly Expression[] {
  return expression.kind === kind ? expression.items.flatMap((item) => flat(item, kind)) : [expression];
}
