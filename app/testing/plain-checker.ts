/** A checker without a worker: answers are equal when their text is; steps, substitutions and lines are not judged. */
import type { CoachChecker } from '#app/backend/coach/coach.ts';
import type { Grapher } from '#app/backend/grapher.ts';
import type { AnswerJudge } from '#app/backend/practice/practice-service.ts';
import type { SolveChecker } from '#app/backend/solve-session.ts';

export const PLAIN_CHECKER: SolveChecker & AnswerJudge & CoachChecker & Grapher & { close(): Promise<void> } = {
  equal: async (a, b) => ({ equal: a === b }),
  checkStep: async () => ({ verdict: 'unknown' }),
  checkSubstitution: async () => 'unknown',
  judge: async (given, expected) => ({ verdict: given === expected ? 'right' : 'wrong', hint: null }),
  place: async () => null,
  graph: async () => null,
  close: async () => {},
};
