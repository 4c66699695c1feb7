/** The learner's own lines and what checking found about them. Knows calls, not React. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { CallErrorData } from '#app/protocol/calls.ts';
import { MAX_LINE_LENGTH, MAX_WORK_LINES, type Work } from '#app/protocol/coach.ts';
import { MAX_PROBLEM_LENGTH } from '#app/protocol/solve.ts';
import type { Connection } from '../transport/connection.ts';
import { callFailure } from './call-failure.ts';
import type { Environment } from './environment.ts';

/** Pause in writing after which the lines are saved, in ms. */
const SAVE_MS = 400;

export interface CheckedWork extends Work {
  readonly problem: string;
}

export interface WorkState {
  /** What stands in the box, one line of work a line. */
  readonly text: string;
  readonly checked: CheckedWork | null;
  readonly busy: boolean;
  readonly failure: CallErrorData | null;
  /** The model's own solution stands beside the checked lines. */
  readonly beside: boolean;
}

export interface WorkStore extends StoreApi<WorkState> {
  /** Kept after a pause, so that a restart does not lose it. */
  write(text: string): void;
  /** Brings back what was kept, unless something was written meanwhile. */
  restore(text: string): void;
  /** `read`: a line as the tutor reads it, from what was typed. */
  check(problem: string, read?: (line: string) => string): Promise<void>;
  openBeside(): void;
  /** Takes the findings off the screen; the lines stay. */
  dismiss(): void;
}

/** The lines that are sent: blank ones are only spacing. */
export const linesOf = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '');

export function createWorkStore(connection: Connection, environment: Environment): WorkStore {
  const store = createStore<WorkState>(() => ({ text: '', checked: null, busy: false, failure: null, beside: false }));
  const refuse = (kind: string) => store.setState({ failure: { kind, message: kind, data: {} }, checked: null });
  let turn = 0;
  let cancelSave = () => {};

  return {
    ...store,
    write(text) {
      store.setState({ text, failure: null });
      cancelSave();
      if (text.length > MAX_PROBLEM_LENGTH) return;
      cancelSave = environment.after(SAVE_MS, () => {
        // Lines that could not be saved are still on screen; the next keystroke tries again.
        connection.call('settings.set', { workLines: text }).catch(() => undefined);
      });
    },
    restore(text) {
      if (store.getState().text === '') store.setState({ text });
    },
    async check(problem, read = (line) => line) {
      const lines = linesOf(store.getState().text).map(read);
      if (lines.length === 0) return refuse('no-lines');
      if (lines.length > MAX_WORK_LINES || lines.some((line) => line.length > MAX_LINE_LENGTH)) return refuse('too-many-lines');
      const mine = ++turn;
      store.setState({ busy: true, failure: null, beside: false });
      try {
        const work = await connection.call('work.check', { problem, lines });
        if (mine === turn) store.setState({ busy: false, checked: { ...work, problem } });
      } catch (error) {
        if (mine === turn) store.setState({ busy: false, failure: callFailure(error) });
      }
    },
    openBeside: () => store.setState({ beside: true }),
    dismiss() {
      turn++;
      store.setState({ checked: null, busy: false, failure: null, beside: false });
    },
  };
}
