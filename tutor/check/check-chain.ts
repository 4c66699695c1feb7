/** One chain of relations in a step, against what the problem says. */

import { bothSigns } from '../answers/answer-form.ts';
import type { Chain, Expression } from '../expression/expression.ts';
import { isOpaque, symbolsOf, symbolsOfChain } from '../expression/walk.ts';
import { checkDeduction } from './check-deduction.ts';
import { checkPair, type Pair } from './check-pair.ts';
import { notSolutionNote } from './note.ts';
import { linearInequality, type ProblemFacts } from './problem-facts.ts';
import { resolveNames } from './resolve-names.ts';
import { rootsOfChain } from './roots.ts';
import { isTrueAt } from './truth.ts';
import { allOf, fails, HOLDS, type StepCheck, UNKNOWN } from './verdict.ts';

/** Requests to rewrite an expression: every line then claims an identity … */
const REWRITE = new Set(
  'expand simplify factor factorise factorize collect multiply rationalise rationalize combine complete completing differentiate derivative integrate integral'.split(
    ' ',
  ),
);
/** … unless an equation is to be found and solved on the way. */
const SOLVING = new Set(
  'solve stationary tangent normal turning point points maximum minimum where when zero zeros root roots intersect intersection equal equals value values if'.split(
    ' ',
  ),
);
/** Numbers at which two inequalities are compared. */
const PROBES: readonly number[] = Array.from({ length: 1601 }, (_, at) => (at - 800) / 8 + 1 / 64);

/** `earlier`: the chains of the steps before, nearest first. */
export function checkChain(chain: Chain, facts: ProblemFacts, goal: string, earlier: readonly Chain[]): StepCheck {
  if (chain.relations.length === 0) return UNKNOWN;
  const resolved: Chain = { ...chain, terms: chain.terms.map((term) => resolveNames(term, facts.definitions)) };
  const alone = checkAlone(resolved, facts);
  if (alone.verdict !== 'unknown') return alone;
  const inContext = checkInContext(resolved, facts);
  if (inContext.verdict !== 'unknown' || facts.complete) return inContext;
  const letters = symbolsOfChain(chain).join();
  const before = earlier.find((each) => isEquation(each) && symbolsOfChain(each).join() === letters);
  return before === undefined || letters === '' || !isEquation(chain) ? UNKNOWN : checkDeduction(chain, before, goal);
}

function isEquation({ relations, modulus }: Chain): boolean {
  return relations.length > 0 && modulus === undefined && relations.every((relation) => relation === '=');
}

/** The chain by itself: identities and arithmetic. */
function checkAlone(chain: Chain, facts: ProblemFacts): StepCheck {
  const rewriting = isRewriting(facts);
  const pairs = pairsOf(chain);
  const checks = pairs.map((pair) => checkPair(pair, rewriting && claimsIdentity(pair)));
  const failure = checks.find(({ verdict }) => verdict === 'fails') ?? checkEnds(chain);
  if (failure !== null) return failure;
  // "A = 5 * 3 = 15": a name at the head is defined, not claimed.
  const rest = pairs.length > 1 && isName(chain.terms[0]) ? checks.slice(1) : checks;
  return allOf(rest);
}

/** All numbers of a chain of equals are the same number, also where letters stand between them. */
function checkEnds(chain: Chain): StepCheck | null {
  if (chain.modulus !== undefined || chain.relations.some((relation) => relation !== '=')) return null;
  const numbers = chain.terms.filter((term) => symbolsOf(term).length === 0);
  if (numbers.length < 2) return null;
  const check = checkPair({ left: numbers[0], relation: '=', right: numbers[numbers.length - 1] }, false);
  return check.verdict === 'fails' ? check : null;
}

function pairsOf({ terms, relations, modulus }: Chain): Pair[] {
  return relations.map((relation, at) => ({ left: terms[at], relation, right: terms[at + 1], modulus }));
}

function isName(term: Expression): boolean {
  return term.kind === 'symbol' || term.kind === 'words';
}

function isRewriting(facts: ProblemFacts): boolean {
  if (facts.unread || facts.inequalities.length > 0 || !facts.equations.every(isDefinition)) return false;
  return facts.words.some((word) => REWRITE.has(word)) && !facts.words.some((word) => SOLVING.has(word));
}

/** "y = 3x^2" names an expression. */
function isDefinition({ terms }: Chain): boolean {
  const [head, body] = terms;
  return terms.length === 2 && head.kind === 'symbol' && !symbolsOf(body).includes(head.name);
}

/** Both sides have the same letters, and none is a lone name being defined. */
function claimsIdentity({ left, right, relation }: Pair): boolean {
  const [a, b] = [symbolsOf(left), symbolsOf(right)];
  return relation === '=' && a.length > 0 && a.join() === b.join() && !isName(left) && !isName(right) && !a.some(isOpaque);
}

/** The chain as a condition on the unknowns of the problem. */
function checkInContext(chain: Chain, facts: ProblemFacts): StepCheck {
  const symbols = symbolsOfChain(chain);
  if (symbols.length === 0 || chain.modulus !== undefined) return UNKNOWN;
  if (chain.relations.every((relation) => relation === '=')) return checkEquation(chain, symbols, facts);
  return checkInequality(chain, symbols, facts);
}

function checkEquation(chain: Chain, symbols: readonly string[], facts: ProblemFacts): StepCheck {
  const { solutions, unknowns } = facts;
  if (solutions === null || solutions.length === 0 || symbols.some((name) => !unknowns.includes(name))) return UNKNOWN;
  const cases = casesOf(chain);
  const truths = solutions.map((point) => anyOf(cases.map((each) => isTrueAt(each, point))));
  if (truths.every((truth) => truth === true)) return HOLDS;
  if (truths.some((truth) => truth === null)) return UNKNOWN;
  const roots = symbols.length === 1 ? rootsOfChain(chain, symbols[0]) : null;
  const solving = (value: number) => allHold(facts, new Map([[symbols[0], value]]));
  // One case of several: each of its solutions solves the problem.
  if (truths.some((truth) => truth === true))
    return roots !== null && roots.length > 0 && roots.every((value) => solving(value) === true) ? HOLDS : UNKNOWN;
  if (facts.complete && unknowns.length > 1) return fails('the solution of the problem does not satisfy this line');
  if (roots !== null && roots.length > 0)
    return roots.every((value) => solving(value) === false) ? fails(notSolutionNote(symbols[0], roots[0])) : UNKNOWN;
  return facts.complete ? fails('no solution of the problem satisfies this line') : UNKNOWN;
}

/** Whether every equation of the problem is true at a point. */
function allHold({ equations }: ProblemFacts, point: ReadonlyMap<string, number>): boolean | null {
  const truths = equations.map((each) => isTrueAt(each, point));
  if (truths.includes(false)) return false;
  return truths.includes(null) ? null : true;
}

/** "x = 2 \pm 3" is two equations. */
function casesOf(chain: Chain): Chain[] {
  const last = chain.terms.length - 1;
  return bothSigns(chain.terms[last]).map((term) => ({ ...chain, terms: chain.terms.with(last, term) }));
}

function anyOf(truths: readonly (boolean | null)[]): boolean | null {
  if (truths.includes(true)) return true;
  return truths.includes(null) ? null : false;
}

/** Only where the problem is one linear inequality: then every line must say the same of every number. */
function checkInequality(chain: Chain, symbols: readonly string[], facts: ProblemFacts): StepCheck {
  const given = linearInequality(facts);
  if (given === null || symbols.length !== 1 || symbols[0] !== given.unknown) return UNKNOWN;
  let same = true;
  for (const probe of PROBES) {
    const point = new Map([[given.unknown, probe]]);
    const [wanted, found] = [isTrueAt(given.chain, point), isTrueAt(chain, point)];
    if (wanted === null || found === null) same = false;
    else if (wanted !== found) return fails(`at ${given.unknown} = ${probe} this line and the problem disagree`);
  }
  return same ? HOLDS : UNKNOWN;
}
