/** The thread that does symbolic work for the verifier: one job at a time, in order. It may be ended at any moment. */
import { parentPort } from 'node:worker_threads';
import { compareAnswers } from '#tutor/answers/compare-answers.ts';
import { installAlgebra, needsAlgebra } from '#tutor/answers/symbolic.ts';
import { checkStep } from '#tutor/check/check-step.ts';
import { checkSubstitution } from '#tutor/check/check-substitution.ts';
import { placeLine } from '#tutor/coach/place-line.ts';
import { graphOf } from '#tutor/graph/graph-of.ts';
import { guessFamily, learnFamilies } from '#tutor/practice/guess-family.ts';
import { judgeAnswer } from '#tutor/practice/judge-answer.ts';
import type { JobKind, Outcome, Request, Response } from './verifier-jobs.ts';

const port = parentPort;
if (port === null) throw new Error('verifier-worker.ts runs as a worker: start it through the class Verifier');

const respond = (response: Response) => port.postMessage(response);

port.on('message', async (request: Request) => {
  const { id } = request;
  try {
    if (comparedAnswers(request).some(needsAlgebra)) {
      respond({ id, type: 'loading' });
      const { ComputeEngine } = await import('@cortex-js/compute-engine');
      installAlgebra(new ComputeEngine());
      respond({ id, type: 'loaded' });
    }
    if (request.kind === 'family') {
      respond({ id, type: 'loading' });
      learnFamilies();
      respond({ id, type: 'loaded' });
    }
    respond({ id, type: 'done', outcome: perform(request) });
  } catch (error) {
    respond({ id, type: 'failed', message: error instanceof Error ? error.message : String(error) });
  }
});

/** The answers that a request has compared. */
function comparedAnswers(request: Request): string[] {
  if (request.kind === 'equal') return [request.job.a, request.job.b];
  return request.kind === 'judgement' ? [request.job.given, request.job.expected] : [];
}

function perform(request: Request): Outcome[JobKind] {
  switch (request.kind) {
    case 'equal':
      return compareAnswers(request.job.a, request.job.b);
    case 'step':
      return checkStep(request.job.step, request.job.context);
    case 'substitution':
      return checkSubstitution(request.job.problem, request.job.answer);
    case 'place':
      return placeLine(request.job.line, request.job.solutions, request.job.from);
    case 'judgement':
      return judgeAnswer(request.job.given, request.job.expected, request.job.question);
    case 'family':
      return guessFamily(request.job.problem);
    case 'graph':
      return graphOf(request.job.problem, request.job.answer, request.job.window);
    default:
      return request satisfies never;
  }
}
