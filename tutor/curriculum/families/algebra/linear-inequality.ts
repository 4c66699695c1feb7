import { quotient } from '../../division-step.ts';
import { moveConstant, UNKNOWNS } from '../../equation-steps.ts';
import type { Family } from '../../family.ts';
import { sum, term } from '../../polynomial.ts';

const RELATIONS = ['<', '>', '\\le', '\\ge'] as const;
type Relation = (typeof RELATIONS)[number];
const FLIPPED: Readonly<Record<Relation, Relation>> = { '<': '>', '>': '<', '\\le': '\\ge', '\\ge': '\\le' };

/** The sign as a keyboard has it and in words. */
const SAID: Readonly<Record<Relation, readonly string[]>> = {
  '<': ['<', 'is less than', 'is smaller than', 'is below'],
  '>': ['>', 'is greater than', 'is more than', 'is bigger than'],
  '\\le': ['≤', '≤', '⩽', '=<', 'is less than or equal to', 'is at most', 'is no more than'],
  '\\ge': ['≥', '≥', '⩾', '=>', 'is greater than or equal to', 'is at least', 'is no less than'],
};

/** ax + b < c and its kin; a negative coefficient turns the sign round. */
export const linearInequality: Family = {
  id: 'linear-inequality',
  topic: 'algebra',
  title: 'Linear inequalities',
  levels: ['positive coefficients', 'negative coefficients', 'the unknown on both sides'],
  phrasings: [
    'Solve <e>',
    'Solve the inequality <e>',
    'Solve the inequality <e>.',
    'Solve <e> for <x>.',
    'Find the values of <x> for which <e>.',
    '<e>',
    'What values of <x> satisfy <e>?',
    'solve inequality: <e>',
    'For which <x> is <e>?',
    'how do i solve <e>',
    'Find <x>: <e>',
    'Work out the range of <x> when <e>.',
    'Find the solution set of <e>.',
    'can you solve the inequality <e>',
    'Solve this inequality: <e>',
    '<e>, solve for <x>',
    'Given <e>, what can <x> be?',
    'Question 2. Solve <e>.',
    'inequalities homework: <e>',
    'Determine all <x> such that <e>.',
    'what values of <x> make <e> true',
    '<e> solve for <x>',
    '<e> solve',
    'what can <x> be if <e>',
    'find <x> if <e>',
    'solve <e> and give the range of <x>',
    'work out the solution of the inequality <e>',
    '{said}',
    'solve {said}',
    'Solve the inequality {said}',
    'solve the inequality {said}',
    'Find <x> when {said}.',
    'solve inequality {said}',
    'what can <x> be if {said}',
    'Solve {said} for <x>.',
    'For which values of <x> is it true that {said}?',
    'how do you solve {said}',
  ],
  make(rng, level) {
    const x = rng.pick(UNKNOWNS);
    const relation = rng.pick(RELATIONS);
    const a = level === 1 ? rng.int(1, 9) : level === 2 ? (rng.chance(0.3) ? -1 : -rng.int(2, 9)) : rng.nonzero(-6, 9);
    const extra = level === 3 ? rng.nonzero(-6, 9) : 0;
    const b = rng.nonzero(-20, 20);
    const c = rng.chance(0.75) ? a * rng.int(-10, 10) + b : rng.int(-30, 30);
    const leftTerm = term(a, x);
    const first = term(a + extra, x);
    // "5 - x" as often as "-x + 5".
    const left = first.startsWith('-') && b > 0 && rng.chance(0.6) ? sum(String(b), first) : sum(first, String(b));
    const right = sum(term(extra, x), extra !== 0 && c === 0 ? '' : String(c));
    const steps: string[] = [];
    if (extra !== 0) {
      const moved = term(Math.abs(extra), x);
      const action = extra > 0 ? `Subtract $${moved}$ from both sides` : `Add $${moved}$ to both sides`;
      steps.push(`${action}: $${sum(leftTerm, String(b))} ${relation} ${c}$`);
    }
    steps.push(moveConstant(leftTerm, b, c, relation), `Simplify: $${leftTerm} ${relation} ${c - b}$`);
    const { written, lines, value } = quotient(c - b, a);
    const turned = a < 0 ? FLIPPED[relation] : relation;
    if (a < 0) steps.push(`Divide both sides by $${a}$ and turn the sign round: $${x} ${turned} ${written}$`, ...lines);
    else if (a > 1) steps.push(`Divide both sides by $${a}$: $${x} ${relation} ${written}$`, ...lines);
    const said = `\\(${left}\\) ${rng.pick(SAID[relation])} \\(${right}\\)`;
    return { maths: { e: `${left} ${relation} ${right}`, x }, words: { said }, steps, answer: `${x} ${turned} ${value}` };
  },
};
