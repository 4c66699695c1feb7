/** What can be done at a step or with the question, where it touches more than one store. Knows no React. */
import type { SampleRecord, SolveRecord } from '#app/protocol/solve.ts';
import { readStepLine } from '#tutor/problem/read-step-line.ts';
import { shownSample } from './selection-store.ts';
import { isActiveStatus, roomFor } from './solve-store.ts';
import { bringUp, type Stores } from './stores.ts';
import { typedNumbers } from './typed-numbers.ts';

/** The sample on screen with its record; null when there is none. */
export function shown({ solve, selection }: Stores): { readonly record: SolveRecord; readonly sample: SampleRecord } | null {
  const { record } = solve.getState();
  const sample = record === null ? null : shownSample(record, selection.getState().sample);
  return record === null || sample === null ? null : { record, sample };
}

/** Place of the first failing step after a place, or from the start again; null when none fails. */
export function nextFailing({ steps }: SampleRecord, place: number | null): number | null {
  const failing = steps.flatMap(({ check }, at) => (check === 'fails' ? [at] : []));
  return failing.find((at) => at > (place ?? -1)) ?? failing[0] ?? null;
}

/** A step can be drawn anew when something comes before it: without, it is a new sample like any other. */
export const canTryAgain = (record: SolveRecord, place: number): boolean => place > 0 && roomFor(record) > 0;

export const canDrawAgain = ({ status }: SampleRecord): boolean => status !== 'waiting' && status !== 'running';

/** New samples keep the steps before this one and go on with other noise; the first of them comes on screen. */
export async function tryAgainFrom(stores: Stores, place: number): Promise<void> {
  const now = shown(stores);
  if (now !== null && canTryAgain(now.record, place)) await goOn(stores, now.sample, place, null);
}

/** New samples go on after a step as the learner rewrote it. @param typed keyboard maths, LaTeX or text with `$…$` */
export async function goOnFromLine(stores: Stores, place: number, typed: string): Promise<void> {
  const now = shown(stores);
  if (now === null || typed.trim() === '') return;
  stores.selection.rewrite(null);
  await goOn(stores, now.sample, place, readStepLine(typedNumbers(typed, stores.settings.getState().settings.language)));
}

export async function drawAgain(stores: Stores): Promise<void> {
  const now = shown(stores);
  if (now === null || !canDrawAgain(now.sample)) return;
  stores.selection.choose(now.sample.index);
  await stores.solve.redraw(now.sample.index);
}

/** Solves another wording of the question on screen; what was solved stays in the history, one press away. */
export async function changeQuestion(stores: Stores, typed: string): Promise<void> {
  const { record } = stores.solve.getState();
  const problem = typedNumbers(typed, stores.settings.getState().settings.language);
  stores.selection.change(false);
  if (record === null || problem.trim() === '' || problem === record.problem) return;
  if (isActiveStatus(record.status)) await stores.solve.stop();
  stores.selection.reset();
  stores.settings.type(typed);
  await stores.solve.start(problem, record.options, record.id);
}

/** Back to the solve whose question was changed into this one. */
export async function backToEarlier(stores: Stores): Promise<void> {
  const id = stores.solve.getState().record?.editedFrom;
  if (id !== undefined) await bringUp(stores, id);
}

async function goOn(stores: Stores, sample: SampleRecord, keep: number, line: string | null): Promise<void> {
  const first = await stores.solve.branch(sample.index, keep, line);
  if (first === null) return;
  stores.selection.choose(first.index);
  stores.selection.goToStep(first.steps.length - 1, first.steps.length);
}
