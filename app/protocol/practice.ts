/** Practice as the backend keeps it and the interface shows it. Plain data; the right answer is in it only once it may be seen. */
import { z } from 'zod';
import { stepSchema } from './solve.ts';

/** Longest answer a learner may type, in UTF-16 units. */
export const MAX_ANSWER_LENGTH = 400;
export const MAX_WORKSHEET = 40;
/** Families that can be chosen at once: more than there are. */
const MAX_FAMILIES = 500;

const familyId = z.string().max(60);
const seed = z.int().min(0).max(0xffffffff);

export const practiceFamilySchema = z.strictObject({
  id: familyId,
  topic: z.string(),
  title: z.string(),
  /** What each level adds, easiest first. */
  levels: z.array(z.string()),
  /** Problems answered, or given up. */
  attempts: z.int(),
  /** Of these, answered right at once. */
  rightFirst: z.int(),
  /** Kinds of problem that went wrong and are due again. */
  due: z.int(),
});
export type PracticeFamily = z.infer<typeof practiceFamilySchema>;

export const practiceChoiceSchema = z.strictObject({
  families: z.array(familyId).max(MAX_FAMILIES),
  /** 1 is the easiest; null mixes them. A family with fewer levels gives its hardest. */
  level: z.int().min(1).max(9).nullable(),
});
export type PracticeChoice = z.infer<typeof practiceChoiceSchema>;

/** How an answer lies beside the right one; see tutor/practice. */
export const hintSchema = z.enum([
  'sign',
  'missing-root',
  'extra-root',
  'percent',
  'unit',
  'ten',
  'reciprocal',
  'order',
  'constant',
  'relation',
  'unreduced',
  'unfinished',
]);
export type PracticeHint = z.infer<typeof hintSchema>;

export const practiceTrySchema = z.strictObject({
  /** As typed. */
  typed: z.string(),
  /** As read, LaTeX. */
  latex: z.string(),
  verdict: z.enum(['right', 'almost', 'wrong', 'undecided']),
  hint: hintSchema.nullable(),
});
export type PracticeTry = z.infer<typeof practiceTrySchema>;

export const exerciseSchema = z.strictObject({
  /** Family, level and seed make the same problem again. */
  family: familyId,
  title: z.string(),
  level: z.int(),
  seed,
  question: z.string(),
  /** It comes back because it, or one like it, went wrong. */
  review: z.boolean(),
  tries: z.array(practiceTrySchema),
  /** The worked solution, once it was asked for. */
  solution: z.array(stepSchema).nullable(),
});
export type Exercise = z.infer<typeof exerciseSchema>;

export const practiceSchema = z.strictObject({
  families: z.array(practiceFamilySchema),
  choice: practiceChoiceSchema,
  exercise: exerciseSchema.nullable(),
});
export type Practice = z.infer<typeof practiceSchema>;

export const worksheetSchema = z.strictObject({
  seed,
  items: z.array(z.strictObject({ title: z.string(), question: z.string(), answer: z.string() })),
});
export type Worksheet = z.infer<typeof worksheetSchema>;

const nothing = z.strictObject({});
/** The exercise that the page shows: an answer to another one, as after a second window went on, is refused. */
const shown = { family: familyId, level: z.int(), seed };

export const practiceCalls = {
  'practice.get': { params: nothing, result: practiceSchema },
  /** Keeps what is to be practised; the exercise on screen stays until the next. */
  'practice.choose': { params: practiceChoiceSchema, result: practiceSchema },
  'practice.next': { params: nothing, result: practiceSchema },
  /** An exercise of the kind that a problem resembles; what is chosen for practice stays. */
  'practice.similar': { params: z.strictObject({ problem: z.string().max(20_000) }), result: practiceSchema },
  'practice.answer': {
    params: z.strictObject({ ...shown, typed: z.string().max(MAX_ANSWER_LENGTH) }),
    result: practiceSchema,
  },
  /** Shows the worked solution; before a right answer this counts as not right at once. */
  'practice.reveal': { params: z.strictObject(shown), result: practiceSchema },
  /** The same choice, count and seed make the same sheet again. */
  'practice.worksheet': {
    params: z.strictObject({ choice: practiceChoiceSchema, count: z.int().min(1).max(MAX_WORKSHEET), seed }),
    result: worksheetSchema,
  },
} as const;
