/** Checking a learner's own work and coaching through a solve: what is asked and what comes back. Plain data. */
import { z } from 'zod';
import { MAX_PROBLEM_LENGTH, verdictSchema } from './solve.ts';

/** Lines of work checked at once, and characters a line. */
export const MAX_WORK_LINES = 60;
export const MAX_LINE_LENGTH = 1000;

/** What the learner wants done with a problem. */
export const modeSchema = z.enum(['solution', 'coach', 'work']);
export type Mode = z.infer<typeof modeSchema>;

export const workLineSchema = z.strictObject({
  /** As it was typed. */
  text: z.string(),
  /** As it was read: text with `$…$`. */
  read: z.string(),
  verdict: verdictSchema,
  /** For `fails`: what to try, in words. */
  note: z.string().optional(),
  /** Place of an earlier wrong line that this one follows from, though it does not fit the problem. */
  follows: z.int().nullable(),
});
export type WorkLine = z.infer<typeof workLineSchema>;

export const workSchema = z.strictObject({
  lines: z.array(workLineSchema),
  /** Place of the first line that fails. */
  firstWrong: z.int().nullable(),
});
export type Work = z.infer<typeof workSchema>;

export const ladderSchema = z.strictObject({
  /** Index of the sample whose steps the hints come from. */
  sample: z.int(),
  asked: z.enum(['solve', 'simplify', 'expand', 'factorise', 'differentiate', 'integrate', 'value', 'other']),
  steps: z.array(
    z.strictObject({
      rungs: z.array(z.enum(['asked', 'idea', 'blank', 'full'])),
      /** The step's body with a hole; null when it has no `blank` rung. */
      blank: z.string().nullable(),
    }),
  ),
});
export type Ladder = z.infer<typeof ladderSchema>;
export type RungKind = Ladder['steps'][number]['rungs'][number];

export const attemptSchema = z.strictObject({
  read: z.string(),
  verdict: verdictSchema,
  note: z.string().optional(),
  /** The step that says the same, in an agreeing sample; null when none does. */
  place: z.strictObject({ sample: z.int(), step: z.int() }).nullable(),
});
export type Attempt = z.infer<typeof attemptSchema>;

const id = z.string().max(64);
const line = z.string().max(MAX_LINE_LENGTH);

export const coachCalls = {
  /** Judges each line of a learner's work against the problem, and after a wrong line against that line. */
  'work.check': {
    params: z.strictObject({
      problem: z.string().max(MAX_PROBLEM_LENGTH),
      lines: z.array(line).max(MAX_WORK_LINES),
    }),
    result: workSchema,
  },
  /** Hints from the samples that agree, or from the given one of them; null when none can be trusted with it. */
  'coach.ladder': {
    params: z.strictObject({ id, sample: z.int().min(0).nullable() }),
    result: z.strictObject({ ladder: ladderSchema.nullable() }),
  },
  /** Checks one line of the learner; `step` of `sample` is the one that comes next. */
  'coach.attempt': {
    params: z.strictObject({ id, line, sample: z.int().min(0).nullable(), step: z.int().min(0), blank: z.boolean() }),
    result: attemptSchema,
  },
} as const;
