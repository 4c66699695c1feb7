/** Everything of a Mamba layer between its two projections: convolution, scan and gate, over a ragged batch. */
import { bind, createKernel, type Kernel } from '../../device/kernel.ts';
import { upload } from '../../device/memory.ts';
import type { OpenDevice } from '../../device/open-device.ts';
import { shader } from '../../device/shader-source.ts';
import { activationWriter } from '../activations/activations.ts';
import { PASS_WGSL, type PassSize } from '../pass/pass-buffers.ts';

export interface MambaShape {
  readonly dInner: number;
  readonly dXb: number;
  readonly dState: number;
  readonly dConv: number;
  readonly dtRank: number;
  /** Floats between two tokens' rows of the projected input. */
  readonly projectedStride: number;
}

export interface MambaBuffers {
  readonly projected: GPUBuffer;
  /** f32 [dConv + 3 + dState + dtRank][dInner]: taps, conv bias, 2 dt bias, D, -exp(A_log) by state, dt_proj by rank. */
  readonly channelWeights: GPUBuffer;
  /** f32 [slots][dState][dInner] */
  readonly states: GPUBuffer;
  /** f32 [slots][dConv - 1][dInner] */
  readonly histories: GPUBuffer;
  /** Activations. */
  readonly mixed: GPUBuffer;
  readonly runs: GPUBuffer;
  /** Uniform holding the number of tokens of the pass. */
  readonly tokenCount: GPUBuffer;
}

export interface MambaMixer {
  encode(pass: GPUComputePassEncoder, size: Pick<PassSize, 'tokens' | 'runs'>): void;
}

const LAYER = shader('./mamba-layer.wgsl', import.meta.url);
const SERIAL = shader('./mamba-mixer.wgsl', import.meta.url);
const SLICED = shader('./mamba-mixer-sliced.wgsl', import.meta.url);

/** Channels of a workgroup, and how many share in each of them on a GPU. */
const LANES = { software: 64, hardware: 32 } as const;
const SLICES = 8;
/** Tokens that share a reading of the weights. */
const BATCH = 4;
/** Rows that fill a GPU by themselves: fewer are not put together. */
const FEW_ROWS = 8;

/** One compiled shape; call the result for each layer's buffers. */
export async function mambaMixerFactory(device: OpenDevice, shape: MambaShape): Promise<(buffers: MambaBuffers) => MambaMixer> {
  return device.capabilities.isSoftware ? serialFactory(device, shape) : slicedFactory(device, shape);
}

async function serialFactory(device: OpenDevice, shape: MambaShape) {
  const lanes = LANES.software;
  const writer = activationWriter(device.capabilities, MIXED, shape.dInner);
  const kernel = await createKernel(device, {
    label: 'mamba mixer',
    wgsl: [PASS_WGSL, writer.wgsl, LAYER, SERIAL],
    directives: writer.directives,
    constants: { ...writer.constants, LANES: lanes, ...constantsOf(shape) },
    bindings: BINDINGS,
  });
  const bounds = await upload(device, 'mamba bounds', new Uint32Array([shape.dState, shape.dtRank]), 'uniform');
  return (buffers: MambaBuffers): MambaMixer => {
    const group = bindLayer(device, kernel, buffers, bounds);
    return {
      encode(pass, { runs }) {
        pass.setPipeline(kernel.pipeline);
        pass.setBindGroup(0, group);
        pass.dispatchWorkgroups(Math.ceil(shape.dInner / lanes), runs);
      },
    };
  };
}

async function slicedFactory(device: OpenDevice, shape: MambaShape) {
  const writer = activationWriter(device.capabilities, MIXED, shape.dInner);
  const stretch = [8, 4, 2].find((count) => shape.dtRank % count === 0) ?? 1;
  const kernelOf = (batch: number, isApart: boolean) =>
    createKernel(device, {
      label: `mamba mixer, ${batch} ${isApart ? 'rows' : 'tokens'}`,
      wgsl: [PASS_WGSL, writer.wgsl, LAYER, SLICED],
      directives: writer.directives,
      constants: {
        ...writer.constants,
        ...constantsOf(shape),
        LANES: LANES.hardware,
        SLICES,
        DT_RANK: shape.dtRank,
        RANK_STRETCH: stretch,
        RANK_SHARE: Math.ceil(shape.dtRank / stretch / SLICES) * stretch,
        STATE_SHARE: Math.ceil(shape.dState / SLICES),
        BATCH: batch,
        APART: `${isApart}`,
      },
      bindings: BINDINGS,
    });
  const [fewRows, manyRows, runsOfTokens] = await Promise.all([
    kernelOf(1, false),
    kernelOf(BATCH, true),
    kernelOf(BATCH, false),
  ]);
  const blocks = Math.ceil(shape.dInner / LANES.hardware);
  return (buffers: MambaBuffers): MambaMixer => {
    const group = bindLayer(device, fewRows, buffers, buffers.tokenCount);
    return {
      encode(pass, { tokens, runs }) {
        const isApart = tokens === runs && runs > FEW_ROWS;
        const kernel = isApart ? manyRows : tokens === runs ? fewRows : runsOfTokens;
        pass.setPipeline(kernel.pipeline);
        // All variants have the same layout.
        pass.setBindGroup(0, group);
        pass.dispatchWorkgroups(blocks, isApart ? Math.ceil(runs / BATCH) : runs);
      },
    };
  };
}

/** Number of the buffer of activations. */
const MIXED = 4;

const BINDINGS = { 0: 'read', 1: 'read', 2: 'read-write', 3: 'read-write', 4: 'read-write', 5: 'read', 6: 'uniform' } as const;

function constantsOf({ dInner, dXb, dState, dConv, projectedStride }: MambaShape) {
  return {
    D_INNER: dInner,
    D_XB: dXb,
    D_STATE: dState,
    D_CONV: dConv,
    PROJECTED_STRIDE: projectedStride,
  };
}

function bindLayer(device: OpenDevice, kernel: Kernel, buffers: MambaBuffers, uniform: GPUBuffer): GPUBindGroup {
  const { projected, channelWeights, states, histories, mixed, runs } = buffers;
  return bind(device, kernel, { 0: projected, 1: channelWeights, 2: states, 3: histories, 4: mixed, 5: runs, 6: uniform });
}
