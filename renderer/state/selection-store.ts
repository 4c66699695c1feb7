/** Which sample and which step the learner looks at. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { SampleRecord, SolveRecord } from '#app/protocol/solve.ts';
import { isActive } from './solve-store.ts';

export interface SelectionState {
  /** Index of the sample chosen by the learner; null: the one that speaks best for the vote. */
  readonly sample: number | null;
  /** Place of the current step in the shown sample; null: none. */
  readonly step: number | null;
  /** Place of the step that is about to be copied; null: none. */
  readonly copying: number | null;
  /** The question in which form the solution is to be exported is open. */
  readonly exporting: boolean;
  /** Indexes of the two samples being compared; null: none. */
  readonly comparing: { readonly left: number; readonly right: number } | null;
}

export interface SelectionStore extends StoreApi<SelectionState> {
  choose(sample: number): void;
  moveStep(by: number, steps: number): void;
  /** Opens the question how a step is to be copied, or closes it. */
  copy(step: number | null): void;
  /** Opens the comparison of two samples, or closes it. */
  compare(pair: SelectionState['comparing']): void;
  export(open: boolean): void;
  reset(): void;
}

const NOTHING: SelectionState = { sample: null, step: null, copying: null, exporting: false, comparing: null };

export function createSelectionStore(): SelectionStore {
  const store = createStore<SelectionState>(() => NOTHING);
  return {
    ...store,
    choose: (sample) => store.setState({ sample, step: null }),
    moveStep(by, steps) {
      if (steps === 0) return;
      const { step } = store.getState();
      const next = step === null ? (by > 0 ? 0 : steps - 1) : step + by;
      store.setState({ step: Math.min(Math.max(next, 0), steps - 1) });
    },
    copy: (copying) => store.setState({ copying }),
    export: (exporting) => store.setState({ exporting }),
    compare: (comparing) => store.setState({ comparing }),
    reset: () => store.setState(NOTHING),
  };
}

/**
 * The sample to show: the chosen one; while samples run, the one furthest along when watching began (the first); after
 * that the first that gave the leading answer, so that the steps on screen lead to the answer on screen.
 */
export function shownSample(record: SolveRecord, chosen: number | null): SampleRecord | null {
  const byIndex = (index: number) => record.samples.find((sample) => sample.index === index);
  if (chosen !== null) {
    const sample = byIndex(chosen);
    if (sample !== undefined) return sample;
  }
  const first = record.samples[0] ?? null;
  if (isActive(record)) return record.samples.find(({ status }) => status !== 'waiting') ?? first;
  const leading = record.tally.votes[0]?.samples ?? [];
  if (first !== null && leading.includes(first.index)) return first;
  return (leading.length > 0 ? byIndex(Math.min(...leading)) : undefined) ?? first;
}

/** Index of the sample before or after; null at either end. */
export function neighbourSample(record: SolveRecord, index: number, by: 1 | -1): number | null {
  const place = record.samples.findIndex((sample) => sample.index === index);
  return record.samples[place + by]?.index ?? null;
}
