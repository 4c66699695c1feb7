/** Gives each solve in the history its topic, a few at a time, while nothing is being solved. */

/** Pause before it begins and between handfuls, in ms: what the learner does comes first. */
const PAUSE_MS = 1500;
const HANDFUL = 40;

export interface TopicSorterTools {
  /** Problems without a topic yet. */
  unsorted(limit: number): readonly { readonly id: string; readonly problem: string }[];
  /** '' for a problem that resembles no topic. */
  guess(problem: string): Promise<string>;
  keep(id: string, topic: string): void;
  isIdle(): boolean;
  /** Some were sorted. */
  readonly onSorted: () => void;
}

export class TopicSorter {
  readonly #tools: TopicSorterTools;
  #timer: NodeJS.Timeout | null = null;
  #sorting = false;
  /** Something came while it was sorting. */
  #again = false;
  #closed = false;

  constructor(tools: TopicSorterTools) {
    this.#tools = tools;
  }

  /** There may be something to sort. */
  touch(): void {
    if (this.#closed) return;
    if (this.#sorting) this.#again = true;
    else this.#timer ??= setTimeout(() => void this.#sort(), PAUSE_MS).unref();
  }

  close(): void {
    this.#closed = true;
    if (this.#timer !== null) clearTimeout(this.#timer);
  }

  async #sort(): Promise<void> {
    const { unsorted, guess, keep, isIdle, onSorted } = this.#tools;
    this.#timer = null;
    this.#sorting = true;
    this.#again = false;
    const problems = isIdle() ? unsorted(HANDFUL) : [];
    for (const { id, problem } of problems) {
      const topic = await guess(problem);
      if (this.#closed) return;
      keep(id, topic);
    }
    this.#sorting = false;
    if (problems.length > 0) onSorted();
    if (this.#again || problems.length === HANDFUL) this.touch();
  }
}
