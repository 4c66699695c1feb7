/** A problem and its agreed answer, read once for every rule that may make a graph of them. */
import { canonicalAnswer } from '../answers/canonical-answer.ts';
import { factsOf, type ProblemFacts } from '../check/problem-facts.ts';
import { PLAIN_READING, type Reading } from '../expression/reading.ts';
import { symbolsOfChain } from '../expression/walk.ts';
import type { Point } from './graph.ts';
import { valueAt } from './real-value.ts';
import { type Stated, statedBy, statedIn } from './stated.ts';

export interface Subject {
  readonly facts: ProblemFacts;
  readonly words: ReadonlySet<string>;
  /** What the problem states, without the stretch of the unknown that it is about. */
  readonly stated: readonly Stated[];
  readonly answer: readonly Stated[];
  /** Pairs of coordinates in the problem, and in the answer. */
  readonly places: readonly Point[];
  readonly answerPlaces: readonly Point[];
  /** "0 ≤ x ≤ 360". */
  readonly domain: readonly [number, number] | null;
  /** "from 1 to 2", "between x = 1 and x = 2". */
  readonly bounds: readonly [number, number] | null;
  readonly reading: Reading;
}

/** Longest problem and answer looked at, in characters: graphs belong to short questions. */
const MAX_PROBLEM = 1200;
const MAX_ANSWER = 400;
const BOUNDS =
  /\b(?:from|between)\s+(?:[a-z]\s*=\s*)?([-−]?\d{1,6}(?:\.\d+)?)\s+(?:to|and)\s+(?:[a-z]\s*=\s*)?([-−]?\d{1,6}(?:\.\d+)?)/i;
const PAIR = /\(\s*([-−]?\d{1,6}(?:\.\d+)?)\s*,\s*([-−]?\d{1,6}(?:\.\d+)?)\s*\)/g;

/** null when the problem is too long, or some of its maths could not be read: a graph of half a problem misleads. */
export function subjectOf(problem: string, answer: string | null): Subject | null {
  if (problem.length > MAX_PROBLEM) return null;
  const facts = factsOf(problem);
  const all = statedBy(problem, facts.unknownLetters);
  const domains = all.flatMap((each) => domainOf(each) ?? []);
  if (facts.unread && domains.length === 0) return null;
  const given = answer === null || answer.length > MAX_ANSWER ? '' : answer;
  const degrees = /°|\\circ|\bdegrees?\b/i.test(problem) || domains.some(({ ends: [, high] }) => high >= 90);
  return {
    facts,
    words: new Set(facts.words),
    stated: all.filter((each) => domainOf(each) === null),
    answer: given === '' ? [] : statedIn(canonicalAnswer(given), facts.unknownLetters),
    places: pairsIn(problem),
    answerPlaces: pairsIn(given),
    domain: domains[0]?.ends ?? null,
    bounds: boundsIn(problem),
    reading: { ...PLAIN_READING, angle: degrees ? 'degrees' : 'radians' },
  };
}

function boundsIn(problem: string): readonly [number, number] | null {
  const [, from, to] = BOUNDS.exec(problem.replaceAll('$', '')) ?? [];
  return from === undefined ? null : [numberIn(from), numberIn(to)];
}

export function mentions({ words }: Subject, ...wanted: readonly string[]): boolean {
  return wanted.some((word) => words.has(word));
}

/** The one chain of inequalities that bounds a bare unknown on both sides. */
function domainOf({ chain: { terms, relations } }: Stated): { readonly ends: readonly [number, number] } | null {
  if (terms.length !== 3 || terms[1].kind !== 'symbol' || !relations.every((each) => each === '<' || each === '<=')) return null;
  if (symbolsOfChain({ terms, relations }).length !== 1) return null;
  // The degree sign scales nothing here: the axis is in degrees then.
  const [low, high] = [terms[0], terms[2]].map((end) => valueAt(end, new Map(), { ...PLAIN_READING, angle: 'degrees' }));
  return low < high ? { ends: [low, high] } : null;
}

function pairsIn(text: string): Point[] {
  return [...text.matchAll(PAIR)].map(([, x, y]) => [numberIn(x), numberIn(y)]);
}

const numberIn = (text: string): number => Number(text.replace('−', '-'));
