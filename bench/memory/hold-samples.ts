/**
 * A process of its own that opens one shape on the CPU backend, fills its slots to a context and tells what the system
 * holds for it, as one JSON line. Arguments: model folder, 'hybrid' or 'all-attention', samples, context, format of keys
 * and values, 'shared' (one prompt) or 'own' (each sample its own tokens).
 */
import { readModelConfig } from '#engine/formats/hf-config.ts';
import { openWeights } from '#engine/formats/weights.ts';
import { KV_FORMATS } from '#engine/kv-format.ts';
import type { Backend } from '#engine/model/backend.ts';
import { createCpuBackend } from '#engine/model/cpu-backend.ts';
import { promptOf } from '../models/prompt.ts';
import { allAttention, randomWeights } from '../models/random-weights.ts';

export interface Held {
  /** Resident bytes once the model is loaded, with all slots filled, and at the worst moment. */
  readonly loaded: number;
  readonly filled: number;
  readonly peak: number;
}

const [modelDir, shape, samples, context, kv, content] = process.argv.slice(2);
const kvFormat = KV_FORMATS.find((format) => format === kv);
const backend = await open(shape === 'all-attention', Number(samples) + 1, Number(context));
// Threads start with their first work; they are no part of what samples cost.
await fill(backend, 1);
const loaded = process.memoryUsage.rss();
await fill(backend, Number(context));
const filled = process.memoryUsage.rss();
// maxRSS is in KiB.
const held: Held = { loaded, filled, peak: process.resourceUsage().maxRSS * 1024 };
console.log(JSON.stringify(held));
await backend.close();

/** One slot more than samples keeps the prompt, as in the engine. */
async function open(attentionOnly: boolean, slots: number, context: number): Promise<Backend> {
  const config = readModelConfig(modelDir);
  const contextLength = context + 1;
  if (attentionOnly) {
    const shape = allAttention(config);
    return createCpuBackend({ config: shape, weights: randomWeights(shape), slots, contextLength, kvFormat });
  }
  const { weights, close } = openWeights(modelDir, config);
  const opened = await createCpuBackend({ config, weights, slots, contextLength, kvFormat });
  close();
  return opened;
}

/** Every slot holds `context` tokens and one drawn. */
async function fill(backend: Backend, context: number): Promise<void> {
  const prompt = backend.slots - 1;
  const slots = Array.from({ length: prompt }, (_, slot) => slot);
  const tokens = promptOf(context, backend.config.vocabSize);
  for (const slot of content === 'own' ? slots : [prompt]) {
    backend.reset(slot);
    await backend.append([{ slot, tokens }]);
  }
  if (content !== 'own') for (const slot of slots) backend.copy(prompt, slot);
  await backend.sample(
    slots.map((slot) => ({ slot, seed: slot, firstDraw: 0, temperature: 1, topP: 1 })),
    1,
  );
}
