/**
 * The shape of an M1 model (arXiv 2504.10449): attention layers among Mamba-1 layers with grouped heads.
 *
 * Glossary (paper symbol → name here): D → dModel, E·D → dInner, N → dState, R → dtRank;
 * x and B are computed for dXb channels and repeated over dInner / dXb groups of heads.
 */
export interface ModelConfig {
  readonly vocabSize: number;
  readonly dModel: number;
  readonly layers: readonly LayerConfig[];
  /** Epsilon of the final norm. */
  readonly normEps: number;
  /** When true, lm_head is the embedding, even where the file stores one. */
  readonly tiedEmbeddings: boolean;
  readonly attention: AttentionConfig;
  readonly mamba: MambaConfig;
  /** Longest sequence in tokens the checkpoint was made for (max_position_embeddings). */
  readonly contextLength: number;
  readonly eosTokens: readonly number[];
}

export interface LayerConfig {
  readonly kind: 'attention' | 'mamba';
  /** Width of the MLP between gate/up and down. */
  readonly dMlp: number;
  readonly normEps: number;
}

export interface AttentionConfig {
  readonly heads: number;
  readonly kvHeads: number;
  /** dModel / heads; the config's own head_dim is ignored, as in the authors' code. */
  readonly headDim: number;
  readonly ropeTheta: number;
}

export interface MambaConfig {
  readonly dInner: number;
  readonly dXb: number;
  readonly dState: number;
  readonly dConv: number;
  readonly dtRank: number;
  /** The convolution runs on dInner channels (x repeated first) or on dXb channels (repeated after). */
  readonly repeatBeforeConv: boolean;
  readonly convBias: boolean;
  readonly outProjBias: boolean;
}
