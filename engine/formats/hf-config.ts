/**
 * Hugging Face files of an M1 checkpoint → ModelConfig: config.json holds the Llama fields (attention layers, final
 * norm), mamba_config.json those of the Mamba layers (arXiv 2504.10449, the authors' `MambaConfig`).
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { AttentionConfig, LayerConfig, MambaConfig, ModelConfig } from '../model/config.ts';
import { ConfigFields } from './config-fields.ts';
import { damaged, readJsonObject } from './model-file.ts';
import type { Json } from './strict-json.ts';

/** Published configs stay under 10 kB. */
const MAX_CONFIG_BYTES = 2 ** 20;
/** Well above any published model, low enough that no product of two sizes overflows and no loop over them hangs. */
const MAX_LAYERS = 1024;
const MAX_WIDTH = 2 ** 18;
const MAX_VOCAB = 2 ** 22;
const MAX_CONTEXT = 2 ** 24;
const MAX_STATE = 1024;
const MAX_CONV = 64;

export function readModelConfig(modelDir: string): ModelConfig {
  const config = readFields(modelDir, 'config.json');
  const mamba = readFields(modelDir, 'mamba_config.json');
  config.mustBe('hidden_act', 'silu');
  config.mustBe('attention_bias', false);
  config.mustBe('mlp_bias', false);
  mamba.mustBe('hidden_act', 'silu');

  const vocabSize = config.count('vocab_size', MAX_VOCAB);
  const dModel = config.count('hidden_size', MAX_WIDTH);
  if (mamba.count('d_model', MAX_WIDTH, dModel) !== dModel) {
    throw damaged(mamba.file, `has a d_model other than config.json's hidden_size ${dModel}`);
  }
  return {
    vocabSize,
    dModel,
    layers: readLayers(config, mamba),
    normEps: config.positive('rms_norm_eps', 1e-6),
    tiedEmbeddings: config.flag('tie_word_embeddings', false),
    attention: readAttention(config, dModel),
    mamba: readMamba(mamba, dModel),
    contextLength: config.count('max_position_embeddings', MAX_CONTEXT, 2048),
    eosTokens: readEosTokens(modelDir, config, vocabSize),
  };
}

function readFields(modelDir: string, file: string): ConfigFields {
  return new ConfigFields(file, readJsonObject(modelDir, file, MAX_CONFIG_BYTES));
}

function readLayers(config: ConfigFields, mamba: ConfigFields): LayerConfig[] {
  const count = config.count('num_hidden_layers', MAX_LAYERS);
  if (mamba.count('n_layer', MAX_LAYERS, count) !== count) {
    throw damaged(mamba.file, `has an n_layer other than config.json's num_hidden_layers ${count}`);
  }
  const attentionLayers = new Set(mamba.indices('attn_layers', count - 1));
  const attention: LayerConfig = {
    kind: 'attention',
    dMlp: config.count('intermediate_size', MAX_WIDTH),
    normEps: config.positive('rms_norm_eps', 1e-6),
  };
  const recurrent: LayerConfig = {
    kind: 'mamba',
    dMlp: mamba.count('intermediate_size', MAX_WIDTH),
    normEps: mamba.positive('rms_norm_eps', attention.normEps),
  };
  return Array.from({ length: count }, (_, i) => (attentionLayers.has(i) ? attention : recurrent));
}

function readAttention(config: ConfigFields, dModel: number): AttentionConfig {
  const heads = config.count('num_attention_heads', dModel);
  const kvHeads = config.count('num_key_value_heads', heads, heads);
  const headDim = dModel / heads;
  if (!Number.isInteger(headDim) || headDim % 2 !== 0) {
    throw damaged(config.file, `has ${heads} num_attention_heads, which do not split hidden_size ${dModel} into even heads`);
  }
  if (heads % kvHeads !== 0) {
    throw damaged(config.file, `has ${kvHeads} num_key_value_heads, which do not divide ${heads} num_attention_heads`);
  }
  return { heads, kvHeads, headDim, ropeTheta: config.positive('rope_theta', 10_000) };
}

function readMamba(mamba: ConfigFields, dModel: number): MambaConfig {
  const ssm = mamba.nested('ssm_cfg');
  ssm.mustBe('bias', false);
  const dInner = mamba.count('d_inner', MAX_WIDTH, ssm.count('expand', 64, 2) * dModel);
  const dXb = mamba.count('d_xb', MAX_WIDTH);
  const dState = ssm.count('d_state', MAX_STATE, 16);
  if (dInner % dXb !== 0 || dXb % dState !== 0) {
    throw damaged(
      mamba.file,
      `has d_inner ${dInner}, d_xb ${dXb} and d_state ${dState}, of which each must be a multiple of the next`,
    );
  }
  const autoRank = Math.ceil(dModel / 16);
  return {
    dInner,
    dXb,
    dState,
    dConv: ssm.count('d_conv', MAX_CONV, 4),
    dtRank: ssm.value('dt_rank') === 'auto' ? autoRank : ssm.count('dt_rank', MAX_WIDTH, autoRank),
    repeatBeforeConv: ssm.flag('repeat_kv_before_conv', true),
    convBias: ssm.flag('conv_bias', true),
    outProjBias: ssm.flag('out_proj_bias', false),
  };
}

/** generation_config.json knows best (a chat model ends turns with more than one token), config.json else. */
function readEosTokens(modelDir: string, config: ConfigFields, vocabSize: number): number[] {
  const generation = existsSync(join(modelDir, 'generation_config.json'))
    ? readFields(modelDir, 'generation_config.json')
    : config;
  const source = generation.value('eos_token_id') === undefined ? config : generation;
  const value = source.value('eos_token_id') ?? [];
  const ids: readonly Json[] = Array.isArray(value) ? value : [value];
  const isToken = (id: Json): id is number => typeof id === 'number' && Number.isInteger(id) && id >= 0 && id < vocabSize;
  if (!ids.every(isToken)) throw damaged(source.file, `has an eos_token_id outside the vocabulary of ${vocabSize}`);
  return [...ids];
}
