/** Everything of a Mamba layer between its two projections: convolution, scan and gate, over a ragged batch. */
import type { Capabilities } from '../../device/capabilities.ts';
import { bind, createKernel } from '../../device/kernel.ts';
import { upload } from '../../device/memory.ts';
import type { OpenDevice } from '../../device/open-device.ts';
import { shader } from '../../device/shader-source.ts';
import { PASS_WGSL } from '../pass/pass-buffers.ts';

export interface MambaShape {
  readonly dInner: number;
  readonly dXb: number;
  readonly dState: number;
  readonly dConv: number;
  readonly dtRank: number;
  /** Floats between two tokens' rows of the projected input, and of the mixed output. */
  readonly projectedStride: number;
  readonly mixedStride: number;
}

export interface MambaBuffers {
  readonly projected: GPUBuffer;
  /** f32 [dConv + 3 + dState + dtRank][dInner]: taps, conv bias, 2 dt bias, D, -exp(A_log) by state, dt_proj by rank. */
  readonly channelWeights: GPUBuffer;
  /** f32 [slots][dState][dInner] */
  readonly states: GPUBuffer;
  /** f32 [slots][dConv - 1][dInner] */
  readonly histories: GPUBuffer;
  readonly mixed: GPUBuffer;
  readonly runs: GPUBuffer;
}

const WGSL = shader('./mamba-mixer.wgsl', import.meta.url);

/** One compiled shape; call the result for each layer's buffers. */
export async function mambaMixerFactory(device: OpenDevice, shape: MambaShape) {
  const lanes = device.capabilities.isSoftware ? 64 : 32;
  const kernel = await createKernel(device, {
    label: 'mamba mixer',
    wgsl: [PASS_WGSL, WGSL],
    constants: {
      LANES: lanes,
      D_INNER: shape.dInner,
      D_XB: shape.dXb,
      D_STATE: shape.dState,
      D_CONV: shape.dConv,
      STATE_STRETCH: stretchOf(shape.dState, device.capabilities),
      RANK_STRETCH: stretchOf(shape.dtRank, device.capabilities),
      PROJECTED_STRIDE: shape.projectedStride,
      MIXED_STRIDE: shape.mixedStride,
    },
    bindings: { 0: 'read', 1: 'read', 2: 'read-write', 3: 'read-write', 4: 'read-write', 5: 'read', 6: 'uniform' },
  });
  const bounds = await upload(device, 'mamba bounds', new Uint32Array([shape.dState, shape.dtRank]), 'uniform');
  return ({ projected, channelWeights, states, histories, mixed, runs }: MambaBuffers) => {
    const group = bind(device, kernel, {
      0: projected,
      1: channelWeights,
      2: states,
      3: histories,
      4: mixed,
      5: runs,
      6: bounds,
    });
    return {
      encode(pass: GPUComputePassEncoder, runCount: number): void {
        pass.setPipeline(kernel.pipeline);
        pass.setBindGroup(0, group);
        pass.dispatchWorkgroups(Math.ceil(shape.dInner / lanes), runCount);
      },
    };
  };
}

/** Turns of a loop to take together: hides a GPU's latency of memory; a CPU adapter has none to hide. */
function stretchOf(turns: number, { isSoftware }: Capabilities): number {
  return isSoftware ? 1 : ([8, 4, 2].find((stretch) => turns % stretch === 0) ?? 1);
}
