/**
 * Lays the steps of two samples side by side: like beside like, what only one has beside a gap. Knows text, not maths:
 * two steps are the same when their formulas are, spacing and size of brackets aside.
 */
import type { StepRecord } from '#app/protocol/solve.ts';

export interface AlignedRow {
  /** Place of the step in its sample; null where this sample has no step here. */
  readonly left: number | null;
  readonly right: number | null;
  readonly same: boolean;
}

export interface Alignment {
  readonly rows: readonly AlignedRow[];
  /** The first row in which the samples part; null when they never do. */
  readonly divergence: number | null;
}

/** What a pair is worth. Two like steps outweigh any way of pairing unlike ones; a step beside a gap is worth nothing. */
const SAME = 8;
const SAME_PURPOSE = 2;
const BESIDE = 1;

export function alignSteps(left: readonly StepRecord[], right: readonly StepRecord[]): Alignment {
  const leftKeys = left.map(stepKey);
  const rightKeys = right.map(stepKey);
  const worth = (i: number, j: number): number => {
    if (leftKeys[i] === rightKeys[j]) return SAME;
    const alike = left[i].final || right[j].final ? left[i].final === right[j].final : left[i].goal === right[j].goal;
    return alike ? SAME_PURPOSE : BESIDE;
  };
  const best = bestFrom(left.length, right.length, worth);
  const rows: AlignedRow[] = [];
  let i = 0;
  let j = 0;
  while (i < left.length || j < right.length) {
    const here = best(i, j);
    if (i < left.length && j < right.length && here === worth(i, j) + best(i + 1, j + 1)) {
      rows.push({ left: i, right: j, same: leftKeys[i] === rightKeys[j] });
      i++;
      j++;
    } else if (i < left.length && here === best(i + 1, j)) rows.push({ left: i++, right: null, same: false });
    else rows.push({ left: null, right: j++, same: false });
  }
  const divergence = rows.findIndex(({ same }) => !same);
  return { rows, divergence: divergence < 0 ? null : divergence };
}

/** Needleman and Wunsch's table, filled from the ends: the best total for the steps from i and from j on. */
function bestFrom(leftCount: number, rightCount: number, worth: (i: number, j: number) => number) {
  const width = rightCount + 1;
  const table = new Uint32Array((leftCount + 1) * width); // [left + 1, right + 1]
  for (let i = leftCount - 1; i >= 0; i--) {
    for (let j = rightCount - 1; j >= 0; j--) {
      const paired = worth(i, j) + table[(i + 1) * width + j + 1];
      table[i * width + j] = Math.max(paired, table[(i + 1) * width + j], table[i * width + j + 1]);
    }
  }
  return (i: number, j: number): number => table[i * width + j];
}

/** Ways of setting a formula that change its look and not its meaning. */
const LOOKS = /\s+|\\[,;:! ]|\\(?:left|right|displaystyle)(?![a-zA-Z])|\$|[.,;]$/g;

/** What a step states; a line of words alone is its own statement. */
function stepKey({ goal, body }: StepRecord): string {
  return (body === '' ? goal : body)
    .trim()
    .replaceAll(/\\[dt]frac(?![a-zA-Z])/g, '\\frac')
    .replaceAll(LOOKS, '');
}
