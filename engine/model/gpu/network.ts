/**
 * The model as a list of kernels over preallocated buffers: building it loads the weights and compiles; encoding a pass
 * only records dispatches. Follows mamba/hybrid_*.py and mha.py of the authors' code (github jxiw/M1).
 */
import { allocate, upload } from '../../device/memory.ts';
import type { OpenDevice } from '../../device/open-device.ts';
import { activationBytes } from '../../kernels/activations/activations.ts';
import { attentionFactory } from '../../kernels/attention/attention.ts';
import { createEmbedding } from '../../kernels/embedding/embedding.ts';
import { mambaMixerFactory } from '../../kernels/mamba-mixer/mamba-mixer.ts';
import { matmulFactory } from '../../kernels/matmul/matmul.ts';
import { rowStride } from '../../kernels/matmul/matrix-layout.ts';
import type { PassBuffers, PassSize } from '../../kernels/pass/pass-buffers.ts';
import { rmsNormFactory } from '../../kernels/rms-norm/rms-norm.ts';
import { ropeKvFactory } from '../../kernels/rope-kv/rope-kv.ts';
import { turnTable } from '../../kernels/rope-kv/turn-table.ts';
import { KV_BLOCK } from '../../kv-format.ts';
import type { ModelConfig } from '../config.ts';
import { EMBEDDING, FINAL_NORM, LM_HEAD } from '../tensor-shapes.ts';
import type { WeightLoader } from './device-weights.ts';
import type { KvPool } from './kv-pool.ts';
import type { Operation } from './operation.ts';
import type { SlotState } from './slot-state.ts';

export interface Network {
  /** What a pass consists of, in order. */
  readonly operations: readonly Operation[];
  /** Takes up the pool's buffers anew: it has grown. */
  rebind(): void;
}

export interface NetworkParts {
  readonly device: OpenDevice;
  readonly config: ModelConfig;
  readonly loader: WeightLoader;
  readonly state: SlotState;
  readonly kv: KvPool;
  readonly pass: PassBuffers;
  /** Tokens a pass may have. */
  readonly maxTokens: number;
}

export async function buildNetwork(parts: NetworkParts): Promise<Network> {
  const { device, config, loader, state, kv, pass, maxTokens } = parts;
  const { dModel, vocabSize, mamba, attention } = config;
  const projectedMamba = 2 * mamba.dInner + 2 * mamba.dXb + mamba.dtRank;
  const projectedAttention = (attention.heads + 2 * attention.kvHeads) * attention.headDim;
  const attendedWidth = attention.heads * attention.headDim;

  // One buffer a purpose and width: the padding of a row must stay zero.
  const rows = (label: string, width: number) => allocate(device, label, activationBytes(maxTokens, width));
  const x = await rows('residual stream', dModel);
  const normed = await rows('normed rows', dModel);
  const projected = await rows('projected rows', Math.max(projectedMamba, projectedAttention));
  const mixed = await rows('mixed rows', mamba.dInner);
  const attended = await rows('attended rows', attendedWidth);
  const hidden = new Map<number, GPUBuffer>();
  for (const { dMlp } of config.layers) hidden.set(dMlp, hidden.get(dMlp) ?? (await rows('MLP rows', dMlp)));

  const matmul = matmulFactory(device);
  const rmsNorm = rmsNormFactory(device);
  const attentionShape = {
    ...attention,
    format: kv.format,
    blocksPerSlot: kv.blocksPerSlot,
    projectedStride: rowStride(projectedAttention),
  };
  const ropeKv = await ropeKvFactory(device, attentionShape);
  const attend = await attentionFactory(device, attentionShape);
  const turns = await upload(
    device,
    'rotary angles',
    turnTable(kv.blocksPerSlot * KV_BLOCK, attention.headDim, attention.ropeTheta),
  );
  const mambaMixer = await mambaMixerFactory(device, {
    ...mamba,
    projectedStride: rowStride(projectedMamba),
  });

  const operations: Operation[] = [];
  const rebinds: (() => void)[] = [];
  const perToken = { inputs: normed, rowCount: pass.tokenCount };
  const add = (kind: string, encode: Operation['encode']) => operations.push({ kind, encode });
  const addMatmul = async (kind: string, options: Parameters<typeof matmul>[0]) => {
    const { encode } = await matmul(options);
    add(kind, (encoder, size) => encode(encoder, size.tokens));
  };
  const addNorm = async (name: string, epsilon: number) => {
    const weight = await loader.vector(name);
    const { encode } = await rmsNorm({ width: dModel, epsilon, x, weight, sources: pass.everyToken, normed });
    add('norm', (encoder, size) => encode(encoder, size.tokens));
  };
  /** x += inputs · weightᵀ + bias */
  const addResidual = async (kind: string, name: string, inputs: GPUBuffer, biasName?: string) =>
    addMatmul(kind, {
      matrix: await loader.matrix(name),
      inputs,
      result: x,
      resultStride: rowStride(dModel),
      rowCount: pass.tokenCount,
      emit: 'add',
      bias: biasName === undefined ? undefined : await loader.vector(biasName),
    });
  const addProjection = async (name: string, width: number) =>
    addMatmul('in_proj', {
      ...perToken,
      matrix: await loader.matrix(name),
      result: projected,
      resultStride: rowStride(width),
      emit: 'store',
    });

  const embeddingMatrix = await loader.matrix(EMBEDDING);
  const embedding = await createEmbedding(device, { matrix: embeddingMatrix, tokens: pass.tokens, x });
  add('embedding', (encoder, size) => embedding.encode(encoder, size.tokens));

  for (const [i, { dMlp, normEps }] of config.layers.entries()) {
    const prefix = `model.layers.${i}`;
    const layer = state.layers[i];
    await addNorm(`${prefix}.input_layernorm.weight`, normEps);
    if (layer !== null) {
      await addProjection(`${prefix}.mamba.in_proj.weight`, projectedMamba);
      const channelWeights = await loader.channelWeights(`${prefix}.mamba`);
      const mixer = mambaMixer({ ...layer, projected, channelWeights, mixed, runs: pass.runs, tokenCount: pass.tokenCount });
      add('mamba mixer', (encoder, size) => mixer.encode(encoder, size));
      await addResidual(
        'out_proj',
        `${prefix}.mamba.out_proj.weight`,
        mixed,
        mamba.outProjBias ? `${prefix}.mamba.out_proj.bias` : undefined,
      );
    } else {
      await addProjection(`${prefix}.mha.in_proj.weight`, projectedAttention);
      const bindLayer = () => {
        const shared = { projected, tokens: pass.tokens, tables: kv.tables };
        const layerParts = kv.parts(i);
        return {
          writes: layerParts.map((part) => ropeKv({ ...shared, turns, part })),
          read: attend({ ...shared, turns, parts: layerParts, attended }),
        };
      };
      let bound = bindLayer();
      rebinds.push(() => {
        bound = bindLayer();
      });
      add('rope and kv', (encoder, size) => {
        if (bound.read.feeds(size)) return;
        for (const write of bound.writes) write.encode(encoder, size.tokens);
      });
      add('attention', (encoder, size) => bound.read.encode(encoder, size));
      await addResidual('out_proj', `${prefix}.mha.out_proj.weight`, attended);
    }
    await addNorm(`${prefix}.post_attention_layernorm.weight`, normEps);
    const between = hidden.get(dMlp);
    if (between === undefined) throw new Error(`no buffer for an MLP ${dMlp} wide`);
    await addMatmul('gate and up', {
      ...perToken,
      matrix: await loader.matrix(`${prefix}.mlp.gate_proj.weight`, `${prefix}.mlp.up_proj.weight`),
      result: between,
      resultStride: rowStride(dMlp),
      emit: 'swiglu',
    });
    await addResidual('down', `${prefix}.mlp.down_proj.weight`, between);
  }

  const headRows = await rows('rows for the head', dModel);
  const finalNorm = await rmsNorm({
    width: dModel,
    epsilon: config.normEps,
    x,
    weight: await loader.vector(FINAL_NORM),
    sources: pass.heads,
    normed: headRows,
  });
  const lmHead = await matmul({
    matrix: config.tiedEmbeddings ? embeddingMatrix : await loader.matrix(LM_HEAD),
    inputs: headRows,
    result: state.logits,
    resultStride: vocabSize,
    rowCount: pass.headCount,
    emit: 'scatter',
    heads: pass.heads,
  });

  const addForHeads = (kind: string, encode: (encoder: GPUComputePassEncoder, heads: number) => void) =>
    add(kind, (encoder, { heads }) => {
      if (heads > 0) encode(encoder, heads);
    });
  addForHeads('norm', finalNorm.encode);
  addForHeads('head', lmHead.encode);

  return {
    operations,
    rebind() {
      for (const rebind of rebinds) rebind();
    },
  };
}

/** Runs the pass's tokens through all layers and leaves the logits of its heads in their slots. */
export function encodeNetwork({ operations }: Network, encoder: GPUComputePassEncoder, size: PassSize): void {
  for (const { encode } of operations) encode(encoder, size);
}
