/** Tells listeners and the history of one session's changes: often enough to look alive, seldom enough to cost little. */
import type { SolvePatch } from '#app/protocol/solve.ts';
import type { History } from './history.ts';
import type { SolveSession } from './solve-session.ts';

/** About 15 patches a second, whatever the number of samples. */
const EMIT_INTERVAL_MS = 66;
/** A kill loses at most this much of what a running solve of usual length has written. */
const SAVE_INTERVAL_MS = 1000;
/** Long solves take longer to write: at most this share of the time goes into it. */
const SAVE_SHARE = 0.05;

export interface PublisherOptions {
  readonly session: SolveSession;
  readonly history: History;
  readonly emit: (patch: SolvePatch) => void;
  /** The history took a write, or refused one and why. */
  readonly onSave: (error: Error | null) => void;
}

export class SolvePublisher {
  readonly #options: PublisherOptions;
  readonly #unsaved = new Set<number>();
  #emitTimer: NodeJS.Timeout | null = null;
  #saveTimer: NodeJS.Timeout | null = null;
  #emittedAt = Number.NEGATIVE_INFINITY;
  #saveIntervalMs = SAVE_INTERVAL_MS;

  constructor(options: PublisherOptions) {
    this.#options = options;
  }

  /** Something changed: the first change after a quiet time is told at once, the rest together. */
  touch(): void {
    if (this.#emitTimer !== null) return;
    const wait = this.#emittedAt + EMIT_INTERVAL_MS - performance.now();
    this.#emitTimer = setTimeout(() => this.#emit(), Math.max(0, wait));
  }

  /** Tells and writes everything now. */
  flush(): void {
    this.#emit();
    this.#save();
  }

  /** Ends the timers; what is not written yet is written. */
  close(): void {
    this.flush();
    if (this.#saveTimer !== null) clearTimeout(this.#saveTimer);
    this.#saveTimer = null;
  }

  #emit(): void {
    if (this.#emitTimer !== null) clearTimeout(this.#emitTimer);
    this.#emitTimer = null;
    const { session, emit } = this.#options;
    if (session.changes.isClean) return;
    this.#emittedAt = performance.now();
    const patch = session.changes.take(session.record);
    for (const { index } of patch.samples) this.#unsaved.add(index);
    emit(patch);
    this.#saveTimer ??= setTimeout(() => this.#save(), this.#saveIntervalMs);
  }

  #save(): void {
    if (this.#saveTimer !== null) clearTimeout(this.#saveTimer);
    this.#saveTimer = null;
    const { session, history, onSave } = this.#options;
    const began = performance.now();
    try {
      history.save(session.record, this.#unsaved);
      this.#unsaved.clear();
      this.#saveIntervalMs = Math.max(SAVE_INTERVAL_MS, (performance.now() - began) / SAVE_SHARE);
      onSave(null);
    } catch (error) {
      // A full disk: what is written stays, the rest is tried again until there is room.
      this.#saveTimer = setTimeout(() => this.#save(), SAVE_INTERVAL_MS);
      onSave(error instanceof Error ? error : new Error(String(error)));
    }
  }
}
