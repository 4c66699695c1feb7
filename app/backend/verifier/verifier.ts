/**
 * Checks maths beside the app: comparing answers and checking steps run in a worker thread, each with a deadline, since
 * symbolic work on hostile input may take for ever. On overrun the worker is ended, that job is answered "not decided",
 * and a new worker takes the jobs that waited. Knows no maths.
 */
import { Worker } from 'node:worker_threads';
import { canonicalAnswer } from '#tutor/answers/canonical-answer.ts';
import type { AnswerComparison } from '#tutor/answers/compare-answers.ts';
import type { CheckableStep, StepCheck, StepContext, Verdict } from '#tutor/check/check-step.ts';
import type { Placement, StepBodies } from '#tutor/coach/place-line.ts';
import type { Graph, Window } from '#tutor/graph/graph.ts';
import type { Guess } from '#tutor/practice/guess-family.ts';
import type { Judgement } from '#tutor/practice/judge-answer.ts';
import { Memo } from './memo.ts';
import type { Job, JobKind, Outcome, Request, Response } from './verifier-jobs.ts';

export interface VerifierOptions {
  /** Milliseconds a job may take, starting and loading not counted. */
  readonly deadlineMs?: number;
  /** Milliseconds that starting a worker, or loading what a job needs, may take. */
  readonly patienceMs?: number;
  /** The worker's file; tests put one that never answers. */
  readonly workerFile?: URL;
}

const DEADLINE_MS = 250;
/** Times the deadline: a curve is thousands of evaluations, and a picture that comes late is still welcome. */
const GRAPH_DEADLINES = 4;
/** For starting a worker and its first job, and for loading the algebra library: a busy machine may take seconds. */
const PATIENCE_MS = 10_000;
const REMEMBERED = 4000;
/** Earlier steps sent along with one: the check looks back no further. */
const LOOK_BACK = 8;
/** Longest answer compared before asking the worker. */
const QUICK_LENGTH = 500;

/** What a job that was cut off, or that broke, is answered. */
const UNDECIDED: { readonly [K in JobKind]: (method: string) => Outcome[K] } = {
  equal: (method) => ({ equal: null, method }),
  step: () => ({ verdict: 'unknown' }),
  substitution: () => 'unknown',
  place: () => null,
  judgement: () => ({ verdict: 'undecided', hint: null }),
  family: () => null,
  graph: () => null,
};

interface Waiting {
  readonly request: Request;
  readonly settle: (outcome: Outcome[JobKind]) => void;
}

export class Verifier {
  readonly #deadlineMs: number;
  readonly #patienceMs: number;
  readonly #workerFile: URL;
  readonly #memo = new Memo<Promise<Outcome[JobKind]>>(REMEMBERED);
  readonly #queue: Waiting[] = [];
  #running: Waiting | null = null;
  #worker: Worker | null = null;
  /** The worker has answered before: its code is loaded. */
  #warm = false;
  #timer: NodeJS.Timeout | undefined;
  #nextId = 1;
  #closed = false;

  constructor({
    deadlineMs = DEADLINE_MS,
    patienceMs = PATIENCE_MS,
    workerFile = new URL('./verifier-worker.ts', import.meta.url),
  }: VerifierOptions = {}) {
    this.#deadlineMs = deadlineMs;
    this.#patienceMs = patienceMs;
    this.#workerFile = workerFile;
  }

  /** Are two answers (LaTeX) the same? `null` with method 'deadline' when it took too long. */
  async equal(a: string, b: string): Promise<AnswerComparison> {
    if (a.length <= QUICK_LENGTH && b.length <= QUICK_LENGTH && a !== '' && canonicalAnswer(a) === canonicalAnswer(b))
      return { equal: true, method: 'text' };
    return this.#ask('equal', { a, b });
  }

  checkStep(step: CheckableStep, context: StepContext): Promise<StepCheck> {
    return this.#ask('step', { step, context: { ...context, previous: context.previous.slice(-LOOK_BACK) } });
  }

  /** Puts an answer (LaTeX) back into the problem as typed. */
  checkSubstitution(problem: string, answer: string): Promise<Verdict> {
    return this.#ask('substitution', { problem, answer });
  }

  /** A learner's answer against the right one, both LaTeX, to a question as typed. */
  judge(given: string, expected: string, question: string): Promise<Judgement> {
    return this.#ask('judgement', { given, expected, question });
  }

  /** The step of the solutions that a learner's line has reached; null when none, or when it took too long. */
  place(line: string, solutions: readonly StepBodies[], from: number): Promise<Placement | null> {
    return this.#ask('place', { line, solutions, from });
  }

  /** What to draw beside a problem as typed and its answer (LaTeX). Not remembered: a graph is large, and each window another. */
  graph(problem: string, answer: string | null, window: Window | null): Promise<Graph | null> {
    return this.#run('graph', { problem, answer, window });
  }

  /** The problem family that a problem as typed resembles; null when none. */
  guess(problem: string): Promise<Guess | null> {
    return this.#ask('family', { problem });
  }

  /** Ends the worker; jobs still waiting are answered "not decided". */
  async close(): Promise<void> {
    this.#closed = true;
    const waiting = this.#running === null ? this.#queue : [this.#running, ...this.#queue];
    for (const { request, settle } of waiting.splice(0)) settle(UNDECIDED[request.kind]('closed'));
    this.#queue.length = 0;
    await this.#endWorker();
  }

  async #ask<K extends JobKind>(kind: K, job: Job[K]): Promise<Outcome[K]> {
    return this.#memo.getOrMake([kind, job], () => this.#run(kind, job)) as Promise<Outcome[K]>;
  }

  async #run<K extends JobKind>(kind: K, job: Job[K]): Promise<Outcome[K]> {
    if (this.#closed) return UNDECIDED[kind]('closed');
    const outcome = new Promise<Outcome[JobKind]>((settle) => {
      // The kind and its job belong together by the signature above.
      const request = { id: this.#nextId++, kind, job } as Request;
      this.#queue.push({ request, settle });
      this.#runNext();
    });
    return outcome as Promise<Outcome[K]>;
  }

  #runNext(): void {
    if (this.#running !== null) return;
    const next = this.#queue.shift();
    if (next === undefined) {
      this.#worker?.unref();
      return;
    }
    this.#running = next;
    this.#worker ??= this.#startWorker();
    this.#worker.ref();
    this.#worker.postMessage(next.request);
    this.#expectWithin(this.#deadlineOf(next) + (this.#warm ? 0 : this.#patienceMs));
  }

  #startWorker(): Worker {
    const worker = new Worker(this.#workerFile);
    const isCurrent = () => this.#worker === worker;
    worker.on('message', (response: Response) => isCurrent() && this.#take(response));
    worker.on('error', () => isCurrent() && this.#abandon('failed'));
    worker.on('exit', () => isCurrent() && this.#abandon('failed'));
    return worker;
  }

  #take(response: Response): void {
    if (this.#running?.request.id !== response.id) return;
    this.#warm = true;
    switch (response.type) {
      case 'loading':
        this.#expectWithin(this.#patienceMs);
        break;
      case 'loaded':
        this.#expectWithin(this.#deadlineOf(this.#running));
        break;
      case 'done':
        this.#settle(response.outcome);
        break;
      case 'failed':
        this.#settle(UNDECIDED[this.#running.request.kind]('failed'));
        break;
      default:
        response satisfies never;
    }
  }

  #deadlineOf({ request }: Waiting): number {
    return request.kind === 'graph' ? GRAPH_DEADLINES * this.#deadlineMs : this.#deadlineMs;
  }

  #expectWithin(milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#abandon('deadline'), milliseconds);
  }

  /** Gives up the running job with its worker; the next job gets a new one. */
  #abandon(method: 'deadline' | 'failed'): void {
    void this.#endWorker();
    if (this.#running !== null) this.#settle(UNDECIDED[this.#running.request.kind](method));
  }

  #settle(outcome: Outcome[JobKind]): void {
    clearTimeout(this.#timer);
    this.#running?.settle(outcome);
    this.#running = null;
    this.#runNext();
  }

  async #endWorker(): Promise<void> {
    clearTimeout(this.#timer);
    const worker = this.#worker;
    this.#worker = null;
    this.#warm = false;
    await worker?.terminate();
  }
}
