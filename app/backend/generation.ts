/** One running generation as the supervisor keeps it: the tokens of each row, so that a new host can go on after them. */
import type { HostEvent, HostRequest } from '#app/protocol/engine-host.ts';
import type { EngineFailure } from './engine-failure.ts';

export type RowStatus = Extract<HostEvent, { type: 'row-end' }>['status'];

export interface GenerateJob {
  readonly problem: string;
  /** Solution text that the rows go on after; none where absent. */
  readonly prefix?: string;
  readonly rows: readonly { readonly index: number; readonly seed: number }[];
  readonly temperature: number;
  readonly topP: number;
  /** New tokens a row, at most. */
  readonly maxTokens: number;
}

export interface GenerateSink {
  onTokens(event: { readonly index: number; readonly tokens: readonly number[]; readonly text: string }): void;
  onRowEnd(event: { readonly index: number; readonly status: RowStatus }): void;
}

export interface GenerateOutcome {
  readonly promptTokens: number;
  /** From the first hand-over to the host to the first token; null when none came. */
  readonly firstTokenMs: number | null;
  readonly totalMs: number;
}

interface Row {
  readonly index: number;
  readonly seed: number;
  readonly tokens: number[];
  ended: boolean;
}

export class Generation {
  readonly id: string;
  readonly #job: GenerateJob;
  readonly #sink: GenerateSink;
  readonly #now: () => number;
  readonly #rows: ReadonlyMap<number, Row>;
  readonly #outcome = Promise.withResolvers<GenerateOutcome>();
  #began: number | null = null;
  #firstTokenMs: number | null = null;

  constructor(id: string, job: GenerateJob, sink: GenerateSink, now: () => number) {
    this.id = id;
    this.#job = job;
    this.#sink = sink;
    this.#now = now;
    this.#rows = new Map(job.rows.map(({ index, seed }) => [index, { index, seed, tokens: [], ended: false }]));
  }

  get done(): Promise<GenerateOutcome> {
    return this.#outcome.promise;
  }

  /** What a host is asked: the rows not ended, each after the tokens it already drew. */
  request(): HostRequest {
    this.#began ??= this.#now();
    const { problem, prefix, temperature, topP, maxTokens } = this.#job;
    const rows = this.#open().map(({ index, seed, tokens }) => ({ index, seed, resume: tokens }));
    return { type: 'generate', id: this.id, problem, prefix, rows, temperature, topP, maxTokens };
  }

  add({ index, tokens, text }: { index: number; tokens: readonly number[]; text: string }): void {
    const row = this.#rows.get(index);
    if (row === undefined || row.ended) return;
    this.#firstTokenMs ??= this.#elapsed();
    row.tokens.push(...tokens);
    this.#sink.onTokens({ index, tokens, text });
  }

  endRow({ index, status }: { index: number; status: RowStatus }): void {
    const row = this.#rows.get(index);
    if (row === undefined || row.ended) return;
    row.ended = true;
    this.#sink.onRowEnd({ index, status });
  }

  finish(promptTokens: number): void {
    this.#outcome.resolve({ promptTokens, firstTokenMs: this.#firstTokenMs, totalMs: this.#elapsed() });
  }

  /** Ends the open rows here and now; what the host still sends of them is not wanted. */
  stop(): void {
    for (const { index } of this.#open()) this.endRow({ index, status: 'stopped' });
    this.finish(0);
  }

  fail(failure: EngineFailure): void {
    this.#outcome.reject(failure);
  }

  #open(): Row[] {
    return [...this.#rows.values()].filter((row) => !row.ended);
  }

  #elapsed(): number {
    return this.#began === null ? 0 : this.#now() - this.#began;
  }
}
