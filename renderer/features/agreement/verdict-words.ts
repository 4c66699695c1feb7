/** What may honestly be said of a tally. Knows counts, not words: the words are looked up by the key. */
import type { SampleRecord, SolveRecord, Tally, Verdict, Vote } from '#app/protocol/solve.ts';

export type VerdictWords =
  | { readonly key: 'none' | 'nothing'; readonly settled: false }
  | { readonly key: 'unsupported'; readonly settled: true }
  | {
      readonly key: 'agree' | 'agreeFails' | 'agreeSoFar';
      readonly settled: boolean;
      readonly count: number;
      readonly asked: number;
    }
  | { readonly key: 'close' | 'apart'; readonly settled: false; readonly count: number }
  | { readonly key: 'weak'; readonly settled: false; readonly votes: number; readonly asked: number };

/** What the bundled model is taught to answer to a problem of a kind it has not learnt. */
const UNSUPPORTED_ANSWER = '\\text{not supported}';

/** An answer is close to the lead when one more sample could draw level. */
const CLOSE = 1;

/** Those that vote together: a branch's by its place, or (undefined) the samples that began with the problem. */
export const votersOf = ({ samples }: SolveRecord, branch?: number): SampleRecord[] =>
  samples.filter((sample) => sample.branch === branch);

/** @param branch place of the branch whose vote is meant; absent: the vote on the problem */
export function verdictWords(record: SolveRecord, branch?: number): VerdictWords {
  const tally = branch === undefined ? record.tally : record.branches[branch].tally;
  const { votes, settled } = tally;
  const asked = votersAsked(tally);
  const leading = votes[0];
  const active = votersOf(record, branch).some(isUnderWay);
  if (leading === undefined) return { key: active ? 'none' : 'nothing', settled: false };
  if (settled && leading.answer === UNSUPPORTED_ANSWER) return { key: 'unsupported', settled };
  if (settled) {
    const fails = substitutionOf(record, leading) === 'fails';
    return { key: fails ? 'agreeFails' : 'agree', settled, count: leading.count, asked };
  }
  if (active) return { key: 'agreeSoFar', settled: false, count: leading.count, asked };
  const close = votes.filter(({ count }) => leading.count - count <= CLOSE).length;
  if (close > 1) return { key: leading.count === 1 ? 'apart' : 'close', settled: false, count: close };
  return { key: 'weak', settled: false, votes: leading.count, asked };
}

/** Samples that the vote is of: all that were asked for but those it was decided without. */
export const votersAsked = ({ asked, pending, stoppedEarly }: Tally): number => (stoppedEarly ? asked - pending : asked);

/** The answer with more votes than any other; undefined while two are level. */
export function soleLeader({ votes: [first, second] }: Tally): Vote | undefined {
  return first !== undefined && first.count > (second?.count ?? 0) ? first : undefined;
}

/** What substituting an answer back into the problem showed, over the samples that gave it. */
export function substitutionOf(record: SolveRecord, vote: Vote): Verdict {
  const checks = record.samples.filter(({ index }) => vote.samples.includes(index)).map(({ substitution }) => substitution);
  if (checks.includes('fails')) return 'fails';
  return checks.includes('holds') ? 'holds' : 'unknown';
}

export const isUnderWay = ({ status }: SampleRecord): boolean => status === 'waiting' || status === 'running';

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
  for (const sample of votersOf(record)) {
    const { status, answer } = sample;
    if (isUnderWay(sample)) counts.pending++;
    else if (status === 'failed') counts.failed++;
    else if (answer !== null) continue;
    else if (status === 'length') counts.unfinished++;
    else if (status === 'stopped') counts.stopped++;
    else counts.unreadable++;
  }
  return counts;
}
