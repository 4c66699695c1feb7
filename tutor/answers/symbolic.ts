/**
 * The computer algebra library, for answers that our own small reader cannot read (sums, products, limits). It is the
 * last layer: it takes 0.3 s to load and some inputs are slow, while our reader and evaluator decide nearly all school
 * answers in microseconds. Whoever has time to load it hands it in; without it these answers stay undecided.
 */
import type { ComputeEngine, Expression } from '@cortex-js/compute-engine';
import { type AnswerComparison, decided, UNDECIDED } from './comparison.ts';

/** What the library is asked about; its reading of malformed LaTeX is too lenient to trust elsewhere. */
const BIG_OPERATOR = /\\(?:sum|prod|lim|int)(?![A-Za-z])/;

let algebra: ComputeEngine | null = null;

/** Hands the library in, once and for all comparisons of this thread. */
export function installAlgebra(engine: ComputeEngine): void {
  algebra = engine;
}

/** Whether comparing this answer takes the library, and it is not there yet. */
export function needsAlgebra(latex: string): boolean {
  return algebra === null && BIG_OPERATOR.test(latex);
}

/** Two canonical answers. "Different" is believed only of two numbers: of expressions it may mean "not found equal". */
export function compareSymbolically(a: string, b: string): AnswerComparison {
  if (algebra === null || (!BIG_OPERATOR.test(a) && !BIG_OPERATOR.test(b))) return UNDECIDED;
  try {
    const library = algebra;
    const [left, right] = [library.parse(a), library.parse(b)];
    if (!isSound(left) || !isSound(right)) return UNDECIDED;
    const equal = left.isSame(right) || left.isEqual(right) === true || isZero(library, left, right);
    if (equal) return decided(true, 'compute-engine');
    const numbers = left.unknowns.length === 0 && right.unknowns.length === 0;
    return numbers && left.isEqual(right) === false ? decided(false, 'compute-engine') : UNDECIDED;
  } catch {
    // The library throws on some malformed input; that decides nothing.
    return UNDECIDED;
  }
}

function isSound(expression: Expression): boolean {
  return expression.isValid && expression.errors.length === 0;
}

function isZero(library: ComputeEngine, left: Expression, right: Expression): boolean {
  return library.function('Subtract', [left, right]).simplify().is(0);
}
