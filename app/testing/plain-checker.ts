/** A checker without a worker: answers are equal when their text is; steps, substitutions and lines are not judged. */
import type { CoachChecker } from '#app/backend/coach/coach.ts';
import type { AnswerJudge } from '#app/backend/practice/practice-service.ts';
import type { ProblemReader } from '#app/backend/problem-reader.ts';
import type { SolveChecker } from '#app/backend/solve-session.ts';

export const PLAIN_CHECKER: SolveChecker & AnswerJudge & CoachChecker & ProblemReader & { close(): Promise<void> } = {
  equal: async (a, b) => ({ equal: a === b }),
  checkStep: async () => ({ verdict: 'unknown' }),
  checkSubstitution: async () => 'unknown',
  judge: async (given, expected) => ({ verdict: given === expected ? 'right' : 'wrong', hint: null }),
  place: async () => null,
  graph: async () => null,
  guess: async () => null,
  close: async () => {},
};
