/** Turns a pass's queries and keys to their positions and writes keys and values into their slots' blocks. */
import { bind, createKernel } from '../../device/kernel.ts';
import type { OpenDevice } from '../../device/open-device.ts';
import { shader } from '../../device/shader-source.ts';
import { PASS_WGSL } from '../pass/pass-buffers.ts';
import { type AttentionShape, attentionConstants, type KvPart, kvWgsl } from './kv-layout.ts';

export interface RopeKvBuffers {
  /** Rows q, k, v. */
  readonly projected: GPUBuffer;
  /** From turnTable. */
  readonly turns: GPUBuffer;
  readonly tokens: GPUBuffer;
  /** u32 [slots][blocksPerSlot] */
  readonly tables: GPUBuffer;
  readonly part: KvPart;
}

const WGSL = shader('./rope-kv.wgsl', import.meta.url);
/** turned(). */
export const TURNED_WGSL = shader('./turned.wgsl', import.meta.url);
const LANES = 64;

/** One compiled shape; call the result for each layer's buffers, part by part. */
export async function ropeKvFactory(device: OpenDevice, shape: AttentionShape) {
  const kernel = await createKernel(device, {
    label: 'rope and kv write',
    wgsl: [PASS_WGSL, kvWgsl(shape), TURNED_WGSL, WGSL],
    constants: { LANES, ...attentionConstants(shape) },
    bindings: {
      0: 'read',
      1: 'read',
      2: 'uniform',
      3: 'read-write',
      4: 'read',
      5: 'read-write',
      6: 'read-write',
      7: 'read-write',
    },
  });
  return ({ projected, turns, tokens, tables, part }: RopeKvBuffers) => {
    const { bounds, keys, values, amplitudes } = part;
    const group = bind(device, kernel, {
      0: tokens,
      1: tables,
      2: bounds,
      3: projected,
      4: turns,
      5: keys,
      6: values,
      7: amplitudes,
    });
    return {
      encode(pass: GPUComputePassEncoder, tokenCount: number): void {
        pass.setPipeline(kernel.pipeline);
        pass.setBindGroup(0, group);
        pass.dispatchWorkgroups(tokenCount);
      },
    };
  };
}
