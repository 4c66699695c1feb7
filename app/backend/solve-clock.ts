/** Time and tokens of a solve over its runs: the record may be opened again later and given more samples. */
import type { Timing } from '#app/protocol/solve.ts';

export class SolveClock {
  readonly #now: () => number;
  #startedAt: number | null = null;
  #msBefore = 0;
  #tokensBefore = 0;

  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** A new run begins after what an earlier one took. */
  continueFrom({ totalMs, tokens }: Timing): void {
    this.#startedAt = null;
    this.#msBefore = totalMs;
    this.#tokensBefore = tokens;
  }

  /** The engine has the work. */
  start(): void {
    this.#startedAt ??= this.#now();
  }

  /** @param tokens of all runs so far */
  read(timing: Timing, tokens: number): Timing {
    if (this.#startedAt === null) return timing;
    const ms = this.#now() - this.#startedAt;
    const fresh = tokens - this.#tokensBefore;
    return {
      loadMs: timing.loadMs,
      firstTokenMs: timing.firstTokenMs ?? (fresh > 0 ? ms : null),
      totalMs: this.#msBefore + ms,
      tokens,
      tokensPerSecond: ms > 0 ? (fresh * 1000) / ms : 0,
    };
  }
}
