/**
 * A real model that guesses: whatever the problem, it draws one of some lines by their weights and ends. The engine runs
 * it as any other, so its votes are as split as a journey needs, the same for the same seed, and free of any maths.
 *
 * Its only layer adds nothing, so the next token depends on the last alone: the embedding is one direction a token, and
 * the output matrix holds the logits of what may follow it.
 */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const SPECIALS = ['<|user|>', '<|assistant|>', '<|end|>'] as const;
const [USER, ASSISTANT, END] = SPECIALS;
const VOCABULARY = 32;
const D_MODEL = 32;
const D_MLP = 32;
const HEADS = 4;
const KV_HEADS = 2;
/** Makes what is not among the lines too unlikely to be drawn at any temperature below 2. */
const MARGIN = 40;

/** @param lines what a sample may say, with weights at temperature 1; @returns a new folder with the checkpoint */
export function makeGuessingModel(lines: Readonly<Record<string, number>>): string {
  const tokens = [...SPECIALS, ...Object.keys(lines)];
  if (tokens.length > VOCABULARY) throw new RangeError(`A guessing model has at most ${VOCABULARY - SPECIALS.length} lines.`);
  const folder = mkdtempSync(join(tmpdir(), 'quorum-guessing-'));
  const write = (name: string, content: object | Uint8Array) =>
    writeFileSync(join(folder, name), content instanceof Uint8Array ? content : JSON.stringify(content));
  write('config.json', {
    architectures: ['LlamaForCausalLM'],
    hidden_act: 'silu',
    hidden_size: D_MODEL,
    intermediate_size: D_MLP,
    max_position_embeddings: 2048,
    num_attention_heads: HEADS,
    num_hidden_layers: 1,
    num_key_value_heads: KV_HEADS,
    rms_norm_eps: 1e-5,
    rope_theta: 10_000,
    tie_word_embeddings: false,
    vocab_size: VOCABULARY,
    eos_token_id: tokens.indexOf(END),
  });
  write('mamba_config.json', {
    d_model: D_MODEL,
    d_inner: D_MODEL,
    d_xb: D_MODEL,
    intermediate_size: D_MLP,
    hidden_act: 'silu',
    n_layer: 1,
    attn_layers: [0],
    rms_norm_eps: 1e-5,
    ssm_cfg: { d_state: 8, d_conv: 4, dt_rank: 4 },
  });
  write('tokenizer.json', tokenizerOf(tokens));
  write('tokenizer_config.json', {
    eos_token: END,
    chat_template: `{% for message in messages %}${USER}{{ message['content'] }}${ASSISTANT}{% endfor %}`,
  });
  write('model.safetensors', safetensors(weightsOf(tokens, lines)));
  return folder;
}

function weightsOf(tokens: readonly string[], lines: Readonly<Record<string, number>>): Record<string, Tensor> {
  const embedding = zeros(VOCABULARY, D_MODEL);
  tokens.forEach((_, id) => {
    embedding.data[id * D_MODEL + id] = 1;
  });
  // What the final norm makes of a one-hot vector.
  const length = Math.sqrt(D_MODEL);
  const head = zeros(VOCABULARY, D_MODEL);
  const follow = (next: string, last: string, logit: number) => {
    head.data[tokens.indexOf(next) * D_MODEL + tokens.indexOf(last)] = (MARGIN + logit) / length;
  };
  for (const [line, weight] of Object.entries(lines)) {
    follow(line, ASSISTANT, Math.log(weight));
    follow(END, line, 0);
  }
  const layer = 'model.layers.0';
  return {
    'model.embed_tokens.weight': embedding,
    'model.norm.weight': ones(D_MODEL),
    'lm_head.weight': head,
    [`${layer}.input_layernorm.weight`]: ones(D_MODEL),
    [`${layer}.post_attention_layernorm.weight`]: ones(D_MODEL),
    [`${layer}.mlp.gate_proj.weight`]: zeros(D_MLP, D_MODEL),
    [`${layer}.mlp.up_proj.weight`]: zeros(D_MLP, D_MODEL),
    [`${layer}.mlp.down_proj.weight`]: zeros(D_MODEL, D_MLP),
    [`${layer}.mha.in_proj.weight`]: zeros(((HEADS + 2 * KV_HEADS) * D_MODEL) / HEADS, D_MODEL),
    [`${layer}.mha.out_proj.weight`]: zeros(D_MODEL, D_MODEL),
  };
}

interface Tensor {
  readonly shape: readonly number[];
  readonly data: Float32Array;
}

const zeros = (...shape: number[]): Tensor => ({ shape, data: new Float32Array(shape.reduce((a, b) => a * b, 1)) });
const ones = (length: number): Tensor => ({ shape: [length], data: new Float32Array(length).fill(1) });

function safetensors(tensors: Readonly<Record<string, Tensor>>): Uint8Array {
  const header: Record<string, object> = {};
  let end = 0;
  for (const [name, { shape, data }] of Object.entries(tensors)) {
    header[name] = { dtype: 'F32', shape, data_offsets: [end, end + data.byteLength] };
    end += data.byteLength;
  }
  const text = Buffer.from(JSON.stringify(header));
  const size = Buffer.alloc(8);
  size.writeBigUInt64LE(BigInt(text.length));
  return Buffer.concat([size, text, ...Object.values(tensors).map(({ data }) => Buffer.from(data.buffer))]);
}

/** Whole lines are tokens; a problem's own characters are not known to it. */
function tokenizerOf(tokens: readonly string[]): object {
  const flags = { single_word: false, lstrip: false, rstrip: false, normalized: false, special: true };
  const bytes = { type: 'ByteLevel', add_prefix_space: false, trim_offsets: true, use_regex: false };
  // A byte-level tokenizer spells a space so.
  const vocab = Object.fromEntries(tokens.map((token, id) => [token.replaceAll(' ', '\u0120'), id]));
  return {
    version: '1.0',
    truncation: null,
    padding: null,
    added_tokens: SPECIALS.map((content, id) => ({ id, content, ...flags })),
    normalizer: null,
    pre_tokenizer: bytes,
    post_processor: null,
    decoder: bytes,
    model: { type: 'BPE', dropout: null, vocab, merges: [] },
  };
}
