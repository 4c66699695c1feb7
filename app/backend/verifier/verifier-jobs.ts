/** What the verifier's worker can be asked, and what it answers. Plain data. */
import type { AnswerComparison } from '#tutor/answers/compare-answers.ts';
import type { CheckableStep, StepCheck, StepContext, Verdict } from '#tutor/check/check-step.ts';
import type { Placement, StepBodies } from '#tutor/coach/place-line.ts';
import type { Graph, Window } from '#tutor/graph/graph.ts';
import type { Guess } from '#tutor/practice/guess-family.ts';
import type { Judgement } from '#tutor/practice/judge-answer.ts';

export interface Job {
  readonly equal: { readonly a: string; readonly b: string };
  readonly step: { readonly step: CheckableStep; readonly context: StepContext };
  readonly substitution: { readonly problem: string; readonly answer: string };
  readonly place: { readonly line: string; readonly solutions: readonly StepBodies[]; readonly from: number };
  readonly judgement: { readonly given: string; readonly expected: string; readonly question: string };
  readonly family: { readonly problem: string };
  readonly graph: { readonly problem: string; readonly answer: string | null; readonly window: Window | null };
}

export interface Outcome {
  readonly equal: AnswerComparison;
  readonly step: StepCheck;
  readonly substitution: Verdict;
  readonly place: Placement | null;
  readonly judgement: Judgement;
  readonly family: Guess | null;
  readonly graph: Graph | null;
}

export type JobKind = keyof Job;

/** To the worker. */
export type Request = { [K in JobKind]: { readonly id: number; readonly kind: K; readonly job: Job[K] } }[JobKind];

/** From the worker. `loading`: it is about to load a library, so that the deadline does not run yet. */
export type Response =
  | { readonly id: number; readonly type: 'loading' }
  | { readonly id: number; readonly type: 'loaded' }
  | { readonly id: number; readonly type: 'done'; readonly outcome: Outcome[JobKind] }
  | { readonly id: number; readonly type: 'failed'; readonly message: string };
