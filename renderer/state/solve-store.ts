/** The solve on screen and what can be done to it. Knows calls and records, not React. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { CallErrorData } from '#app/protocol/calls.ts';
import { MAX_SAMPLES, type SolveOptions, type SolveRecord, type SolveStatus } from '#app/protocol/solve.ts';
import type { Connection } from '../transport/connection.ts';
import { callFailure } from './call-failure.ts';
import type { Environment } from './environment.ts';
import { RecordSync } from './record-sync.ts';

export interface SolveState {
  readonly record: SolveRecord | null;
  /** A call that will change `record` is on its way. */
  readonly busy: boolean;
  /** Why the last call failed; null after the next one. */
  readonly failure: CallErrorData | null;
}

export interface SolveStore extends StoreApi<SolveState> {
  start(problem: string, options: Partial<SolveOptions>): Promise<SolveRecord | null>;
  open(id: string): Promise<SolveRecord | null>;
  stop(): Promise<void>;
  /** Stops every solve that runs or waits, also those not on screen. */
  stopAll(): Promise<void>;
  /** Draws more samples of the shown problem, as many as the limit still allows. */
  more(samples: number): Promise<void>;
  /** Leaves the record for an empty screen; it goes on running. */
  clear(): void;
  /** Says why a problem is not even sent, as the backend would. */
  refuse(kind: 'empty-problem' | 'problem-too-long'): void;
  dismissFailure(): void;
}

/** As many entries as one call gives. */
const MOST_ENTRIES = 500;

export const isActiveStatus = (status: SolveStatus): boolean => status === 'queued' || status === 'running';
export const isActive = (record: SolveRecord | null): boolean => record !== null && isActiveStatus(record.status);

/** A solve that failed before anything was written has no steps or votes to show. */
export const hasSamplesToShow = ({ status, samples }: SolveRecord): boolean =>
  samples.length > 0 && (status !== 'failed' || samples.some(({ steps, tail }) => steps.length > 0 || tail !== ''));

export function createSolveStore(connection: Connection, environment: Environment): SolveStore {
  const store = createStore<SolveState>(() => ({ record: null, busy: false, failure: null }));
  let frameAsked = false;
  const sync = new RecordSync((id) => connection.call('history.open', { id }), commitOnceAFrame);

  function commitOnceAFrame(): void {
    if (frameAsked) return;
    frameAsked = true;
    environment.nextFrame(() => {
      frameAsked = false;
      store.setState({ record: sync.record });
    });
  }

  function show(record: SolveRecord | null): void {
    sync.follow(record);
    store.setState({ record: sync.record, busy: false });
  }

  /** Runs one call that gives the record to show; a later call overtakes an earlier one. */
  let turn = 0;
  async function load(ask: () => Promise<SolveRecord>): Promise<SolveRecord | null> {
    const mine = ++turn;
    store.setState({ busy: true, failure: null });
    try {
      const record = await ask();
      if (mine === turn) show(record);
      return record;
    } catch (error) {
      if (mine === turn) store.setState({ busy: false, failure: callFailure(error) });
      return null;
    }
  }

  connection.subscribe((event) => {
    if (event.type === 'solve') sync.receive(event.patch);
  });
  connection.onLink((up) => up && void sync.refetch());

  return {
    ...store,
    start: (problem, options) => load(() => connection.call('solve.start', { problem, options })),
    open: (id) => load(() => connection.call('history.open', { id })),
    async stop() {
      const record = sync.record;
      if (record === null || !isActive(record)) return;
      try {
        await connection.call('solve.stop', { id: record.id });
      } catch (error) {
        store.setState({ failure: callFailure(error) });
      }
    },
    async stopAll() {
      try {
        const entries = await connection.call('history.list', { query: '', limit: MOST_ENTRIES });
        const active = entries.filter(({ status }) => isActiveStatus(status));
        await Promise.all(active.map(({ id }) => connection.call('solve.stop', { id })));
      } catch (error) {
        store.setState({ failure: callFailure(error) });
      }
    },
    async more(samples) {
      const record = sync.record;
      const room = MAX_SAMPLES - (record?.tally.asked ?? 0);
      if (record === null || room < 1) return;
      await load(() => connection.call('solve.more', { id: record.id, samples: Math.min(samples, room) }));
    },
    clear() {
      turn++;
      show(null);
      store.setState({ failure: null });
    },
    refuse: (kind) => store.setState({ failure: { kind, message: kind, data: {} } }),
    dismissFailure: () => store.setState({ failure: null }),
  };
}
