/**
 * A problem family: a kind of question, made with its worked solution. The same families serve training, practice
 * in the app and `quorum generate`. This file knows how a problem is put together; the maths is in `families/`.
 */
import { makeRng, type Rng } from './rng.ts';
import { typeAsStudent } from './typing.ts';

export interface Family {
  /** Kebab-case, stable: stored in histories and benchmark files. */
  readonly id: string;
  readonly topic: Topic;
  readonly title: string;
  /** What each level adds, easiest first; level n is index n - 1. */
  readonly levels: readonly string[];
  /**
   * Question templates. `<name>` stands for maths (given as LaTeX by `make`, typed in the learner's manner), `{name}`
   * for words taken as they are. Some are kept out of training: see HELD_OUT_EVERY.
   */
  readonly phrasings: readonly string[];
  make(rng: Rng, level: number): Worked;
}

export type Topic =
  | 'arithmetic'
  | 'fractions'
  | 'number'
  | 'algebra'
  | 'geometry'
  | 'trigonometry'
  | 'calculus'
  | 'data'
  | 'words'
  | 'other';

export interface Worked {
  /** LaTeX for each `<name>` of the phrasings, without dollar signs. */
  readonly maths: Readonly<Record<string, string>>;
  /** Text for each `{name}` of the phrasings; maths in it stands between `\\(` and `\\)`, as LaTeX. */
  readonly words?: Readonly<Record<string, string>>;
  /**
   * The solution, one step a line, without the final boxed line. A line is `reason: $maths$`; a line that begins with
   * "> " is scratch work (column sums, trial divisions) that a learner may fold away.
   */
  readonly steps: readonly string[];
  /** The answer as LaTeX, in the one canonical form of its family. */
  readonly answer: string;
}

export interface Problem {
  readonly family: string;
  readonly level: number;
  /** Index of the phrasing used. */
  readonly phrasing: number;
  readonly question: string;
  /** Every line of the solution, the last one `$\boxed{answer}$`. */
  readonly steps: readonly string[];
  readonly answer: string;
}

/** Phrasing i is kept out of training when i % HELD_OUT_EVERY === HELD_OUT_EVERY - 1. */
export const HELD_OUT_EVERY = 8;

/** Training draws its seeds below this; those from here on are left to benchmarks. */
export const TRAINING_SEEDS = 2 ** 30;

export interface GenerateOptions {
  readonly seed: number;
  /** 1 to levels.length; drawn uniformly when absent. */
  readonly level?: number;
  /** Which phrasings to draw from. */
  readonly phrasings?: 'seen' | 'held-out' | 'all';
}

/** Makes one problem; the same family, seed and options give the same problem. */
export function generateProblem(family: Family, options: GenerateOptions): Problem {
  const rng = makeRng(options.seed);
  const level = options.level ?? rng.int(1, family.levels.length);
  const worked = family.make(rng, level);
  const phrasing = rng.pick(phrasingIndexes(family, options.phrasings ?? 'seen'));
  const question = typeAsStudent(family.phrasings[phrasing], worked, rng);
  return {
    family: family.id,
    level,
    phrasing,
    question,
    steps: [...worked.steps, `$\\boxed{${worked.answer}}$`],
    answer: worked.answer,
  };
}

function phrasingIndexes(family: Family, which: 'seen' | 'held-out' | 'all'): number[] {
  const all = family.phrasings.map((_, index) => index);
  if (which === 'all') return all;
  const heldOut = (index: number) => index % HELD_OUT_EVERY === HELD_OUT_EVERY - 1;
  return all.filter((index) => heldOut(index) === (which === 'held-out'));
}
