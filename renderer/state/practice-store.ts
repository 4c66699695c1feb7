/** What is practised, the exercise on screen and the answer being typed. Knows calls, not React; right answers stay away. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { CallErrorData, CallName, CallParams } from '#app/protocol/calls.ts';
import { type Exercise, MAX_ANSWER_LENGTH, type Practice, type PracticeChoice, type Worksheet } from '#app/protocol/practice.ts';
import type { Connection } from '../transport/connection.ts';
import { callFailure } from './call-failure.ts';

export type PracticeMode = 'choose' | 'exercise' | 'sheet';

export interface PracticeState {
  /** null until it is read. */
  readonly practice: Practice | null;
  readonly mode: PracticeMode;
  /** The answer being typed. */
  readonly typed: string;
  readonly busy: boolean;
  readonly failure: CallErrorData | null;
  readonly sheet: Worksheet | null;
}

export interface PracticeStore extends StoreApi<PracticeState> {
  load(): Promise<void>;
  show(mode: PracticeMode): void;
  choose(choice: PracticeChoice): Promise<void>;
  type(typed: string): void;
  /** What Enter means: check the answer as `read` reads it, or go on where there is nothing left to check. */
  submit(read?: (typed: string) => string): Promise<void>;
  next(): Promise<void>;
  reveal(): Promise<void>;
  /** An exercise of the kind that a problem resembles. @returns whether there is one */
  similar(problem: string): Promise<boolean>;
  makeSheet(count: number, seed: number): Promise<void>;
}

/** The last answer was right: nothing more is asked. */
export const isSolved = ({ tries }: Exercise): boolean => tries.at(-1)?.verdict === 'right';

type PracticeCall = Extract<CallName, `practice.${'get' | 'choose' | 'next' | 'answer' | 'reveal'}`>;

export function createPracticeStore(connection: Connection): PracticeStore {
  const store = createStore<PracticeState>(() => ({
    practice: null,
    mode: 'choose',
    typed: '',
    busy: false,
    failure: null,
    sheet: null,
  }));
  /** Of several calls on their way the newest says what is shown. */
  let newest = 0;

  async function ask<N extends PracticeCall>(name: N, params: CallParams<N>, then: Partial<PracticeState> = {}): Promise<void> {
    const mine = ++newest;
    store.setState({ busy: true, failure: null });
    try {
      const practice: Practice = await connection.call(name, params);
      if (mine === newest) store.setState({ practice, busy: false, ...then });
    } catch (error) {
      if (mine === newest) store.setState({ busy: false, failure: callFailure(error) });
    }
  }

  const exercise = () => store.getState().practice?.exercise ?? null;
  const shown = ({ family, level, seed }: Exercise) => ({ family, level, seed });
  const next = () => ask('practice.next', {}, { mode: 'exercise', typed: '' });

  return {
    ...store,
    next,
    async load() {
      await ask('practice.get', {});
      const current = exercise();
      if (current !== null)
        store.setState({ mode: 'exercise', typed: isSolved(current) ? (current.tries.at(-1)?.typed ?? '') : '' });
    },
    show: (mode) => store.setState({ mode, failure: null }),
    async choose(choice) {
      const { practice } = store.getState();
      if (practice !== null) store.setState({ practice: { ...practice, choice } });
      await ask('practice.choose', choice);
    },
    type: (typed) => store.setState({ typed: typed.slice(0, MAX_ANSWER_LENGTH) }),
    async submit(read = (typed) => typed) {
      const { typed, busy } = store.getState();
      const current = exercise();
      if (current === null || busy) return;
      const blank = typed.trim() === '';
      if (isSolved(current) || (blank && current.solution !== null)) await next();
      else if (!blank) await ask('practice.answer', { ...shown(current), typed: read(typed) });
    },
    async reveal() {
      const current = exercise();
      if (current !== null) await ask('practice.reveal', shown(current));
    },
    async similar(problem) {
      try {
        const practice = await connection.call('practice.similar', { problem });
        newest++;
        store.setState({ practice, mode: 'exercise', typed: '', busy: false, failure: null });
        return true;
      } catch {
        return false;
      }
    },
    async makeSheet(count, seed) {
      const { practice } = store.getState();
      if (practice === null) return;
      store.setState({ busy: true, failure: null });
      try {
        const sheet = await connection.call('practice.worksheet', { choice: practice.choice, count, seed });
        store.setState({ sheet, mode: 'sheet', busy: false });
      } catch (error) {
        store.setState({ busy: false, failure: callFailure(error) });
      }
    },
  };
}
