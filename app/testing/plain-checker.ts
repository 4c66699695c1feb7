/** A checker without a worker: answers are equal when their text is; steps and substitutions are not judged. */
import type { AnswerJudge } from '#app/backend/practice/practice-service.ts';
import type { SolveChecker } from '#app/backend/solve-session.ts';

export const PLAIN_CHECKER: SolveChecker & AnswerJudge & { close(): Promise<void> } = {
  equal: async (a, b) => ({ equal: a === b }),
  checkStep: async () => ({ verdict: 'unknown' }),
  checkSubstitution: async () => 'unknown',
  judge: async (given, expected) => ({ verdict: given === expected ? 'right' : 'wrong', hint: null }),
  close: async () => {},
};
