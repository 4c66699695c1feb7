/**
 * The engine's front door: load a checkpoint folder, sample many completions of a prompt, read logits.
 * It knows tokens and text, not maths.
 */
import type { KvFormat } from './kv-format.ts';
import type { BackendMemory } from './model/backend.ts';
import type { WeightFormat } from './model/weight-format.ts';

export { EngineError, type EngineErrorKind } from './errors.ts';

export interface LoadOptions {
  /** Folder as Hugging Face holds it: config.json, mamba_config.json, safetensors, tokenizer.json. */
  readonly modelDir: string;
  readonly backend: 'gpu' | 'cpu' | 'auto';
  /** Case-insensitive substring of the adapter's description; picks among several adapters. */
  readonly adapter?: string;
  /** Sequences that can run at once. */
  readonly slots: number;
  /** Tokens one sequence may hold, at most the model's own limit; 8192 or that limit where absent. */
  readonly contextLength?: number;
  /** The number format of the matrices; 'auto', where absent, picks by the model's size and the machine's memory. */
  readonly weights?: WeightFormat | 'auto';
  /** How keys and values are kept; 'auto', where absent, takes f32 for small models and int8 for large ones. */
  readonly kv?: KvFormat | 'auto';
  /**
   * Bytes that weights, activations, states and keys and values may take together; without it, memory is taken until the
   * device has no more. Decides formats under 'auto'. Where it does not hold all samples at full length, some wait.
   */
  readonly memoryBytes?: number;
  /** Where weights that were converted are kept, so that the next load takes seconds; nothing is kept where absent. */
  readonly cacheDir?: string;
  readonly onProgress?: (progress: LoadProgress) => void;
  /** Ends the load between two pieces. @throws EngineError('cancelled') */
  readonly signal?: AbortSignal;
}

export interface LoadProgress {
  readonly stage: 'reading' | 'uploading' | 'compiling';
  /** 0 to 1 within the stage. */
  readonly fraction: number;
}

export interface EngineDescription {
  readonly backend: 'gpu' | 'cpu';
  readonly adapter: string;
  /** Why this backend was chosen, in a sentence a user can act on. */
  readonly reason: string;
  readonly model: string;
  readonly parameters: number;
  /** The number format of the matrices, why, and where they were read from. */
  readonly weights: string;
  /** What all takes with every sample at its whole context, summand by summand. */
  readonly memoryPlan: string;
  readonly memory: BackendMemory;
  readonly slots: number;
  readonly contextLength: number;
}

export interface Engine {
  readonly description: EngineDescription;
  /**
   * Samples completions. Rows beyond the free slots wait their turn; several generations share the batch.
   * Resolves when every row has ended; a cancelled generation resolves with its rows 'stopped'.
   */
  generate(request: GenerateRequest, sink: GenerateSink, signal: AbortSignal): Promise<GenerateResult>;
  /** Logits after the last token, or after every token; [n][vocabSize], f32. */
  logits(tokens: readonly number[], all: boolean): Promise<Float32Array[]>;
  /** Tokens of a user's problem in the model's own chat form. */
  encodeProblem(problem: string): number[];
  close(): Promise<void>;
}

export interface GenerateRequest {
  readonly problem: string;
  /** Solution text that every row goes on after, as if it had written it; none where absent. Not part of what is told. */
  readonly prefix?: string;
  readonly rows: readonly RowRequest[];
  readonly temperature: number;
  readonly topP: number;
  /** New tokens per row, at most. */
  readonly maxTokens: number;
}

export interface RowRequest {
  /** The sample's number, echoed in events. */
  readonly index: number;
  readonly seed: number;
  /** Tokens this row already drew in an earlier run that was cut off: it goes on after them, drawing as it would have. */
  readonly resume?: readonly number[];
}

export interface GenerateSink {
  /** New tokens of one row and the text they complete (never half a code point). */
  onTokens(event: { readonly index: number; readonly tokens: readonly number[]; readonly text: string }): void;
  onRowEnd(event: { readonly index: number; readonly status: RowStatus; readonly tokens: number }): void;
}

/** finished: the model ended its answer; length: maxTokens or the context ran out; failed: logits not finite. */
export type RowStatus = 'finished' | 'length' | 'stopped' | 'failed';

export interface GenerateResult {
  readonly rows: readonly {
    readonly index: number;
    readonly status: RowStatus;
    readonly text: string;
    readonly tokens: number;
  }[];
  readonly promptTokens: number;
  /** Milliseconds from the call to the first sampled token, and to the end. */
  readonly firstTokenMs: number;
  readonly totalMs: number;
}
