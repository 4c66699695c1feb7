/** Messages between the backend and the engine host over Node IPC. The backend trusts the host; both check the shape. */
import { z } from 'zod';

export const hostRequestSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('load'),
    modelDir: z.string(),
    backend: z.enum(['gpu', 'cpu', 'auto']),
    adapter: z.string().nullable(),
    slots: z.int(),
    contextLength: z.int().nullable(),
    /** The number format of the weights; 'auto' where absent. */
    weights: z.enum(['auto', 'stored', 'f16', 'int8', 'int4']).optional(),
    /** How keys and values are kept; 'auto' where absent. */
    kv: z.enum(['auto', 'f32', 'f16', 'int8', 'int4']).optional(),
    /** Bytes that the engine may take; what the device has where absent. */
    memoryBytes: z.int().optional(),
    /** Where converted weights are kept for the next start. */
    cacheDir: z.string().optional(),
  }),
  z.strictObject({
    type: z.literal('generate'),
    id: z.string(),
    problem: z.string(),
    /** Solution text that the rows go on after. */
    prefix: z.string().optional(),
    rows: z.array(z.strictObject({ index: z.int(), seed: z.int(), resume: z.array(z.int()) })),
    temperature: z.number(),
    topP: z.number(),
    maxTokens: z.int(),
  }),
  z.strictObject({ type: z.literal('cancel'), id: z.string() }),
  z.strictObject({ type: z.literal('logits'), id: z.string(), tokens: z.array(z.int()), all: z.boolean() }),
  z.strictObject({ type: z.literal('shutdown') }),
]);
export type HostRequest = z.infer<typeof hostRequestSchema>;

export const hostEventSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('progress'), stage: z.enum(['reading', 'uploading', 'compiling']), fraction: z.number() }),
  z.strictObject({
    type: z.literal('loaded'),
    loadMs: z.number(),
    description: z.strictObject({
      backend: z.enum(['gpu', 'cpu']),
      adapter: z.string(),
      reason: z.string(),
      model: z.string(),
      parameters: z.number(),
      /** The number format of the weights, why, and where they were read from. */
      weights: z.string().optional(),
      /** What all takes with every sample at its whole context, summand by summand. */
      memoryPlan: z.string().optional(),
      weightBytes: z.number(),
      stateBytesPerSlot: z.number(),
      kvBytesPerToken: z.number(),
      slots: z.int(),
      contextLength: z.int(),
    }),
  }),
  z.strictObject({ type: z.literal('tokens'), id: z.string(), index: z.int(), tokens: z.array(z.int()), text: z.string() }),
  z.strictObject({
    type: z.literal('row-end'),
    id: z.string(),
    index: z.int(),
    status: z.enum(['finished', 'length', 'stopped', 'failed']),
    tokens: z.int(),
  }),
  z.strictObject({
    type: z.literal('generated'),
    id: z.string(),
    promptTokens: z.int(),
    firstTokenMs: z.number(),
    totalMs: z.number(),
  }),
  z.strictObject({ type: z.literal('logits'), id: z.string(), logits: z.array(z.array(z.number())) }),
  /** id null: loading failed or the device was lost. */
  z.strictObject({ type: z.literal('error'), id: z.string().nullable(), kind: z.string(), message: z.string() }),
]);
export type HostEvent = z.infer<typeof hostEventSchema>;
