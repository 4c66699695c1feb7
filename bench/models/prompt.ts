/** Tokens to read where only their number matters. */

/** @returns `length` token ids below `vocabSize`, the same on every call */
export function promptOf(length: number, vocabSize: number): number[] {
  return Array.from({ length }, (_, i) => (i * 7) % vocabSize);
}
