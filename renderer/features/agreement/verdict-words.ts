/** What may honestly be said of a tally. Knows counts, not words: the words are looked up by the key. */
import type { SolveRecord } from '#app/protocol/solve.ts';
import { isActive } from '../../state/solve-store.ts';

export type VerdictWords =
  | { readonly key: 'none' | 'nothing'; readonly settled: false }
  | { readonly key: 'agree' | 'agreeSoFar'; readonly settled: boolean; readonly count: number; readonly asked: number }
  | { readonly key: 'close'; readonly settled: false; readonly count: number }
  | { readonly key: 'weak'; readonly settled: false; readonly votes: number; readonly asked: number };

/** An answer is close to the lead when one more sample could draw level. */
const CLOSE = 1;

export function verdictWords(record: SolveRecord): VerdictWords {
  const { votes, asked, settled } = record.tally;
  const leading = votes[0];
  const active = isActive(record);
  if (leading === undefined) return { key: active ? 'none' : 'nothing', settled: false };
  if (settled) return { key: 'agree', settled: true, count: leading.count, asked };
  const close = votes.filter(({ count }) => leading.count - count <= CLOSE).length;
  if (active && close === 1) return { key: 'agreeSoFar', settled: false, count: leading.count, asked };
  if (close > 1) return { key: 'close', settled: false, count: close };
  if (active) return { key: 'agreeSoFar', settled: false, count: leading.count, asked };
  return { key: 'weak', settled: false, votes: leading.count, asked };
}

/** How the samples without a readable answer ended, each kind counted by itself. */
export interface Unanswered {
  readonly unreadable: number;
  readonly unfinished: number;
  readonly stopped: number;
  readonly failed: number;
  readonly pending: number;
}

export function unanswered(record: SolveRecord): Unanswered {
  const counts = { unreadable: 0, unfinished: 0, stopped: 0, failed: 0, pending: 0 };
  for (const { status, answer } of record.samples) {
    if (status === 'waiting' || status === 'running') counts.pending++;
    else if (status === 'failed') counts.failed++;
    else if (answer !== null) continue;
    else if (status === 'length') counts.unfinished++;
    else if (status === 'stopped') counts.stopped++;
    else counts.unreadable++;
  }
  return counts;
}
