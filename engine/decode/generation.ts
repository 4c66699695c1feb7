/** One request for samples: its rows, who hears of them, and when it is done. Knows no backend and no other request. */
import type { TextDecoding } from '../formats/tokenizer.ts';
import type { GenerateRequest, GenerateResult, GenerateSink, RowStatus } from '../index.ts';
import type { Join } from './continuation.ts';
import { Row } from './row.ts';

export interface GenerationOptions {
  readonly request: GenerateRequest;
  /** The prompt and what of the prefix is read with it. */
  readonly prompt: readonly number[];
  /** How the first token joins the prefix; null where anything may follow. */
  readonly join: Join | null;
  readonly stopTokens: ReadonlySet<number>;
  readonly decoder: () => TextDecoding;
  readonly sink: GenerateSink;
  readonly signal: AbortSignal;
}

export class Generation {
  readonly prompt: readonly number[];
  readonly join: Join | null;
  readonly temperature: number;
  readonly topP: number;
  readonly result: Promise<GenerateResult>;
  readonly fail: (error: unknown) => void;
  /** Rows without a slot yet, in the order asked for. */
  readonly waiting: Row[];
  #unfinished: number;
  #firstTokenMs: number | null = null;
  readonly #rows: readonly Row[];
  readonly #sink: GenerateSink;
  readonly #signal: AbortSignal;
  readonly #resolve: (result: GenerateResult) => void;
  readonly #startMs = performance.now();

  constructor({ request, prompt, join, stopTokens, decoder, sink, signal }: GenerationOptions) {
    this.prompt = prompt;
    this.join = join;
    this.temperature = request.temperature;
    this.topP = request.topP;
    const rule = { stopTokens, maxTokens: request.maxTokens, told: join?.text.length ?? 0 };
    this.#rows = request.rows.map((row) => new Row(row, decoder(), rule));
    this.#unfinished = this.#rows.length;
    this.#sink = sink;
    this.#signal = signal;
    const { promise, resolve, reject } = Promise.withResolvers<GenerateResult>();
    this.result = promise;
    this.#resolve = resolve;
    this.fail = reject;
    this.waiting = [];
    for (const row of this.#rows) {
      if (row.status === null) this.waiting.push(row);
      else this.#close(row, row.status);
    }
  }

  get isCancelled(): boolean {
    return this.#signal.aborted;
  }

  get isDone(): boolean {
    return this.#unfinished === 0;
  }

  /** No row has drawn yet: someone waits for the first sign of life. */
  get isFresh(): boolean {
    return this.#firstTokenMs === null;
  }

  /** Gives a row what was drawn for it and tells the sink. */
  deliver(row: Row, drawn: readonly number[]): void {
    this.#firstTokenMs ??= performance.now() - this.#startMs;
    const { tokens, text } = row.take(drawn);
    if (tokens.length > 0 || text !== '') this.#sink.onTokens({ index: row.index, tokens, text });
    if (row.status !== null) this.#close(row, row.status);
  }

  end(row: Row, status: RowStatus): void {
    row.status = status;
    this.#close(row, status);
  }

  #close(row: Row, status: RowStatus): void {
    this.#sink.onRowEnd({ index: row.index, status, tokens: row.tokens.length });
    this.#unfinished--;
    if (this.isDone) this.#resolve(this.#summary());
  }

  #summary(): GenerateResult {
    const totalMs = performance.now() - this.#startMs;
    return {
      rows: this.#rows.map(({ index, status, text, tokens }) => ({
        index,
        status: status ?? 'stopped',
        text,
        tokens: tokens.length,
      })),
      promptTokens: this.prompt.length,
      firstTokenMs: this.#firstTokenMs ?? totalMs,
      totalMs,
    };
  }
}
