/** A solve as the backend keeps it and the interface shows it: problem, samples, steps, tally. Plain data. */
import { z } from 'zod';

/** Longest problem accepted, in UTF-16 units: pages of text, far beyond what the model can read. */
export const MAX_PROBLEM_LENGTH = 20_000;
export const MAX_SAMPLES = 64;

export const solveOptionsSchema = z.strictObject({
  samples: z.int().min(1).max(MAX_SAMPLES).default(8),
  seed: z.int().min(0).max(0xffffffff).default(0),
  temperature: z.number().min(0).max(5).default(0.7),
  topP: z.number().gt(0).max(1).default(1),
  /** New tokens a sample, at most. */
  maxTokens: z.int().min(1).max(32_768).default(768),
  /** Fixed-time voting: stop after this many seconds. */
  budgetSeconds: z.number().gt(0).nullable().default(null),
  /** Stop when the lead cannot change. */
  stopEarly: z.boolean().default(true),
});
export type SolveOptions = z.infer<typeof solveOptionsSchema>;

/** holds: true as far as symbolic checking goes; fails: shown wrong, `note` says how; unknown: not checked. */
export const verdictSchema = z.enum(['holds', 'fails', 'unknown']);
export type Verdict = z.infer<typeof verdictSchema>;

export const stepSchema = z.strictObject({
  /** What the step does, plain text with inline maths; '' when the model gave none. */
  goal: z.string(),
  /** The step's maths and prose: lines of text with `$…$`, without goal and scratch. */
  body: z.string(),
  /** Scratch lines the learner may fold away, without their "> ". */
  scratch: z.array(z.string()),
  /** The boxed answer line. */
  final: z.boolean(),
  check: verdictSchema,
  /** For `fails`: why, e.g. "these differ at x = 2". */
  note: z.string().optional(),
});
export type StepRecord = z.infer<typeof stepSchema>;

/** waiting: not begun; the rest as the engine says (RowStatus) or running. */
export const sampleStatusSchema = z.enum(['waiting', 'running', 'finished', 'length', 'stopped', 'failed']);
export type SampleStatus = z.infer<typeof sampleStatusSchema>;

export const sampleSchema = z.strictObject({
  index: z.int(),
  seed: z.int(),
  status: sampleStatusSchema,
  /** LaTeX inside the last complete box; null while there is none. */
  answer: z.string().nullable(),
  /** Answer substituted back into the problem, where the checker can. */
  substitution: verdictSchema,
  steps: z.array(stepSchema),
  /** Text of the line still being written. */
  tail: z.string(),
  tokens: z.int(),
  /** Which of the record's branches it belongs to; absent: it began with the problem and has a vote. */
  branch: z.int().min(0).optional(),
  /** How often the learner had it drawn again; absent: never. */
  redrawn: z.int().min(1).optional(),
});
export type SampleRecord = z.infer<typeof sampleSchema>;

/** One class of equivalent answers. */
export const voteSchema = z.strictObject({
  /** The most frequent way of writing it, LaTeX. */
  answer: z.string(),
  /** Every way it was written. */
  variants: z.array(z.string()),
  count: z.int(),
  /** count over all samples asked for, also the unfinished and unreadable. */
  share: z.number(),
  samples: z.array(z.int()),
});
export type Vote = z.infer<typeof voteSchema>;

export const tallySchema = z.strictObject({
  /** Largest first. */
  votes: z.array(voteSchema),
  /** Samples asked for. */
  asked: z.int(),
  /** Ended without a readable answer. */
  unreadable: z.int(),
  /** Not ended yet. */
  pending: z.int(),
  /** The leading answer has a majority of all samples asked for, or leads so that no sample left can change it. */
  settled: z.boolean(),
  /** Why sampling ended early, if it did. */
  stoppedEarly: z.boolean(),
});
export type Tally = z.infer<typeof tallySchema>;

/** Samples that go on from the middle of another. They begin alike, so they vote among themselves only. */
export const branchSchema = z.strictObject({
  /** Index of the sample whose steps they keep. */
  from: z.int(),
  /** How many steps they begin with, an edited one included. */
  kept: z.int().min(1),
  /** The last of these is a line of the learner's own. */
  edited: z.boolean(),
  tally: tallySchema,
});
export type BranchRecord = z.infer<typeof branchSchema>;

export const timingSchema = z.strictObject({
  loadMs: z.number(),
  firstTokenMs: z.number().nullable(),
  totalMs: z.number(),
  tokens: z.int(),
  tokensPerSecond: z.number(),
});
export type Timing = z.infer<typeof timingSchema>;

export const failureSchema = z.strictObject({ kind: z.string(), message: z.string() });
export type Failure = z.infer<typeof failureSchema>;

export const solveStatusSchema = z.enum(['queued', 'running', 'finished', 'stopped', 'interrupted', 'failed']);
export type SolveStatus = z.infer<typeof solveStatusSchema>;

export const solveSchema = z.strictObject({
  id: z.string(),
  problem: z.string(),
  /** Milliseconds since 1970. */
  createdAt: z.number(),
  options: solveOptionsSchema,
  status: solveStatusSchema,
  failure: failureSchema.nullable(),
  samples: z.array(sampleSchema),
  /** The vote of the samples that began with the problem. */
  tally: tallySchema,
  branches: z.array(branchSchema).default([]),
  /** The solve whose question was changed into this one. */
  editedFrom: z.string().max(64).optional(),
  timing: timingSchema,
  /** Rises by one with every patch, so that a late subscriber can tell what it has missed. */
  revision: z.int(),
});
export type SolveRecord = z.infer<typeof solveSchema>;

/** What changed since the last revision. Absent fields did not change. */
export const solvePatchSchema = z.strictObject({
  id: z.string(),
  revision: z.int(),
  status: solveStatusSchema.optional(),
  failure: failureSchema.nullable().optional(),
  tally: tallySchema.optional(),
  branches: z.array(branchSchema).optional(),
  timing: timingSchema.optional(),
  samples: z.array(
    sampleSchema
      .omit({ steps: true })
      .partial()
      .required({ index: true })
      .extend({
        /** It begins anew: what was known of it is gone. */
        anew: z.boolean().optional(),
        steps: z.array(z.strictObject({ at: z.int(), step: stepSchema })).optional(),
      }),
  ),
});
export type SolvePatch = z.infer<typeof solvePatchSchema>;
export type SamplePatch = SolvePatch['samples'][number];

/** Applies a patch; returns the same record when the patch is not newer. */
export function applyPatch(record: SolveRecord, patch: SolvePatch): SolveRecord {
  if (patch.id !== record.id || patch.revision <= record.revision) return record;
  const samples = [...record.samples];
  for (const change of patch.samples) {
    const at = samples.findIndex((sample) => sample.index === change.index);
    const { steps: changed, anew, ...fields } = change;
    const sample = at < 0 || anew === true ? emptySample(change.index, change.seed ?? 0) : samples[at];
    const steps = changed === undefined ? sample.steps : [...sample.steps];
    for (const { at: stepAt, step } of changed ?? []) steps[stepAt] = step;
    const next: SampleRecord = { ...sample, ...fields, steps };
    if (at < 0) samples.push(next);
    else samples[at] = next;
  }
  const { samples: _, ...fields } = patch;
  return { ...record, ...fields, samples };
}

export function emptySample(index: number, seed: number): SampleRecord {
  return { index, seed, status: 'waiting', answer: null, substitution: 'unknown', steps: [], tail: '', tokens: 0 };
}
