/** What each mode does with a problem, where it touches more than one store. */
import type { Mode } from '#app/protocol/coach.ts';
import { readyDraft, type Stores, startSolve } from './stores.ts';
import { typedNumbers } from './typed-numbers.ts';

/** Does what the mode says with the problem in the box. */
export async function submitProblem(stores: Stores): Promise<void> {
  const { settings } = stores.settings.getState();
  if (settings.mode !== 'work') return startSolve(stores);
  const problem = readyDraft(stores);
  if (problem === null) return;
  stores.selection.reset();
  stores.solve.clear();
  await stores.work.check(problem, (line) => typedNumbers(line, settings.language));
}

/** What the mode before found or opened goes off the screen with it. */
export function chooseMode(stores: Stores, mode: Mode): void {
  void stores.settings.change({ mode });
  stores.work.dismiss();
}

/** The model's own solution of a checked problem. */
export async function openSolutionBeside(stores: Stores, problem: string): Promise<void> {
  stores.work.openBeside();
  stores.selection.reset();
  await stores.solve.start(problem, stores.settings.getState().settings.solve);
}
