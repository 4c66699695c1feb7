/** The solve on screen and what can be done to it. Knows calls and records, not React. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { CallErrorData } from '#app/protocol/calls.ts';
import { MAX_SAMPLES, type SampleRecord, type SolveOptions, type SolveRecord, type SolveStatus } from '#app/protocol/solve.ts';
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
  /** `editedFrom`: the solve whose question was changed. */
  start(problem: string, options: Partial<SolveOptions>, editedFrom?: string): Promise<SolveRecord | null>;
  open(id: string): Promise<SolveRecord | null>;
  stop(): Promise<void>;
  /** Stops every solve that runs or waits, also those not on screen. */
  stopAll(): Promise<void>;
  /** Draws more samples of the shown problem, as many as the limit still allows. */
  more(samples: number): Promise<void>;
  /** New samples that keep the first steps of one, then a line of the learner's own if there is one. @returns the first of them */
  branch(sample: number, keep: number, line: string | null): Promise<SampleRecord | null>;
  /** Draws one sample again, in its place. */
  redraw(sample: number): Promise<void>;
  /** Leaves the record for an empty screen; it goes on running. */
  clear(): void;
  /** Says why a problem is not even sent, as the backend would. */
  refuse(kind: 'empty-problem' | 'problem-too-long'): void;
  dismissFailure(): void;
}

/** As many entries as one call gives. */
const MOST_ENTRIES = 500;

/** Samples that go on from a step at one press. */
export const BRANCH_SAMPLES = 4;

/** How many samples a solve can still be given. */
export const roomFor = ({ samples }: SolveRecord): number => MAX_SAMPLES - samples.length;

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
    start: (problem, options, editedFrom) =>
      load(() => connection.call('solve.start', { problem, options, ...(editedFrom === undefined ? {} : { editedFrom }) })),
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
      if (record === null || roomFor(record) < 1) return;
      await load(() => connection.call('solve.more', { id: record.id, samples: Math.min(samples, roomFor(record)) }));
    },
    async branch(sample, keep, line) {
      const record = sync.record;
      if (record === null || roomFor(record) < 1) return null;
      const samples = Math.min(BRANCH_SAMPLES, roomFor(record));
      const branched = await load(() => connection.call('solve.branch', { id: record.id, sample, keep, line, samples }));
      return branched?.samples[record.samples.length] ?? null;
    },
    async redraw(sample) {
      const record = sync.record;
      if (record !== null) await load(() => connection.call('solve.redraw', { id: record.id, sample }));
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
