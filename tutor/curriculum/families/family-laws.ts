/** What must hold for every family, as vitest cases. Used by the test file of each topic. */
import { describe, expect, test } from 'vitest';
import { type Family, generateProblem, type Problem } from '../family.ts';
import { type Letters, latexValue } from '../latex-value.ts';
import { makeRng } from '../rng.ts';

const SEEDS = 200;
/** Longer solutions do not fit the training window with their question. */
const LONGEST_SOLUTION = 1100;

export function problemsOf(family: Family): Problem[] {
  return Array.from({ length: SEEDS }, (_, seed) => generateProblem(family, { seed, phrasings: 'all' }));
}

export function expectFamilyLaws(families: readonly Family[]): void {
  describe.each(families.map((family) => [family.id, family] as const))('%s', (_, family) => {
    const problems = problemsOf(family);

    test('renders every phrasing from what it makes', () => {
      for (const [index, phrasing] of family.phrasings.entries()) {
        const worked = family.make(makeRng(index), 1 + (index % family.levels.length));
        for (const [, name] of phrasing.matchAll(/<(\w+)>/g)) expect(worked.maths, phrasing).toHaveProperty(name);
        for (const [, name] of phrasing.matchAll(/\{(\w+)\}/g)) expect(worked.words, phrasing).toHaveProperty(name);
      }
      expect(new Set(family.phrasings).size).toBe(family.phrasings.length);
      expect(family.phrasings.length).toBeGreaterThanOrEqual(16);
    });

    test('makes the same problem from the same seed', () => {
      expect(problemsOf(family)).toEqual(problems);
    });

    test('writes short solutions that end in the boxed answer and leave nothing unfilled', () => {
      for (const { question, steps, answer } of problems) {
        const text = steps.join('\n');
        expect(text.length, text).toBeLessThanOrEqual(LONGEST_SOLUTION);
        expect(steps[steps.length - 1]).toBe(`$\\boxed{${answer}}$`);
        expect(`${question}\n${text}`).not.toMatch(/undefined|NaN|Infinity|\[object|\$\$|[<{]\w{4,}[>]/);
        expect(text, 'two signs are kept apart by brackets').not.toMatch(/--|\+ -|- -/);
        expect(text, 'a coefficient of one is not written').not.toMatch(/ 1[a-z]\b/);
        for (const line of steps) expect(line.split('$').length % 2, line).toBe(1);
      }
    });

    test('never gives one question two answers', () => {
      const answers = new Map<string, string>();
      for (const { question, answer } of problems) {
        expect(answers.get(question) ?? answer, question).toBe(answer);
        answers.set(question, answer);
      }
    });

    test('writes only true equations', () => {
      for (const problem of problems) for (const line of problem.steps.slice(0, -1)) expectTrueLine(line, problem);
    });
  });
}

/** Every chain of equals signs holds: for all letters, at a root that the answer names, or at the values that the steps find. */
export function expectTrueLine(line: string, problem: Problem): void {
  const found = foundIn(problem.steps);
  const told = `${problem.question}\n${problem.steps.join('\n')}\nline: ${line}`;
  for (const chain of chainsOf(line)) {
    const sides = chain.split('=');
    if (sides.length < 2) continue;
    const holds = [...rootsOf(problem.answer), found, undefined].some((root) => chainHolds(sides, root));
    expect(holds, told).toBe(true);
  }
}

function chainsOf(line: string): string[] {
  if (!line.startsWith('> ')) return line.split('$').filter((_, index) => index % 2 === 1);
  if (/gcd|lcm|[?,:]/.test(line)) return [];
  return [line.slice(2).replaceAll('*', '\\cdot ')];
}

/** Arbitrary but distinct values for letters that an identity leaves free. */
const FREE: Letters = Object.fromEntries(
  [...'abcdghkmnpqrstuvwxyzACDPTVS'].map((letter, index) => [letter, 1.37 + 0.61 * index]),
);

/** The values of letters that "x = 2, y = 3" or "x = -1, x = 4" names: each alone, and all together; the x of a point; x when
 * a story asks for a number; y when the answer is a rule in x. */
function rootsOf(answer: string): Letters[] {
  const named = [...answer.matchAll(/([a-zA-Z]) = ([^,]+)/g)].flatMap(([, letter, value]) => {
    const number = valueOrNothing(value, FREE);
    return number === undefined ? [] : [{ [letter]: number }];
  });
  const point = /^\((-?\d+), (-?\d+)\)$/.exec(answer);
  if (point !== null) named.push({ x: Number(point[1]) });
  if (/^-?\d+$/.test(answer)) named.push({ x: Number(answer) });
  const formula = /^[^=]*x[^=]*$/.test(answer) ? valueOrNothing(answer, FREE) : undefined;
  if (formula !== undefined) named.push({ y: formula });
  return [...named, Object.assign({}, ...named)];
}

/** The letters that a step ends by giving a value to: "Divide both sides by $3$: $a = 4$". */
function foundIn(steps: readonly string[]): Letters {
  const found: Record<string, number> = {};
  for (const line of steps) {
    const [, letter, value] = /\$([a-z]) = (?:[^$]* = )?([^$=]+)\$$/.exec(line) ?? [];
    const number = letter === undefined ? undefined : valueOrNothing(value, {});
    if (number !== undefined) found[letter] = number;
  }
  return { ...found, ...otherUnknown(steps, found) };
}

/** The unknowns that pairs of equations have beside those asked for: what the first equation of each pair makes of them. */
function otherUnknown(steps: readonly string[], found: Letters): Letters {
  const others: Record<string, number> = {};
  for (const line of steps) {
    const [, equation] = /^Equation 1: \$(.*)\$$/.exec(line) ?? [];
    const letter = [...(equation ?? '')].find((each) => /[a-z]/.test(each) && !(each in found));
    if (equation === undefined || letter === undefined) continue;
    const [left, right] = equation.split('=');
    const gap = (at: number) => latexValue(left, { ...found, [letter]: at }) - latexValue(right, { ...found, [letter]: at });
    others[letter] = gap(0) / (gap(0) - gap(1));
  }
  return others;
}

/** Unreadable maths (function names, primes, integrals) and definitions of a letter the answer lacks are not judged here. */
function chainHolds(sides: readonly string[], root: Letters | undefined): boolean {
  const defined = sides[0].trim();
  if (/^[a-zA-Z]$/.test(defined) && !(root !== undefined && defined in root)) return chainHolds(sides.slice(1), root);
  if (/\b[fgh]\(|\bi\b/.test(sides.join(' '))) return true;
  const values = sides.map((side) => valueOrNothing(side, { ...FREE, ...root }));
  return values.every(
    (value) =>
      value === undefined || values[0] === undefined || Math.abs(value - values[0]) <= 1e-6 * Math.max(1, Math.abs(value)),
  );
}

function valueOrNothing(latex: string, letters: Letters): number | undefined {
  try {
    return latexValue(latex, letters);
  } catch {
    return undefined;
  }
}
