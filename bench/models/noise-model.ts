/** Models of any shape with random weights, made while they are read: no checkpoint on disk. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readModelConfig } from '#engine/formats/hf-config.ts';
import type { ModelConfig } from '#engine/model/config.ts';
import type { FloatTensor, Weights } from '#engine/model/tensor.ts';
import { tensorShapes } from '#engine/model/tensor-shapes.ts';
import { type CheckpointShape, configFiles } from './shapes.ts';
import { tensorNoise } from './tensor-noise.ts';

/** As the engine reads it out of a folder. */
export function configOf(shape: CheckpointShape): ModelConfig {
  const folder = mkdtempSync(join(tmpdir(), 'quorum-shape-'));
  try {
    for (const [name, content] of Object.entries(configFiles(shape))) writeFileSync(join(folder, name), JSON.stringify(content));
    return readModelConfig(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export function noiseWeights(config: ModelConfig): Weights {
  return new Map([...tensorShapes(config)].map(([name, shape]) => [name, noiseTensor(name, shape)]));
}

/** bf16, as the authors' checkpoints are. */
function noiseTensor(name: string, shape: readonly number[]): FloatTensor {
  let noise: ReturnType<typeof tensorNoise> | undefined;
  const width = shape.slice(1).reduce((a, b) => a * b, 1);
  const readRows = (first: number, count: number): FloatTensor => {
    // Seldom asked for: most tensors of a large model are stood for by those of its first layers.
    noise ??= tensorNoise(name, shape, 'bf16');
    const data = new Uint16Array(noise(first * width, count * width).buffer);
    return { name, dtype: 'bf16', shape: [count, ...shape.slice(1)], data };
  };
  return {
    name,
    dtype: 'bf16',
    shape,
    readRows,
    get data() {
      return readRows(0, shape[0]).data;
    },
  };
}
