/** All states that are kept beside the running rows': after prompts, and along rows. Knows slots and tokens. */
import type { Backend } from '../model/backend.ts';
import { type Found, PrefixCache } from './prefix-cache.ts';
import { RowMarks } from './row-marks.ts';

export class KeptStates {
  /** Sequences that have been read, for rows that start later with the same beginning. */
  readonly prompts: PrefixCache;
  /** States along the way of rows, for who goes on from a step of theirs. */
  readonly marks: RowMarks;

  /** @param marks of the slots; the others keep prompts */
  constructor(backend: Pick<Backend, 'copy' | 'reset'>, slots: readonly number[], marks: number) {
    this.marks = new RowMarks(backend, slots.slice(0, marks));
    this.prompts = new PrefixCache(backend, slots.slice(marks));
  }

  /** The longest beginning of `tokens` that is held anywhere, perhaps all of them. */
  longest(tokens: readonly number[]): Found | null {
    const [read, drawn] = [this.prompts.longest(tokens), this.marks.longest(tokens)];
    return (drawn?.length ?? 0) > (read?.length ?? 0) ? drawn : read;
  }

  /** Gives some memory back: marks spare a reading now and then, prompts at every start. @returns false where nothing is kept */
  dropOldest(): boolean {
    return this.marks.dropOldest() || this.prompts.dropOldest();
  }

  /** Forgets everything, without touching the backend: it may have failed. */
  clear(): void {
    this.marks.clear();
    this.prompts.clear();
  }
}
