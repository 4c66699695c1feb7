/** Going on from the middle of a sample, and drawing one again. Plain data. */
import { z } from 'zod';
import { MAX_LINE_LENGTH } from './coach.ts';
import { MAX_SAMPLES, solveSchema } from './solve.ts';

const solve = z.string().max(64);

export const branchRequestSchema = z.strictObject({
  /** Index of the sample to go on from. */
  sample: z.int().min(0),
  /** How many of its steps are kept. */
  keep: z.int().min(0),
  /** Text with `$…$` that takes the place of what followed; null: nothing does. */
  line: z.string().trim().min(1).max(MAX_LINE_LENGTH).nullable(),
  samples: z.int().min(1).max(MAX_SAMPLES),
});
export type BranchRequest = z.infer<typeof branchRequestSchema>;

export const branchCalls = {
  /** Samples that keep the first steps of another, then a line of the learner's own if there is one, and go on. */
  'solve.branch': { params: branchRequestSchema.extend({ id: solve }), result: solveSchema },
  /** Draws one ended sample again, with other noise, in its own place. */
  'solve.redraw': { params: z.strictObject({ id: solve, sample: z.int().min(0) }), result: solveSchema },
} as const;
