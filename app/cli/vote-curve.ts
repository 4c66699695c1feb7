/** What fewer samples would have scored: the vote and the coverage at 1, 2, 4, … of the samples that were drawn. */
import type { AnswerGroup, JudgedRow } from './eval-score.ts';
import { wilsonInterval } from './wilson.ts';

export interface CurvePoint {
  /** Samples a problem. */
  readonly samples: number;
  /** Share of problems whose vote is right; mean over as many disjoint blocks of samples as there are. */
  readonly maj: number;
  /** Share of problems with a right sample among so many: the unbiased estimate of Chen et al., arXiv 2107.03374. */
  readonly pass: number;
  /** 95 % Wilson intervals over problems. */
  readonly intervals: { readonly maj: [number, number]; readonly pass: [number, number] };
}

/** @param drawn samples of every row */
export function voteCurve(rows: readonly JudgedRow[], drawn: number): CurvePoint[] {
  const n = rows.length;
  const mean = (value: (row: JudgedRow) => number) => (n === 0 ? 0 : rows.reduce((sum, row) => sum + value(row), 0) / n);
  return powersOfTwoTo(drawn).map((samples) => {
    const maj = mean((row) => shareOfRightVotes(row, samples));
    const pass = mean((row) => coverage(row.samples, row.rightSamples, samples));
    return { samples, maj, pass, intervals: { maj: wilsonInterval(maj, n), pass: wilsonInterval(pass, n) } };
  });
}

/** 1, 2, 4, … and the limit itself. */
function powersOfTwoTo(limit: number): number[] {
  const powers = Array.from({ length: Math.floor(Math.log2(limit)) + 1 }, (_, i) => 2 ** i);
  return powers.at(-1) === limit ? powers : [...powers, limit];
}

function shareOfRightVotes({ classes, samples }: JudgedRow, size: number): number {
  const blocks = Math.floor(samples / size);
  const right = Array.from({ length: blocks }, (_, i) => voteIsRight(classes, i * size, (i + 1) * size));
  return right.filter(Boolean).length / blocks;
}

/** The vote of samples `from` up to `to`: of classes equally large, the one with the earliest sample leads, as in the app. */
function voteIsRight(classes: readonly AnswerGroup[], from: number, to: number): boolean {
  let lead = { right: false, count: 0, first: to };
  for (const { right, samples } of classes) {
    const voting = samples.filter((sample) => sample >= from && sample < to);
    const first = Math.min(...voting);
    if (voting.length > lead.count || (voting.length === lead.count && first < lead.first))
      lead = { right, count: voting.length, first };
  }
  return lead.right;
}

/** The probability that `size` of `drawn` samples, taken without replacement, hold one of the `right` ones. */
function coverage(drawn: number, right: number, size: number): number {
  let none = 1;
  for (let i = 0; i < size; i++) none *= Math.max(0, drawn - right - i) / (drawn - i);
  return 1 - none;
}
