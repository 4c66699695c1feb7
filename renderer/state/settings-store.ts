/** The learner's settings, and the problem being typed, which is kept with them so that a restart does not lose it. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import { type Settings, settingsSchema } from '#app/protocol/calls.ts';
import { MAX_PROBLEM_LENGTH } from '#app/protocol/solve.ts';
import type { Connection } from '../transport/connection.ts';
import type { Environment } from './environment.ts';

/** Pause in typing after which the draft is saved, in ms. */
const SAVE_DRAFT_MS = 400;

export interface SettingsState {
  readonly settings: Settings;
  /** What stands in the problem box. May be longer than can be saved. */
  readonly draft: string;
  /** What was set before all was set back; null when there is nothing to undo. */
  readonly beforeReset: Settings | null;
}

export interface SettingsStore extends StoreApi<SettingsState> {
  load(): Promise<void>;
  change(settings: Partial<Settings>): Promise<void>;
  type(draft: string): void;
  /** Sets everything back that the settings show; what is being typed stays. */
  reset(): Promise<void>;
  undoReset(): Promise<void>;
}

export function createSettingsStore(connection: Connection, environment: Environment): SettingsStore {
  const store = createStore<SettingsState>(() => ({ settings: settingsSchema.parse({}), draft: '', beforeReset: null }));
  let cancelSave = () => {};
  let typed = false;
  // What was chosen on this page: newer than any settings still on their way from the backend.
  let chosen: Partial<Settings> = {};

  async function change(change: Partial<Settings>): Promise<void> {
    const before = { settings: store.getState().settings, chosen };
    chosen = { ...chosen, ...change };
    store.setState({ settings: { ...before.settings, ...change }, beforeReset: null });
    try {
      store.setState({ settings: { ...(await connection.call('settings.set', change)), ...chosen } });
    } catch {
      chosen = before.chosen;
      store.setState({ settings: before.settings });
    }
  }

  return {
    ...store,
    async load() {
      const settings = { ...(await connection.call('settings.get', {})), ...chosen };
      // What was typed while the settings were on their way is newer than the saved draft.
      store.setState(typed ? { settings } : { settings, draft: settings.draft });
    },
    change,
    async reset() {
      const { settings } = store.getState();
      const { solve, theme, textSize, motion, adapter, language, tryFirst } = settingsSchema.parse({});
      await change({ solve, theme, textSize, motion, adapter, language, tryFirst });
      store.setState({ beforeReset: settings });
    },
    async undoReset() {
      const { beforeReset } = store.getState();
      if (beforeReset === null) return;
      const { draft: _, ...before } = beforeReset;
      await change(before);
    },
    type(draft) {
      typed = true;
      store.setState({ draft });
      cancelSave();
      if (draft.length > MAX_PROBLEM_LENGTH) return;
      cancelSave = environment.after(SAVE_DRAFT_MS, () => {
        // A draft that could not be saved is still on screen; the next keystroke tries again.
        connection.call('settings.set', { draft }).catch(() => undefined);
      });
    },
  };
}
