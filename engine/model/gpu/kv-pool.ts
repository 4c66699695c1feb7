/**
 * The memory of keys and values on the device: blocks of 64 positions out of one pool a layer, which grows as sequences
 * do, and each slot's table of its blocks. Does not know who holds which block (see BlockLedger).
 */
import { allocate } from '../../device/memory.ts';
import type { OpenDevice } from '../../device/open-device.ts';
import { EngineError } from '../../errors.ts';
import { blockBytes, type KvPart, uploadPart } from '../../kernels/rope-kv/kv-layout.ts';
import { blocksFor, KV_BLOCK, type KvFormat } from '../../kv-format.ts';
import type { ModelConfig } from '../config.ts';
import type { BlockCopy } from '../kv/block-ledger.ts';

export interface KvPool {
  readonly format: KvFormat;
  /** Blocks there are, and may ever be. */
  readonly capacity: number;
  readonly maxBlocks: number;
  readonly blocksPerSlot: number;
  readonly bytesPerPosition: number;
  /** u32 [slots][blocksPerSlot] */
  readonly tables: GPUBuffer;
  /** A layer's buffers, until the next grow(). */
  parts(layer: number): readonly KvPart[];
  /** Has room for `blocks` from now on; what the blocks hold stays. @throws EngineError('out-of-memory'), with nothing lost. */
  grow(blocks: number): Promise<void>;
  writeTable(slot: number, blocks: readonly number[]): void;
  encodeCopies(encoder: GPUCommandEncoder, copies: readonly BlockCopy[]): void;
}

export interface KvPoolOptions {
  readonly device: OpenDevice;
  readonly config: ModelConfig;
  readonly slots: number;
  readonly contextLength: number;
  readonly format: KvFormat;
  /** Blocks at most, over all slots. */
  readonly maxBlocks: number;
}

/** Blocks at the start: some short problems. */
const FIRST_BLOCKS = 16;

/** @throws EngineError('out-of-memory') where not one head of one layer's blocks fits what a buffer may have. */
export async function createKvPool(options: KvPoolOptions): Promise<KvPool> {
  const { device, config, slots, contextLength, format, maxBlocks } = options;
  const { kvHeads, headDim } = config.attention;
  const bytes = blockBytes(format, headDim);
  const headsPerPart = Math.min(kvHeads, Math.floor(device.capabilities.maxBindingBytes / (maxBlocks * bytes.numbers)));
  if (headsPerPart === 0) throw tooLong(device, maxBlocks, bytes.numbers);
  const blocksPerSlot = blocksFor(contextLength);
  const tables = await allocate(device, 'tables of blocks', slots * blocksPerSlot * 4);
  // Copies within one buffer are refused: they go through here.
  const scratch = await allocate(device, 'scratch of blocks', headsPerPart * bytes.numbers);
  let capacity = Math.min(FIRST_BLOCKS, maxBlocks);

  const buffersOf = async (layer: number, heads: number) => ({
    keys: await allocate(device, `keys of layer ${layer}`, capacity * heads * bytes.numbers),
    values: await allocate(device, `values of layer ${layer}`, capacity * heads * bytes.numbers),
    amplitudes: await allocate(device, `amplitudes of layer ${layer}`, capacity * heads * bytes.amplitudes),
  });
  const layers = new Map<number, KvPart[]>();
  for (const [layer, { kind }] of config.layers.entries()) {
    if (kind !== 'attention') continue;
    const parts: KvPart[] = [];
    for (let firstHead = 0; firstHead < kvHeads; firstHead += headsPerPart) {
      const heads = Math.min(headsPerPart, kvHeads - firstHead);
      const bounds = await uploadPart(device, format, headDim, firstHead, heads);
      parts.push({ firstHead, heads, bounds, ...(await buffersOf(layer, heads)) });
    }
    layers.set(layer, parts);
  }

  /** A longer buffer with the same contents. */
  const lengthened = async (buffer: GPUBuffer, blocks: number, bytesPerBlock: number): Promise<GPUBuffer> => {
    if (bytesPerBlock === 0) return buffer;
    const longer = await allocate(device, buffer.label, blocks * bytesPerBlock);
    const encoder = device.gpu.createCommandEncoder();
    encoder.copyBufferToBuffer(buffer, 0, longer, 0, Math.min(buffer.size, longer.size));
    device.gpu.queue.submit([encoder.finish()]);
    // One buffer at a time: the old one's memory is given back before the next is allocated.
    buffer.destroy();
    await Promise.race([device.gpu.queue.onSubmittedWorkDone(), device.failure]);
    return longer;
  };

  return {
    format,
    get capacity() {
      return capacity;
    },
    maxBlocks,
    blocksPerSlot,
    bytesPerPosition: (layers.size * kvHeads * (2 * bytes.numbers + bytes.amplitudes)) / KV_BLOCK,
    tables,
    parts: (layer) => layers.get(layer) ?? [],
    async grow(blocks) {
      // Half as much again: seldom, and never twice the memory. A buffer that was lengthened before a failure is kept.
      const target = Math.min(maxBlocks, Math.max(blocks, Math.ceil(capacity * 1.5)));
      for (const parts of layers.values()) {
        for (const [i, { heads }] of parts.entries()) {
          const replace = async (what: 'keys' | 'values' | 'amplitudes', bytesPerBlock: number) => {
            parts[i] = { ...parts[i], [what]: await lengthened(parts[i][what], target, heads * bytesPerBlock) };
          };
          await replace('keys', bytes.numbers);
          await replace('values', bytes.numbers);
          await replace('amplitudes', bytes.amplitudes);
        }
      }
      capacity = target;
    },
    writeTable(slot, blocks) {
      if (blocks.length > 0) device.gpu.queue.writeBuffer(tables, slot * blocksPerSlot * 4, new Uint32Array(blocks));
    },
    encodeCopies(encoder, copies) {
      const copy = (buffer: GPUBuffer, size: number, { from, to }: BlockCopy) => {
        if (size === 0) return;
        encoder.copyBufferToBuffer(buffer, from * size, scratch, 0, size);
        encoder.copyBufferToBuffer(scratch, 0, buffer, to * size, size);
      };
      for (const { keys, values, amplitudes, heads } of [...layers.values()].flat()) {
        for (const each of copies) {
          copy(keys, heads * bytes.numbers, each);
          copy(values, heads * bytes.numbers, each);
          copy(amplitudes, heads * bytes.amplitudes, each);
        }
      }
    },
  };
}

function tooLong({ capabilities, name }: OpenDevice, blocks: number, bytesPerBlock: number): EngineError {
  const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1);
  const needed = blocks * bytesPerBlock;
  return new EngineError(
    'out-of-memory',
    `The keys of one head for ${blocks * KV_BLOCK} positions need ${megabytes(needed)} MB, above the ` +
      `${megabytes(capabilities.maxBindingBytes)} MB that one buffer may have on ${name}. ` +
      'Run fewer samples at once, shorten the context, or keep keys and values in fewer bits.',
    { bytes: needed },
  );
}
