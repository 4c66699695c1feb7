/** The result of comparing two answers, and how results combine. */

export interface AnswerComparison {
  /** null: not decided. It never means "different". */
  readonly equal: boolean | null;
  /** What decided it, for the curious and for logs: 'text', 'exact', 'sampling', 'words', 'undecided' … */
  readonly method: string;
}

export const UNDECIDED: AnswerComparison = { equal: null, method: 'undecided' };

export function decided(equal: boolean, method: string): AnswerComparison {
  return { equal, method };
}

/** All parts must be equal; one that differs decides. The method is the last part's that decided. */
export function every(parts: readonly AnswerComparison[]): AnswerComparison {
  const different = parts.find(({ equal }) => equal === false);
  if (different !== undefined) return different;
  return parts.find(({ equal }) => equal === null) ?? parts.at(-1) ?? UNDECIDED;
}

/** Two lists in any order. Repeats count once. */
export function sameInAnyOrder<T>(a: readonly T[], b: readonly T[], same: (a: T, b: T) => AnswerComparison): AnswerComparison {
  const table = a.map((left) => b.map((right) => same(left, right)));
  const rows = table;
  const columns = b.map((_, column) => table.map((row) => row[column]));
  const results = [...rows, ...columns].map((cells) => {
    const match = cells.find(({ equal }) => equal === true);
    if (match !== undefined) return match;
    return cells.find(({ equal }) => equal === null) ?? cells[0] ?? decided(false, 'count');
  });
  return every(results);
}
