/**
 * The expression whose value every line of a rewriting problem must keep: "Expand (x+2)(x+3)" is about `(x+2)(x+3)`,
 * "Differentiate x^3" about its derivative. Null wherever the words ask for anything else.
 */
import { parseExpression } from '../expression/parse-statement.ts';
import { symbolsOf } from '../expression/walk.ts';
import { readProblem } from '../problem/read-problem.ts';

export interface WorkTarget {
  /** LaTeX as the problem has it. */
  readonly given: string;
  /** LaTeX of what is asked for: the same, or its derivative or integral. */
  readonly asked: string;
}

/** With other words the value of the expression may not be what is asked for: "the remainder of 17/5". */
const PLAIN_WORDS = new Set(
  (
    'expand simplify factor factorise factorize fully completely collect like terms the brackets multiply out work evaluate ' +
    'calculate compute find what is value of expression please and exactly as a single fraction in its simplest form ' +
    'differentiate derivative with respect to integrate integral rationalise rationalize denominator s'
  ).split(' '),
);
const DERIVING = new Set(['differentiate', 'derivative']);
const INTEGRATING = new Set(['integrate', 'integral']);

export function workTarget(problem: string): WorkTarget | null {
  const parts = readProblem(problem);
  const formulas = parts.flatMap(({ latex }) => (latex === undefined ? [] : [latex]));
  const prose = parts.flatMap(({ kind, source }) => (kind === 'text' ? [source] : [])).join(' ');
  const words: readonly string[] = prose.toLowerCase().match(/[a-z]+/g) ?? [];
  const respect = words.includes('respect');
  if (formulas.length < 1 || formulas.length > (respect ? 2 : 1) || /\d/.test(prose)) return null;
  if (words.some((word) => !PLAIN_WORDS.has(word) && !(respect && word.length === 1))) return null;
  const [given] = formulas;
  const expression = parseExpression(given);
  if (expression === null) return null;
  const letters = symbolsOf(expression);
  const derives = words.some((word) => DERIVING.has(word));
  const integrates = words.some((word) => INTEGRATING.has(word)) && !given.includes('\\int');
  if (!derives && !integrates) return { given, asked: given };
  if (letters.length !== 1 || letters[0].length !== 1) return null;
  return { given, asked: derives ? `\\frac{d}{d${letters[0]}}(${given})` : `\\int (${given}) \\, d${letters[0]}` };
}
