/**
 * Keeps one engine host alive: starts it, loads the model, restarts it when it dies and hands it the running
 * generations again from their saved tokens, so that a crash changes no text. Knows nothing of solves or votes.
 */
import { type HostEvent, type HostRequest, hostEventSchema } from '#app/protocol/engine-host.ts';
import { EngineFailure } from './engine-failure.ts';
import { type GenerateJob, type GenerateOutcome, type GenerateSink, Generation } from './generation.ts';
import type { HostProcess, SpawnHost } from './host-process.ts';

/** After this many deaths within the window the learner is asked, instead of a crash loop. */
const MAX_DEATHS = 3;
const DEATH_WINDOW_MS = 5 * 60_000;
/** A GPU that brings no token for this long hangs. The CPU backend may be that slow. */
const HANG_MS = 60_000;

export type EngineDescription = Extract<HostEvent, { type: 'loaded' }>['description'];

export type LoadStage = Extract<HostEvent, { type: 'progress' }>['stage'];

export type EngineState =
  | { readonly phase: 'starting' | 'restarting' }
  | { readonly phase: 'loading'; readonly stage: LoadStage; readonly progress: number }
  | { readonly phase: 'ready'; readonly description: EngineDescription; readonly loadMs: number }
  | { readonly phase: 'failed'; readonly failure: EngineFailure };

export interface SupervisorOptions {
  readonly spawn: SpawnHost;
  readonly load: Omit<Extract<HostRequest, { type: 'load' }>, 'type'>;
  readonly onState?: (state: EngineState) => void;
  /** Monotonic milliseconds; replaced in tests. */
  readonly now?: () => number;
}

export class EngineSupervisor {
  readonly #options: SupervisorOptions;
  readonly #now: () => number;
  readonly #generations = new Map<string, Generation>();
  readonly #logits = new Map<string, PromiseWithResolvers<number[][]>>();
  #state: EngineState = { phase: 'starting' };
  #host: HostProcess | null = null;
  #ready = Promise.withResolvers<Extract<EngineState, { phase: 'ready' }>>();
  #load: SupervisorOptions['load'];
  /** Halved where a load runs out of memory. */
  #slots: number;
  #deaths: number[] = [];
  #nextId = 0;
  #lastNews = 0;
  #watchdog: NodeJS.Timeout | null = null;

  constructor(options: SupervisorOptions) {
    this.#options = options;
    this.#now = options.now ?? (() => performance.now());
    this.#load = options.load;
    this.#slots = options.load.slots;
    this.#ready.promise.catch(() => {});
  }

  get state(): EngineState {
    return this.#state;
  }

  get hostPid(): number | undefined {
    return this.#host?.pid;
  }

  /** Starts the host; after a failure, starts afresh. */
  start(): void {
    if (this.#host !== null) return;
    if (this.#state.phase === 'failed') {
      // A driver that kept crashing is not asked again.
      if (this.#state.failure.kind === 'host-died' && this.#load.backend === 'auto')
        this.#load = { ...this.#load, backend: 'cpu' };
      this.#deaths = [];
      this.#ready = Promise.withResolvers();
      this.#ready.promise.catch(() => {});
    }
    this.#setState({ phase: 'starting' });
    this.#spawn();
  }

  /**
   * Loads so from now on. On another adapter what runs goes on from its saved tokens; another model reads them in another
   * way, so that what runs ends.
   */
  use(change: Partial<SupervisorOptions['load']>): void {
    const isOtherModel = change.modelDir !== undefined && change.modelDir !== this.#load.modelDir;
    this.#load = { ...this.#load, ...change };
    this.#slots = this.#load.slots;
    const moved = new EngineFailure('moved', 'The engine was set up anew meanwhile. Ask again.');
    if (isOtherModel) for (const generation of this.#generations.values()) generation.fail(moved);
    if (this.#host === null) {
      this.start();
      return;
    }
    this.#endHost();
    this.#deaths = [];
    this.#failLogits(moved);
    if (this.#state.phase === 'ready') this.#ready = Promise.withResolvers();
    this.#ready.promise.catch(() => {});
    this.#setState({ phase: change.modelDir === undefined ? 'restarting' : 'starting' });
    this.#spawn();
  }

  /** @throws EngineFailure when the engine cannot be had */
  whenReady(): Promise<Extract<EngineState, { phase: 'ready' }>> {
    return this.#ready.promise;
  }

  /**
   * Samples rows. Resolves when all have ended; an abort ends the running rows as `stopped` at once.
   * @throws EngineFailure
   */
  async generate(job: GenerateJob, sink: GenerateSink, signal: AbortSignal): Promise<GenerateOutcome> {
    await this.#ready.promise;
    const id = this.#newId();
    const generation = new Generation(id, job, sink, this.#now);
    this.#generations.set(id, generation);
    const cancel = () => {
      if (!this.#generations.delete(id)) return;
      this.#send({ type: 'cancel', id });
      generation.stop();
    };
    signal.addEventListener('abort', cancel, { once: true });
    if (signal.aborted) cancel();
    else if (this.#state.phase === 'ready') this.#begin(generation);
    try {
      return await generation.done;
    } finally {
      signal.removeEventListener('abort', cancel);
      this.#generations.delete(id);
    }
  }

  /** Logits after the last token, or after every token. */
  async logits(tokens: readonly number[], all: boolean): Promise<number[][]> {
    await this.#ready.promise;
    const id = this.#newId();
    const pending = Promise.withResolvers<number[][]>();
    this.#logits.set(id, pending);
    this.#send({ type: 'logits', id, tokens: [...tokens], all });
    return pending.promise;
  }

  /** Ends the host and every generation. */
  close(): void {
    this.#fail(new EngineFailure('closed', 'Quorum is closing; start it again to go on.'));
  }

  #newId(): string {
    this.#nextId += 1;
    return `g${this.#nextId}`;
  }

  #spawn(): void {
    let host: HostProcess;
    try {
      host = this.#options.spawn();
    } catch (error) {
      this.#fail(
        error instanceof EngineFailure ? error : new EngineFailure('host-start', `The engine host did not start: ${error}`),
      );
      return;
    }
    this.#host = host;
    host.onMessage((message) => {
      if (host === this.#host) this.#receive(message);
    });
    host.onExit((reason) => {
      if (host === this.#host) this.#died(reason);
    });
    this.#send({ type: 'load', ...this.#load, slots: this.#slots });
  }

  #died(reason: string): void {
    this.#endHost();
    const now = this.#now();
    this.#deaths = [...this.#deaths.filter((at) => now - at < DEATH_WINDOW_MS), now];
    if (this.#deaths.length >= MAX_DEATHS) {
      this.#fail(this.#tooManyDeaths(reason));
      return;
    }
    this.#failLogits(new EngineFailure('host-died', `The engine stopped (${reason}). Ask again.`));
    if (this.#state.phase === 'ready') this.#ready = Promise.withResolvers();
    this.#ready.promise.catch(() => {});
    this.#setState({ phase: 'restarting' });
    this.#spawn();
  }

  #tooManyDeaths(reason: string): EngineFailure {
    const remedy =
      this.#load.backend === 'auto' ? 'Try again: it will run on the CPU.' : 'Try again, or start Quorum with --backend cpu.';
    return new EngineFailure('host-died', `The engine stopped ${MAX_DEATHS} times within five minutes (${reason}). ${remedy}`);
  }

  #receive(message: unknown): void {
    const event = hostEventSchema.parse(message);
    this.#lastNews = this.#now();
    switch (event.type) {
      case 'progress':
        if (this.#state.phase !== 'restarting')
          this.#setState({ phase: 'loading', stage: event.stage, progress: event.fraction });
        break;
      case 'loaded': {
        const state = { phase: 'ready', description: event.description, loadMs: event.loadMs } as const;
        this.#setState(state);
        this.#ready.resolve(state);
        for (const generation of this.#generations.values()) this.#begin(generation);
        break;
      }
      case 'tokens':
        this.#generations.get(event.id)?.add(event);
        break;
      case 'row-end':
        this.#generations.get(event.id)?.endRow(event);
        break;
      case 'generated':
        this.#generations.get(event.id)?.finish(event.promptTokens);
        break;
      case 'logits':
        this.#logits.get(event.id)?.resolve(event.logits);
        this.#logits.delete(event.id);
        break;
      case 'error':
        this.#receiveError(event);
        break;
      default:
        event satisfies never;
    }
  }

  #receiveError({ id, kind, message }: Extract<HostEvent, { type: 'error' }>): void {
    const failure = new EngineFailure(kind, message);
    if (id !== null) {
      this.#generations.get(id)?.fail(failure);
      this.#logits.get(id)?.reject(failure);
      this.#logits.delete(id);
    } else if (kind === 'device-lost') {
      this.#died(message);
    } else if (kind === 'out-of-memory' && this.#slots > 1) {
      this.#endHost();
      this.#slots = Math.ceil(this.#slots / 2);
      this.#spawn();
    } else {
      this.#fail(failure);
    }
  }

  #begin(generation: Generation): void {
    this.#lastNews = this.#now();
    this.#watchdog ??= setInterval(() => this.#watch(), HANG_MS / 4).unref();
    this.#send(generation.request());
  }

  #watch(): void {
    const working = this.#state.phase === 'ready' && this.#state.description.backend === 'gpu' && this.#generations.size > 0;
    if (working && this.#now() - this.#lastNews > HANG_MS) this.#died('the graphics device gave no answer');
  }

  #send(request: HostRequest): void {
    this.#host?.send(request);
  }

  #endHost(): void {
    const host = this.#host;
    this.#host = null;
    host?.kill();
  }

  #fail(failure: EngineFailure): void {
    this.#endHost();
    if (this.#watchdog !== null) clearInterval(this.#watchdog);
    this.#watchdog = null;
    this.#setState({ phase: 'failed', failure });
    this.#ready.reject(failure);
    for (const generation of this.#generations.values()) generation.fail(failure);
    this.#failLogits(failure);
  }

  #failLogits(failure: EngineFailure): void {
    for (const pending of this.#logits.values()) pending.reject(failure);
    this.#logits.clear();
  }

  #setState(state: EngineState): void {
    this.#state = state;
    this.#options.onState?.(state);
  }
}
