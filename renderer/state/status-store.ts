/** The engine's state as the bottom strip shows it: at most four updates a second, none while nobody looks. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AppStatus } from '#app/protocol/calls.ts';
import type { Connection } from '../transport/connection.ts';
import type { Environment } from './environment.ts';

const SHORTEST_PAUSE_MS = 250;

export interface StatusState {
  /** null until the backend has answered. */
  readonly status: AppStatus | null;
  readonly connected: boolean;
}

export interface StatusStore extends StoreApi<StatusState> {
  load(): Promise<void>;
}

export function createStatusStore(connection: Connection, environment: Environment): StatusStore {
  const store = createStore<StatusState>(() => ({ status: null, connected: true }));
  let latest: AppStatus | null = null;
  let resting = false;

  function commit(): void {
    if (resting || latest === null || !environment.visible()) return;
    store.setState({ status: latest });
    latest = null;
    resting = true;
    environment.after(SHORTEST_PAUSE_MS, () => {
      resting = false;
      commit();
    });
  }

  async function load(): Promise<void> {
    latest = await connection.call('status.get', {});
    commit();
  }

  connection.subscribe((event) => {
    if (event.type !== 'status') return;
    latest = event.status;
    commit();
  });
  connection.onLink((up) => {
    store.setState({ connected: up });
    if (up) load().catch(() => undefined);
  });
  environment.onVisible(commit);

  return { ...store, load };
}
