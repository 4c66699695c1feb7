/**
 * The one contract between interface and backend, carried over Electron IPC or a WebSocket alike: named calls with
 * checked parameters and results, and events pushed to the interface.
 */
import { z } from 'zod';
import { branchCalls } from './branch.ts';
import { coachCalls, modeSchema } from './coach.ts';
import { exchangedSolveSchema, MAX_IMPORT_PIECE, solveMarksSchema } from './exchange.ts';
import { graphCalls } from './graph.ts';
import { machineCalls } from './machine.ts';
import { modelActivitySchema, modelCalls } from './models.ts';
import { practiceCalls } from './practice.ts';
import {
  MAX_PROBLEM_LENGTH,
  MAX_SAMPLES,
  solveOptionsSchema,
  solvePatchSchema,
  solveSchema,
  solveStatusSchema,
} from './solve.ts';

const solveId = z.string().max(64);

export const historyEntrySchema = z.strictObject({
  id: z.string(),
  problem: z.string(),
  /** Leading answer, LaTeX; null when none. */
  answer: z.string().nullable(),
  createdAt: z.number(),
  status: solveStatusSchema,
  /** What it is about, by its likeness to the practice topics; null when it resembles none, or is not sorted yet. */
  topic: z.string().nullable(),
  /** The learner's own name for it; null when it has none. */
  title: z.string().nullable(),
  favourite: z.boolean(),
});
export type HistoryEntry = z.infer<typeof historyEntrySchema>;

export const statusSchema = z.strictObject({
  engine: z.enum(['starting', 'loading', 'ready', 'failed', 'restarting']),
  /** 0 to 1 while loading. */
  progress: z.number().nullable(),
  backend: z.enum(['gpu', 'cpu']).nullable(),
  adapter: z.string().nullable(),
  /** Why this backend, or why it failed: a sentence that names the remedy. */
  reason: z.string().nullable(),
  model: z.string().nullable(),
  memoryBytes: z.number().nullable(),
  samplesRunning: z.int(),
  samplesWaiting: z.int(),
  tokensPerSecond: z.number(),
  /** Set when the data folder cannot be written: history is not kept. */
  readOnly: z.string().nullable(),
  /** What the learner should know once, such as that a damaged history was set aside. */
  notice: z.string().optional(),
});
export type AppStatus = z.infer<typeof statusSchema>;

export const settingsSchema = z.strictObject({
  solve: solveOptionsSchema.prefault({}),
  theme: z.enum(['system', 'light', 'dark']).default('system'),
  textSize: z.enum(['small', 'medium', 'large']).default('medium'),
  /** system: as the computer says; reduced: nothing moves; full: all moves, whatever the computer says. */
  motion: z.enum(['system', 'reduced', 'full']).default('system'),
  /** What computes: null leaves the choice to Quorum, 'cpu', or a graphics adapter's name. */
  adapter: z.string().max(200).nullable().default(null),
  language: z.string().max(10).default('en'),
  /** What was being typed, restored after a restart. */
  draft: z.string().max(MAX_PROBLEM_LENGTH).default(''),
  mode: modeSchema.default('solution'),
  /** The learner's own lines that stand in Check my work. */
  workLines: z.string().max(MAX_PROBLEM_LENGTH).default(''),
  /** The tour was seen or skipped. */
  toured: z.boolean().default(false),
  /** The visual formula editor is open below the problem box. */
  formulaEditor: z.boolean().default(false),
  /** Coach: a hint comes only after a try, until the learner skips one. */
  tryFirst: z.boolean().default(true),
});
export type Settings = z.infer<typeof settingsSchema>;

const nothing = z.strictObject({});

/** Every call: what it takes and what it gives. */
export const calls = {
  /** `editedFrom`: the solve whose question was changed. */
  'solve.start': {
    params: z.strictObject({ problem: z.string(), options: solveOptionsSchema.partial(), editedFrom: solveId.optional() }),
    result: solveSchema,
  },
  'solve.stop': { params: z.strictObject({ id: solveId }), result: nothing },
  /** Adds samples to a finished or running solve; seeds go on from the last. */
  'solve.more': { params: z.strictObject({ id: solveId, samples: z.int().min(1).max(MAX_SAMPLES) }), result: solveSchema },
  'history.list': {
    params: z.strictObject({
      query: z.string().max(200),
      /** null: all topics. */
      topic: z.string().max(40).nullable().default(null),
      limit: z.int().min(1).max(500),
    }),
    result: z.array(historyEntrySchema),
  },
  /** The topics of the history, the most frequent first. */
  'history.topics': {
    params: nothing,
    result: z.array(z.strictObject({ topic: z.string(), count: z.int() })),
  },
  'history.open': { params: z.strictObject({ id: solveId }), result: solveSchema },
  'history.delete': { params: z.strictObject({ id: solveId }), result: nothing },
  /** Undoes a delete. */
  'history.restore': { params: z.strictObject({ id: solveId }), result: nothing },
  /** Names a solve, or takes the name away (null); marks it as a favourite, or not. What is absent stays. */
  'history.mark': { params: solveMarksSchema.partial().extend({ id: solveId }), result: nothing },
  /** A few solves whole, in a fixed order; `next` is the `after` of the next few, null when none are left. */
  'history.export': {
    params: z.strictObject({ after: solveId.nullable() }),
    result: z.strictObject({ solves: z.array(exchangedSolveSchema), next: z.string().nullable() }),
  },
  /** A file in pieces, sent one after the other under one name; the answer to the last says how many solves came in. */
  'history.import': {
    params: z.strictObject({ upload: z.string().max(64), piece: z.string().max(MAX_IMPORT_PIECE), last: z.boolean() }),
    result: z.strictObject({ imported: z.array(z.string()) }),
  },
  ...practiceCalls,
  ...coachCalls,
  ...branchCalls,
  ...graphCalls,
  ...machineCalls,
  ...modelCalls,
  'status.get': { params: nothing, result: statusSchema },
  'settings.get': { params: nothing, result: settingsSchema },
  'settings.set': { params: settingsSchema.partial(), result: settingsSchema },
} as const;

export type CallName = keyof typeof calls;
export type CallParams<N extends CallName> = z.input<(typeof calls)[N]['params']>;
export type CallResult<N extends CallName> = z.infer<(typeof calls)[N]['result']>;

export const eventSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('solve'), patch: solvePatchSchema }),
  z.strictObject({ type: z.literal('status'), status: statusSchema }),
  z.strictObject({ type: z.literal('history') }),
  /** The list of models may have changed; what is being done with them comes along. */
  z.strictObject({ type: z.literal('models'), activity: modelActivitySchema }),
]);
export type AppEvent = z.infer<typeof eventSchema>;

/** A failed call crosses the boundary as data, never as a flattened string. */
export const callErrorSchema = z.strictObject({
  kind: z.string(),
  message: z.string(),
  data: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type CallErrorData = z.infer<typeof callErrorSchema>;

export class CallError extends Error {
  override readonly name = 'CallError';
  readonly kind: string;
  readonly data: CallErrorData['data'];

  constructor(error: CallErrorData) {
    super(error.message);
    this.kind = error.kind;
    this.data = error.data;
  }
}

/** What the interface is given, by the preload script or the WebSocket client. */
export interface QuorumBridge {
  call<N extends CallName>(name: N, params: CallParams<N>): Promise<CallResult<N>>;
  /** @returns a function that ends the subscription */
  subscribe(listener: (event: AppEvent) => void): () => void;
}

/** WebSocket frames of the web shell; Electron carries the same shapes over IPC. */
export const clientFrameSchema = z.strictObject({ id: z.int().min(0), call: z.string().max(40), params: z.unknown() });
export const serverFrameSchema = z.union([
  z.strictObject({ id: z.int(), result: z.unknown() }),
  z.strictObject({ id: z.int(), error: callErrorSchema }),
  z.strictObject({ event: eventSchema }),
]);
export type ServerFrame = z.infer<typeof serverFrameSchema>;
