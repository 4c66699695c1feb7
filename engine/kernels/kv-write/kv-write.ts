/** Writes the keys and values of a pass's tokens into their slots' caches. */
import { bind, createKernel } from '../../device/kernel.ts';
import type { OpenDevice } from '../../device/open-device.ts';
import { shader } from '../../device/shader-source.ts';
import { ROPE_WGSL } from '../attention/rope.ts';
import { PASS_WGSL } from '../pass/pass-buffers.ts';
import { type AttentionShape, attentionConstants, type KvBuffers } from './kv-layout.ts';

const WGSL = shader('./kv-write.wgsl', import.meta.url);
const LANES = 64;

/** One compiled shape; call the result for each layer's buffers. */
export async function kvWriteFactory(device: OpenDevice, shape: AttentionShape) {
  const kernel = await createKernel(device, {
    label: 'kv write',
    wgsl: [PASS_WGSL, WGSL, ROPE_WGSL],
    constants: { LANES, ...attentionConstants(shape) },
    bindings: { 0: 'read', 1: 'read', 2: 'read-write', 3: 'read-write', 4: 'read' },
  });
  return ({ projected, turns, keys, values, tokens }: KvBuffers) => {
    const group = bind(device, kernel, { 0: projected, 1: turns, 2: keys, 3: values, 4: tokens });
    return {
      encode(pass: GPUComputePassEncoder, tokenCount: number): void {
        pass.setPipeline(kernel.pipeline);
        pass.setBindGroup(0, group);
        pass.dispatchWorkgroups(tokenCount);
      },
    };
  };
}
