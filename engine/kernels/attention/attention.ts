/** Grouped-query attention of each token of a pass over its slot's cache. */
import { bind, createKernel } from '../../device/kernel.ts';
import type { OpenDevice } from '../../device/open-device.ts';
import { shader } from '../../device/shader-source.ts';
import { type AttentionShape, attentionConstants, type KvBuffers } from '../kv-write/kv-layout.ts';
import { PASS_WGSL } from '../pass/pass-buffers.ts';
import { ROPE_WGSL } from './rope.ts';

export interface AttentionBuffers extends KvBuffers {
  readonly attended: GPUBuffer;
}

const WGSL = shader('./attention.wgsl', import.meta.url);

/** One compiled shape; call the result for each layer's buffers. */
export async function attentionFactory(device: OpenDevice, shape: AttentionShape) {
  const kernel = await createKernel(device, {
    label: 'attention',
    wgsl: [PASS_WGSL, WGSL, ROPE_WGSL],
    constants: attentionConstants(shape),
    bindings: { 0: 'read', 1: 'read', 2: 'read', 3: 'read', 4: 'read', 5: 'read-write' },
  });
  return ({ projected, turns, keys, values, tokens, attended }: AttentionBuffers) => {
    const group = bind(device, kernel, { 0: projected, 1: turns, 2: keys, 3: values, 4: tokens, 5: attended });
    return {
      encode(pass: GPUComputePassEncoder, tokenCount: number): void {
        pass.setPipeline(kernel.pipeline);
        pass.setBindGroup(0, group);
        pass.dispatchWorkgroups(tokenCount, shape.heads);
      },
    };
  };
}
