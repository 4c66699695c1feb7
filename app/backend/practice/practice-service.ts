/**
 * Practice: picks the next exercise (what is due comes first), has answers judged, and keeps what went wrong. It alone
 * holds the right answers: the interface gets a solution only when it asks to give up or has answered.
 */
import { CallError } from '#app/protocol/calls.ts';
import type { Exercise, Practice, PracticeChoice, PracticeTry } from '#app/protocol/practice.ts';
import type { StepRecord } from '#app/protocol/solve.ts';
import type { Family } from '#tutor/curriculum/family.ts';
import { makeExercise, PRACTICE_FAMILIES } from '#tutor/practice/exercise.ts';
import type { Judgement } from '#tutor/practice/judge-answer.ts';
import { isSameProblem, schedule } from '#tutor/practice/schedule.ts';
import { answerToLatex } from '#tutor/problem/read-answer.ts';
import type { SampleChecker } from '../sample-checks.ts';
import type { PracticeSession, PracticeStore, StoredCard } from './practice-store.ts';

export interface AnswerJudge {
  judge(given: string, expected: string, question: string): Promise<Judgement>;
}

export interface PracticeTools {
  readonly store: PracticeStore;
  readonly checker: AnswerJudge & Pick<SampleChecker, 'checkStep'>;
  /** A write failed (with its error), or works again (null). */
  readonly onSave: (error: Error | null) => void;
  /** Milliseconds since 1970; replaced in tests. */
  readonly now?: () => number;
  /** Uniform in [0, 1); replaced in tests. */
  readonly random?: () => number;
}

export type ShownExercise = Pick<Exercise, 'family' | 'level' | 'seed'>;

/** Tries of one exercise that are kept. */
const MAX_TRIES = 30;
const NOTHING: PracticeSession = { choice: { families: [], level: null }, exercise: null };
const FAMILY_BY_ID: ReadonlyMap<string, Family> = new Map(PRACTICE_FAMILIES.map((family) => [family.id, family]));

export class PracticeService {
  readonly #tools: PracticeTools;
  #session: PracticeSession;

  constructor(tools: PracticeTools) {
    this.#tools = tools;
    const kept = tools.store.session() ?? NOTHING;
    // A newer curriculum may make another problem of the same seed: the old question cannot be judged any more.
    const { exercise } = kept;
    this.#session = exercise !== null && remake(exercise)?.question !== exercise.question ? { ...kept, exercise: null } : kept;
  }

  get(): Practice {
    const { store } = this.#tools;
    const progress = store.progress();
    const due = new Map<string, number>();
    for (const { family } of store.dueCards(this.#now())) due.set(family, (due.get(family) ?? 0) + 1);
    const families = PRACTICE_FAMILIES.map(({ id, topic, title, levels }) => ({
      id,
      topic,
      title,
      levels: [...levels],
      ...(progress.get(id) ?? { attempts: 0, rightFirst: 0 }),
      due: due.get(id) ?? 0,
    }));
    return { families, ...this.#session };
  }

  choose({ families, level }: PracticeChoice): Practice {
    const known = [...new Set(families)].filter((id) => FAMILY_BY_ID.has(id));
    this.#keep({ ...this.#session, choice: { families: known, level } });
    return this.get();
  }

  /** @throws CallError when no family is chosen */
  next(): Practice {
    const { choice, exercise: last } = this.#session;
    const families = choice.families.flatMap((id) => FAMILY_BY_ID.get(id) ?? []);
    if (families.length === 0) {
      throw new CallError({ kind: 'nothing-chosen', message: 'Choose at least one kind of problem to practise.', data: {} });
    }
    this.#keep({ choice, exercise: this.#review(families, last) ?? this.#fresh(families, choice.level, last) });
    return this.get();
  }

  /** An exercise of one family, whatever is chosen. @throws CallError when there is no such family */
  start(id: string): Practice {
    const family = FAMILY_BY_ID.get(id);
    if (family === undefined) throw new CallError({ kind: 'unknown-family', message: 'This kind of problem is gone.', data: {} });
    const { choice } = this.#session;
    this.#keep({ choice, exercise: this.#fresh([family], choice.level, null) });
    return this.get();
  }

  /** Everything was erased. */
  forget(): void {
    this.#session = NOTHING;
  }

  async answer(shown: ShownExercise, typed: string): Promise<Practice> {
    const exercise = this.#shown(shown);
    if (exercise.tries.at(-1)?.verdict === 'right') return this.get();
    const { question, answer } = this.#made(exercise);
    const latex = answerToLatex(typed);
    const judgement = await this.#tools.checker.judge(latex, answer, question);
    // Another answer, or the next exercise, was quicker.
    if (this.#session.exercise !== exercise) return this.get();
    const attempt: PracticeTry = { typed, latex, ...judgement };
    const next = { ...exercise, tries: [...exercise.tries, attempt].slice(-MAX_TRIES) };
    const decides = judgement.verdict === 'right' || judgement.verdict === 'wrong';
    if (decides && !isSettled(exercise)) this.#settle(next, judgement.verdict === 'right');
    else this.#keep({ ...this.#session, exercise: next });
    return this.get();
  }

  async reveal(shown: ShownExercise): Promise<Practice> {
    const exercise = this.#shown(shown);
    if (exercise.solution !== null) return this.get();
    const solution = await this.#checkedSteps(exercise);
    if (this.#session.exercise !== exercise) return this.get();
    const next = { ...exercise, solution };
    if (isSettled(exercise)) this.#keep({ ...this.#session, exercise: next });
    else this.#settle(next, false);
    return this.get();
  }

  /** The longest due of the chosen families, but not the one just shown. */
  #review(families: readonly Family[], last: Exercise | null): Exercise | null {
    const ids = new Set(families.map(({ id }) => id));
    const card = this.#tools.store
      .dueCards(this.#now())
      .find((due) => ids.has(due.family) && !(last?.family === due.family && last.level === due.level && !isSettled(last)));
    const family = card === undefined ? undefined : FAMILY_BY_ID.get(card.family);
    if (card === undefined || family === undefined) return null;
    return newExercise(family, card.level, this.#seedFor(card), true);
  }

  #seedFor(card: StoredCard): number {
    return isSameProblem(card) ? card.seed : this.#seed();
  }

  #fresh(families: readonly Family[], level: number | null, last: Exercise | null): Exercise {
    const others = families.filter(({ id }) => id !== last?.family);
    const pool = others.length > 0 ? others : families;
    const family = pool[Math.floor(this.#random() * pool.length)];
    return newExercise(family, levelOf(family, level, this.#random()), this.#seed(), false);
  }

  #settle(exercise: Exercise, right: boolean): void {
    const { family, level, seed } = exercise;
    const session = { ...this.#session, exercise };
    this.#session = session;
    const at = this.#now();
    this.#write(() => {
      const card = schedule(this.#tools.store.card(family, level), right, at);
      this.#tools.store.record({ family, level, seed, right, at }, card, session);
    });
  }

  #keep(session: PracticeSession): void {
    this.#session = session;
    this.#write(() => this.#tools.store.saveSession(session));
  }

  /** Practice goes on where nothing can be written, and says so. */
  #write(work: () => void): void {
    try {
      work();
      this.#tools.onSave(null);
    } catch (error) {
      this.#tools.onSave(error instanceof Error ? error : new Error(String(error)));
    }
  }

  #shown({ family, level, seed }: ShownExercise): Exercise {
    const { exercise } = this.#session;
    if (exercise !== null && exercise.family === family && exercise.level === level && exercise.seed === seed) return exercise;
    throw new CallError({
      kind: 'another-exercise',
      message: 'Practice has gone on to another problem, perhaps in a second window. Reload to see it.',
      data: {},
    });
  }

  #made(exercise: Exercise) {
    const made = remake(exercise);
    if (made === null) throw new CallError({ kind: 'unknown-family', message: 'This kind of problem is gone.', data: {} });
    return made;
  }

  async #checkedSteps(exercise: Exercise): Promise<StepRecord[]> {
    const { question, steps } = this.#made(exercise);
    const checked: StepRecord[] = [];
    for (const [at, step] of steps.entries()) {
      const { verdict, note } = await this.#tools.checker.checkStep(step, { problem: question, previous: steps.slice(0, at) });
      checked.push({ ...step, scratch: [...step.scratch], check: verdict, ...(note === undefined ? {} : { note }) });
    }
    return checked;
  }

  #now(): number {
    return (this.#tools.now ?? Date.now)();
  }

  #random(): number {
    return (this.#tools.random ?? Math.random)();
  }

  #seed(): number {
    return Math.floor(this.#random() * 2 ** 32);
  }
}

/** The first answer that could be judged, or giving up, decides how an exercise went. */
function isSettled({ tries, solution }: Exercise): boolean {
  return solution !== null || tries.some(({ verdict }) => verdict === 'right' || verdict === 'wrong');
}

function levelOf({ levels }: Family, wanted: number | null, draw: number): number {
  return wanted === null ? 1 + Math.floor(draw * levels.length) : Math.min(wanted, levels.length);
}

function remake({ family: id, level, seed }: ShownExercise) {
  const family = FAMILY_BY_ID.get(id);
  return family === undefined || level > family.levels.length ? null : makeExercise(family, level, seed);
}

function newExercise(family: Family, level: number, seed: number, review: boolean): Exercise {
  const { question } = makeExercise(family, level, seed);
  return { family: family.id, title: family.title, level, seed, question, review, tries: [], solution: null };
}
