/**
 * Is a step of a solution right? It checks every formula of the step and its scratch lines: arithmetic, identities,
 * equations against the solutions of the problem. It says "fails" only where it can show why; a wrong alarm on a right
 * step would be the worst fault. It never supplies a step or an answer.
 */

import { extractAnswer } from '../answers/extract-answer.ts';
import type { Chain } from '../expression/expression.ts';
import { parseStatement } from '../expression/parse-statement.ts';
import { withWrittenSigns } from '../problem/spoken-signs.ts';
import { checkChain } from './check-chain.ts';
import { checkScratch } from './check-scratch.ts';
import { checkSubstitution } from './check-substitution.ts';
import { readStepText } from './formulas.ts';
import { lettersWithin } from './letters.ts';
import { factsOf, type ProblemFacts } from './problem-facts.ts';
import { resolveNames } from './resolve-names.ts';
import { allOf, type StepCheck, UNKNOWN } from './verdict.ts';

export type { StepCheck, Verdict } from './verdict.ts';

/** The parts of a step that are looked at. */
export interface CheckableStep {
  readonly goal: string;
  readonly body: string;
  readonly scratch: readonly string[];
  readonly final: boolean;
}

export interface StepContext {
  readonly problem: string;
  readonly previous: readonly CheckableStep[];
}

/** Longer steps are not checked. */
const MAX_BODY = 4096;
/** Earlier steps that may define a name used in this one. */
const LOOK_BACK = 8;
/** Words that make a formula a supposition or a denial: it may be false and the step right. */
const HEDGES = new Set(
  'not no if suppose assume try trying test guess wrong incorrect but however mistake wait unless would cannot whether false never else otherwise remainder rem about approximately roughly round rounded rounding nearest when set setting let take taking use using intercept intercepts'.split(
    ' ',
  ),
);

export function checkStep(step: CheckableStep, context: StepContext): StepCheck {
  if (step.body.length > MAX_BODY) return UNKNOWN;
  const problem = withWrittenSigns(context.problem);
  const given = factsOf(problem);
  const earlier = context.previous
    .slice(-LOOK_BACK)
    .reverse()
    .flatMap((each) => chainsOf(each, given.unknownLetters));
  const facts = withDefinitions(given, earlier);
  const { formulas, prose } = readStepText(step.body);
  const hedged = `${prose} ${step.goal.toLowerCase()}`.split(/[^a-z?]+/).some((word) => HEDGES.has(word)) || prose.includes('?');
  const scratch = allOf(step.scratch.map(checkScratch).filter((check) => check !== null));
  if (scratch.verdict === 'fails') return scratch;
  const body = step.final
    ? checkFinal(step.body, formulas, facts, problem)
    : checkFormulas(formulas, { facts, goal: step.goal, earlier });
  return body.verdict === 'fails' && hedged ? UNKNOWN : body;
}

/** The boxed answer is substituted into the problem; what else stands on the line is checked as usual. */
function checkFinal(body: string, formulas: readonly string[], facts: ProblemFacts, problem: string): StepCheck {
  const answer = extractAnswer(body);
  const verdict = answer === null ? 'unknown' : checkSubstitution(problem, answer);
  if (verdict === 'fails') return { verdict, note: 'the answer does not satisfy the problem' };
  if (verdict === 'holds') return { verdict };
  const others = formulas.filter((formula) => formula.trim() !== answer && !formula.includes('\\boxed'));
  return others.length === 0 ? UNKNOWN : checkFormulas(others, { facts, goal: '', earlier: [] });
}

interface Surroundings {
  readonly facts: ProblemFacts;
  readonly goal: string;
  /** Chains of earlier steps, nearest first. */
  readonly earlier: readonly Chain[];
}

/** Formulas without a relation claim nothing and are passed over. */
function checkFormulas(formulas: readonly string[], { facts, goal, earlier }: Surroundings): StepCheck {
  const checks: StepCheck[] = [];
  for (const formula of formulas) {
    const statement = parseStatement(formula, facts.unknownLetters);
    if (statement === null) {
      if (/[=<>]|\\[lg]e/.test(formula)) checks.push(UNKNOWN);
      continue;
    }
    for (const chain of statement.chains) if (chain.relations.length > 0) checks.push(checkChain(chain, facts, goal, earlier));
  }
  const check = allOf(checks);
  const unsure = namesCoefficients(formulas, facts) || usesNewLetter(formulas, facts);
  return check.verdict === 'fails' && unsure ? UNKNOWN : check;
}

/** An e or i that the problem does not know: the constant, or an unknown that the solution made up. */
function usesNewLetter(formulas: readonly string[], { unknownLetters, constantLetters }: ProblemFacts): boolean {
  const chains = formulas.flatMap((formula) => parseStatement(formula, unknownLetters)?.chains ?? []);
  return [...lettersWithin(chains)].some((letter) => !constantLetters.has(letter));
}

/** "a = 1, b = 2, c = -48" reads off coefficients, also where the unknown of the problem is called a. */
function namesCoefficients(formulas: readonly string[], { unknowns, unknownLetters }: ProblemFacts): boolean {
  const heads = formulas
    .flatMap((formula) => parseStatement(formula, unknownLetters)?.chains ?? [])
    .flatMap(({ terms }) => (terms[0].kind === 'symbol' ? [terms[0].name] : []));
  return new Set(heads).size > 1 && heads.some((name) => !unknowns.includes(name));
}

/** The chains of a step, last first. */
function chainsOf(step: CheckableStep, unknowns: ReadonlySet<string>): Chain[] {
  return readStepText(step.body)
    .formulas.flatMap((formula) => parseStatement(formula, unknowns)?.chains ?? [])
    .reverse();
}

/** "f(x) = …" and "y = …" of earlier steps, beside those of the problem. */
function withDefinitions(facts: ProblemFacts, earlier: readonly Chain[]): ProblemFacts {
  const definitions = new Map(facts.definitions);
  for (const chain of facts.equations) addDefinition(definitions, chain, ['y']);
  for (const chain of [...earlier].reverse()) addDefinition(definitions, chain, []);
  return definitions.size === facts.definitions.size ? facts : { ...facts, definitions };
}

/** Only general rules define: "f(x) = 3x", not "f(2) = 6". The first one counts. */
function addDefinition(
  definitions: Map<string, ProblemFacts['expressions'][number]>,
  chain: Chain,
  names: readonly string[],
): void {
  const [head, body] = chain.terms;
  if (head.kind !== 'symbol' || chain.relations[0] !== '=') return;
  const isRule = /^[fgh]\([a-z]\)$/.test(head.name) || names.includes(head.name);
  if (isRule && !definitions.has(head.name)) definitions.set(head.name, resolveNames(body, definitions));
}
