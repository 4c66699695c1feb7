/** One call of the engine for samples that begin alike, with a reason for its end. Knows nothing of records or votes. */
import type { GenerateJob, GenerateOutcome, GenerateSink } from './generation.ts';

export interface SampleEngine {
  whenReady(): Promise<{ readonly loadMs: number }>;
  generate(job: GenerateJob, sink: GenerateSink, signal: AbortSignal): Promise<GenerateOutcome>;
}

/** lead-safe: the rest can no longer change the lead. */
export type EndReason = 'stop' | 'lead-safe' | 'budget' | 'interrupt';

export class SampleRun {
  /** The branch whose samples these are; undefined: those that began with the problem. */
  readonly branch: number | undefined;
  readonly #abort = new AbortController();
  #endReason: EndReason | null = null;

  constructor(branch: number | undefined) {
    this.branch = branch;
  }

  /** Why its samples ended before they were done; null when they were not cut off. */
  get endReason(): EndReason | null {
    return this.#endReason;
  }

  /** Ends the samples at once; the first reason counts. */
  end(reason: EndReason): void {
    this.#endReason ??= reason;
    this.#abort.abort();
  }

  /**
   * Resolves when every row has ended, or without having begun when it is ended first.
   * @param begin called once the engine has the work
   * @throws EngineFailure
   */
  async go(
    engine: SampleEngine,
    job: GenerateJob,
    sink: GenerateSink,
    { budgetSeconds, begin }: { readonly budgetSeconds: number | null; readonly begin: (loadMs: number) => void },
  ): Promise<void> {
    const ready = await Promise.race([engine.whenReady(), aborted(this.#abort.signal)]);
    if (ready === null) return;
    begin(ready.loadMs);
    const budget = budgetSeconds === null ? undefined : setTimeout(() => this.end('budget'), budgetSeconds * 1000);
    try {
      await engine.generate(job, sink, this.#abort.signal);
    } finally {
      clearTimeout(budget);
    }
  }
}

/** Resolves to null once the signal is aborted. */
function aborted(signal: AbortSignal): Promise<null> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve(null);
    else signal.addEventListener('abort', () => resolve(null), { once: true });
  });
}
