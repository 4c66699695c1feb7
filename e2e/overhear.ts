/**
 * What passes between page and backend, overheard: journeys take from it what the model wrote in this very run, and so
 * do not hang on what one model answers. It changes nothing.
 */
import type { Page } from '@playwright/test';
import type { CallName, CallResult, ServerFrame } from '#app/protocol/calls.ts';
import { applyPatch, type SolveRecord } from '#app/protocol/solve.ts';

export interface Overheard {
  /** The latest answer to a call; undefined before the first. */
  answer<N extends CallName>(name: N): CallResult<N> | undefined;
  /** The solve begun last, as it stands. @throws where none was begun since the page was overheard */
  solve(): SolveRecord;
}

/** From the next load of the page on. */
export function overhear(page: Page): Overheard {
  const asked = new Map<number, CallName>();
  const answers = new Map<CallName, unknown>();
  let record: SolveRecord | null = null;

  function receive(frame: ServerFrame): void {
    if ('event' in frame) {
      if (frame.event.type === 'solve' && record !== null) record = applyPatch(record, frame.event.patch);
    } else if ('result' in frame) {
      const name = asked.get(frame.id);
      if (name === undefined) return;
      answers.set(name, frame.result);
      if (name === 'solve.start') record = frame.result as SolveRecord;
    }
  }

  page.on('websocket', (socket) => {
    socket.on('framesent', ({ payload }) => {
      const { id, call } = JSON.parse(payload.toString()) as { id: number; call: CallName };
      asked.set(id, call);
    });
    socket.on('framereceived', ({ payload }) => receive(JSON.parse(payload.toString()) as ServerFrame));
  });

  return {
    answer: <N extends CallName>(name: N) => answers.get(name) as CallResult<N> | undefined,
    solve() {
      if (record === null) throw new Error('No solve was begun since the page was overheard.');
      return record;
    },
  };
}
