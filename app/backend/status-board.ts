/** The status strip's numbers, put together from the engine, the solves and the history; told at most four times a second. */
import type { AppStatus } from '#app/protocol/calls.ts';
import type { EngineDescription, EngineState } from './engine-supervisor.ts';

const EMIT_INTERVAL_MS = 250;
/** Tokens a second are averaged over this long. */
const RATE_WINDOW_MS = 1000;

export interface StatusSources {
  engine(): EngineState;
  solves(): { readonly samplesRunning: number; readonly samplesWaiting: number; readonly tokens: number };
  isBundledModel(): boolean;
  history(): { readonly readOnly: string | null; readonly notice: string | null };
}

export class StatusBoard {
  readonly #sources: StatusSources;
  readonly #emit: (status: AppStatus) => void;
  #timer: NodeJS.Timeout | null = null;
  #rate: { at: number; tokens: number; perSecond: number } = { at: 0, tokens: 0, perSecond: 0 };

  constructor(sources: StatusSources, emit: (status: AppStatus) => void) {
    this.#sources = sources;
    this.#emit = emit;
  }

  /** Something shown may have changed. */
  touch(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      this.#emit(this.read());
      // While samples run the rate moves on by itself.
      if (this.#sources.solves().samplesRunning > 0) this.touch();
    }, EMIT_INTERVAL_MS);
  }

  read(): AppStatus {
    const state = this.#sources.engine();
    const { samplesRunning, samplesWaiting, tokens } = this.#sources.solves();
    const { readOnly, notice } = this.#sources.history();
    const ready = state.phase === 'ready' ? state.description : null;
    return {
      engine: state.phase,
      progress: state.phase === 'loading' ? state.progress : null,
      backend: ready?.backend ?? null,
      adapter: ready?.adapter ?? null,
      reason: state.phase === 'failed' ? state.failure.message : (ready?.reason ?? null),
      model: ready === null ? null : this.#modelName(ready),
      memoryBytes:
        ready === null
          ? null
          : ready.weightBytes + ready.slots * (ready.stateBytesPerSlot + ready.kvBytesPerToken * ready.contextLength),
      samplesRunning,
      samplesWaiting,
      tokensPerSecond: samplesRunning > 0 ? this.#tokensPerSecond(tokens) : 0,
      readOnly,
      ...(notice === null ? {} : { notice }),
    };
  }

  close(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  /** A model that the learner added goes by its folder's name. */
  #modelName({ model, parameters }: EngineDescription): string {
    return this.#sources.isBundledModel() ? `Quorum ${Math.round(parameters / 1e6)}M` : model;
  }

  #tokensPerSecond(tokens: number): number {
    const now = performance.now();
    const { at, tokens: before, perSecond } = this.#rate;
    // A solve that ended took its tokens with it: the window starts anew.
    if (tokens < before || now - at > 3 * RATE_WINDOW_MS) this.#rate = { at: now, tokens, perSecond: 0 };
    else if (now - at >= RATE_WINDOW_MS) this.#rate = { at: now, tokens, perSecond: ((tokens - before) * 1000) / (now - at) };
    return this.#rate.perSecond || perSecond;
  }
}
