/** Putting numbers in order one at a time: the next out of those that are left. Knows nothing of how they were written. */

/** "> smallest of 23, -931, 55: -931", until one is left; `sorted` holds the very same entries in the order wanted. */
export function takeInTurn<T>(given: readonly T[], sorted: readonly T[], which: string, write: (entry: T) => string): string[] {
  return sorted.slice(0, -1).map((next, index) => {
    const left = given.filter((entry) => sorted.indexOf(entry) >= index);
    return `> ${which} of ${left.map(write).join(', ')}: ${write(next)}`;
  });
}
