/**
 * A model on a GPU whose samples stand at any position without having read so much: the keys and values before it are
 * copies of a short text's, each sample's in blocks of its own, and the recurrent state is that text's. A step does the
 * work of one after a context that was read; what it draws means nothing.
 */
import { createDawn } from '#engine/device/dawn.ts';
import { openDevice } from '#engine/device/open-device.ts';
import { blocksFor, KV_BLOCK, type KvFormat } from '#engine/kv-format.ts';
import type { BackendMemory } from '#engine/model/backend.ts';
import type { ModelConfig } from '#engine/model/config.ts';
import { buildMachine } from '#engine/model/gpu/machine.ts';
import type { OperationTimes } from '#engine/model/gpu/operation.ts';
import { planPasses } from '#engine/model/gpu/plan-passes.ts';
import type { Weights } from '#engine/model/tensor.ts';
import { promptOf } from './prompt.ts';
import { repeatedPieces } from './repeated-pieces.ts';

export interface PlacedModelOptions {
  readonly adapter: string;
  readonly config: ModelConfig;
  readonly weights: Weights;
  /** Of keys and values. */
  readonly kvFormat: KvFormat;
  /** What place() will be asked for: memory is laid out for the largest. */
  readonly placements: readonly Placement[];
}

export interface Placement {
  readonly samples: number;
  /** Tokens before the first that is drawn. */
  readonly context: number;
}

export interface PlacedModel {
  readonly device: string;
  readonly memory: BackendMemory;
  readonly loadMs: number;
  /** Bytes of keys and values that are allocated. */
  kvBytes(): number;
  /** Reads a prompt of so many tokens. → ms */
  read(tokens: number): Promise<number>;
  place(placement: Placement): Promise<void>;
  /** Draws `steps` tokens of each of the placed samples, each time from the same positions. */
  draw(steps: number): Promise<DrawTime>;
  /** One step by kinds of kernels; null where the device has no timestamps. */
  profile(): Promise<OperationTimes | null>;
  close(): void;
}

export interface DrawTime {
  readonly steps: number;
  readonly ms: number;
  /** Of that, until the last step was handed to the device. */
  readonly recordingMs: number;
}

/** Read for real; copies of its blocks fill the rest. */
const TEXT_BLOCKS = 8;
/** Copies of blocks handed over at once. */
const COPIES_AT_ONCE = 256;
/** Room after a context for what is drawn. */
const MOST_STEPS = 64;

export async function openPlacedModel(options: PlacedModelOptions): Promise<PlacedModel> {
  const { adapter, config, weights, kvFormat, placements } = options;
  const slots = Math.max(...placements.map(({ samples }) => samples));
  const contextLength = Math.max(TEXT_BLOCKS * KV_BLOCK, ...placements.map(({ context }) => context)) + MOST_STEPS;
  const maxBlocks = Math.max(blocksFor(contextLength), ...placements.map(blocksOf)) + TEXT_BLOCKS;
  const device = await openDevice(await createDawn({ adapter, exactTimestamps: true }), adapter);
  const began = performance.now();
  const sizes = { slots, contextLength, kvFormat, maxBlocks, pieces: repeatedPieces() };
  const machine = await buildMachine({ ...sizes, device, config, weights, onProgress: () => {} });
  const loadMs = performance.now() - began;

  let filled = TEXT_BLOCKS;
  let placed: Placement = { samples: 0, context: 0 };

  async function grow(blocks: number): Promise<void> {
    if (blocks > machine.blocks().capacity) await machine.growBlocks(blocks);
  }
  async function readInto(slot: number, tokens: number): Promise<void> {
    machine.reset(slot);
    for (const pass of planPasses([{ slot, tokens: promptOf(tokens, config.vocabSize) }], () => 0, machine.maxTokens))
      await machine.run(pass);
  }
  /** Blocks up to `end` hold what the text's do, in turn. */
  async function fill(end: number): Promise<void> {
    await grow(end);
    while (filled < end) {
      const blocks = range(filled, Math.min(COPIES_AT_ONCE, end - filled));
      machine.copyBlocks(blocks.map((to) => ({ from: to % TEXT_BLOCKS, to })));
      filled += blocks.length;
    }
    await device.gpu.queue.onSubmittedWorkDone();
  }
  const rows = () =>
    Array.from({ length: placed.samples }, (_, slot) => ({ slot, seed: slot, firstDraw: 0, temperature: 1, topP: 1 }));

  machine.setTable(0, range(0, TEXT_BLOCKS));
  await readInto(0, TEXT_BLOCKS * KV_BLOCK);

  return {
    device: device.name,
    memory: machine.memory,
    loadMs,
    kvBytes: () => machine.blocks().capacity * KV_BLOCK * machine.memory.kvBytesPerToken,
    async read(tokens) {
      await grow(TEXT_BLOCKS + blocksFor(tokens));
      machine.setTable(0, range(TEXT_BLOCKS, blocksFor(tokens)));
      const start = performance.now();
      await readInto(0, tokens);
      return performance.now() - start;
    },
    async place(placement) {
      placed = placement;
      await fill(TEXT_BLOCKS + blocksOf(placement));
      const each = blocksFor(placement.context + MOST_STEPS);
      for (let slot = 0; slot < placement.samples; slot++) {
        if (slot > 0) machine.copy(0, slot);
        machine.setTable(slot, range(TEXT_BLOCKS + slot * each, each));
      }
      await device.gpu.queue.onSubmittedWorkDone();
    },
    async draw(steps) {
      if (steps > MOST_STEPS) throw new RangeError(`${steps} steps need more room than the ${MOST_STEPS} tokens there are.`);
      const start = performance.now();
      const drawing = machine.draw(rows(), steps, () => placed.context);
      const recordingMs = performance.now() - start;
      await drawing;
      return { steps, ms: performance.now() - start, recordingMs };
    },
    profile: () => machine.profile(rows(), () => placed.context),
    close: () => device.close(),
  };
}

function blocksOf({ samples, context }: Placement): number {
  return samples * blocksFor(context + MOST_STEPS);
}

function range(first: number, count: number): number[] {
  return Array.from({ length: count }, (_, i) => first + i);
}
