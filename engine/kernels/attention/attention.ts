/** Grouped-query attention of each token of a pass over its slot's keys and values. */
import { bind, createKernel, type Kernel, type KernelSource } from '../../device/kernel.ts';
import { allocate } from '../../device/memory.ts';
import type { OpenDevice } from '../../device/open-device.ts';
import { shader } from '../../device/shader-source.ts';
import { EngineError } from '../../errors.ts';
import { KV_BLOCK } from '../../kv-format.ts';
import { activationWriter } from '../activations/activations.ts';
import { PASS_WGSL, type PassSize } from '../pass/pass-buffers.ts';
import { ONE_SUBGROUP } from '../reduce/reduce.ts';
import { type AttentionShape, attentionConstants, type KvPart, kvWgsl, paddedHead } from '../rope-kv/kv-layout.ts';
import { TURNED_WGSL } from '../rope-kv/rope-kv.ts';

export interface AttentionBuffers {
  readonly projected: GPUBuffer;
  readonly tokens: GPUBuffer;
  /** u32 [slots][blocksPerSlot] */
  readonly tables: GPUBuffer;
  readonly parts: readonly KvPart[];
  /** From turnTable. */
  readonly turns: GPUBuffer;
  /** Activations. */
  readonly attended: GPUBuffer;
}

export interface Attention {
  /** Whether encode() itself turns the pass's queries and keys and writes its keys and values; else rope-kv must have. */
  feeds(size: PassSize): boolean;
  encode(pass: GPUComputePassEncoder, size: PassSize): void;
}

const WGSL = {
  partial: shader('./partial.wgsl', import.meta.url),
  cache: shader('./attention-cache.wgsl', import.meta.url),
  feed: shader('./attention-feed.wgsl', import.meta.url),
  fedBefore: shader('./attention-fed-before.wgsl', import.meta.url),
  read: shader('./attention-read.wgsl', import.meta.url),
  subgroup: shader('./attention-subgroup.wgsl', import.meta.url),
  chunked: shader('./attention-chunked.wgsl', import.meta.url),
  join: shader('./attention-join.wgsl', import.meta.url),
};

/** What chunks left for joining may take. Batches that would need more are wide enough to fill a GPU without. */
const MAX_PARTIAL_BYTES = 32 * 2 ** 20;
/** More tokens fill a GPU with a workgroup for each head of each. */
const MAX_SPLIT_TOKENS = 128;
/** Storage buffers of the kernel that writes keys and values before it reads them. */
const FEEDING_BUFFERS = 9;

/** One compiled shape; call the result for each layer's buffers. @throws EngineError('model-unsupported') */
export async function attentionFactory(
  device: OpenDevice,
  shape: AttentionShape,
): Promise<(buffers: AttentionBuffers) => Attention> {
  const { isSoftware, subgroupSize } = device.capabilities;
  return isSoftware && isSharedBy(subgroupSize, paddedHead(shape.headDim) / 8)
    ? subgroupFactory(device, shape)
    : chunkedFactory(device, shape);
}

/** Whether a subgroup's lanes divide a head among them. */
function isSharedBy(subgroupSize: number, eights: number): boolean {
  if (subgroupSize === 0 || KV_BLOCK % subgroupSize !== 0) return false;
  return eights % subgroupSize === 0 || subgroupSize % eights === 0;
}

const READING = { 0: 'read', 1: 'read', 2: 'uniform', 3: 'read', 4: 'read', 5: 'read', 6: 'read', 7: 'read-write' } as const;
const WRITING = { ...READING, 4: 'read-write', 5: 'read-write', 6: 'read-write', 9: 'read' } as const;

function bindPart(
  device: OpenDevice,
  kernel: Kernel,
  { projected, tokens, tables, attended }: AttentionBuffers,
  { bounds, keys, values, amplitudes }: KvPart,
  others: Readonly<Record<number, GPUBuffer>>,
): GPUBindGroup {
  const cache = { 2: bounds, 4: keys, 5: values, 6: amplitudes };
  return bind(device, kernel, { 0: tokens, 1: tables, 3: projected, 7: attended, ...cache, ...others });
}

/** Numbers of the buffer of activations. */
const ATTENDED = 7;
const JOINED = 2;

async function subgroupFactory(device: OpenDevice, shape: AttentionShape) {
  const writer = activationWriter(device.capabilities, ATTENDED, shape.heads * shape.headDim);
  const kernel = await createKernel(device, {
    label: 'attention',
    wgsl: [PASS_WGSL, kvWgsl(shape), WGSL.partial, WGSL.read, writer.wgsl, WGSL.cache, WGSL.subgroup],
    constants: { ...attentionConstants(shape), ...writer.constants, LANES: device.capabilities.subgroupSize },
    directives: [...writer.directives, ...ONE_SUBGROUP],
    bindings: READING,
  });
  return (buffers: AttentionBuffers): Attention => {
    const groups = buffers.parts.map((part) => ({ heads: part.heads, group: bindPart(device, kernel, buffers, part, {}) }));
    return {
      feeds: () => false,
      encode(pass, { tokens }) {
        pass.setPipeline(kernel.pipeline);
        for (const { heads, group } of groups) {
          pass.setBindGroup(0, group);
          pass.dispatchWorkgroups(tokens, heads);
        }
      },
    };
  };
}

async function chunkedFactory(device: OpenDevice, shape: AttentionShape) {
  const lanes = lanesFor(device, shape);
  const eights = paddedHead(shape.headDim) / 8;
  const constants = {
    ...attentionConstants(shape),
    LANES: lanes,
    CHUNK: lanes,
    STRETCHES: lanes / 16,
    EIGHTS_AT_ONCE: [4, 2].find((count) => eights % count === 0) ?? 1,
    VALUES_AT_ONCE: 4,
    CHUNKS_AT_ONCE: 4,
  };
  const writer = activationWriter(device.capabilities, ATTENDED, shape.heads * shape.headDim);
  const joinWriter = activationWriter(device.capabilities, JOINED, shape.heads * shape.headDim);
  const create = (label: string, texts: readonly string[], bindings: KernelSource['bindings']) =>
    createKernel(device, {
      label,
      wgsl: [PASS_WGSL, kvWgsl(shape), WGSL.partial, WGSL.read, writer.wgsl, ...texts, WGSL.chunked],
      constants: { ...constants, ...writer.constants },
      directives: writer.directives,
      bindings: { ...bindings, 8: 'read-write' },
    });
  const isFeeding = device.gpu.limits.maxStorageBuffersPerShaderStage >= FEEDING_BUFFERS;
  const [reader, feeder, joiner] = await Promise.all([
    create('attention', [WGSL.cache, WGSL.fedBefore], READING),
    isFeeding ? create('attention that feeds itself', [TURNED_WGSL, WGSL.feed], WRITING) : null,
    createKernel(device, {
      label: 'attention join',
      wgsl: [PASS_WGSL, WGSL.partial, joinWriter.wgsl, WGSL.join],
      constants: { ...constants, ...joinWriter.constants },
      directives: joinWriter.directives,
      bindings: { 0: 'read', 1: 'read', 2: 'read-write' },
    }),
  ]);
  const bytesPerChunk = 4 * shape.heads * (8 * eights + 2);
  const mostChunks = Math.ceil((shape.blocksPerSlot * KV_BLOCK) / lanes);
  const partialBytes = Math.min(MAX_PARTIAL_BYTES, MAX_SPLIT_TOKENS * mostChunks * bytesPerChunk);
  const partials = await allocate(device, 'chunks of attention', partialBytes);
  /** How deep to dispatch: 1 where workgroups are to join their own chunks. */
  const depthOf = ({ tokens, reach }: PassSize): number => {
    const chunks = Math.ceil(reach / lanes);
    return tokens <= MAX_SPLIT_TOKENS && tokens * chunks * bytesPerChunk <= partialBytes ? chunks : 1;
  };
  const feeds = ({ tokens, runs }: PassSize) => feeder !== null && tokens === runs;

  return (buffers: AttentionBuffers): Attention => {
    const { parts, tokens, attended, turns } = buffers;
    const groupsOf = (kernel: Kernel, others: Readonly<Record<number, GPUBuffer>>) =>
      parts.map((part) => ({ heads: part.heads, group: bindPart(device, kernel, buffers, part, { 8: partials, ...others }) }));
    const reading = { pipeline: reader.pipeline, groups: groupsOf(reader, {}) };
    const feeding = feeder === null ? reading : { pipeline: feeder.pipeline, groups: groupsOf(feeder, { 9: turns }) };
    const joining = bind(device, joiner, { 0: tokens, 1: partials, 2: attended });
    return {
      feeds,
      encode(pass, size) {
        const depth = depthOf(size);
        const { pipeline, groups } = feeds(size) ? feeding : reading;
        pass.setPipeline(pipeline);
        for (const { heads, group } of groups) {
          pass.setBindGroup(0, group);
          pass.dispatchWorkgroups(size.tokens, heads, depth);
        }
        if (depth === 1) return;
        pass.setPipeline(joiner.pipeline);
        pass.setBindGroup(0, joining);
        pass.dispatchWorkgroups(size.tokens, shape.kvHeads);
      },
    };
  };
}

/**
 * Lanes of a workgroup, and with them positions of a chunk: as many as its memory allows. A fixed number for a device and
 * shape: the order of sums must not depend on the batch.
 */
function lanesFor(device: OpenDevice, { heads, kvHeads, headDim }: AttentionShape): number {
  const group = heads / kvHeads;
  const eights = paddedHead(headDim) / 8;
  const bytes = (lanes: number) => 32 * (group * eights + lanes) + 4 * group * (lanes + lanes / 16) + 4 * lanes + 8 * 9 * eights;
  const { maxComputeWorkgroupStorageSize, maxComputeInvocationsPerWorkgroup } = device.gpu.limits;
  const fitting = [256, 128, 64].find(
    (lanes) => lanes >= eights && lanes <= maxComputeInvocationsPerWorkgroup && bytes(lanes) <= maxComputeWorkgroupStorageSize,
  );
  if (fitting === undefined)
    throw new EngineError(
      'model-unsupported',
      `${group} heads of ${headDim} channels do not fit the attention kernel on ${device.name}: run on the CPU.`,
    );
  return fitting;
}
