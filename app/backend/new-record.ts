/** A fresh solve of a problem's text, which is checked and then kept exactly as it was typed. */
import { randomUUID } from 'node:crypto';
import { CallError } from '#app/protocol/calls.ts';
import { MAX_PROBLEM_LENGTH, type SolveOptions, type SolveRecord } from '#app/protocol/solve.ts';

/** @throws CallError `empty-problem`, `problem-too-long` */
export function newRecord(problem: string, options: SolveOptions, editedFrom?: string): SolveRecord {
  checkProblem(problem);
  return {
    id: randomUUID(),
    problem,
    createdAt: Date.now(),
    options,
    status: 'queued',
    failure: null,
    samples: [],
    branches: [],
    ...(editedFrom === undefined ? {} : { editedFrom }),
    tally: { votes: [], asked: 0, unreadable: 0, pending: 0, settled: false, stoppedEarly: false },
    timing: { loadMs: 0, firstTokenMs: null, totalMs: 0, tokens: 0, tokensPerSecond: 0 },
    revision: 0,
  };
}

function checkProblem(problem: string): void {
  if (problem.trim() === '') throw new CallError({ kind: 'empty-problem', message: 'Type a problem first.', data: {} });
  if (problem.length > MAX_PROBLEM_LENGTH) {
    throw new CallError({
      kind: 'problem-too-long',
      message: `The problem has ${problem.length} characters; at most ${MAX_PROBLEM_LENGTH} can be read. Shorten it.`,
      data: { length: problem.length, limit: MAX_PROBLEM_LENGTH },
    });
  }
}
