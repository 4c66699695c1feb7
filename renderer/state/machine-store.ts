/** What the settings show of this computer. Knows calls, not React. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { CallErrorData } from '#app/protocol/calls.ts';
import type { Adapter } from '#app/protocol/machine.ts';
import type { Connection } from '../transport/connection.ts';
import { callFailure } from './call-failure.ts';

export interface MachineState {
  /** The data folder; null until it is known. */
  readonly folder: string | null;
  /** `found` is null until the drivers have answered, and where they do not answer. */
  readonly adapters: { readonly asking: boolean; readonly found: readonly Adapter[] | null };
  /** Why the last call failed. */
  readonly failure: CallErrorData | null;
}

export interface MachineStore extends StoreApi<MachineState> {
  findFolder(): Promise<void>;
  openFolder(): Promise<void>;
  /** Asks the drivers, which takes seconds; once they answered, not again. */
  findAdapters(): Promise<void>;
  /** Deletes everything; `then` runs when it is gone. */
  erase(then: () => void): Promise<void>;
}

export function createMachineStore(connection: Connection): MachineStore {
  const store = createStore<MachineState>(() => ({ folder: null, adapters: { asking: false, found: null }, failure: null }));

  async function attempt(work: () => Promise<void>): Promise<void> {
    store.setState({ failure: null });
    try {
      await work();
    } catch (error) {
      store.setState({ failure: callFailure(error) });
    }
  }

  return {
    ...store,
    findFolder: () => attempt(async () => store.setState({ folder: (await connection.call('machine.folder', {})).path })),
    openFolder: () => attempt(async () => void (await connection.call('machine.open-folder', {}))),
    async findAdapters() {
      const { adapters } = store.getState();
      if (adapters.asking || adapters.found !== null) return;
      store.setState({ adapters: { asking: true, found: null } });
      await attempt(async () => {
        const answer = await connection.call('machine.adapters', {});
        store.setState({ adapters: { asking: false, found: answer.adapters } });
      });
      if (store.getState().adapters.asking) store.setState({ adapters: { asking: false, found: null } });
    },
    erase: (then) =>
      attempt(async () => {
        await connection.call('machine.erase', {});
        then();
      }),
  };
}
