import { EngineError } from '../errors.ts';
import type { ModelConfig } from './config.ts';

/**
 * What a device (GPU or CPU) must do to run a model. A backend owns the weights and a fixed number of *slots*;
 * a slot holds one sequence: its recurrent state, convolution inputs, KV, position and the logits after its last
 * token. It knows nothing of text, stopping or scheduling (see `engine/decode`).
 *
 * Every row of work is computed in an order that does not depend on which other rows run beside it, so a sample is
 * bit-identical whatever the batch (per backend and adapter).
 */
export interface Backend {
  readonly config: ModelConfig;
  readonly kind: 'gpu' | 'cpu';
  /** Human-readable device, e.g. "llvmpipe (LLVM 15.0.6, 256 bits)" or "CPU (TypeScript)". */
  readonly device: string;
  readonly memory: BackendMemory;
  readonly slots: number;
  /** Tokens a slot can hold. */
  readonly contextLength: number;

  /** Forgets a slot's sequence: position 0, zero state. */
  reset(slot: number): void;
  /**
   * Makes slot `to` an independent copy of `from`: state, KV, position and logits. The two share the blocks of KV they
   * have in common, so a slot is also the way to keep a sequence's state for later: copy it aside, and back.
   */
  copy(from: number, to: number): void;
  /**
   * Makes room for more tokens of KV, slot after slot, ahead of the append or sample that needs it. Blocks are given out
   * as sequences grow and taken back by reset() and by copy() onto a slot.
   * @returns for each whether there is room; where there is none the slot is as before.
   */
  reserve(needs: readonly Need[]): Promise<boolean[]>;
  /**
   * Feeds tokens to several slots at once (a ragged batch: prefill is a long run, decode a run of one). Slots are
   * distinct. Afterwards each slot's logits are those after its last token.
   * @throws EngineError before any work: 'context-full' when a run would pass contextLength, 'out-of-memory' when the
   * memory of KV does not suffice (reserve() tells for which).
   */
  append(runs: readonly Run[]): Promise<void>;
  /**
   * `steps` times: draws the next token of each row from its slot's logits and feeds it back.
   * @returns ids [steps, rows], row-major; NO_TOKEN for a row whose logits are not finite.
   */
  sample(rows: readonly SampleRow[], steps: number): Promise<Uint32Array>;
  /** Logits after the slot's last token, [vocabSize], f32. */
  logits(slot: number): Promise<Float32Array>;
  /** Frees device memory; waits for running work. Idempotent. */
  close(): Promise<void>;
}

/** More tokens for a slot. */
export interface Need {
  readonly slot: number;
  readonly tokens: number;
}

export interface Run {
  readonly slot: number;
  readonly tokens: readonly number[];
}

/**
 * How a row draws: u = counter-based uniform noise keyed by (seed, draw, token id), draw = the number of tokens the
 * row has drawn so far (`firstDraw` for the first step of this call). Temperature 0 is the arg-max (lowest id wins a tie).
 */
export interface SampleRow {
  readonly slot: number;
  readonly seed: number;
  readonly firstDraw: number;
  readonly temperature: number;
  /** Nucleus: the smallest set of most likely tokens whose probability reaches topP; 1 keeps all. */
  readonly topP: number;
}

export interface BackendMemory {
  readonly weightBytes: number;
  readonly stateBytesPerSlot: number;
  readonly kvBytesPerToken: number;
}

export function contextFull(contextLength: number): EngineError {
  return new EngineError('context-full', `The sequence would pass the context of ${contextLength} tokens: shorten the problem.`, {
    contextLength,
  });
}

/** @param blocks in use */
export function noRoomForKv(blocks: number): EngineError {
  const message = `All ${blocks} blocks of keys and values are in use: run fewer samples at once, or allow more memory.`;
  return new EngineError('out-of-memory', message, { blocks });
}

/** Returned by `sample` in place of a token when a row's logits hold NaN or infinity. */
export const NO_TOKEN = 0xffffffff;
