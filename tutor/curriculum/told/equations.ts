/** Suppose 2*a + b = 7, a - b = 2: a whole number told as the solution of one linear equation, or of two in two unknowns. */
import { eliminate } from '../elimination.ts';
import { entropyInteger, shareOut } from '../entropy.ts';
import { type LinearEquation, type LinearTerm, solveLinear, writeEquation, writeTerms } from '../linear-terms.ts';
import { sum } from '../polynomial.ts';
import { rational } from '../rational.ts';
import type { Rng } from '../rng.ts';
import { type Budget, peel, splitBudget, splitCount } from './budget.ts';
import { type Desk, gather, type Told, withValue } from './told.ts';

export interface ToldSystem {
  readonly x: string;
  /** Equations as typed, with letters in the place of some numbers. */
  readonly written: readonly string[];
  readonly sentences: readonly string[];
  /** From the letters' values to the value of x. */
  readonly steps: readonly string[];
}

export function tellEquation(value: number, budget: Budget, desk: Desk): Told {
  return suppose(value, toldSystem(value, 1, budget, desk));
}

export function tellTwoEquations(value: number, budget: Budget, desk: Desk): Told {
  return suppose(value, toldSystem(value, 2, budget, desk));
}

function suppose(value: number, { x, written, sentences, steps }: ToldSystem): Told {
  const maths = written.map((each) => `\\(${each}\\)`).join(', ');
  return { name: x, sentences: [...sentences, `Suppose ${maths}.`], steps: withValue(steps, x, String(value)) };
}

/** One or two equations for the value, some of whose numbers are told first. */
export function toldSystem(value: number, unknowns: 1 | 2, budget: Budget, desk: Desk): ToldSystem {
  const { rng } = desk;
  const { entropy, rest } = peel(budget);
  const letters = Array.from({ length: unknowns }, () => desk.letter());
  const otherEntropy = Math.max(1, entropy / 4);
  const solutions = unknowns === 1 ? [value] : [value, entropyInteger(rng, otherEntropy)];
  const equations = drawSystem(letters, solutions, Math.max(1, unknowns === 1 ? entropy : entropy - otherEntropy), rng);
  const hidden = hideNumbers(equations, rest, desk);
  const [x, y] = letters;
  const solving = unknowns === 1 ? solveLinear(equations[0], x) : eliminate(equations, x, y);
  return { x, written: hidden.written, sentences: hidden.sentences, steps: [...hidden.steps, ...solving] };
}

function drawSystem(letters: readonly string[], solutions: readonly number[], entropy: number, rng: Rng): LinearEquation[] {
  const degree = letters.length;
  const share = (1 + rng.next()) / 3;
  const matrix = drawMatrix(degree, entropy * share, rng);
  const constants = matrix.map((row) => row.reduce((total, each, index) => total + each * solutions[index], 0));
  const cells = [...matrix.flat(), ...constants];
  const least = cells.filter((each) => each !== 0).length;
  const most = Math.max(least + 1, 1 + Math.floor(degree * (1 + entropy / 2)));
  const counts = termCounts(cells, rng.int(least + 1, most), rng);
  const entropies = shareOut(
    rng,
    (1 - share) * entropy,
    counts.map((count) => Math.max(0, count - 1)),
  );
  const parts = cells.map((each, index) => partsOf(each, counts[index], entropies[index], rng));
  return matrix.map((_, row) => {
    const terms = letters.flatMap((letter, column) => parts[row * degree + column].map((part): LinearTerm => [part, letter]));
    const numbers = parts[degree * degree + row].map((part): LinearTerm => [-part + 0, '']);
    return layOut([...terms, ...numbers], rng);
  });
}

/** Invertible; with two unknowns, neither equation gives the first one alone. */
function drawMatrix(degree: number, entropy: number, rng: Rng): number[][] {
  const entropies = shareOut(rng, entropy, new Array(degree * degree).fill(1)).map((each) => Math.max(1, each));
  for (;;) {
    const cells = entropies.map((each) => entropyInteger(rng, each));
    if (degree === 1 && cells[0] !== 0) return [cells];
    const [a, b, c, d] = cells;
    if (degree === 2 && a * d !== b * c && b !== 0 && d !== 0) {
      return [
        [a, b],
        [c, d],
      ];
    }
  }
}

/** How many terms each coefficient is written as: one at least, unless it is zero; a zero not by a single term. */
export function termCounts(cells: readonly number[], length: number, rng: Rng): number[] {
  const needed = cells.map((each) => (each === 0 ? 0 : 1));
  const extra = splitCount(Math.max(0, length - needed.reduce<number>((a, b) => a + b, 0)), cells.length, rng);
  const counts = needed.map((each, index) => each + extra[index]);
  for (let lone = loneZero(cells, counts); lone >= 0; lone = loneZero(cells, counts)) {
    const others = counts.flatMap((count, index) => (count >= 1 && index !== lone ? [index] : []));
    counts[lone] -= 1;
    if (others.length > 0) counts[rng.pick(others)] += 1;
  }
  return counts;
}

function loneZero(cells: readonly number[], counts: readonly number[]): number {
  return counts.findIndex((count, index) => count === 1 && cells[index] === 0);
}

/** `count` whole numbers that add up to the value. */
export function partsOf(value: number, count: number, entropy: number, rng: Rng): number[] {
  if (count === 0) return [];
  if (count === 1) return [value];
  const least = Math.max(1, Math.log10(5 * Math.abs(Math.ceil(value / count)) + 1));
  const entropies = shareOut(rng, (entropy * count) / (count - 1), new Array(count).fill(1));
  const parts = entropies.map((each) => entropyInteger(rng, Math.max(least, each)));
  const missing = value - parts.reduce((a, b) => a + b, 0);
  return parts.map((part, index) => part + Math.floor((missing + index) / count));
}

function layOut(terms: readonly LinearTerm[], rng: Rng): LinearEquation {
  const left: LinearTerm[] = [];
  const right: LinearTerm[] = [];
  for (const [coefficient, letter] of terms) {
    if (rng.chance(0.5)) left.push([coefficient, letter]);
    else right.push([-coefficient + 0, letter]);
  }
  return { left: left.length === 0 ? [[0, '']] : left, right: right.length === 0 ? [[0, '']] : right };
}

/** Some of the numbers told first: their letters in the equations as typed, and the line that puts the values back. */
function hideNumbers(equations: readonly LinearEquation[], budget: Budget, desk: Desk): Omit<ToldSystem, 'x'> {
  const { rng } = desk;
  const terms = equations.flatMap(({ left, right }) => [...left, ...right]);
  const usable = terms.filter(([coefficient, letter]) => letter === '' || Math.abs(coefficient) !== 1);
  const count = budget.stages === 0 ? 0 : rng.int(1, Math.min(budget.stages, usable.length));
  const chosen = rng.shuffle(usable).slice(0, count);
  const budgets = count === 0 ? [] : splitBudget(budget, count, rng);
  const names = new Map<LinearTerm, string>();
  const told = chosen.map((term, index) => {
    const each = desk.number(rational(Math.abs(term[0])), budgets[index]);
    if (budgets[index].stages > 0) names.set(term, `${term[0] < 0 ? '-' : ''}${each.name}${term[1]}`);
    return each;
  });
  const { sentences, steps } = gather(told, rng);
  const put = equations.flatMap((equation, index) => {
    const touched = [...equation.left, ...equation.right].some((term) => names.has(term));
    const name = equations.length > 1 ? `equation ${index + 1}` : 'the equation';
    return touched ? [`Put the values into ${name}: $${writeEquation(equation)}$`] : [];
  });
  const write = (side: readonly LinearTerm[]) => sum(...side.map((term) => names.get(term) ?? writeTerms([term])));
  return {
    written: equations.map(({ left, right }) => `${write(left)} = ${write(right)}`),
    sentences,
    steps: [...steps, ...put],
  };
}
