/** Loads a checkpoint folder into an engine: files, then a backend, then the two joined. */
import { hash } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { totalmem } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { type Choice, chooseBackend } from './choose-backend.ts';
import { chooseWeights } from './choose-weights.ts';
import { createEngine } from './engine.ts';
import { EngineError } from './errors.ts';
import { loadChatForm } from './formats/chat-template.ts';
import { readModelConfig } from './formats/hf-config.ts';
import { buildKeeping, type PackPlace } from './formats/pack/keep-pieces.ts';
import { PackCache } from './formats/pack/pack-cache.ts';
import type { PieceStore } from './formats/pack/piece-store.ts';
import { loadTokenizer } from './formats/tokenizer.ts';
import { TOKENIZER_FILE } from './formats/tokenizer-json.ts';
import { type OpenWeights, openWeights } from './formats/weights.ts';
import type { Engine, LoadOptions, LoadProgress } from './index.ts';
import type { Backend } from './model/backend.ts';
import type { ModelConfig } from './model/config.ts';
import { convertWeights, isConverted } from './model/convert-weights.ts';
import { ROW_LAYOUT } from './model/cpu/load-rows.ts';
import { createCpuBackend } from './model/cpu-backend.ts';
import { describePlan, KEPT_PROMPTS, marksFor, planMemory, usualContext } from './model/memory-plan.ts';
import { type WeightFormat, weightBytes } from './model/weight-format.ts';

const MAX_SLOTS = 1024;

export interface EngineOptions extends LoadOptions {
  /** From `engine/device/dawn.ts` or a browser; null where there is none. */
  readonly gpu: GPU | null;
}

/** @throws EngineError naming the file and field at fault, the missing adapter, or the memory that did not suffice. */
export async function loadEngine(options: EngineOptions): Promise<Engine> {
  const { modelDir, onProgress } = options;
  if (!(Number.isInteger(options.slots) && options.slots >= 1 && options.slots <= MAX_SLOTS)) {
    throw new EngineError('invalid-request', `${options.slots} slots cannot be had: ask for 1 to ${MAX_SLOTS}.`);
  }
  if (!statSync(modelDir, { throwIfNoEntry: false })?.isDirectory()) {
    throw new EngineError('model-missing', `${modelDir} is not a folder: choose a model folder.`, { file: modelDir });
  }
  onProgress?.({ stage: 'reading', fraction: 0 });
  const config = readModelConfig(modelDir);
  const text = existsSync(join(modelDir, TOKENIZER_FILE)) ? loadText(modelDir, config) : null;
  const open = openWeights(modelDir, config);
  onProgress?.({ stage: 'reading', fraction: 1 });
  try {
    const { backend, reason, weights, memoryPlan } = await createBackend(options, config, open);
    const description = {
      backend: backend.kind,
      adapter: backend.device,
      reason,
      model: basename(resolve(modelDir)),
      parameters: open.parameters,
      weights,
      memoryPlan,
      memory: backend.memory,
      slots: options.slots,
      contextLength: backend.contextLength,
    };
    return createEngine({ description, backend, text });
  } finally {
    open.close();
  }
}

function loadText(modelDir: string, config: ModelConfig) {
  const tokenizer = loadTokenizer(modelDir, config.vocabSize);
  return { tokenizer, chat: loadChatForm(modelDir, tokenizer) };
}

interface Loaded {
  readonly backend: Backend;
  readonly reason: string;
  readonly weights: string;
  readonly memoryPlan: string;
}

async function createBackend(options: EngineOptions, config: ModelConfig, open: OpenWeights): Promise<Loaded> {
  const { adapter, gpu } = options;
  const contextLength = Math.min(options.contextLength ?? usualContext(config), config.contextLength);
  const { format, reason: why } = chooseWeights(options.weights ?? 'auto', open.weights, options.memoryBytes ?? totalmem());
  const weights = convertWeights(open.weights, format);
  const slots = options.slots + KEPT_PROMPTS;
  const asked = { config, samples: options.slots, slots, contextLength, kv: options.kv ?? 'auto' };
  const plan = planMemory({
    ...asked,
    weightBytes: weightBytes(open.weights, format),
    budgetBytes: options.memoryBytes ?? null,
  });
  const { kv: kvFormat, maxBlocks } = plan;
  const common = {
    config,
    weights,
    slots: slots + marksFor(config),
    contextLength,
    kvFormat,
    maxBlocks,
    onProgress: stoppable(options),
  };
  const memoryPlan = describePlan(plan, asked);
  const load = async (layout: string, reason: string, build: (pieces: PieceStore) => Promise<Backend>): Promise<Loaded> => {
    const { result, note } = await buildKeeping(packPlace(options, config, open, format, layout), build);
    return { backend: result, reason, weights: `${format} (${why}), ${note}`, memoryPlan };
  };
  const onCpu = (reason: string) => load(ROW_LAYOUT, reason, (pieces) => createCpuBackend({ ...common, pieces }));

  const choice = await chooseBackend(options, gpu);
  if (choice.kind === 'cpu' || gpu === null) return onCpu(choice.reason);
  const [{ createGpuBackend }, { DEVICE_LAYOUT }] = await Promise.all([
    import('./model/gpu/gpu-backend.ts'),
    import('./model/gpu/device-weights.ts'),
  ]);
  try {
    return await load(DEVICE_LAYOUT, choice.reason, (pieces) => createGpuBackend({ ...common, gpu, adapter, pieces }));
  } catch (error) {
    if (options.backend === 'gpu' || isCancelled(error)) throw error;
    return onCpu(fallbackReason(choice, error));
  }
}

/** Where a pack of the weights belongs; null where what is read needs no conversion, so that a copy would save nothing. */
function packPlace(
  { cacheDir }: EngineOptions,
  config: ModelConfig,
  { weights, identity }: OpenWeights,
  format: WeightFormat,
  layout: string,
): PackPlace | null {
  if (cacheDir === undefined || !isConverted(weights, format)) return null;
  const key = hash('sha256', JSON.stringify([identity, config, format, layout]));
  return { cache: new PackCache(cacheDir), key, bytes: weightBytes(weights, format) };
}

/** Progress is told between two pieces: there a load can end. */
function stoppable({ onProgress, signal }: EngineOptions): (progress: LoadProgress) => void {
  return (progress) => {
    if (signal?.aborted) throw new EngineError('cancelled', 'Loading was cancelled. Load the model again when it is wanted.');
    onProgress?.(progress);
  };
}

function isCancelled(error: unknown): boolean {
  return error instanceof EngineError && error.kind === 'cancelled';
}

/** Under 'auto' a GPU that fails to load the model is a reason to use the CPU, not to stop. */
function fallbackReason({ reason }: Choice, error: unknown): string {
  return `${reason} It could not load the model: ${error instanceof Error ? error.message : String(error)}`;
}
