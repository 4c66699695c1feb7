/** What a problem's text says in maths: its equations, inequalities, expressions and definitions, and what it asks for. */
import type { Chain, Expression } from '../expression/expression.ts';
import { parseExpression, parseStatement } from '../expression/parse-statement.ts';
import { readingsOf } from '../expression/reading.ts';
import { has, symbolsOf, symbolsOfChain } from '../expression/walk.ts';
import { type ProblemPart, readProblem } from '../problem/read-problem.ts';
import { constantLetters, type Letter, unknownLetters } from './letters.ts';
import { solveLinearSystem } from './linear-system.ts';
import { polynomialOf, realRoots } from './roots.ts';

export interface ProblemFacts {
  readonly equations: readonly Chain[];
  readonly inequalities: readonly Chain[];
  /** Bare expressions of more than one letter or number. */
  readonly expressions: readonly Expression[];
  /** "f(x)" → what it is. */
  readonly definitions: ReadonlyMap<string, Expression>;
  /** A number stands by itself, beyond the number of the question: the maths found is not all there is. */
  readonly looseNumbers: boolean;
  /** Words outside the maths, lower case. */
  readonly words: readonly string[];
  /** Some maths could not be read: nothing may be concluded from its absence. */
  readonly unread: boolean;
  /** Real points at which all equations hold; null when none can be worked out. */
  readonly solutions: readonly ReadonlyMap<string, number>[] | null;
  /** `solutions` has every one. */
  readonly complete: boolean;
  /** The unknowns that `solutions` gives values to. */
  readonly unknowns: readonly string[];
  /** Of e and i, those that are unknowns in this problem: its steps and answers are read so too. */
  readonly unknownLetters: ReadonlySet<Letter>;
  /** Of e and i, those that the problem uses as constants. */
  readonly constantLetters: ReadonlySet<Letter>;
}

/** The last problem read: the steps of one solve ask for the same one again and again. */
let last: { readonly problem: string; readonly facts: ProblemFacts } | null = null;

export function factsOf(problem: string): ProblemFacts {
  if (last?.problem !== problem) last = { problem, facts: readFacts(problem) };
  return last.facts;
}

function readFacts(problem: string): ProblemFacts {
  const parts = readProblem(problem);
  const words = wordsOf(parts);
  const letters = unknownLetters(chainsOf(parts, new Set()), words);
  const constants = constantLetters(chainsOf(parts, letters), words);
  const equations: Chain[] = [];
  const inequalities: Chain[] = [];
  const expressions: Expression[] = [];
  const definitions = new Map<string, Expression>();
  let prose = '';
  let unread = false;
  let loneNumber = false;
  for (const [at, part] of parts.entries()) {
    if (part.kind === 'text') {
      if (isCut(part.source, at > 0, at + 1 < parts.length)) unread = true;
      prose += ` ${withoutAmount(part.source, parts[at - 1])}`;
      continue;
    }
    const statement = parseStatement(part.latex ?? '', letters);
    if (statement === null) unread = true;
    for (const chain of statement?.chains ?? []) {
      const [left, right] = chain.terms;
      if (chain.relations.length === 0) {
        const amount = amountBehind(parts[at + 1]);
        if (amount !== null) expressions.push({ kind: 'product', items: [left, amount] });
        else if (isNumber(left)) loneNumber = true;
        else if (left.kind !== 'symbol') expressions.push(left);
      } else if (left.kind === 'symbol' && left.name.includes('(') && chain.relations[0] === '=')
        definitions.set(left.name, right);
      else if (chain.modulus !== undefined) unread = true;
      else if (chain.relations.every((relation) => relation === '=')) equations.push(chain);
      else inequalities.push(chain);
    }
  }
  const unknowns = [...new Set(equations.flatMap(symbolsOfChain))].sort();
  const looseNumbers = loneNumber || /\d/.test(prose.replace(/^\s*(?:please\s+)?(?:question\s+)?\d+\s*[.):]/i, ''));
  const solved = unread ? UNSOLVED : solve(equations, unknowns);
  const asked = expressions.some(isIntegral) ? [...words, 'integrate'] : words;
  const names = { unknowns, unknownLetters: letters, constantLetters: constants };
  return { equations, inequalities, expressions, definitions, words: asked, looseNumbers, unread, ...names, ...solved };
}

/** A sign at the edge of the words: a part of the formula beside it was taken for a word. */
function isCut(text: string, behindMaths: boolean, beforeMaths: boolean): boolean {
  return (beforeMaths && /\w\s*[+*/^]\s*$/.test(text)) || (behindMaths && /^(?:\s*[+*/^]|\s+-\s)\s*\w/.test(text));
}

/** The words between the formulas, lower case. */
function wordsOf(parts: readonly ProblemPart[]): string[] {
  const prose = parts.flatMap(({ kind, source }) => (kind === 'text' ? [source.toLowerCase()] : []));
  return prose
    .join(' ')
    .replaceAll('∫', ' integral ')
    .split(/[^a-z'-]+/)
    .filter((word) => word !== '');
}

function chainsOf(parts: readonly ProblemPart[], letters: ReadonlySet<Letter>): Chain[] {
  return parts.flatMap(({ latex }) => (latex === undefined ? [] : (parseStatement(latex, letters)?.chains ?? [])));
}

/** "\int f dx" asks for an antiderivative as the words do. */
export function isIntegral(expression: Expression): boolean {
  return has(expression, (each) => each.kind === 'integral' && each.bounds === null);
}

/** "15%" of 80, "3/4" of £60: the amount that a share is taken of. */
const AMOUNT = /^\s+of\s+[£$€]?(\d[\d,]*(?:\.\d+)?)/;

function amountBehind(part: ProblemPart | undefined): Expression | null {
  if (part === undefined) return null;
  const digits = part.kind === 'text' ? AMOUNT.exec(part.source)?.[1] : undefined;
  return digits === undefined ? null : parseExpression(digits.replaceAll(',', ''));
}

function withoutAmount(text: string, before: ProblemPart | undefined): string {
  return before?.kind === 'maths' ? text.replace(AMOUNT, ' ') : text;
}

function isNumber(expression: Expression): boolean {
  return expression.kind === 'number' || (expression.kind === 'negative' && expression.item.kind === 'number');
}

/** left - right of each neighbouring pair. */
export function differences(chain: Chain): Expression[] {
  return chain.relations.map((_, at) => ({
    kind: 'sum',
    items: [chain.terms[at], { kind: 'negative', item: chain.terms[at + 1] }],
  }));
}

type Solved = Pick<ProblemFacts, 'solutions' | 'complete'>;

const UNSOLVED: Solved = { solutions: null, complete: false };

function solve(equations: readonly Chain[], unknowns: readonly string[]): Solved {
  const fs = equations.flatMap(differences);
  // Where degrees or the base of a logarithm are a matter of reading, a number proves nothing.
  if (fs.length === 0 || unknowns.length === 0 || readingsOf(fs).length > 1) return UNSOLVED;
  if (unknowns.length === 1 && fs.length === 1) {
    const roots = realRoots(fs[0], unknowns[0]);
    if (roots === null) return UNSOLVED;
    return { solutions: roots.values.map((value) => new Map([[unknowns[0], value]])), complete: roots.complete };
  }
  const solution = solveLinearSystem(fs, unknowns);
  return solution === null ? UNSOLVED : { solutions: [solution], complete: true };
}

/** Both sides of the one inequality are linear in its one unknown. */
export function linearInequality(facts: ProblemFacts): { readonly chain: Chain; readonly unknown: string } | null {
  const [chain] = facts.inequalities;
  if (facts.unread || facts.inequalities.length !== 1 || facts.equations.length > 0) return null;
  const symbols = symbolsOfChain(chain);
  if (symbols.length !== 1 || chain.relations.length !== 1 || chain.relations.includes('!=')) return null;
  const linear = chain.terms.every((term) => (polynomialOf(term, symbols[0])?.length ?? 9) <= 2);
  return linear && symbolsOf(...chain.terms).length === 1 ? { chain, unknown: symbols[0] } : null;
}
