/** The tensors that a checkpoint of a given configuration holds, by the names of the authors' code. */
import type { LayerConfig, ModelConfig } from './config.ts';

export type TensorShapes = ReadonlyMap<string, readonly number[]>;

export const EMBEDDING = 'model.embed_tokens.weight';
export const FINAL_NORM = 'model.norm.weight';
export const LM_HEAD = 'lm_head.weight';

/** Name → shape of every tensor the model needs: no more, no fewer. A tied lm_head is not among them. */
export function tensorShapes(config: ModelConfig): TensorShapes {
  const { vocabSize, dModel } = config;
  const shapes = new Map<string, readonly number[]>([
    [EMBEDDING, [vocabSize, dModel]],
    [FINAL_NORM, [dModel]],
  ]);
  if (!config.tiedEmbeddings) shapes.set(LM_HEAD, [vocabSize, dModel]);
  config.layers.forEach((layer, i) => {
    const parts = { ...blockShapes(layer, dModel), ...(layer.kind === 'mamba' ? mambaShapes(config) : attentionShapes(config)) };
    for (const [name, shape] of Object.entries(parts)) shapes.set(`model.layers.${i}.${name}`, shape);
  });
  return shapes;
}

function blockShapes({ dMlp }: LayerConfig, dModel: number): Record<string, readonly number[]> {
  return {
    'input_layernorm.weight': [dModel],
    'post_attention_layernorm.weight': [dModel],
    'mlp.gate_proj.weight': [dMlp, dModel],
    'mlp.up_proj.weight': [dMlp, dModel],
    'mlp.down_proj.weight': [dModel, dMlp],
  };
}

function attentionShapes({ dModel, attention: { heads, kvHeads, headDim } }: ModelConfig): Record<string, readonly number[]> {
  return {
    'mha.in_proj.weight': [(heads + 2 * kvHeads) * headDim, dModel],
    'mha.out_proj.weight': [dModel, heads * headDim],
  };
}

function mambaShapes({ dModel, mamba }: ModelConfig): Record<string, readonly number[]> {
  const { dInner, dXb, dState, dConv, dtRank } = mamba;
  const convChannels = mamba.repeatBeforeConv ? dInner : dXb;
  return {
    'mamba.in_proj.weight': [2 * dInner + 2 * dXb + dtRank, dModel],
    'mamba.conv1d.weight': [convChannels, 1, dConv],
    ...(mamba.convBias ? { 'mamba.conv1d.bias': [convChannels] } : {}),
    'mamba.dt_proj.weight': [dInner, dtRank],
    'mamba.dt_proj.bias': [dInner],
    'mamba.A_log': [dInner, dState],
    'mamba.D': [dInner],
    'mamba.out_proj.weight': [dModel, dInner],
    ...(mamba.outProjBias ? { 'mamba.out_proj.bias': [dModel] } : {}),
  };
}
