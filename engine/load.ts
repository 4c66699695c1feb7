/** Loads a checkpoint folder into an engine: files, then a backend, then the two joined. */
import { existsSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { type Choice, chooseBackend } from './choose-backend.ts';
import { createEngine } from './engine.ts';
import { EngineError } from './errors.ts';
import { loadChatForm } from './formats/chat-template.ts';
import { readModelConfig } from './formats/hf-config.ts';
import { loadTokenizer } from './formats/tokenizer.ts';
import { TOKENIZER_FILE } from './formats/tokenizer-json.ts';
import { type OpenWeights, openWeights } from './formats/weights.ts';
import type { Engine, LoadOptions } from './index.ts';
import type { Backend } from './model/backend.ts';
import type { ModelConfig } from './model/config.ts';
import { createCpuBackend } from './model/cpu-backend.ts';

/** Models made for 100,000 tokens and more would reserve gigabytes of KV for solutions that take some thousand. */
const DEFAULT_CONTEXT = 8192;
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
    const { backend, reason } = await createBackend(options, config, open);
    const description = {
      backend: backend.kind,
      adapter: backend.device,
      reason,
      model: basename(resolve(modelDir)),
      parameters: open.parameters,
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

async function createBackend(
  options: EngineOptions,
  config: ModelConfig,
  { weights }: OpenWeights,
): Promise<{ backend: Backend; reason: string }> {
  const { adapter, onProgress, gpu } = options;
  const contextLength = Math.min(options.contextLength ?? DEFAULT_CONTEXT, config.contextLength);
  // One slot more than rows: the scheduler keeps the prompt in it.
  const common = { config, weights, slots: options.slots + 1, contextLength, onProgress };
  const choice = await chooseBackend(options, gpu);
  if (choice.kind === 'gpu' && gpu !== null) {
    try {
      const { createGpuBackend } = await import('./model/gpu/gpu-backend.ts');
      return { backend: await createGpuBackend({ ...common, gpu, adapter }), reason: choice.reason };
    } catch (error) {
      if (options.backend === 'gpu') throw error;
      return { backend: await createCpuBackend(common), reason: fallbackReason(choice, error) };
    }
  }
  return { backend: await createCpuBackend(common), reason: choice.reason };
}

/** Under 'auto' a GPU that fails to load the model is a reason to use the CPU, not to stop. */
function fallbackReason({ reason }: Choice, error: unknown): string {
  return `${reason} It could not load the model: ${error instanceof Error ? error.message : String(error)}`;
}
