/** What can be said of one sample at a glance. Knows records, not words: the words are looked up by the key. */
import type { SampleRecord, SolveRecord } from '#app/protocol/solve.ts';

export type SampleState =
  | { readonly key: 'waiting' | 'starting' | 'failed' | 'unread' }
  /** count: of steps. */
  | { readonly key: 'thinking' | 'stoppedEarly' | 'stopped'; readonly count: number }
  /** count: of tokens. */
  | { readonly key: 'length'; readonly count: number }
  | { readonly key: 'answered'; readonly answer: string; readonly count: number };

export function stateOf(record: SolveRecord, sample: SampleRecord): SampleState {
  const { status, answer, steps, tokens, branch } = sample;
  switch (status) {
    case 'waiting':
      return { key: 'waiting' };
    case 'running':
      return tokens === 0 ? { key: 'starting' } : { key: 'thinking', count: steps.length };
    case 'failed':
      return { key: 'failed' };
    case 'finished':
    case 'length':
    case 'stopped': {
      if (answer !== null) return { key: 'answered', answer, count: steps.length };
      if (status === 'finished') return { key: 'unread' };
      if (status === 'length') return { key: 'length', count: tokens };
      const { tally } = branch === undefined ? record : record.branches[branch];
      return { key: tally.stoppedEarly ? 'stoppedEarly' : 'stopped', count: steps.length };
    }
    default:
      return status satisfies never;
  }
}

/** How many of some samples wait, are being written, and have ended. */
export function progressOf(samples: readonly SampleRecord[]): { waiting: number; running: number; done: number; asked: number } {
  const waiting = samples.filter(({ status }) => status === 'waiting').length;
  const running = samples.filter(({ status }) => status === 'running').length;
  return { waiting, running, done: samples.length - waiting - running, asked: samples.length };
}
