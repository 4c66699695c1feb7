/** What a checkpoint folder says of itself and what it would take, read by the engine's own strict readers; no tensor is loaded. */
import { chooseWeights } from './choose-weights.ts';
import { loadChatForm } from './formats/chat-template.ts';
import { readModelConfig } from './formats/hf-config.ts';
import { loadTokenizer } from './formats/tokenizer.ts';
import { openWeights } from './formats/weights.ts';
import type { LoadOptions } from './index.ts';
import { describePlan, KEPT_PROMPTS, type MemoryPlan, planMemory, usualContext } from './model/memory-plan.ts';
import { type WeightFormat, weightBytes } from './model/weight-format.ts';

export interface InspectRequest {
  readonly folder: string;
  readonly weights: NonNullable<LoadOptions['weights']>;
  /** Tokens a sample may have; null: as many as usual. */
  readonly contextLength: number | null;
  readonly samples: number;
  /** Of the machine. */
  readonly memoryBytes: number;
  /** Also reads the tokenizer and the chat form, which solving needs. */
  readonly withText: boolean;
}

export interface InspectedModel {
  readonly parameters: number;
  /** Number formats of its tensors, sorted. */
  readonly stored: readonly string[];
  /** The number format that a load would hold its matrices in, and why. */
  readonly weights: WeightFormat;
  readonly reason: string;
  readonly modelContext: number;
  readonly contextLength: number;
  readonly neededBytes: number;
  /** What it takes, in words. */
  readonly memory: string;
  /** 0: not even one sample fits. */
  readonly samplesAtOnce: number;
}

/** @throws EngineError naming the file and field at fault */
export function inspectModel({ folder, samples, memoryBytes, ...request }: InspectRequest): InspectedModel {
  const config = readModelConfig(folder);
  const open = openWeights(folder, config);
  try {
    if (request.withText) loadChatForm(folder, loadTokenizer(folder, config.vocabSize));
    const { format, reason } = chooseWeights(request.weights, open.weights, memoryBytes);
    const contextLength = Math.min(request.contextLength ?? usualContext(config), config.contextLength);
    const asked = {
      config,
      weightBytes: weightBytes(open.weights, format),
      samples,
      slots: samples + KEPT_PROMPTS,
      contextLength,
    };
    const plan = bestPlan(asked, memoryBytes);
    return {
      parameters: open.parameters,
      stored: [...new Set(open.weights.values().map(({ dtype }) => dtype))].sort(),
      weights: format,
      reason,
      modelContext: config.contextLength,
      contextLength,
      neededBytes: plan.totalBytes,
      memory: describePlan(plan, { samples: plan.samplesAtFullLength === 0 ? 1 : samples, contextLength }),
      samplesAtOnce: plan.totalBytes <= memoryBytes ? samples : plan.samplesAtFullLength,
    };
  } finally {
    open.close();
  }
}

/** As a load would plan it in this much memory; where not even one sample fits, what that one would take. */
function bestPlan(asked: Omit<Parameters<typeof planMemory>[0], 'kv' | 'budgetBytes'>, memoryBytes: number): MemoryPlan {
  try {
    return planMemory({ ...asked, kv: 'auto', budgetBytes: memoryBytes });
  } catch {
    const one = { ...asked, samples: 1, slots: 1 + KEPT_PROMPTS };
    return { ...planMemory({ ...one, kv: 'int4', budgetBytes: null }), samplesAtFullLength: 0 };
  }
}
