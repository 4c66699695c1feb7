/** Grouped-query attention of each token of a pass over its slot's cache. */
import type { Capabilities } from '../../device/capabilities.ts';
import { bind, createKernel } from '../../device/kernel.ts';
import { upload } from '../../device/memory.ts';
import type { OpenDevice } from '../../device/open-device.ts';
import { shader } from '../../device/shader-source.ts';
import { PASS_WGSL } from '../pass/pass-buffers.ts';
import { ONE_SUBGROUP } from '../reduce/reduce.ts';
import { type AttentionShape, attentionConstants, KEY_BLOCK, type KvBuffers } from '../rope-kv/kv-layout.ts';

export interface AttentionBuffers extends Omit<KvBuffers, 'turns'> {
  readonly attended: GPUBuffer;
}

const SUBGROUP = shader('./attention-subgroup.wgsl', import.meta.url);
const WORKGROUP = shader('./attention-workgroup.wgsl', import.meta.url);

/** One compiled shape; call the result for each layer's buffers. */
export async function attentionFactory(device: OpenDevice, shape: AttentionShape) {
  const variant = chooseVariant(device.capabilities, shape);
  const kernel = await createKernel(device, {
    label: 'attention',
    wgsl: [PASS_WGSL, variant.wgsl],
    constants: { ...attentionConstants(shape), LANES: variant.lanes },
    directives: variant.directives,
    bindings: { 0: 'read', 1: 'read', 2: 'read', 3: 'read', 4: 'read-write', 5: 'uniform' },
  });
  const bounds = await upload(device, 'attention bounds', new Uint32Array([shape.headDim, variant.lanes]), 'uniform');
  return ({ projected, keys, values, tokens, attended }: AttentionBuffers) => {
    const group = bind(device, kernel, { 0: projected, 1: keys, 2: values, 3: tokens, 4: attended, 5: bounds });
    return {
      encode(pass: GPUComputePassEncoder, tokenCount: number): void {
        pass.setPipeline(kernel.pipeline);
        pass.setBindGroup(0, group);
        pass.dispatchWorkgroups(tokenCount, shape.kvHeads);
      },
    };
  };
}

function chooseVariant({ isSoftware, subgroupSize }: Capabilities, { headDim }: AttentionShape) {
  const fits = subgroupSize > 0 && headDim % subgroupSize === 0 && KEY_BLOCK % subgroupSize === 0;
  return isSoftware && fits
    ? { wgsl: SUBGROUP, lanes: subgroupSize, directives: ONE_SUBGROUP }
    : { wgsl: WORKGROUP, lanes: KEY_BLOCK, directives: [] };
}
