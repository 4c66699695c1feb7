/** The list of earlier problems, searched, with one delete that can be undone. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { HistoryEntry } from '#app/protocol/calls.ts';
import type { SolveMarks } from '#app/protocol/exchange.ts';
import type { Connection } from '../transport/connection.ts';
import type { Environment } from './environment.ts';
import { exportHistory, importHistory } from './history-transfer.ts';

const LIMIT = 200;
/** Pause after which a change of the history or of the search is fetched, in ms. */
const SETTLE_MS = 120;
/** How long a delete can be undone, in ms. */
export const UNDO_MS = 10_000;

export interface HistoryState {
  readonly entries: readonly HistoryEntry[];
  readonly query: string;
  /** Topics of the whole history, the most frequent first. */
  readonly topics: readonly { readonly topic: string; readonly count: number }[];
  /** The one that the list is narrowed to; null: all. */
  readonly topic: string | null;
  /** Deleted a moment ago and still to be had back. */
  readonly removed: HistoryEntry | null;
  /** The list could not be read. */
  readonly failed: boolean;
}

export interface HistoryStore extends StoreApi<HistoryState> {
  load(): Promise<void>;
  search(query: string): void;
  filter(topic: string | null): void;
  remove(entry: HistoryEntry): Promise<void>;
  undo(): Promise<void>;
  /** Names an entry or makes it a favourite; shown at once, taken back when it could not be kept. */
  mark(entry: HistoryEntry, marks: Partial<SolveMarks>): Promise<void>;
  /** @returns the whole history as the text of a file; null when it is empty */
  exportAll(): Promise<string | null>;
  /** @returns the ids of the solves in the file, which are now in the history */
  importText(text: string): Promise<readonly string[]>;
}

export function createHistoryStore(connection: Connection, environment: Environment): HistoryStore {
  const store = createStore<HistoryState>(() => ({
    entries: [],
    query: '',
    topics: [],
    topic: null,
    removed: null,
    failed: false,
  }));
  let cancelLoad = () => {};
  let cancelForget = () => {};

  async function load(): Promise<void> {
    const { query, topic } = store.getState();
    try {
      const [entries, topics] = await Promise.all([
        connection.call('history.list', { query, topic, limit: LIMIT }),
        connection.call('history.topics', {}),
      ]);
      const now = store.getState();
      if (now.query !== query || now.topic !== topic) return;
      // A topic whose last problem is gone narrows nothing any more.
      if (topic !== null && !topics.some((each) => each.topic === topic)) filter(null);
      else store.setState({ entries, topics, failed: false });
    } catch {
      store.setState({ failed: true });
    }
  }

  function filter(topic: string | null): void {
    store.setState({ topic });
    void load();
  }

  function loadSoon(): void {
    cancelLoad();
    cancelLoad = environment.after(SETTLE_MS, () => void load());
  }

  connection.subscribe((event) => {
    if (event.type === 'history') loadSoon();
  });
  connection.onLink((up) => up && loadSoon());

  return {
    ...store,
    load,
    filter,
    search(query) {
      store.setState({ query });
      loadSoon();
    },
    async remove(entry) {
      const { entries } = store.getState();
      store.setState({ entries: entries.filter(({ id }) => id !== entry.id), removed: entry });
      cancelForget();
      cancelForget = environment.after(UNDO_MS, () => store.setState({ removed: null }));
      try {
        await connection.call('history.delete', { id: entry.id });
      } catch {
        store.setState({ entries, removed: null });
      }
    },
    async mark(entry, marks) {
      const { entries } = store.getState();
      store.setState({ entries: entries.map((kept) => (kept.id === entry.id ? { ...kept, ...marks } : kept)) });
      try {
        await connection.call('history.mark', { id: entry.id, ...marks });
      } catch {
        store.setState({ entries });
      }
    },
    exportAll: () => exportHistory(connection),
    importText: (text) => importHistory(connection, text),
    async undo() {
      const { removed } = store.getState();
      if (removed === null) return;
      cancelForget();
      store.setState({ removed: null });
      try {
        await connection.call('history.restore', { id: removed.id });
      } finally {
        await load();
      }
    },
  };
}
