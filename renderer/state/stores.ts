/** All stores over one connection, and what they do together: first load, and the moves that touch more than one. */
import type { HistoryEntry } from '#app/protocol/calls.ts';
import { MAX_PROBLEM_LENGTH } from '#app/protocol/solve.ts';
import type { Connection } from '../transport/connection.ts';
import { type CoachStore, createCoachStore } from './coach-store.ts';
import type { Environment } from './environment.ts';
import { createGraphStore, type GraphStore } from './graph-store.ts';
import { createHistoryStore, type HistoryStore } from './history-store.ts';
import { createMachineStore, type MachineStore } from './machine-store.ts';
import { createModelsStore, type ModelsStore } from './models-store.ts';
import { createPracticeStore, type PracticeStore } from './practice-store.ts';
import { createSelectionStore, type SelectionStore } from './selection-store.ts';
import { createSettingsStore, type SettingsStore } from './settings-store.ts';
import { createSolveStore, isActiveStatus, type SolveStore } from './solve-store.ts';
import { createStatusStore, type StatusStore } from './status-store.ts';
import { typedNumbers } from './typed-numbers.ts';
import { createViewStore, type ViewStore } from './view-store.ts';
import { createWorkStore, type WorkStore } from './work-store.ts';

export interface Stores {
  readonly solve: SolveStore;
  readonly history: HistoryStore;
  readonly settings: SettingsStore;
  readonly status: StatusStore;
  readonly selection: SelectionStore;
  readonly work: WorkStore;
  readonly coach: CoachStore;
  readonly practice: PracticeStore;
  readonly view: ViewStore;
  readonly graph: GraphStore;
  readonly machine: MachineStore;
  readonly models: ModelsStore;
}

export function createStores(connection: Connection, environment: Environment): Stores {
  return {
    solve: createSolveStore(connection, environment),
    history: createHistoryStore(connection, environment),
    settings: createSettingsStore(connection, environment),
    status: createStatusStore(connection, environment),
    selection: createSelectionStore(),
    work: createWorkStore(connection, environment),
    coach: createCoachStore(connection),
    practice: createPracticeStore(connection),
    view: createViewStore(),
    graph: createGraphStore(connection, environment),
    machine: createMachineStore(connection),
    models: createModelsStore(connection, environment),
  };
}

/**
 * Each part may fail alone: a history that cannot be read does not keep anyone from solving. A solve that goes on, as
 * after a reload, comes back on screen.
 */
export async function loadAll(stores: Stores): Promise<void> {
  await Promise.allSettled([stores.settings.load(), stores.status.load(), stores.history.load(), stores.practice.load()]);
  stores.work.restore(stores.settings.getState().settings.workLines);
  const running = stores.history.getState().entries.find(({ status }) => isActiveStatus(status));
  const { record, busy } = stores.solve.getState();
  if (running !== undefined && record === null && !busy) {
    // What was kept out of sight stays there.
    if (stores.settings.getState().settings.mode === 'coach') stores.coach.begin(running.id);
    await bringUp(stores, running.id);
  }
}

export async function startSolve(stores: Stores): Promise<void> {
  const { mode, solve } = stores.settings.getState().settings;
  const problem = readyDraft(stores);
  if (problem === null) return;
  stores.selection.reset();
  if (mode === 'coach') stores.coach.begin(null);
  else stores.coach.end();
  const record = await stores.solve.start(problem, solve);
  if (mode !== 'coach') return;
  if (record === null) stores.coach.end();
  else stores.coach.begin(record.id);
}

/** The problem in the box; null when it cannot be sent, and the screen says why. */
export function readyDraft(stores: Stores): string | null {
  const { draft, settings } = stores.settings.getState();
  if (draft.trim() === '') stores.solve.refuse('empty-problem');
  else if (draft.length > MAX_PROBLEM_LENGTH) stores.solve.refuse('problem-too-long');
  else return typedNumbers(draft, settings.language);
  return null;
}

/** Shows an earlier solve, and its problem in the box unless something unsolved is being typed there. */
export async function openSolve(stores: Stores, id: string): Promise<void> {
  stores.view.show('solve');
  await bringUp(stores, id);
}

export async function bringUp(stores: Stores, id: string): Promise<void> {
  const { draft } = stores.settings.getState();
  const shown = stores.solve.getState().record?.problem ?? '';
  stores.selection.reset();
  stores.work.dismiss();
  const record = await stores.solve.open(id);
  if (record !== null && (draft.trim() === '' || draft === shown)) stores.settings.type(record.problem);
}

/** Deletes an earlier solve, and takes it off the screen if it is there. */
export async function removeSolve(stores: Stores, entry: HistoryEntry): Promise<void> {
  if (stores.solve.getState().record?.id === entry.id) {
    stores.selection.reset();
    stores.solve.clear();
  }
  await stores.history.remove(entry);
}

/** Puts an exercise to the model, on the Solve screen. */
export async function solveExercise(stores: Stores, question: string): Promise<void> {
  newProblem(stores);
  stores.settings.type(question);
  await startSolve(stores);
}

/** Brings up an exercise of the kind that a problem resembles. @returns whether there is one */
export async function practiseSimilar(stores: Stores, problem: string): Promise<boolean> {
  const found = await stores.practice.similar(problem);
  if (found) stores.view.show('practice');
  return found;
}

export function newProblem(stores: Stores): void {
  stores.view.show('solve');
  stores.selection.reset();
  stores.solve.clear();
  stores.work.dismiss();
  stores.settings.type('');
}
