/** Grouped-query attention of each token of a pass over its slot's keys and values. */
import type { Capabilities } from '../../device/capabilities.ts';
import { bind, createKernel } from '../../device/kernel.ts';
import { allocate } from '../../device/memory.ts';
import type { OpenDevice } from '../../device/open-device.ts';
import { shader } from '../../device/shader-source.ts';
import { EngineError } from '../../errors.ts';
import { KV_BLOCK } from '../../kv-format.ts';
import { PASS_WGSL, type PassSize } from '../pass/pass-buffers.ts';
import { ONE_SUBGROUP } from '../reduce/reduce.ts';
import { type AttentionShape, attentionConstants, type KvPart, kvWgsl, paddedHead } from '../rope-kv/kv-layout.ts';

export interface AttentionBuffers {
  readonly projected: GPUBuffer;
  readonly tokens: GPUBuffer;
  /** u32 [slots][blocksPerSlot] */
  readonly tables: GPUBuffer;
  readonly parts: readonly KvPart[];
  readonly attended: GPUBuffer;
}

const PARTIAL = shader('./partial.wgsl', import.meta.url);
const READ = shader('./attention-read.wgsl', import.meta.url);
const SUBGROUP = shader('./attention-subgroup.wgsl', import.meta.url);
const WORKGROUP = shader('./attention-workgroup.wgsl', import.meta.url);
const JOIN = shader('./attention-join.wgsl', import.meta.url);

/**
 * Positions that are summed apart and then joined, so that long contexts can spread over a GPU. A fixed number: the order
 * of sums must not depend on the batch.
 */
export const CHUNK = 8 * KV_BLOCK;

/** What chunks left for joining may take. Batches that would need more are wide enough to fill a GPU without. */
const MAX_PARTIAL_BYTES = 32 * 2 ** 20;

/** One compiled shape; call the result for each layer's buffers. @throws EngineError('model-unsupported') */
export async function attentionFactory(device: OpenDevice, shape: AttentionShape) {
  const { kvHeads, headDim } = shape;
  if (paddedHead(headDim) / 8 > KV_BLOCK) {
    throw new EngineError('model-unsupported', `Heads of ${headDim} channels do not fit the attention kernel: run on the CPU.`);
  }
  const { lanes, wgsl, directives, isSplittable } = chooseVariant(device.capabilities, shape);
  const constants = { ...attentionConstants(shape), LANES: lanes, CHUNK };
  const kernel = await createKernel(device, {
    label: 'attention',
    wgsl: [PASS_WGSL, kvWgsl(shape), PARTIAL, READ, wgsl],
    constants,
    directives,
    bindings: {
      0: 'read',
      1: 'read',
      2: 'uniform',
      3: 'read',
      4: 'read',
      5: 'read',
      6: 'read',
      7: 'read-write',
      8: isSplittable ? 'read-write' : undefined,
    },
  });
  const splitting = isSplittable ? await createSplitting(device, shape, constants) : null;

  return ({ projected, tokens, tables, parts, attended }: AttentionBuffers) => {
    const groups = parts.map(({ bounds, keys, values, amplitudes, heads }) => ({
      heads,
      group: bind(device, kernel, {
        0: tokens,
        1: tables,
        2: bounds,
        3: projected,
        4: keys,
        5: values,
        6: amplitudes,
        7: attended,
        8: splitting?.partials,
      }),
    }));
    const join = splitting?.join(tokens, attended);
    return {
      encode(pass: GPUComputePassEncoder, { tokens: tokenCount, reach }: PassSize): void {
        const chunks = splitting?.chunks(tokenCount, reach) ?? 1;
        pass.setPipeline(kernel.pipeline);
        for (const { heads, group } of groups) {
          pass.setBindGroup(0, group);
          pass.dispatchWorkgroups(tokenCount, heads, chunks);
        }
        if (chunks === 1 || splitting === null || join === undefined) return;
        pass.setPipeline(splitting.pipeline);
        pass.setBindGroup(0, join);
        pass.dispatchWorkgroups(tokenCount, kvHeads);
      },
    };
  };
}

/** Chunks as workgroups of their own, and what joins them. */
async function createSplitting(device: OpenDevice, shape: AttentionShape, constants: Readonly<Record<string, number | string>>) {
  const { heads, headDim, blocksPerSlot } = shape;
  const kernel = await createKernel(device, {
    label: 'attention join',
    wgsl: [PASS_WGSL, PARTIAL, JOIN],
    constants,
    bindings: { 0: 'read', 1: 'read', 2: 'read-write' },
  });
  const bytesPerChunk = 4 * heads * (paddedHead(headDim) + 2);
  const mostChunks = Math.ceil((blocksPerSlot * KV_BLOCK) / CHUNK);
  const bytes = Math.min(MAX_PARTIAL_BYTES, MAX_SPLIT_TOKENS * mostChunks * bytesPerChunk);
  const partials = await allocate(device, 'chunks of attention', bytes);
  return {
    partials,
    pipeline: kernel.pipeline,
    join: (tokens: GPUBuffer, attended: GPUBuffer) => bind(device, kernel, { 0: tokens, 1: partials, 2: attended }),
    /** How deep to dispatch: 1 where workgroups are to join their own chunks. */
    chunks(tokens: number, reach: number): number {
      const chunks = Math.ceil(reach / CHUNK);
      return tokens <= MAX_SPLIT_TOKENS && tokens * chunks * bytesPerChunk <= bytes ? chunks : 1;
    },
  };
}

/** More tokens fill a GPU with a workgroup for each head of each. */
const MAX_SPLIT_TOKENS = 128;

function chooseVariant({ isSoftware, subgroupSize }: Capabilities, { headDim }: AttentionShape) {
  const eights = paddedHead(headDim) / 8;
  const isShared = eights % subgroupSize === 0 || subgroupSize % eights === 0;
  const fits = subgroupSize > 0 && isShared && KV_BLOCK % subgroupSize === 0;
  return isSoftware && fits
    ? { wgsl: SUBGROUP, lanes: subgroupSize, directives: ONE_SUBGROUP, isSplittable: false }
    : { wgsl: WORKGROUP, lanes: KV_BLOCK, directives: [], isSplittable: true };
}
