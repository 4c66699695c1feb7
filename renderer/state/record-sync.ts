/**
 * Keeps one solve record true to the backend's: applies patches in order, and asks for the whole record when one was
 * missed. Knows revisions, not screens.
 */
import { applyPatch, type SolvePatch, type SolveRecord } from '#app/protocol/solve.ts';

/** Patches of a solve whose record has not arrived yet; it is asked for whole when more were dropped. */
const MAX_EARLY_PATCHES = 256;

export class RecordSync {
  private readonly fetch: (id: string) => Promise<SolveRecord>;
  private readonly changed: () => void;
  private latest: SolveRecord | null = null;
  private early: SolvePatch[] = [];
  private fetching = false;

  /**
   * @param fetch gives the whole record as it is now
   * @param changed called after each change of `record`
   */
  constructor(fetch: (id: string) => Promise<SolveRecord>, changed: () => void) {
    this.fetch = fetch;
    this.changed = changed;
  }

  get record(): SolveRecord | null {
    return this.latest;
  }

  /** Follows another record, or none. Patches that overtook it are applied. */
  follow(record: SolveRecord | null): void {
    this.latest = record;
    this.fetching = false;
    const early = this.early;
    this.early = [];
    this.changed();
    for (const patch of early) this.receive(patch);
  }

  receive(patch: SolvePatch): void {
    if (this.latest === null || patch.id !== this.latest.id || this.fetching) {
      if (this.early.length < MAX_EARLY_PATCHES) this.early.push(patch);
      return;
    }
    if (patch.revision <= this.latest.revision) return;
    if (patch.revision > this.latest.revision + 1) {
      void this.refetch();
      return;
    }
    this.latest = applyPatch(this.latest, patch);
    this.changed();
  }

  /** Asks for the whole record again, after a gap or a lost connection. A failure leaves what is shown. */
  async refetch(): Promise<void> {
    const id = this.latest?.id;
    if (id === undefined || this.fetching) return;
    this.fetching = true;
    try {
      const record = await this.fetch(id);
      if (this.latest?.id === id) this.follow(record);
    } catch {
      // The next patch shows the gap again and asks once more.
      this.fetching = false;
    }
  }
}
