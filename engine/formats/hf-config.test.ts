import { describe, expect, test } from 'vitest';
import { EngineError } from '../errors.ts';
import { readModelConfig } from './hf-config.ts';
import { makeFolder } from './model-folder.fixture.ts';

const CONFIG = {
  vocab_size: 512,
  hidden_size: 64,
  intermediate_size: 96,
  num_hidden_layers: 4,
  num_attention_heads: 4,
  num_key_value_heads: 2,
  rms_norm_eps: 1e-5,
  rope_theta: 500000,
  tie_word_embeddings: true,
  max_position_embeddings: 2048,
  eos_token_id: 2,
  head_dim: 999,
  rope_scaling: { factor: 8 },
};
const MAMBA = {
  d_model: 64,
  d_inner: 128,
  d_xb: 32,
  intermediate_size: 80,
  rms_norm_eps: 1e-6,
  n_layer: 4,
  attn_layers: [1, 3],
  ssm_cfg: { d_state: 16, d_conv: 4, dt_rank: 'auto', repeat_kv_before_conv: false },
};

const read = (config: object = {}, mamba: object = {}, more: Record<string, string> = {}) =>
  readModelConfig(
    makeFolder({
      'config.json': JSON.stringify({ ...CONFIG, ...config }),
      'mamba_config.json': JSON.stringify({ ...MAMBA, ...mamba }),
      ...more,
    }),
  );

test('each kind of layer reads its own file; head_dim and rope_scaling are ignored', () => {
  const config = read();
  expect(config.layers.map((layer) => layer.kind)).toEqual(['mamba', 'attention', 'mamba', 'attention']);
  expect(config.layers[0]).toMatchObject({ dMlp: 80, normEps: 1e-6 });
  expect(config.layers[1]).toMatchObject({ dMlp: 96, normEps: 1e-5 });
  expect(config.attention).toEqual({ heads: 4, kvHeads: 2, headDim: 16, ropeTheta: 500000 });
  expect(config.mamba).toEqual({
    dInner: 128,
    dXb: 32,
    dState: 16,
    dConv: 4,
    dtRank: 4,
    repeatBeforeConv: false,
    convBias: true,
    outProjBias: false,
  });
  expect(config.eosTokens).toEqual([2]);
});

test('generation_config.json knows the end tokens better than config.json', () => {
  expect(read({}, {}, { 'generation_config.json': '{"eos_token_id":[7,9]}' }).eosTokens).toEqual([7, 9]);
  expect(read({}, {}, { 'generation_config.json': '{}' }).eosTokens).toEqual([2]);
});

describe('a configuration no model can have is rejected by file and field', () => {
  test.each<[object, object, RegExp]>([
    [{ num_attention_heads: 0 }, {}, /config\.json needs num_attention_heads to be a whole number from 1 to 64, not 0/],
    [{ num_attention_heads: 3 }, {}, /num_attention_heads, which do not split/],
    [{ num_key_value_heads: 3 }, {}, /num_key_value_heads, which do not divide/],
    [{ num_hidden_layers: 1e9 }, { n_layer: 1e9 }, /num_hidden_layers to be a whole number from 1 to 1024/],
    [{ vocab_size: 1.5 }, {}, /vocab_size/],
    [{ hidden_size: '64' }, {}, /hidden_size.*"64"/],
    [{ rms_norm_eps: 0 }, {}, /rms_norm_eps/],
    [{ rope_theta: -1 }, {}, /rope_theta/],
    [{ tie_word_embeddings: 'yes' }, {}, /tie_word_embeddings/],
    [{ eos_token_id: 512 }, {}, /eos_token_id outside/],
    [{ num_hidden_layers: 5 }, {}, /mamba_config\.json has an n_layer other/],
    [{}, { d_model: 32 }, /mamba_config\.json has a d_model other/],
    [{}, { attn_layers: [1, 1] }, /attn_layers/],
    [{}, { attn_layers: [4] }, /attn_layers/],
    [{}, { attn_layers: { length: 1 } }, /attn_layers/],
    [{}, { d_xb: 24 }, /d_xb 24/],
    [{}, { d_xb: undefined }, /d_xb/],
    [{}, { ssm_cfg: [] }, /ssm_cfg to be an object/],
  ])('%j %j', (config, mamba, message) => {
    const reading = () => read(config, mamba);
    expect(reading).toThrow(EngineError);
    expect(reading).toThrow(message);
  });
});

test.each([
  [{ hidden_act: 'gelu' }, {}, 'hidden_act'],
  [{ attention_bias: true }, {}, 'attention_bias'],
  [{}, { ssm_cfg: { bias: true } }, 'bias'],
])('a variant this engine does not run is called unsupported: %j %j', (config, mamba, field) => {
  expect(() => read(config, mamba)).toThrow(
    expect.objectContaining({ kind: 'model-unsupported', data: expect.objectContaining({ field }) }),
  );
});
