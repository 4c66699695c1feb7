/**
 * Puts an answer back into its problem: into the equations or the inequality it states, or beside the expression it asks
 * to work out. It checks and never answers; what it does not fully understand it leaves unknown.
 */
import { type AnswerForm, readAnswer } from '../answers/answer-form.ts';
import { canonicalAnswer } from '../answers/canonical-answer.ts';
import { contains, regionOf } from '../answers/region.ts';
import { derivative } from '../expression/derivative.ts';
import { evaluateNumber } from '../expression/evaluate-number.ts';
import type { Expression } from '../expression/expression.ts';
import { MAX_FORMULA } from '../expression/parse-statement.ts';
import { PLAIN_READING, readingsOf } from '../expression/reading.ts';
import { sameValue } from '../expression/same-value.ts';
import { has, symbolsOf } from '../expression/walk.ts';
import { lettersWithin } from './letters.ts';
import { factsOf, isIntegral, type ProblemFacts } from './problem-facts.ts';
import { isRounded } from './rounding.ts';
import { isTrueAt } from './truth.ts';
import type { Verdict } from './verdict.ts';

const PLAIN_WORDS = new Set(
  "what is whats what's calculate work out evaluate compute find the value of exact please pls solve simplify expand and show your working a answer question equation for how do i can you help me with need to give determine given that if when let this following does equal much step by steps equations simultaneous system homework have do multiply add subtract divide up sum product difference brackets bracket expression fully each inequality get would in an its simplest form factor factorise factorize which satisfies solution solutions root roots both on paper without calculator using power fraction fractions mixed number as it or quadratic formula factoring factorising index laws indices surd surds remembering order operations carefully exactly could".split(
    ' ',
  ),
);
const DIFFERENTIATE = new Set('differentiate derivative gradient differentiation'.split(' '));
const INTEGRATE = new Set('integrate integral antiderivative integration'.split(' '));
const PROBES: readonly number[] = Array.from({ length: 1601 }, (_, at) => (at - 800) / 8 + 1 / 64);

/** `problem` as typed, `answer` as LaTeX. */
export function checkSubstitution(problem: string, answer: string): Verdict {
  if (answer.length > MAX_FORMULA) return 'unknown';
  const facts = factsOf(problem);
  const form = readAnswer(canonicalAnswer(answer), facts.unknownLetters);
  if (form === null || facts.unread || facts.looseNumbers) return 'unknown';
  if (facts.equations.length > 0) return facts.inequalities.length > 0 ? 'unknown' : checkEquations(form, facts);
  if (facts.inequalities.length > 0) return checkRegion(form, facts);
  return checkExpression(form, facts);
}

function checkEquations(form: AnswerForm, facts: ProblemFacts): Verdict {
  if (facts.expressions.length > 0 || facts.definitions.size > 0) return 'unknown';
  if (form.kind === 'words') return checkWords(form, facts);
  const points = pointsOf(form, facts.unknowns);
  if (points === null || points.length === 0) return 'unknown';
  const truths = points.map((point) => facts.equations.map((equation) => isTrueAt(equation, point)));
  // An equation that is true nowhere near is a wrong answer only if the question is plainly to solve it.
  if (truths.flat().includes(false)) return asksPlainly(facts) && !isVague(form, facts) ? 'fails' : 'unknown';
  if (truths.flat().includes(null)) return 'unknown';
  return isComplete(points, facts) ? 'holds' : 'unknown';
}

/** A decimal may be a rounded solution; degrees and logarithms without a base have two readings. */
function isVague(form: AnswerForm, { equations, constantLetters }: ProblemFacts): boolean {
  if ([...lettersWithin(equations)].some((letter) => !constantLetters.has(letter))) return true;
  const values = form.kind === 'values' ? form.values : form.kind === 'assignments' ? [...form.values.values()] : [];
  const decimal = values.some((value) => has(value, (each) => each.kind === 'number' && each.decimals > 0));
  return decimal || readingsOf([...equations.flatMap(({ terms }) => terms), ...values]).length > 1;
}

/** No known solution is missing. */
function isComplete(points: readonly ReadonlyMap<string, number>[], { solutions }: ProblemFacts): boolean {
  if (solutions === null) return true;
  return solutions.every((solution) =>
    points.some((point) => [...solution].every(([name, value]) => isNear(point.get(name), value))),
  );
}

function isNear(a: number | undefined, b: number): boolean {
  return a !== undefined && Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(b));
}

function checkWords(form: AnswerForm & { kind: 'words' }, { solutions, complete, unknowns }: ProblemFacts): Verdict {
  if (form.words.text !== 'no solution' || solutions === null || !complete || unknowns.length !== 1) return 'unknown';
  return solutions.length === 0 ? 'holds' : 'unknown';
}

/** The values that the answer gives to the unknowns; null when it does not say which is which. */
function pointsOf(form: AnswerForm, unknowns: readonly string[]): ReadonlyMap<string, number>[] | null {
  if (form.kind === 'values') {
    if (form.approximate) return null;
    const [only] = form.values;
    if (only.kind === 'tuple' && form.values.length === 1 && only.items.length === unknowns.length)
      return allReal([unknowns.map((name, at) => [name, only.items[at]])]);
    const [unknown] = unknowns;
    if (unknowns.length !== 1 || (form.variable !== null && form.variable !== unknown)) return null;
    return allReal(form.values.map((value) => [[unknown, value]]));
  }
  if (form.kind !== 'assignments' || unknowns.some((name) => !form.values.has(name))) return null;
  return allReal([[...form.values]]);
}

function allReal(points: readonly (readonly (readonly [string, Expression])[])[]): ReadonlyMap<string, number>[] | null {
  const found: ReadonlyMap<string, number>[] = [];
  for (const point of points) {
    const values = new Map<string, number>();
    for (const [name, expression] of point) {
      const value = evaluateNumber(expression, new Map(), PLAIN_READING);
      if (value === null || Math.abs(value.im) > 1e-12) return null;
      values.set(name, value.re);
    }
    found.push(values);
  }
  return found;
}

/** The answer's set against the inequality at many numbers. */
function checkRegion(form: AnswerForm, facts: ProblemFacts): Verdict {
  const region = form.kind === 'inequalities' ? regionOf(form.statement) : null;
  const unknowns = [...new Set(facts.inequalities.flatMap(({ terms }) => symbolsOf(...terms)))];
  if (region === null || unknowns.length !== 1 || facts.inequalities.length !== 1) return 'unknown';
  if (region.variable !== null && region.variable !== unknowns[0]) return 'unknown';
  const ends = region.stretches.flatMap(({ low, high }) => [low, high]).filter(Number.isFinite);
  for (const probe of [...ends, ...PROBES]) {
    const truth = isTrueAt(facts.inequalities[0], new Map([[unknowns[0], probe]]));
    if (truth === null) return 'unknown';
    if (truth !== region.stretches.some((stretch) => contains(stretch, probe))) return asksPlainly(facts) ? 'fails' : 'unknown';
  }
  return 'holds';
}

/** One expression to work out, rewrite, differentiate or integrate. */
function checkExpression(form: AnswerForm, facts: ProblemFacts): Verdict {
  const [only] = facts.expressions;
  if (
    facts.expressions.length !== 1 ||
    facts.definitions.size > 0 ||
    form.kind !== 'values' ||
    form.values.length !== 1 ||
    form.approximate
  )
    return 'unknown';
  const [value] = form.values;
  const sides = sidesOf(only, value, facts);
  if (sides === null) return 'unknown';
  const { equal } = sameValue(sides[0], sides[1]);
  if (equal === true) return 'holds';
  return equal === null || isRounded(sides[0], sides[1]) ? 'unknown' : 'fails';
}

/** What must be the same: null when the question asks for something else. */
function sidesOf(expression: Expression, answer: Expression, { words }: ProblemFacts): readonly [Expression, Expression] | null {
  const rest = words.filter((word) => !PLAIN_WORDS.has(word));
  if (rest.length === 0) return [expression, answer];
  const [variable] = symbolsOf(expression);
  if (variable === undefined || symbolsOf(expression).length !== 1) return null;
  if (rest.every((word) => DIFFERENTIATE.has(word) || word === 'respect')) return pair(derivative(expression, variable), answer);
  if (rest.every((word) => INTEGRATE.has(word) || word === 'respect')) {
    if (isIntegral(expression)) return pair(derivative(expression, variable), derivative(answer, variable));
    return pair(expression, derivative(answer, variable));
  }
  return null;
}

function pair(a: Expression | null, b: Expression | null): readonly [Expression, Expression] | null {
  return a === null || b === null ? null : [a, b];
}

/** Nothing but the usual words of an exercise stands around the maths. */
function asksPlainly({ words }: ProblemFacts): boolean {
  return words.every((word) => PLAIN_WORDS.has(word) || word.length === 1);
}
