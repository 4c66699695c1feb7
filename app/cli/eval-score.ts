/** Scores of an evaluation: pass@1, maj@N and pass@N with their intervals, over all rows and by family. */
import { wilsonInterval } from './wilson.ts';

export interface JudgedRow {
  readonly id: string | number;
  readonly family: string | undefined;
  /** The right answer. */
  readonly answer: string;
  /** The leading answer; null when no sample had one. */
  readonly maj: string | null;
  readonly majCorrect: boolean;
  /** Right answers among the samples. */
  readonly rightSamples: number;
  readonly samples: number;
  /** Classes of equal answers; samples without an answer are in none. */
  readonly classes: readonly AnswerGroup[];
}

export interface AnswerGroup {
  readonly right: boolean;
  /** Indices of the samples that gave the answer. */
  readonly samples: readonly number[];
}

export interface Score {
  readonly n: number;
  /** Mean over samples. */
  readonly pass1: number;
  readonly maj: number;
  readonly passN: number;
  /** 95 % Wilson intervals over problems. */
  readonly intervals: { readonly pass1: [number, number]; readonly maj: [number, number]; readonly passN: [number, number] };
}

export function score(rows: readonly JudgedRow[]): Score {
  const n = rows.length;
  const mean = (value: (row: JudgedRow) => number) => (n === 0 ? 0 : rows.reduce((sum, row) => sum + value(row), 0) / n);
  const pass1 = mean((row) => row.rightSamples / row.samples);
  const maj = mean((row) => Number(row.majCorrect));
  const passN = mean((row) => Number(row.rightSamples > 0));
  const intervals = { pass1: wilsonInterval(pass1, n), maj: wilsonInterval(maj, n), passN: wilsonInterval(passN, n) };
  return { n, pass1, maj, passN, intervals };
}

/** Scores of the families that rows name, in alphabetical order. */
export function scoreFamilies(rows: readonly JudgedRow[]): Record<string, Score> {
  const families = Map.groupBy(rows, ({ family }) => family);
  const named = [...families].filter((entry): entry is [string, JudgedRow[]] => entry[0] !== undefined);
  return Object.fromEntries(named.sort(([a], [b]) => (a < b ? -1 : 1)).map(([family, members]) => [family, score(members)]));
}
