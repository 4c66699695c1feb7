/** A sum told in words, with its working. Knows no family. */
export interface Said {
  readonly words: string;
  /** The same in signs. */
  readonly expr: string;
  readonly steps: readonly string[];
  readonly value: number;
}
