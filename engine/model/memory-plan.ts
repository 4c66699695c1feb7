/**
 * What a model and its samples take, by arithmetic alone, and how keys and values are kept so that they fit. Asked before
 * anything is loaded: a load that cannot fit is refused with these numbers.
 *
 * M1-3B (28 layers, 6 of them attention with 8 kv heads of 128; 22 Mamba layers of 3,072 channels with 16 states), 8 samples
 * of 32,768 tokens, weights in int4 (groups of 32, f16 scales: 4.5 bits):
 *   keys and values  8 x 32,768 tokens x 6 layers x 2 x 8 heads x (64 + 8) bytes in int4  = 1,811,939,328
 *                    (in int8, x (128 + 2) bytes: 3,271,557,120, and the total would pass 4 GiB)
 *   growing the pool, one layer's keys or values held twice: a twelfth of that            =   150,994,944
 *   state            20 slots x (22 x (3,072 x 16 + 3,072 x 3) x 4 + 128,256 x 4) bytes   =   112,988,160
 * The rest of the 4 GiB, 2,219,044,864 bytes, bears the weights and the activations of a pass; memory-plan.test.ts adds up.
 */
import { EngineError } from '../errors.ts';
import { blocksFor, KV_BLOCK, KV_FORMATS, type KvFormat, kvBytesPerPosition } from '../kv-format.ts';
import type { ModelConfig } from './config.ts';

export interface MemoryRequest {
  readonly config: ModelConfig;
  readonly weightBytes: number;
  /** Samples that are to run at once. */
  readonly samples: number;
  /** Sequences that may be at any length: samples and kept prompts. Marks along samples come on top. */
  readonly slots: number;
  /** Tokens of a sample at most. */
  readonly contextLength: number;
  readonly kv: KvFormat | 'auto';
  /** Bytes that all may take; null where memory is taken until there is none. */
  readonly budgetBytes: number | null;
}

export interface MemoryPlan {
  readonly kv: KvFormat;
  readonly weightBytes: number;
  /** Of a pass. */
  readonly activationBytes: number;
  /** Recurrent state, convolution inputs and logits of all slots, marks included. */
  readonly stateBytes: number;
  readonly kvBytesPerToken: number;
  /** Blocks of KV that there is room for: whole contexts for all samples and kept prompts, if the budget allows. */
  readonly maxBlocks: number;
  /** Keys and values of all samples at their whole context, and what their pool takes besides while it grows. */
  readonly kvBytes: number;
  readonly growthBytes: number;
  readonly totalBytes: number;
  /** Samples that can be at their whole context at once. */
  readonly samplesAtFullLength: number;
}

/** Slots beside the rows', which keep the state after the latest prompts. */
export const KEPT_PROMPTS = 4;
/** What states along running samples may take (see engine/decode/row-marks.ts), and how many of them are of use. */
const MARK_BYTES = 48 * 2 ** 20;
const MARKS = { least: 4, most: 32 } as const;

/** Slots that keep states along running samples: as many as a small part of memory holds. */
export function marksFor(config: ModelConfig): number {
  return Math.max(MARKS.least, Math.min(MARKS.most, Math.floor(MARK_BYTES / slotBytes(config))));
}

/** Models made for 100,000 tokens and more would take gigabytes of KV for solutions that take some thousand. */
const USUAL_CONTEXT = 8192;

/** Tokens a sample may have where nobody asked for a number. */
export function usualContext({ contextLength }: ModelConfig): number {
  return Math.min(USUAL_CONTEXT, contextLength);
}

/** f32 KV of this much a token is small beside any weights: models made for one task. Larger ones keep it in int8. */
const SMALL_KV_BYTES = 16_384;
/** Tokens of the widest pass (see machine.ts). */
const PASS_TOKENS = 512;
/** Chunks of attention that wait to be joined, readback, tables and the like. */
const FIXED_BYTES = 48 * 2 ** 20;

/** @throws EngineError('out-of-memory') where the budget does not hold one sample at its whole context. */
export function planMemory(request: MemoryRequest): MemoryPlan {
  const { config, contextLength, samples, slots, budgetBytes } = request;
  const plans = formatsToTry(request).map((kv): MemoryPlan => {
    const kvBytesPerToken = modelKvBytes(config, kv);
    const blockBytes = KV_BLOCK * kvBytesPerToken;
    const activationBytes = passBytes(config, contextLength, Math.max(PASS_TOKENS, slots));
    const stateBytes = (slots + marksFor(config)) * slotBytes(config);
    const without = request.weightBytes + activationBytes + stateBytes;
    const wanted = slots * blocksFor(contextLength);
    // While a pool grows one buffer, a layer's keys or values, is held twice.
    const growth = 1 + 1 / (2 * Math.max(1, attentionLayersOf(config)));
    const isFree = budgetBytes === null || blockBytes === 0;
    const affordable = isFree ? wanted : Math.floor((budgetBytes - without) / (blockBytes * growth));
    const kvBytes = samples * blocksFor(contextLength) * blockBytes;
    const maxBlocks = Math.max(0, Math.min(wanted, affordable));
    return {
      kv,
      weightBytes: request.weightBytes,
      activationBytes,
      stateBytes,
      kvBytesPerToken,
      maxBlocks,
      kvBytes,
      growthBytes: Math.ceil(kvBytes * (growth - 1)),
      totalBytes: without + Math.ceil(kvBytes * growth),
      samplesAtFullLength: Math.min(samples, Math.floor(maxBlocks / blocksFor(contextLength))),
    };
  });
  const plan = plans.find(({ samplesAtFullLength }) => samplesAtFullLength === samples) ?? plans[plans.length - 1];
  if (plan.samplesAtFullLength === 0) throw tooLittle(plan, request);
  return plan;
}

/** "weights 1.83 + activations 0.12 + state 0.06 + 8 samples of 32768 tokens 1.69 (int4) + growing 0.14 = 3.84 GiB" */
export function describePlan(
  plan: MemoryPlan,
  { samples, contextLength }: Pick<MemoryRequest, 'samples' | 'contextLength'>,
): string {
  const { kv, weightBytes, activationBytes, stateBytes, kvBytes, growthBytes, totalBytes } = plan;
  const isLarge = totalBytes >= 2 ** 30;
  const size = (bytes: number) => (isLarge ? gib(bytes) : (bytes / 2 ** 20).toFixed(0));
  const parts = [`weights ${size(weightBytes)}`, `activations ${size(activationBytes)}`, `state ${size(stateBytes)}`];
  const sequences = `${samples} ${samples === 1 ? 'sample' : 'samples'} of ${contextLength} tokens`;
  parts.push(`${sequences} ${size(kvBytes)} (${kv})`, `growing ${size(growthBytes)}`);
  return `${parts.join(' + ')} = ${size(totalBytes)} ${isLarge ? 'GiB' : 'MiB'}`;
}

/** The widest that suits the model first; narrower ones only where a budget asks for them. */
function formatsToTry({ config, kv, budgetBytes }: MemoryRequest): readonly KvFormat[] {
  if (kv !== 'auto') return [kv];
  const usual = modelKvBytes(config, 'f32') <= SMALL_KV_BYTES ? 'f32' : 'int8';
  return budgetBytes === null ? [usual] : KV_FORMATS.slice(KV_FORMATS.indexOf(usual));
}

function modelKvBytes(config: ModelConfig, kv: KvFormat): number {
  const { kvHeads, headDim } = config.attention;
  return attentionLayersOf(config) * kvBytesPerPosition(kv, kvHeads, headDim);
}

function attentionLayersOf({ layers }: ModelConfig): number {
  return layers.filter(({ kind }) => kind === 'attention').length;
}

/** What a slot takes beside KV. */
function slotBytes({ layers, mamba, vocabSize }: ModelConfig): number {
  const mambaLayers = layers.filter(({ kind }) => kind === 'mamba').length;
  return 4 * (mambaLayers * mamba.dInner * (mamba.dState + mamba.dConv - 1) + vocabSize);
}

/** Rows of a pass as network.ts keeps them, the angles of every position, and what does not depend on the model. */
function passBytes({ dModel, mamba, attention, layers }: ModelConfig, contextLength: number, tokens: number): number {
  const { dInner, dXb, dtRank } = mamba;
  const { heads, kvHeads, headDim } = attention;
  const projected = Math.max(2 * dInner + 2 * dXb + dtRank, (heads + 2 * kvHeads) * headDim);
  const widths = new Set(layers.map(({ dMlp }) => dMlp));
  const hidden = [...widths].reduce((sum, width) => sum + width, 0);
  const row = 3 * dModel + projected + dInner + heads * headDim + hidden;
  return 4 * tokens * row + 4 * headDim * blocksFor(contextLength) * KV_BLOCK + FIXED_BYTES;
}

function tooLittle(plan: MemoryPlan, request: MemoryRequest): EngineError {
  const { samples, contextLength } = request;
  const budget = request.budgetBytes ?? 0;
  const ofOne = { kvBytes: Math.ceil(plan.kvBytes / samples), growthBytes: Math.ceil(plan.growthBytes / samples) };
  const totalBytes = plan.weightBytes + plan.activationBytes + plan.stateBytes + ofOne.kvBytes + ofOne.growthBytes;
  const one = describePlan({ ...plan, ...ofOne, totalBytes }, { samples: 1, contextLength });
  const message =
    `The model does not fit ${gib(budget)} GiB: ${one}. ` +
    'Allow more memory, hold weights or keys and values in fewer bits, or shorten the context.';
  return new EngineError('out-of-memory', message, { budget, needed: totalBytes });
}

function gib(bytes: number): string {
  return (bytes / 2 ** 30).toFixed(2);
}
