/** Shapes of M1 checkpoints, as their two configuration files tell them. */

export interface CheckpointShape {
  readonly vocabSize: number;
  readonly dModel: number;
  readonly layers: number;
  /** Numbers of the layers that are attention. */
  readonly attentionLayers: readonly number[];
  readonly heads: number;
  readonly kvHeads: number;
  readonly dMlp: number;
  readonly dInner: number;
  readonly dXb: number;
  readonly dtRank: number;
}

export const SHAPES = {
  /** M1-3B (arXiv 2504.10449) by the defaults of the authors' converter: 3.4 billion parameters. */
  'm1-3b': {
    vocabSize: 128_256,
    dModel: 3072,
    layers: 28,
    attentionLayers: [3, 8, 13, 18, 23, 27],
    heads: 24,
    kvHeads: 8,
    dMlp: 8192,
    dInner: 3072,
    dXb: 1024,
    dtRank: 192,
  },
  /** The same in little, for tests. */
  tiny: {
    vocabSize: 512,
    dModel: 128,
    layers: 4,
    attentionLayers: [3],
    heads: 4,
    kvHeads: 2,
    dMlp: 256,
    dInner: 128,
    dXb: 64,
    dtRank: 8,
  },
} as const satisfies Record<string, CheckpointShape>;

export type ShapeName = keyof typeof SHAPES;

/** The first `layers` layers; the last becomes attention where none of them is, so that a hybrid stays one. */
export function cutTo(shape: CheckpointShape, layers: number): CheckpointShape {
  const kept = shape.attentionLayers.filter((layer) => layer < layers);
  return { ...shape, layers, attentionLayers: kept.length === 0 ? [layers - 1] : kept };
}

/** Contents of config.json and mamba_config.json. */
export function configFiles(shape: CheckpointShape): { 'config.json': object; 'mamba_config.json': object } {
  return {
    'config.json': {
      vocab_size: shape.vocabSize,
      hidden_size: shape.dModel,
      intermediate_size: shape.dMlp,
      num_hidden_layers: shape.layers,
      num_attention_heads: shape.heads,
      num_key_value_heads: shape.kvHeads,
      hidden_act: 'silu',
      rms_norm_eps: 1e-5,
      rope_theta: 500_000,
      tie_word_embeddings: true,
      max_position_embeddings: 131_072,
    },
    'mamba_config.json': {
      d_model: shape.dModel,
      d_inner: shape.dInner,
      d_xb: shape.dXb,
      intermediate_size: shape.dMlp,
      hidden_act: 'silu',
      n_layer: shape.layers,
      rms_norm_eps: 1e-5,
      attn_layers: shape.attentionLayers,
      ssm_cfg: { d_state: 16, d_conv: 4, dt_rank: shape.dtRank },
    },
  };
}
