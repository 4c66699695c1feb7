/** Turns a pass's queries and keys to their positions and writes keys and values into their slots' caches. */
import { bind, createKernel } from '../../device/kernel.ts';
import type { OpenDevice } from '../../device/open-device.ts';
import { shader } from '../../device/shader-source.ts';
import { PASS_WGSL } from '../pass/pass-buffers.ts';
import { type AttentionShape, attentionConstants, type KvBuffers } from './kv-layout.ts';

const WGSL = shader('./rope-kv.wgsl', import.meta.url);
const LANES = 64;

/** One compiled shape; call the result for each layer's buffers. */
export async function ropeKvFactory(device: OpenDevice, shape: AttentionShape) {
  const kernel = await createKernel(device, {
    label: 'rope and kv write',
    wgsl: [PASS_WGSL, WGSL],
    constants: { LANES, ...attentionConstants(shape) },
    bindings: { 0: 'read-write', 1: 'read', 2: 'read-write', 3: 'read-write', 4: 'read' },
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
