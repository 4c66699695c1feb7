/** Linear equations in which letters stand for some of the numbers, which are told in sentences before. */
import { tellNumber } from './composed.ts';
import { type LinearEquation, type LinearTerm, writeEquation, writeTerms } from './linear-terms.ts';
import { sum } from './polynomial.ts';
import type { Rng } from './rng.ts';

export interface ToldEquations {
  /** "Let a = 5 - 2. Suppose 4b = 8. ", with a blank at the end; empty when nothing is told. */
  readonly told: string;
  /** As typed, with the letters in place. */
  readonly written: readonly string[];
  /** The values of the letters, then the equations with the numbers put in. */
  readonly steps: readonly string[];
}

type Spot = readonly [equation: number, side: 'left' | 'right', index: number];

/** Hides at most `count` numbers of the equations behind letters; two numbers are told in one stage each. */
export function hideNumbers(equations: readonly LinearEquation[], count: number, rng: Rng, letters: string[]): ToldEquations {
  const spots: Spot[] = equations.flatMap((equation, at) =>
    (['left', 'right'] as const).flatMap((side) => equation[side].map((_, index): Spot => [at, side, index])),
  );
  const usable = spots.filter(([at, side, index]) => isTellable(equations[at][side][index]));
  const hidden = rng.shuffle(usable).slice(0, count);
  const depth = hidden.length === 1 ? rng.int(1, 2) : 1;
  const names = new Map<LinearTerm, string>();
  const sentences: string[] = [];
  const steps: string[] = [];
  for (const [at, side, index] of hidden) {
    const each = equations[at][side][index];
    const negated = each[0] < 0 && rng.chance(0.5);
    const told = tellNumber(negated ? -each[0] : each[0], rng, letters, depth);
    names.set(each, `${negated ? '-' : ''}${told.letter}${each[1]}`);
    sentences.push(...told.sentences);
    steps.push(...told.steps);
  }
  const touched = new Set(hidden.map(([at]) => at));
  for (const at of [...touched].sort()) {
    const name = equations.length > 1 ? `equation ${at + 1}` : 'the equation';
    steps.push(`Put the values into ${name}: $${writeEquation(equations[at])}$`);
  }
  const write = (terms: readonly LinearTerm[]) => sum(...terms.map((each) => names.get(each) ?? writeTerms([each])));
  return {
    told: sentences.map((sentence) => `${sentence} `).join(''),
    written: equations.map(({ left, right }) => `${write(left)} = ${write(right)}`),
    steps,
  };
}

function isTellable([coefficient, letter]: LinearTerm): boolean {
  return Math.abs(coefficient) <= 300 && coefficient !== 0 && (letter === '' || Math.abs(coefficient) > 1);
}
