/** A table of text whose columns stand under each other, printed row by row as the results come. */

export interface Table {
  row(cells: readonly (string | number)[]): void;
}

const GAP = '  ';

/** Prints the heading at once. Cells are right-aligned under it, but the last column, which is free text. */
export function openTable(print: (line: string) => void, heading: readonly string[]): Table {
  print(heading.join(GAP));
  const last = heading.length - 1;
  return {
    row: (cells) => print(cells.map((cell, i) => (i === last ? `${cell}` : `${cell}`.padStart(heading[i].length))).join(GAP)),
  };
}

/** Bytes as MB of a million. */
export function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}
