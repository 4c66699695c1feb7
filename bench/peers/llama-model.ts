/** A llama of any shape with random weights as a GGUF file: it does the same work as a trained one. */
import type { ModelConfig } from '#engine/model/config.ts';
import { tensorShapes } from '#engine/model/tensor-shapes.ts';
import { type GgufTensor, type MetadataValue, TENSOR_TYPES, type TensorType, tensorBytes, writeGguf } from './gguf-file.ts';

export interface LlamaShape {
  readonly layers: number;
  readonly dModel: number;
  readonly dMlp: number;
  readonly heads: number;
  readonly kvHeads: number;
  readonly headDim: number;
  readonly vocabSize: number;
  readonly ropeTheta: number;
}

/** Llama-3.2-3B, from its config.json; the embedding is tied. */
export const LLAMA_3B: LlamaShape = {
  layers: 28,
  dModel: 3072,
  dMlp: 8192,
  heads: 24,
  kvHeads: 8,
  headDim: 128,
  vocabSize: 128_256,
  ropeTheta: 500_000,
};

/** Quantised rows come in blocks of this many. */
const BLOCK = 32;
const NORM_EPS = 1e-5;

/** A llama as wide and deep as a model, whose MLP is sized so that both have the same number of parameters. */
export function llamaLike(config: ModelConfig): LlamaShape {
  const { attention, dModel, vocabSize, layers } = config;
  const shape = { layers: layers.length, dModel, dMlp: 0, vocabSize, ...attention };
  const wanted = [...tensorShapes(config).values()].reduce((sum, size) => sum + product(size), 0);
  const missing = (wanted - parametersOf(shape)) / (3 * dModel * layers.length);
  return { ...shape, dMlp: Math.max(BLOCK, Math.round(missing / BLOCK) * BLOCK) };
}

export function parametersOf(shape: LlamaShape): number {
  return tensorsOf(shape, 'f16').reduce((sum, tensor) => sum + product(tensor.shape), 0);
}

/** @param type of the matrices; norms are f32 */
export function writeLlama(path: string, shape: LlamaShape, type: TensorType): void {
  const pool = randomBlocks(type);
  writeGguf(path, metadataOf(shape), tensorsOf(shape, type), (tensor, write) => {
    const bytes = tensorBytes(tensor);
    if (tensor.type === 'f32') write(new Uint8Array(new Float32Array(bytes / 4).fill(1).buffer));
    else for (let done = 0; done < bytes; done += pool.length) write(pool.subarray(0, Math.min(pool.length, bytes - done)));
  });
}

function tensorsOf({ layers, dModel, dMlp, heads, kvHeads, headDim, vocabSize }: LlamaShape, type: TensorType): GgufTensor[] {
  const matrix = (name: string, outputs: number, columns: number): GgufTensor => ({ name, type, shape: [outputs, columns] });
  const norm = (name: string): GgufTensor => ({ name, type: 'f32', shape: [dModel] });
  const layer = (i: number) => [
    norm(`blk.${i}.attn_norm.weight`),
    matrix(`blk.${i}.attn_q.weight`, heads * headDim, dModel),
    matrix(`blk.${i}.attn_k.weight`, kvHeads * headDim, dModel),
    matrix(`blk.${i}.attn_v.weight`, kvHeads * headDim, dModel),
    matrix(`blk.${i}.attn_output.weight`, dModel, heads * headDim),
    norm(`blk.${i}.ffn_norm.weight`),
    matrix(`blk.${i}.ffn_gate.weight`, dMlp, dModel),
    matrix(`blk.${i}.ffn_up.weight`, dMlp, dModel),
    matrix(`blk.${i}.ffn_down.weight`, dModel, dMlp),
  ];
  // Without an output matrix of its own, the embedding serves.
  const ends = [matrix('token_embd.weight', vocabSize, dModel), norm('output_norm.weight')];
  return [...ends, ...Array.from({ length: layers }, (_, i) => layer(i)).flat()];
}

/** Tokens are numbers here: the file has no vocabulary, only its size. */
function metadataOf(shape: LlamaShape): Map<string, MetadataValue> {
  const u32 = (value: number): MetadataValue => ({ kind: 'u32', value });
  const f32 = (value: number): MetadataValue => ({ kind: 'f32', value });
  return new Map<string, MetadataValue>([
    ['general.architecture', { kind: 'string', value: 'llama' }],
    ['general.quantization_version', u32(2)],
    ['llama.vocab_size', u32(shape.vocabSize)],
    ['llama.context_length', u32(131_072)],
    ['llama.block_count', u32(shape.layers)],
    ['llama.embedding_length', u32(shape.dModel)],
    ['llama.feed_forward_length', u32(shape.dMlp)],
    ['llama.attention.head_count', u32(shape.heads)],
    ['llama.attention.head_count_kv', u32(shape.kvHeads)],
    ['llama.attention.key_length', u32(shape.headDim)],
    ['llama.attention.value_length', u32(shape.headDim)],
    ['llama.rope.dimension_count', u32(shape.headDim)],
    ['llama.rope.freq_base', f32(shape.ropeTheta)],
    ['llama.attention.layer_norm_rms_epsilon', f32(NORM_EPS)],
    ['tokenizer.ggml.model', { kind: 'string', value: 'none' }],
  ]);
}

/** Blocks of small random weights, some megabytes: tensors repeat them. */
function randomBlocks(type: TensorType): Uint8Array {
  const { blockBytes } = TENSOR_TYPES[type];
  const blocks = Math.floor(4_000_000 / blockBytes);
  const bytes = new Uint8Array(blocks * blockBytes);
  if (type === 'f16') {
    const halves = new Float16Array(bytes.buffer);
    for (let i = 0; i < halves.length; i++) halves[i] = (Math.random() - 0.5) * 0.06;
    return bytes;
  }
  // A quantised block is an f16 scale, then its numbers.
  const view = new DataView(bytes.buffer);
  const scale = type === 'q8_0' ? 0.03 / 127 : 0.03 / 8;
  for (let i = 0; i < bytes.length; i++) bytes[i] = Math.floor(Math.random() * 256);
  for (let at = 0; at < bytes.length; at += blockBytes) view.setFloat16(at, scale, true);
  return bytes;
}

function product(shape: readonly number[]): number {
  return shape.reduce((a, b) => a * b, 1);
}
