/** Graphs of inequalities: in one unknown where one side lies over the other, in two the region in which all hold. */
import type { Chain, Expression } from '../expression/expression.ts';
import { has, isOpaque, symbolsOf, symbolsOfChain } from '../expression/walk.ts';
import { type Contour, EMPTY_PLAN, type FunctionLine, type Plan } from './plan.ts';
import { isZero, minus } from './real-value.ts';
import type { Stated } from './stated.ts';
import type { Subject } from './subject.ts';

const ORDER: ReadonlySet<string> = new Set(['<', '<=', '>', '>=']);
const MAX_CONDITIONS = 4;

export function inequalityPlan({ stated, facts, reading }: Subject): Plan | null {
  const relations = stated.filter(({ chain }) => chain.relations.length > 0);
  const isOrder = ({ chain }: Stated) => chain.relations.every((relation) => ORDER.has(relation));
  if (relations.length === 0 || !relations.every(isOrder) || facts.expressions.length > 0) return null;
  const unknowns = [...new Set(relations.flatMap(({ chain }) => symbolsOfChain(chain)))].sort();
  const [first, second] = unknowns;
  if (unknowns.length === 0 || unknowns.length > 2 || unknowns.some(isOpaque)) return null;
  if (second !== undefined) return regionPlan(relations, [first, second], reading);
  const [{ chain, sides }] = relations;
  // What jumps at a pole changes sides without meeting.
  if (relations.length > 1 || chain.terms.some((term) => hasPole(term, first)) || isSolved(chain)) return null;
  const lines: FunctionLine[] = chain.terms.map((f, at) => ({
    f,
    latex: sides[at] === undefined ? '' : `y = ${sides[at]}`,
    role: 'given',
  }));
  const vertical = first === 'y' ? '' : 'y';
  const drawn = lines.length === 2 ? lines.filter(({ f }) => !isZero(f)) : lines;
  return { ...EMPTY_PLAN, axes: [first, vertical], reading, lines: drawn, inequality: chain, wanted: 'sides' };
}

function regionPlan(relations: readonly Stated[], axes: Plan['axes'], reading: Plan['reading']): Plan | null {
  const contours: Contour[] = [];
  const conditions: Expression[] = [];
  for (const { chain, latex } of relations) {
    chain.relations.forEach((relation, at) => {
      const [left, right] = [chain.terms[at], chain.terms[at + 1]];
      const f = relation === '<' || relation === '<=' ? minus(right, left) : minus(left, right);
      conditions.push(f);
      contours.push({
        f,
        latex: chain.relations.length === 1 ? latex : '',
        role: 'given',
        strict: relation === '<' || relation === '>',
      });
    });
  }
  if (conditions.length > MAX_CONDITIONS) return null;
  return { ...EMPTY_PLAN, axes, reading, contours, conditions, wanted: 'sides' };
}

/** "x < 3" says its answer already. */
function isSolved({ terms }: Chain): boolean {
  return terms.every((term) => term.kind === 'symbol' || symbolsOf(term).length === 0);
}

function hasPole(term: Expression, unknown: string): boolean {
  const POLES = new Set(['tan', 'sec', 'csc', 'cot', 'ln', 'log']);
  return has(
    term,
    (each) =>
      (each.kind === 'quotient' && symbolsOf(each.bottom).includes(unknown)) ||
      (each.kind === 'function' && POLES.has(each.name)),
  );
}
