/** Whether a chain of relations is true at a point, within what doubles can tell. */
import { modulus } from '../expression/complex.ts';
import { evaluateNumber, type Values } from '../expression/evaluate-number.ts';
import type { Chain, Expression, Relation } from '../expression/expression.ts';
import { PLAIN_READING } from '../expression/reading.ts';

/** Relative to the size of the terms: closer is equal, farther is not; between the two nothing is said. */
const EQUAL = 1e-7;
const UNEQUAL = 1e-4;

/** null when some side has no real value here, or it is too close to tell. */
export function isTrueAt(chain: Chain, point: Values): boolean | null {
  let all: boolean | null = true;
  for (const [at, relation] of chain.relations.entries()) {
    const truth = relationAt(chain.terms[at], relation, chain.terms[at + 1], point);
    if (truth === false) return false;
    if (truth === null) all = null;
  }
  return all;
}

function relationAt(left: Expression, relation: Relation, right: Expression, point: Values): boolean | null {
  const [a, b] = [evaluateNumber(left, point, PLAIN_READING), evaluateNumber(right, point, PLAIN_READING)];
  if (a === null || b === null) return null;
  const size = magnitude(left, point) + magnitude(right, point);
  const difference = modulus({ re: a.re - b.re, im: a.im - b.im });
  const equal = difference <= EQUAL * size ? true : difference > UNEQUAL * size ? false : null;
  if (relation === '=' || relation === '!=') return equal === null ? null : equal === (relation === '=');
  if (equal !== false)
    return equal === true && a.im === 0 && b.im === 0 ? relation === '<=' || relation === '>=' || strictAtEdge(relation) : null;
  if (Math.abs(a.im) > EQUAL * size || Math.abs(b.im) > EQUAL * size) return null;
  switch (relation) {
    case '<':
    case '<=':
      return a.re < b.re;
    case '>':
    case '>=':
      return a.re > b.re;
    default:
      return null;
  }
}

/** a < a is false; other relations say nothing of equal values. */
function strictAtEdge(relation: Relation): false | null {
  return relation === '<' || relation === '>' ? false : null;
}

/** Size of the terms an expression is made of, before they cancel: what rounding is measured against. */
function magnitude(expression: Expression, point: Values): number {
  switch (expression.kind) {
    case 'sum':
      return expression.items.reduce((total, item) => total + magnitude(item, point), 0);
    case 'product':
      return expression.items.reduce((total, item) => total * magnitude(item, point), 1);
    case 'negative':
      return magnitude(expression.item, point);
    case 'power': {
      const exponent = evaluateNumber(expression.exponent, point, PLAIN_READING);
      return exponent === null || exponent.re < 0 ? sizeOf(expression, point) : magnitude(expression.base, point) ** exponent.re;
    }
    default:
      return sizeOf(expression, point);
  }
}

function sizeOf(expression: Expression, point: Values): number {
  const value = evaluateNumber(expression, point, PLAIN_READING);
  return value === null ? 0 : modulus(value);
}
