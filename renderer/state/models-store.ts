/** The models at hand and what is being done with them. Knows calls, not React. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { CallErrorData } from '#app/protocol/calls.ts';
import type { Model, ModelActivity, ModelOptions } from '#app/protocol/models.ts';
import type { Connection } from '../transport/connection.ts';
import { callFailure } from './call-failure.ts';
import type { Environment } from './environment.ts';

/** How long a remove can be undone, in ms. */
export const UNDO_MS = 10_000;

export interface ModelsState {
  /** null until the list is known. */
  readonly models: readonly Model[] | null;
  readonly activity: ModelActivity;
  /** What stands in the box for a folder. */
  readonly path: string;
  readonly adding: boolean;
  /** The model added last. */
  readonly added: string | null;
  /** What the last check of a model's files found. */
  readonly checked: { readonly id: string; readonly files: number; readonly changed: readonly string[] } | null;
  /** Removed a moment ago and still to be had back. */
  readonly removed: Model | null;
  /** Why the last call failed; `id` null: about the folder in the box. */
  readonly failure: { readonly id: string | null; readonly error: CallErrorData } | null;
}

export interface ModelsStore extends StoreApi<ModelsState> {
  /** @param samples of a solve: what a model takes is reckoned for them */
  load(samples: number): Promise<void>;
  choose(id: string): Promise<void>;
  /** Ends the load under way. */
  cancel(): Promise<void>;
  type(path: string): void;
  /** Adds the folder in the box. */
  add(): Promise<void>;
  /** The desktop has a dialog for folders; a page in a browser has none. */
  readonly picksFolders: boolean;
  pickFolder(): Promise<void>;
  verify(id: string): Promise<void>;
  remove(model: Model): Promise<void>;
  undoRemove(): Promise<void>;
  set(id: string, options: ModelOptions): Promise<void>;
}

const IDLE: ModelActivity = { loading: null, hashing: null, failed: null };

export function createModelsStore(connection: Connection, environment: Environment): ModelsStore {
  const store = createStore<ModelsState>(() => ({
    models: null,
    activity: IDLE,
    path: '',
    adding: false,
    added: null,
    checked: null,
    removed: null,
    failure: null,
  }));
  let samples = 1;
  let asked = 0;
  let cancelForget = () => {};

  async function reload(): Promise<void> {
    const mine = ++asked;
    try {
      const { models, activity } = await connection.call('models.list', { samples });
      // An answer that was overtaken is older than what is on screen.
      if (mine === asked) store.setState({ models, activity });
    } catch (error) {
      if (mine === asked) store.setState({ failure: { id: null, error: callFailure(error) } });
    }
  }

  async function attempt(id: string | null, work: () => Promise<unknown>): Promise<boolean> {
    store.setState({ failure: null, checked: null, added: null });
    try {
      await work();
      return true;
    } catch (error) {
      store.setState({ failure: { id, error: callFailure(error) } });
      return false;
    }
  }

  async function add(): Promise<void> {
    const { path, adding } = store.getState();
    if (adding || path.trim() === '') return;
    store.setState({ adding: true });
    await attempt(null, async () => {
      const { id } = await connection.call('models.add', { path });
      await reload();
      store.setState({ path: '', added: id });
    });
    store.setState({ adding: false });
  }

  connection.subscribe((event) => {
    if (event.type !== 'models') return;
    const { loading, hashing } = store.getState().activity;
    store.setState({ activity: event.activity });
    const isProgress =
      (event.activity.loading !== null && loading !== null) || (event.activity.hashing !== null && hashing !== null);
    if (!isProgress && store.getState().models !== null) void reload();
  });
  connection.onLink((up) => {
    if (up && store.getState().models !== null) void reload();
  });

  return {
    ...store,
    load(wanted) {
      samples = wanted;
      return reload();
    },
    async choose(id) {
      await attempt(id, () => connection.call('models.choose', { id }));
    },
    async cancel() {
      await attempt(null, () => connection.call('models.cancel', {}));
    },
    type: (path) => store.setState({ path, failure: null }),
    add,
    picksFolders: connection.picksFolders === true,
    async pickFolder() {
      await attempt(null, async () => {
        const { path } = await connection.call('models.pick-folder', {});
        if (path === null) return;
        store.setState({ path });
        await add();
      });
    },
    async verify(id) {
      await attempt(id, async () => {
        const found = await connection.call('models.verify', { id });
        store.setState({ checked: { id, ...found } });
      });
    },
    async remove(model) {
      const { models } = store.getState();
      store.setState({ models: models?.filter(({ id }) => id !== model.id) ?? null, removed: model });
      cancelForget();
      cancelForget = environment.after(UNDO_MS, () => store.setState({ removed: null }));
      if (!(await attempt(model.id, () => connection.call('models.remove', { id: model.id })))) {
        store.setState({ models, removed: null });
      }
    },
    async undoRemove() {
      const { removed } = store.getState();
      if (removed === null) return;
      cancelForget();
      store.setState({ removed: null });
      await attempt(null, () => connection.call('models.restore', { id: removed.id }));
      await reload();
    },
    async set(id, options) {
      const models = store.getState().models?.map((model) => (model.id === id ? { ...model, options } : model)) ?? null;
      store.setState({ models });
      await attempt(id, () => connection.call('models.set', { id, options }));
      await reload();
    },
  };
}
