/**
 * The states of running rows at even distances, kept on spare slots: whoever goes on from a step of a sample copies the one
 * before it and reads only what follows. Their number is fixed; as rows grow the distances double and every second mark
 * goes, so that no more than two distances ever lie between a step and the mark before it. Knows slots and tokens.
 */
import { KV_BLOCK } from '../kv-format.ts';
import type { Backend } from '../model/backend.ts';
import { isPrefix } from './prefix-cache.ts';

/** Whose rows they are: marks of those that are done are the first to go. */
export interface MarkOwner {
  readonly isDone: boolean;
}

interface Mark {
  readonly slot: number;
  readonly tokens: readonly number[];
  readonly owner: MarkOwner;
}

export class RowMarks {
  readonly #backend: Pick<Backend, 'copy' | 'reset'>;
  readonly #slots: number;
  readonly #free: number[];
  /** Oldest first. */
  #marks: Mark[] = [];
  /** Tokens from mark to mark: whole blocks, so that a mark shares all its keys and values with its row. */
  #spacing = KV_BLOCK;

  constructor(backend: Pick<Backend, 'copy' | 'reset'>, slots: readonly number[]) {
    this.#backend = backend;
    this.#slots = slots.length;
    this.#free = [...slots];
  }

  /** Whether so many rows at once can be marked: more would take each other's places, at a copy a time. */
  suffice(rows: number): boolean {
    return rows <= this.#slots;
  }

  /** Whether a sequence of `length` is to be noted. */
  isDue(length: number): boolean {
    return this.#slots > 0 && length > 0 && length % this.#distance() === 0;
  }

  /** Tokens that a sequence of `length` may grow by before it is to be noted again. */
  untilDue(length: number): number {
    return this.#distance() - (length % this.#distance());
  }

  /** Keeps the state of slot `from`, which holds `tokens`, where a mark is due and there is room. */
  note(from: number, tokens: readonly number[], owner: MarkOwner): void {
    if (!this.isDue(tokens.length) || this.#isMarked(tokens)) return;
    if (this.#free.length === 0) this.#makeRoom(tokens.length);
    const slot = this.#free.shift();
    if (slot === undefined) return;
    this.#backend.copy(from, slot);
    this.#marks.push({ slot, tokens, owner });
  }

  /** The longest marked beginning of `tokens`, perhaps all of them. */
  longest(tokens: readonly number[]): { readonly slot: number; readonly length: number } | null {
    const fitting = this.#marks.filter((mark) => isPrefix(mark.tokens, tokens));
    const best = fitting.reduce<Mark | null>((a, b) => (a === null || b.tokens.length > a.tokens.length ? b : a), null);
    return best === null ? null : { slot: best.slot, length: best.tokens.length };
  }

  /** Forgets the oldest, and its memory. @returns false where there is none */
  dropOldest(): boolean {
    const [oldest] = this.#marks;
    if (oldest === undefined) return false;
    this.#drop([oldest]);
    return true;
  }

  /** Forgets everything, without touching the backend: it may have failed. */
  clear(): void {
    for (const { slot } of this.#marks.splice(0)) this.#free.push(slot);
  }

  /** Rows that are done may have ended at wide distances: new ones begin at narrow ones. */
  #distance(): number {
    if (this.#marks.every(({ owner }) => owner.isDone)) this.#spacing = KV_BLOCK;
    return this.#spacing;
  }

  /** For a sequence of `length`: makes none where its mark would be the next to go. */
  #makeRoom(length: number): void {
    const done = this.#marks.find(({ owner }) => owner.isDone);
    if (done !== undefined) {
      this.#drop([done]);
      return;
    }
    while (this.#free.length === 0 && length % (2 * this.#spacing) === 0) {
      this.#spacing *= 2;
      this.#drop(this.#marks.filter(({ tokens }) => tokens.length % this.#spacing !== 0));
    }
  }

  #drop(marks: readonly Mark[]): void {
    this.#marks = this.#marks.filter((mark) => !marks.includes(mark));
    for (const { slot } of marks) {
      this.#backend.reset(slot);
      this.#free.push(slot);
    }
  }

  /** Rows that drew the same so far need one mark. */
  #isMarked(tokens: readonly number[]): boolean {
    return this.#marks.some((mark) => mark.tokens.length === tokens.length && isPrefix(mark.tokens, tokens));
  }
}
