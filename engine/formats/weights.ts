/**
 * Checkpoint + configuration → Weights: every tensor the model needs under its exact name and shape, and none besides.
 * Tensors stay on disk until their `data` is read.
 */
import { EngineError } from '../errors.ts';
import type { ModelConfig } from '../model/config.ts';
import type { FloatTensor, Int8Tensor, Tensor, Weights } from '../model/tensor.ts';
import { LM_HEAD, tensorShapes } from '../model/tensor-shapes.ts';
import { damaged } from './model-file.ts';
import { Checkpoint } from './safetensors.ts';
import type { TensorEntry } from './safetensors-header.ts';

export interface OpenWeights {
  readonly weights: Weights;
  /** Numbers in all tensors, scales of quantised ones not counted. */
  readonly parameters: number;
  /** Tells this checkpoint, as it is now, from every other. */
  readonly identity: string;
  /** Closes the files; `data` of a tensor can then no longer be read. */
  close(): void;
}

/** @throws EngineError naming the tensor that is missing, extra or of the wrong shape. */
export function openWeights(modelDir: string, config: ModelConfig): OpenWeights {
  const checkpoint = new Checkpoint(modelDir);
  try {
    const weights = new Map<string, Tensor>();
    const used = new Set<string>();
    for (const [name, shape] of tensorShapes(config)) {
      weights.set(name, toTensor(checkpoint, name, shape));
      used.add(name).add(scalesName(name));
    }
    if (config.tiedEmbeddings) used.add(LM_HEAD).add(scalesName(LM_HEAD));
    const extra = checkpoint.names().find((name) => !used.has(name));
    if (extra !== undefined) throw unexpected(checkpoint, extra);
    const parameters = weights.values().reduce((sum, tensor) => sum + tensor.shape.reduce((a, b) => a * b, 1), 0);
    return { weights, parameters, identity: checkpoint.identity(), close: () => checkpoint.close() };
  } catch (error) {
    checkpoint.close();
    throw error;
  }
}

function toTensor(checkpoint: Checkpoint, name: string, shape: readonly number[]): Tensor {
  const entry = checkpoint.entry(name);
  if (entry === undefined) throw damaged(checkpoint.fileOf(name), `lacks the tensor ${name}, which the configuration needs`);
  if (entry.shape.join() !== shape.join()) {
    throw damaged(
      checkpoint.fileOf(name),
      `holds ${name} of shape [${entry.shape.join(', ')}] where the configuration needs [${shape.join(', ')}]`,
    );
  }
  if (entry.dtype === 'I8') return toInt8Tensor(checkpoint, entry);
  if (checkpoint.entry(scalesName(name)) !== undefined) throw unexpected(checkpoint, scalesName(name));
  return toFloatTensor(checkpoint, name, entry.dtype, entry.shape);
}

function toFloatTensor(
  checkpoint: Checkpoint,
  name: string,
  stored: 'F32' | 'F16' | 'BF16',
  shape: readonly number[],
): FloatTensor {
  const dtype = ({ F32: 'f32', F16: 'f16', BF16: 'bf16' } as const)[stored];
  const rowBytes = (dtype === 'f32' ? 4 : 2) * shape.slice(1).reduce((a, b) => a * b, 1);
  const numbers = (bytes: ArrayBuffer) => (dtype === 'f32' ? new Float32Array(bytes) : new Uint16Array(bytes));
  return {
    name,
    dtype,
    shape,
    get data() {
      return numbers(checkpoint.read(name));
    },
    readRows: (first, count) => ({
      name,
      dtype,
      shape: [count, ...shape.slice(1)],
      data: numbers(checkpoint.read(name, first * rowBytes, count * rowBytes)),
    }),
  };
}

/** A matrix `X` in I8 beside `X.scales` [rows, columns / group] in F16 or F32. */
function toInt8Tensor(checkpoint: Checkpoint, { name, shape }: TensorEntry): Int8Tensor {
  const [rows, columns] = shape;
  const scales = checkpoint.entry(scalesName(name));
  const groups = scales?.shape[1] ?? 0;
  const isReadable = scales?.dtype === 'F16' || scales?.dtype === 'F32';
  if (shape.length !== 2 || !isReadable || scales.shape.length !== 2 || scales.shape[0] !== rows || columns % groups !== 0) {
    throw damaged(checkpoint.fileOf(name), `holds ${name} in I8 without fitting F16 or F32 scales [${rows}, groups of columns]`);
  }
  const form = { name, dtype: 'int8', group: columns / groups } as const;
  const scaleBytes = groups * (scales.dtype === 'F32' ? 4 : 2);
  const readNumbers = (first: number, count: number) => new Int8Array(checkpoint.read(name, first * columns, count * columns));
  const readScales = (first: number, count: number) => {
    const stored = checkpoint.read(scalesName(name), first * scaleBytes, count * scaleBytes);
    return scales.dtype === 'F32' ? new Float32Array(stored) : Float32Array.from(new Float16Array(stored));
  };
  return {
    ...form,
    shape: [rows, columns],
    get data() {
      return readNumbers(0, rows);
    },
    get scales() {
      return readScales(0, rows);
    },
    readRows: (first, count) => ({
      ...form,
      shape: [count, columns],
      data: readNumbers(first, count),
      scales: readScales(first, count),
    }),
  };
}

function scalesName(name: string): string {
  return `${name}.scales`;
}

function unexpected(checkpoint: Checkpoint, name: string): EngineError {
  const file = checkpoint.fileOf(name);
  return new EngineError(
    'model-unsupported',
    `${file} holds the tensor ${name}, which the configuration does not know: this is another kind of model. Choose an M1 checkpoint.`,
    { file, tensor: name },
  );
}
