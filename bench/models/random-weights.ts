/** Random weights of any shape: they do the same work as trained ones, so speed can be measured without a checkpoint. */
import type { ModelConfig } from '#engine/model/config.ts';
import type { Tensor, Weights } from '#engine/model/tensor.ts';
import { tensorShapes } from '#engine/model/tensor-shapes.ts';

/** Columns that share a scale, as in the bundled model. */
const GROUP = 64;

/** Matrices whose columns divide into groups become int8, as in the bundled model; the rest f32. */
export function randomWeights(config: ModelConfig): Weights {
  const weights = new Map<string, Tensor>();
  for (const [name, shape] of tensorShapes(config)) weights.set(name, randomTensor(name, shape));
  return weights;
}

function randomTensor(name: string, shape: readonly number[]): Tensor {
  const size = shape.reduce((a, b) => a * b, 1);
  const [rows, columns] = shape;
  const isMatrix = shape.length === 2 && !name.endsWith('A_log') && !name.includes('dt_proj');
  if (!isMatrix || columns % GROUP !== 0) {
    return { name, dtype: 'f32', shape, data: Float32Array.from({ length: size }, () => Math.random() * 0.1) };
  }
  const scale = 1 / (74 * Math.sqrt(columns));
  return {
    name,
    dtype: 'int8',
    shape: [rows, columns],
    data: Int8Array.from({ length: size }, () => Math.round(Math.random() * 254 - 127)),
    group: GROUP,
    scales: new Float32Array((rows * columns) / GROUP).fill(scale),
  };
}

/** The same model with attention in every layer: what the hybrid is compared with. */
export function allAttention(config: ModelConfig): ModelConfig {
  return { ...config, layers: config.layers.map((layer) => ({ ...layer, kind: 'attention' })) };
}
