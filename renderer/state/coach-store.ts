/**
 * Where a learner stands on the ladder of hints of one solve: the step that comes next, the hints given for it, the last
 * try. Each hint asks for a try first, unless the learner lets it be skipped. Knows calls, not React.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { CallErrorData } from '#app/protocol/calls.ts';
import type { Attempt, Ladder, RungKind } from '#app/protocol/coach.ts';
import type { SolveRecord } from '#app/protocol/solve.ts';
import type { Connection } from '../transport/connection.ts';
import { callFailure } from './call-failure.ts';

export interface CoachState {
  /** A solve is kept out of sight; `id` is null until it has begun. */
  readonly on: boolean;
  readonly id: string | null;
  /** undefined: not asked for yet; null: the samples give no hints that could be trusted. */
  readonly ladder: Ladder | null | undefined;
  /** Place of the step that comes next. */
  readonly step: number;
  /** Rungs given for that step. */
  readonly given: number;
  /** A line was tried since the last hint. */
  readonly tried: boolean;
  readonly attempt: (Attempt & { readonly outcome: Outcome }) | null;
  readonly busy: boolean;
  readonly failure: CallErrorData | null;
  readonly hints: number;
  readonly skipped: number;
}

/** step: it is a step of the solution; known: one that is there already; answer: the last one; aside: it holds, elsewhere. */
export type Outcome = 'step' | 'known' | 'answer' | 'aside' | 'fails' | 'unknown';

export interface CoachStore extends StoreApi<CoachState> {
  /** Keeps a solve out of sight, the next one to start for null. */
  begin(id: string | null): void;
  /** Shows everything. */
  end(): void;
  fetchLadder(): Promise<void>;
  try(line: string): Promise<void>;
  /** The next hint for the step, or the step itself. */
  hint(): void;
}

const START: CoachState = {
  on: false,
  id: null,
  ladder: undefined,
  step: 0,
  given: 0,
  tried: false,
  attempt: null,
  busy: false,
  failure: null,
  hints: 0,
  skipped: 0,
};

export const isCoached = ({ on, id }: CoachState, record: SolveRecord | null): boolean =>
  on && record !== null && (id === null || id === record.id);

/** Every step of the solution is there. */
export const isClimbed = ({ ladder, step }: CoachState): boolean => !!ladder && step >= ladder.steps.length;

/** The hints given for the step that comes next, the whole step excepted. */
export const givenRungs = ({ ladder, step, given }: CoachState): readonly RungKind[] =>
  ladder?.steps[step]?.rungs.slice(0, given) ?? [];

export const nextRung = ({ ladder, step, given }: CoachState): RungKind | null => ladder?.steps[step]?.rungs[given] ?? null;

export function createCoachStore(connection: Connection): CoachStore {
  const store = createStore<CoachState>(() => START);

  /** Runs a call and drops its answer when the learner has gone on to another solve. */
  async function ask(work: (id: string) => Promise<void>): Promise<void> {
    const { id } = store.getState();
    if (id === null) return;
    store.setState({ busy: true, failure: null });
    try {
      await work(id);
    } catch (error) {
      if (store.getState().id === id) store.setState({ failure: callFailure(error) });
    }
    if (store.getState().id === id) store.setState({ busy: false });
  }

  return {
    ...store,
    begin: (id) => store.setState({ ...START, on: true, id }),
    end: () => store.setState(START),
    fetchLadder: () =>
      ask(async (id) => {
        const { ladder } = await connection.call('coach.ladder', { id, sample: null });
        if (store.getState().id === id) store.setState({ ladder });
      }),
    try: (line) =>
      ask(async (id) => {
        const { ladder, step } = store.getState();
        const blank = givenRungs(store.getState()).includes('blank');
        const attempt = await connection.call('coach.attempt', { id, line, sample: ladder?.sample ?? null, step, blank });
        const moved = attempt.place !== null && attempt.place.sample !== ladder?.sample;
        const next = moved
          ? (await connection.call('coach.ladder', { id, sample: attempt.place?.sample ?? null })).ladder
          : ladder;
        if (store.getState().id === id) store.setState(afterTry({ ...store.getState(), ladder: next }, attempt, moved));
      }),
    hint() {
      const state = store.getState();
      const rung = nextRung(state);
      if (rung === null) return;
      const counts = { hints: state.hints + 1, skipped: state.skipped + (state.tried ? 0 : 1), attempt: null, tried: false };
      store.setState(rung === 'full' ? { ...counts, step: state.step + 1, given: 0 } : { ...counts, given: state.given + 1 });
    },
  };
}

function afterTry(state: CoachState, attempt: Attempt, moved: boolean): Partial<CoachState> {
  const { place } = attempt;
  const { ladder } = state;
  if (place === null || !ladder) {
    const outcome = attempt.verdict === 'holds' ? 'aside' : attempt.verdict;
    return { attempt: { ...attempt, outcome }, tried: true };
  }
  if (!moved && place.step < state.step) return { attempt: { ...attempt, outcome: 'known' }, tried: true };
  const step = place.step + 1;
  const outcome = step >= ladder.steps.length ? 'answer' : 'step';
  return { ladder, step, given: 0, tried: false, attempt: { ...attempt, outcome } };
}
