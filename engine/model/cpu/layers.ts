/** The weights of a model grouped as the CPU backend's layers use them: matrices, and small vectors as f32. */
import { widen } from '../../cpu/widen.ts';
import type { LayerConfig, ModelConfig } from '../config.ts';
import type { Tensor, Weights } from '../tensor.ts';
import { EMBEDDING, FINAL_NORM, LM_HEAD } from '../tensor-shapes.ts';
import type { Matrix } from './matrix.ts';

export interface ModelLayers {
  readonly embedding: Matrix;
  readonly blocks: readonly Block[];
  readonly finalNorm: Float32Array;
  readonly lmHead: Matrix;
}

/** One residual block: x += mixer(norm x); x += mlp(norm x). */
export interface Block {
  readonly normEps: number;
  readonly mixerNorm: Float32Array;
  readonly mixer: MambaWeights | AttentionWeights;
  readonly mlpNorm: Float32Array;
  readonly gate: Matrix;
  readonly up: Matrix;
  readonly down: Matrix;
}

export interface MambaWeights {
  readonly kind: 'mamba';
  /** Rows z [dInner], x [dXb], B [dXb], C [dInner], dt [dtRank]. */
  readonly inProj: Matrix;
  /** [channels, dConv] */
  readonly conv: Float32Array;
  readonly convBias: Float32Array | null;
  readonly dtProj: Matrix;
  readonly dtBias: Float32Array;
  /** -exp(A_log) [dInner, dState] */
  readonly a: Float32Array;
  readonly d: Float32Array;
  readonly outProj: Matrix;
  readonly outBias: Float32Array | null;
}

export interface AttentionWeights {
  readonly kind: 'attention';
  /** Rows q, k, v. */
  readonly inProj: Matrix;
  readonly outProj: Matrix;
}

/**
 * @param weights at least all vectors
 * @param toMatrix how a thread holds the matrix of a name; `tensor` gives its stored form where `weights` has it.
 */
export function buildLayers(
  config: ModelConfig,
  weights: Weights,
  toMatrix: (name: string, tensor: () => Tensor) => Matrix,
): ModelLayers {
  const tensor = (name: string): Tensor => {
    const found = weights.get(name);
    if (found === undefined) throw new Error(`weights lack ${name}: load them with openWeights, which checks names`);
    return found;
  };
  const matrix = (name: string) => toMatrix(name, () => tensor(name));
  const vector = (name: string) => widen(tensor(name));
  const optional = (has: boolean, name: string) => (has ? vector(name) : null);

  const mamba = (prefix: string): MambaWeights => ({
    kind: 'mamba',
    inProj: matrix(`${prefix}.in_proj.weight`),
    conv: vector(`${prefix}.conv1d.weight`),
    convBias: optional(config.mamba.convBias, `${prefix}.conv1d.bias`),
    dtProj: matrix(`${prefix}.dt_proj.weight`),
    dtBias: vector(`${prefix}.dt_proj.bias`),
    a: vector(`${prefix}.A_log`).map((logA) => -Math.exp(logA)),
    d: vector(`${prefix}.D`),
    outProj: matrix(`${prefix}.out_proj.weight`),
    outBias: optional(config.mamba.outProjBias, `${prefix}.out_proj.bias`),
  });
  const attention = (prefix: string): AttentionWeights => ({
    kind: 'attention',
    inProj: matrix(`${prefix}.in_proj.weight`),
    outProj: matrix(`${prefix}.out_proj.weight`),
  });
  const block = (layer: LayerConfig, i: number): Block => {
    const prefix = `model.layers.${i}`;
    return {
      normEps: layer.normEps,
      mixerNorm: vector(`${prefix}.input_layernorm.weight`),
      mixer: layer.kind === 'mamba' ? mamba(`${prefix}.mamba`) : attention(`${prefix}.mha`),
      mlpNorm: vector(`${prefix}.post_attention_layernorm.weight`),
      gate: matrix(`${prefix}.mlp.gate_proj.weight`),
      up: matrix(`${prefix}.mlp.up_proj.weight`),
      down: matrix(`${prefix}.mlp.down_proj.weight`),
    };
  };

  const embedding = matrix(EMBEDDING);
  return {
    embedding,
    blocks: config.layers.map(block),
    finalNorm: vector(FINAL_NORM),
    lmHead: config.tiedEmbeddings ? embedding : matrix(LM_HEAD),
  };
}
