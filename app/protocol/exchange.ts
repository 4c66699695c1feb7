/** The file in which solves travel between computers, and the limits on one that comes in. Plain data. */
import { z } from 'zod';
import { MAX_PROBLEM_LENGTH, MAX_SAMPLES, type SolveRecord, solveSchema } from './solve.ts';

export const EXCHANGE_FORMAT = 'quorum-solves';
export const EXCHANGE_VERSION = 1;

/** Longest file taken in, in UTF-16 units: thousands of solves, and still parsed in about a second. */
export const MAX_IMPORT_LENGTH = 64_000_000;
/** Longest piece of such a file in one call: it still fits a frame when each of its characters must be escaped. */
export const MAX_IMPORT_PIECE = 40_000;
export const MAX_TITLE_LENGTH = 200;

/** What the learner added to a solve. */
export const solveMarksSchema = z.strictObject({
  title: z.string().max(MAX_TITLE_LENGTH).nullable(),
  favourite: z.boolean(),
});
export type SolveMarks = z.infer<typeof solveMarksSchema>;

export const exchangedSolveSchema = solveMarksSchema.extend({ solve: solveSchema });
export type ExchangedSolve = z.infer<typeof exchangedSolveSchema>;

/** A record from outside: what the backend relies on in its own records is asked of it too. */
const importedSolveSchema = solveMarksSchema.extend({
  solve: solveSchema
    .extend({ id: z.string().min(1).max(64), problem: z.string().min(1).max(MAX_PROBLEM_LENGTH) })
    .refine(({ samples }) => samples.length <= MAX_SAMPLES, { path: ['samples'], error: `more than ${MAX_SAMPLES}` })
    .refine(({ samples }) => samples.every(({ index }, place) => index === place), {
      path: ['samples'],
      error: 'their indexes are not 0, 1, 2, …',
    })
    .refine(({ samples, tally }) => tally.votes.every((vote) => vote.samples.every((index) => index in samples)), {
      path: ['tally', 'votes'],
      error: 'a vote of a sample that is not there',
    })
    .refine(
      ({ samples, branches }) =>
        branches.every(({ tally }) => tally.votes.every((vote) => vote.samples.every((index) => index in samples))),
      {
        path: ['branches'],
        error: 'a vote of a sample that is not there',
      },
    )
    .refine(({ samples, branches }) => samples.every(({ branch }) => branch === undefined || branch in branches), {
      path: ['samples'],
      error: 'a branch that is not there',
    }),
});

const fileSchema = z.strictObject({
  format: z.literal(EXCHANGE_FORMAT),
  version: z.literal(EXCHANGE_VERSION),
  solves: z.array(importedSolveSchema).min(1),
});
const headSchema = z.looseObject({ format: z.literal(EXCHANGE_FORMAT), version: z.int() });

export function writeExchange(solves: readonly ExchangedSolve[]): string {
  return `${JSON.stringify({ format: EXCHANGE_FORMAT, version: EXCHANGE_VERSION, solves }, null, 1)}\n`;
}

export type ExchangeFault =
  | { readonly kind: 'import-too-large'; readonly length: number }
  | { readonly kind: 'import-not-json' | 'import-foreign' | 'import-newer' }
  /** `at`: the field, as a path. */
  | { readonly kind: 'import-invalid'; readonly at: string; readonly why: string };

/** @param text hostile until it has been read */
export function readExchange(text: string): { readonly solves: readonly ExchangedSolve[] } | { readonly fault: ExchangeFault } {
  if (text.length > MAX_IMPORT_LENGTH) return { fault: { kind: 'import-too-large', length: text.length } };
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { fault: { kind: 'import-not-json' } };
  }
  const head = headSchema.safeParse(json);
  if (!head.success) return { fault: { kind: 'import-foreign' } };
  if (head.data.version > EXCHANGE_VERSION) return { fault: { kind: 'import-newer' } };
  const file = fileSchema.safeParse(json);
  if (file.success) return { solves: file.data.solves.map((entry) => ({ ...entry, solve: settled(entry.solve) })) };
  const { path, message } = file.error.issues[0];
  return { fault: { kind: 'import-invalid', at: path.join('.').slice(0, 100), why: message.slice(0, 200) } };
}

/** What ran where the file was written does not run here. */
function settled(solve: SolveRecord): SolveRecord {
  if (solve.status !== 'running' && solve.status !== 'queued') return solve;
  const samples = solve.samples.map((sample) =>
    sample.status === 'running' || sample.status === 'waiting' ? { ...sample, status: 'stopped' as const } : sample,
  );
  return { ...solve, status: 'interrupted', samples };
}
