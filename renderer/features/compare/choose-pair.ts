/** Which two samples are worth comparing. Knows votes, not steps. */
import type { SampleRecord, SolveRecord } from '#app/protocol/solve.ts';

export interface Pair {
  /** Indexes of samples. */
  readonly left: number;
  readonly right: number;
}

/** Samples with something to compare. */
export function comparable(record: SolveRecord): SampleRecord[] {
  return record.samples.filter(({ steps }) => steps.length > 0);
}

/** @returns the shown sample beside the first that came to another answer or, where all agree, beside the next one */
export function choosePair(record: SolveRecord, shown: number): Pair | null {
  const samples = comparable(record);
  const left = samples.find(({ index }) => index === shown) ?? samples[0];
  const others = samples.filter((sample) => sample !== left);
  const answer = left === undefined ? null : voteOf(record, left.index);
  const unlike = others.filter(({ index }) => voteOf(record, index) !== answer);
  const right = unlike.find((sample) => sample.answer !== null) ?? unlike[0] ?? others[0];
  return left === undefined || right === undefined ? null : { left: left.index, right: right.index };
}

/** Place of the answer in the tally; -1 for a sample without one. */
function voteOf({ tally }: SolveRecord, index: number): number {
  return tally.votes.findIndex(({ samples }) => samples.includes(index));
}
