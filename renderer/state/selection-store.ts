/** Which sample and which step the learner looks at. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { SampleRecord, SolveRecord } from '#app/protocol/solve.ts';
import { isActive } from './solve-store.ts';

export interface SelectionState {
  /** Index of the sample chosen by the learner; null: the one that speaks best for the vote. */
  readonly sample: number | null;
  /** Place of the current step in the shown sample; null: none. */
  readonly step: number | null;
  /** Whether working is unfolded, and the places of the steps for which it is the other way round. */
  readonly working: { readonly open: boolean; readonly except: ReadonlySet<number> };
  /** Place of the step whose line is being rewritten; null: none. */
  readonly rewriting: number | null;
  /** The question itself is being changed. */
  readonly changing: boolean;
  /** Place of the step that is about to be copied; null: none. */
  readonly copying: number | null;
  /** The question in which form the solution is to be exported is open. */
  readonly exporting: boolean;
  /** Indexes of the two samples being compared; null: none. */
  readonly comparing: { readonly left: number; readonly right: number } | null;
}

export interface SelectionStore extends StoreApi<SelectionState> {
  choose(sample: number): void;
  /** Makes a step the current one, within a sample of so many. */
  goToStep(place: number, steps: number): void;
  /** Unfolds the working of one step, or folds it. */
  toggleWorking(place: number): void;
  toggleAllWorking(): void;
  /** Opens a step's line for rewriting, or closes it. */
  rewrite(step: number | null): void;
  /** Opens the question for changing, or closes it. */
  change(open: boolean): void;
  moveStep(by: number, steps: number): void;
  /** Opens the question how a step is to be copied, or closes it. */
  copy(step: number | null): void;
  /** Opens the comparison of two samples, or closes it. */
  compare(pair: SelectionState['comparing']): void;
  export(open: boolean): void;
  reset(): void;
}

const FOLDED = { open: false, except: new Set<number>() };
const NOTHING: SelectionState = {
  sample: null,
  step: null,
  working: FOLDED,
  rewriting: null,
  changing: false,
  copying: null,
  exporting: false,
  comparing: null,
};

/** Whether the working of the step at a place is unfolded. */
export const isUnfolded = ({ open, except }: SelectionState['working'], place: number): boolean => open !== except.has(place);

export function createSelectionStore(): SelectionStore {
  const store = createStore<SelectionState>(() => NOTHING);
  const goToStep = (place: number, steps: number) =>
    store.setState({ step: steps === 0 ? null : Math.min(Math.max(place, 0), steps - 1) });
  return {
    ...store,
    choose: (sample) =>
      store.setState(({ working }) => ({
        sample,
        step: null,
        rewriting: null,
        working: { open: working.open, except: new Set() },
      })),
    goToStep,
    toggleWorking: (place) =>
      store.setState(({ working }) => ({ working: { ...working, except: toggled(working.except, place) } })),
    toggleAllWorking: () => store.setState(({ working }) => ({ working: { open: !working.open, except: new Set() } })),
    rewrite: (rewriting) => store.setState({ rewriting }),
    change: (changing) => store.setState({ changing }),
    moveStep(by, steps) {
      if (steps === 0) return;
      const { step } = store.getState();
      goToStep(step === null ? (by > 0 ? 0 : steps - 1) : step + by, steps);
    },
    copy: (copying) => store.setState({ copying }),
    export: (exporting) => store.setState({ exporting }),
    compare: (comparing) => store.setState({ comparing }),
    reset: () => store.setState(NOTHING),
  };
}

function toggled(places: ReadonlySet<number>, place: number): ReadonlySet<number> {
  const next = new Set(places);
  if (!next.delete(place)) next.add(place);
  return next;
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
