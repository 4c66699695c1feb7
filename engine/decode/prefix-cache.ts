/**
 * Sequences that have been read, kept on spare slots: whoever goes on after one (more samples, an edited end, a branch)
 * copies it in place of reading it again. What it costs is a recurrent state each; KV blocks are shared until it is the
 * last to hold them. Knows slots and tokens.
 */
import type { Backend } from '../model/backend.ts';

interface Entry {
  readonly slot: number;
  readonly tokens: readonly number[];
}

export interface Found {
  readonly slot: number;
  /** Tokens of the sequence asked for that the slot holds. */
  readonly length: number;
}

export class PrefixCache {
  readonly #backend: Pick<Backend, 'copy' | 'reset'>;
  readonly #free: number[];
  /** Used longest ago first. */
  #entries: Entry[] = [];

  constructor(backend: Pick<Backend, 'copy' | 'reset'>, slots: readonly number[]) {
    this.#backend = backend;
    this.#free = [...slots];
  }

  /** The longest kept beginning of `tokens`, perhaps all of them. */
  longest(tokens: readonly number[]): Found | null {
    const fitting = this.#entries.filter((entry) => isPrefix(entry.tokens, tokens));
    const best = fitting.reduce<Entry | null>((a, b) => (a === null || b.tokens.length > a.tokens.length ? b : a), null);
    if (best === null) return null;
    this.#entries = [...this.#entries.filter((entry) => entry !== best), best];
    return { slot: best.slot, length: best.tokens.length };
  }

  /** Keeps a copy of slot `from`, which holds `tokens`, in place of what was used longest ago. */
  keep(tokens: readonly number[], from: number): void {
    const slot = this.takeSlot();
    this.#backend.copy(from, slot);
    this.#free.splice(this.#free.indexOf(slot), 1);
    this.#entries.push({ slot, tokens });
  }

  /** Forgets what was used longest ago, and its memory. @returns false where nothing is kept */
  dropOldest(): boolean {
    const oldest = this.#entries.shift();
    if (oldest === undefined) return false;
    this.#backend.reset(oldest.slot);
    this.#free.push(oldest.slot);
    return true;
  }

  /** A slot that keeps nothing, for use at once. */
  takeSlot(): number {
    if (this.#free.length === 0) this.dropOldest();
    return this.#free[0];
  }

  /** Forgets everything, without touching the backend: it may have failed. */
  clear(): void {
    for (const { slot } of this.#entries.splice(0)) this.#free.push(slot);
  }
}

/** Whether `tokens` begin with `prefix`. */
export function isPrefix(prefix: readonly number[], tokens: readonly number[]): boolean {
  return prefix.length <= tokens.length && prefix.every((token, i) => token === tokens[i]);
}
