/** All stores over one connection, and what they do together: first load, and the moves that touch more than one. */
import type { HistoryEntry } from '#app/protocol/calls.ts';
import { MAX_PROBLEM_LENGTH } from '#app/protocol/solve.ts';
import type { Connection } from '../transport/connection.ts';
import type { Environment } from './environment.ts';
import { createHistoryStore, type HistoryStore } from './history-store.ts';
import { createPracticeStore, type PracticeStore } from './practice-store.ts';
import { createSelectionStore, type SelectionStore } from './selection-store.ts';
import { createSettingsStore, type SettingsStore } from './settings-store.ts';
import { createSolveStore, isActiveStatus, type SolveStore } from './solve-store.ts';
import { createStatusStore, type StatusStore } from './status-store.ts';
import { createViewStore, type ViewStore } from './view-store.ts';

export interface Stores {
  readonly solve: SolveStore;
  readonly history: HistoryStore;
  readonly settings: SettingsStore;
  readonly status: StatusStore;
  readonly selection: SelectionStore;
  readonly practice: PracticeStore;
  readonly view: ViewStore;
}

export function createStores(connection: Connection, environment: Environment): Stores {
  return {
    solve: createSolveStore(connection, environment),
    history: createHistoryStore(connection, environment),
    settings: createSettingsStore(connection, environment),
    status: createStatusStore(connection, environment),
    selection: createSelectionStore(),
    practice: createPracticeStore(connection),
    view: createViewStore(),
  };
}

/**
 * Each part may fail alone: a history that cannot be read does not keep anyone from solving. A solve that goes on, as
 * after a reload, comes back on screen.
 */
export async function loadAll(stores: Stores): Promise<void> {
  await Promise.allSettled([stores.settings.load(), stores.status.load(), stores.history.load(), stores.practice.load()]);
  const running = stores.history.getState().entries.find(({ status }) => isActiveStatus(status));
  const { record, busy } = stores.solve.getState();
  if (running !== undefined && record === null && !busy) await bringUp(stores, running.id);
}

export async function startSolve(stores: Stores): Promise<void> {
  const { settings, draft } = stores.settings.getState();
  if (draft.trim() === '') return stores.solve.refuse('empty-problem');
  if (draft.length > MAX_PROBLEM_LENGTH) return stores.solve.refuse('problem-too-long');
  stores.selection.reset();
  await stores.solve.start(draft, settings.solve);
}

/** Shows an earlier solve, and its problem in the box unless something unsolved is being typed there. */
export async function openSolve(stores: Stores, id: string): Promise<void> {
  stores.view.show('solve');
  await bringUp(stores, id);
}

async function bringUp(stores: Stores, id: string): Promise<void> {
  const { draft } = stores.settings.getState();
  const shown = stores.solve.getState().record?.problem ?? '';
  stores.selection.reset();
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

export function newProblem(stores: Stores): void {
  stores.view.show('solve');
  stores.selection.reset();
  stores.solve.clear();
  stores.settings.type('');
}
