/** What the Models screen shows and asks for: the models at hand, what each takes, and what is being done with them. Plain data. */
import { z } from 'zod';
import { MAX_SAMPLES } from './solve.ts';

/** Longer than any path that the systems allow. */
const MAX_PATH = 4096;
const modelId = z.string().max(MAX_PATH);

/** The number format of the weights, as `--weights` takes it. */
export const weightsSchema = z.enum(['auto', 'stored', 'f16', 'int8', 'int4']);
export type WeightsChoice = z.infer<typeof weightsSchema>;

/** How a model is held once it is loaded. */
export const modelOptionsSchema = z.strictObject({
  weights: weightsSchema.default('auto'),
  /** Tokens a sample may have; null leaves it to the engine. */
  contextLength: z
    .int()
    .min(1)
    .max(2 ** 24)
    .nullable()
    .default(null),
});
export type ModelOptions = z.infer<typeof modelOptionsSchema>;

/** Why something did not work: an EngineErrorKind, or a kind of `app/backend/models`; the message ends with the remedy. */
export const modelProblemSchema = z.strictObject({
  kind: z.string(),
  message: z.string(),
  /** The file at fault, where there is one. */
  file: z.string().nullable(),
});
export type ModelProblem = z.infer<typeof modelProblemSchema>;

/** What a checkpoint's own files say, and what it would take here. */
export const modelFactsSchema = z.strictObject({
  parameters: z.number(),
  /** Number formats of its tensors, e.g. `['bf16']`. */
  stored: z.array(z.string()),
  /** The format that its matrices are held in under these options. */
  weights: weightsSchema.exclude(['auto']),
  /** Tokens the model was made for, at most. */
  modelContext: z.int(),
  /** Tokens a sample may have under these options. */
  contextLength: z.int(),
  /** With `samples` samples at their whole context. */
  neededBytes: z.number(),
  /** What there is of memory on this computer, for everything. */
  availableBytes: z.number(),
  samples: z.int(),
  /** How many of them can be at their whole context at once; 0: the model does not fit. */
  samplesAtOnce: z.int(),
});
export type ModelFacts = z.infer<typeof modelFactsSchema>;

export const modelSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  /** given: named when Quorum was started, for this run alone. */
  kind: z.enum(['bundled', 'added', 'given']),
  path: z.string(),
  /** Size of its files. */
  bytes: z.number(),
  inUse: z.boolean(),
  options: modelOptionsSchema,
  /** In use, with options other than these: they take effect when it is loaded again. */
  outdated: z.boolean(),
  /** null where it cannot be read: then `problem` says why. */
  facts: modelFactsSchema.nullable(),
  problem: modelProblemSchema.nullable(),
});
export type Model = z.infer<typeof modelSchema>;

/** What is being done, at most one of each; `fraction` is 0 to 1. */
export const modelActivitySchema = z.strictObject({
  loading: z
    .strictObject({ id: z.string(), stage: z.enum(['starting', 'reading', 'uploading', 'compiling']), fraction: z.number() })
    .nullable(),
  hashing: z.strictObject({ path: z.string(), fraction: z.number() }).nullable(),
  /** The last load that failed, until the next one; `fallback` is the model that is used instead. */
  failed: z.strictObject({ name: z.string(), fallback: z.string(), problem: modelProblemSchema }).nullable(),
});
export type ModelActivity = z.infer<typeof modelActivitySchema>;

const nothing = z.strictObject({});
const named = z.strictObject({ id: modelId });

export const modelCalls = {
  /** The bundled model first; what each takes is reckoned for this many samples. */
  'models.list': {
    params: z.strictObject({ samples: z.int().min(1).max(MAX_SAMPLES) }),
    result: z.strictObject({ models: z.array(modelSchema), activity: modelActivitySchema }),
  },
  /** Begins to load a model; how it goes is told by events. Where it fails, the one before is loaded again. */
  'models.choose': { params: named, result: nothing },
  /** Ends a load: the model before is used again. */
  'models.cancel': { params: nothing, result: nothing },
  /** Reads a folder strictly, takes the hashes of its files and keeps it in the list. */
  'models.add': { params: z.strictObject({ path: z.string().max(MAX_PATH) }), result: named },
  /** Compares every file with its recorded hash. */
  'models.verify': {
    params: named,
    result: z.strictObject({ files: z.int(), changed: z.array(z.string()) }),
  },
  /** Forgets a model; its files stay. */
  'models.remove': { params: named, result: nothing },
  /** Undoes a remove. */
  'models.restore': { params: named, result: nothing },
  'models.set': { params: z.strictObject({ id: modelId, options: modelOptionsSchema }), result: nothing },
  /** The desktop's own dialog; the desktop shell answers this call itself. null: nothing was picked. */
  'models.pick-folder': { params: nothing, result: z.strictObject({ path: z.string().nullable() }) },
} as const;
