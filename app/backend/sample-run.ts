/**
 * Samples that begin alike, given to the engine at once or as they are needed, with a reason for their end. Knows nothing of
 * records or votes.
 */
import type { GenerateJob, GenerateOutcome, GenerateSink } from './generation.ts';

export interface SampleEngine {
  whenReady(): Promise<{ readonly loadMs: number; readonly description: { readonly backend: 'gpu' | 'cpu' } }>;
  generate(job: GenerateJob, sink: GenerateSink, signal: AbortSignal): Promise<GenerateOutcome>;
}

/** lead-safe: the rest can no longer change the lead. */
export type EndReason = 'stop' | 'lead-safe' | 'budget' | 'interrupt';

/** What a run asks of the solve that it belongs to. */
export interface RunPlan<Sample> {
  readonly samples: readonly Sample[];
  jobOf(samples: readonly Sample[]): GenerateJob;
  readonly sink: GenerateSink;
  /** Called once the engine has the work. */
  begin(loadMs: number): void;
  readonly budgetSeconds: number | null;
  /** How many samples beside those that have begun must begin now; null: all may as well. */
  readonly needed: ((begun: readonly Sample[]) => number) | null;
  /** Resolves when a sample has ended and is counted. */
  nextCounted(): Promise<unknown>;
}

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
   * Resolves when every sample that began has ended; those not needed, or not begun when it is ended, never do.
   * @throws EngineFailure
   */
  async go<Sample>(engine: SampleEngine, plan: RunPlan<Sample>): Promise<void> {
    const over = aborted(this.#abort.signal);
    const ready = await Promise.race([engine.whenReady(), over]);
    if (ready === null) return;
    plan.begin(ready.loadMs);
    const { budgetSeconds } = plan;
    const budget = budgetSeconds === null ? undefined : setTimeout(() => this.end('budget'), budgetSeconds * 1000);
    // A GPU computes some samples more in the time of one; on the CPU each takes its share.
    const needed = ready.description.backend === 'cpu' ? plan.needed : null;
    const failed = Promise.withResolvers<never>();
    failed.promise.catch(() => {});
    const begun: Sample[] = [];
    const waiting = [...plan.samples];
    const calls: Promise<unknown>[] = [];
    try {
      while (waiting.length > 0 && this.#endReason === null) {
        const next = waiting.splice(0, needed?.(begun) ?? waiting.length);
        if (next.length > 0) {
          begun.push(...next);
          const call = engine.generate(plan.jobOf(next), plan.sink, this.#abort.signal);
          call.catch(failed.reject);
          calls.push(call);
        }
        if (waiting.length > 0) await Promise.race([plan.nextCounted(), over, failed.promise]);
      }
      await Promise.all(calls);
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
