/**
 * The device's view of one pass (a ragged batch of tokens): its tokens, runs, heads and row counts, rewritten before
 * each pass. Layouts as in pass.wgsl.
 */
import { allocate } from '../../device/memory.ts';
import type { OpenDevice } from '../../device/open-device.ts';
import { shader } from '../../device/shader-source.ts';

export const PASS_WGSL = shader('./pass.wgsl', import.meta.url);

export interface PassToken {
  readonly id: number;
  readonly slot: number;
  readonly position: number;
}

export interface PassRun {
  readonly slot: number;
  /** Its tokens are first .. first + length of the pass. */
  readonly first: number;
  readonly length: number;
}

/** A token of the pass whose logits are wanted. */
export interface PassHead {
  readonly token: number;
  readonly slot: number;
}

export interface Pass {
  readonly tokens: readonly PassToken[];
  readonly runs: readonly PassRun[];
  readonly heads: readonly PassHead[];
}

/** How many rows of each kind a pass has: what dispatches need to know of it. */
export interface PassSize {
  readonly tokens: number;
  readonly runs: number;
  readonly heads: number;
  /** No token of the pass, nor of its repetitions, stands at this position or a later one. */
  readonly reach: number;
}

export interface PassBuffers {
  readonly tokens: GPUBuffer;
  readonly runs: GPUBuffer;
  readonly heads: GPUBuffer;
  /** Heads 0, 1, 2, …: every token of a pass as its own source. */
  readonly everyToken: GPUBuffer;
  /** Uniforms holding the number of tokens, and of heads. */
  readonly tokenCount: GPUBuffer;
  readonly headCount: GPUBuffer;
}

const TOKEN_WORDS = 4;
const RUN_WORDS = 4;
const HEAD_WORDS = 2;

export async function allocatePass(device: OpenDevice, maxTokens: number): Promise<PassBuffers> {
  const buffers = {
    tokens: await allocate(device, 'tokens of a pass', maxTokens * TOKEN_WORDS * 4),
    runs: await allocate(device, 'runs of a pass', maxTokens * RUN_WORDS * 4),
    heads: await allocate(device, 'heads of a pass', maxTokens * HEAD_WORDS * 4),
    everyToken: await allocate(device, 'rows of a pass', maxTokens * HEAD_WORDS * 4),
    tokenCount: await allocate(device, 'token count', 16, 'uniform'),
    headCount: await allocate(device, 'head count', 16, 'uniform'),
  };
  const identity = Uint32Array.from({ length: maxTokens * HEAD_WORDS }, (_, i) => (i % HEAD_WORDS === 0 ? i / HEAD_WORDS : 0));
  device.gpu.queue.writeBuffer(buffers.everyToken, 0, identity);
  return buffers;
}

/** @param advance positions that the pass's tokens will be moved on, where it is run again and again */
export function writePass({ gpu }: OpenDevice, buffers: PassBuffers, { tokens, runs, heads }: Pass, advance = 0): PassSize {
  const write = (buffer: GPUBuffer, words: readonly number[]) => {
    if (words.length > 0) gpu.queue.writeBuffer(buffer, 0, new Uint32Array(words));
  };
  write(
    buffers.tokens,
    tokens.flatMap(({ id, slot, position }) => [id, slot, position, 0]),
  );
  write(
    buffers.runs,
    runs.flatMap(({ slot, first, length }) => [slot, first, length, 0]),
  );
  write(
    buffers.heads,
    heads.flatMap(({ token, slot }) => [token, slot]),
  );
  write(buffers.tokenCount, [tokens.length, 0, 0, 0]);
  write(buffers.headCount, [heads.length, 0, 0, 0]);
  const reach = tokens.reduce((most, { position }) => Math.max(most, position + 1), 0) + advance;
  return { tokens: tokens.length, runs: runs.length, heads: heads.length, reach };
}
