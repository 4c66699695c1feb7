/** Runs solves one after the other as the engine has room, and answers the calls about them. */
import type { BranchRequest } from '#app/protocol/branch.ts';
import { CallError } from '#app/protocol/calls.ts';
import type { SolveOptions, SolvePatch, SolveRecord } from '#app/protocol/solve.ts';
import type { History } from './history.ts';
import { newRecord } from './new-record.ts';
import { isUnderWay } from './record-samples.ts';
import type { SampleEngine } from './sample-run.ts';
import { SolvePublisher } from './solve-publisher.ts';
import { type SolveChecker, SolveSession } from './solve-session.ts';
import { storageFailureOf } from './storage-failure.ts';

/** More waiting problems than a learner could want; beyond it something has gone wrong. */
const MAX_QUEUED = 1000;

export interface SolveServiceOptions {
  readonly engine: SampleEngine & { start(): void };
  readonly checker: SolveChecker;
  readonly history: History;
  /** Samples that may run at once; a solve larger than that runs alone. */
  readonly maxRunningSamples: number;
  readonly emit: (patch: SolvePatch) => void;
  /** The list of solves, or the numbers in the status strip, changed. */
  readonly onListChange: () => void;
  readonly onSave: (error: Error | null) => void;
}

interface Live {
  readonly session: SolveSession;
  readonly publisher: SolvePublisher;
}

export class SolveService {
  readonly #options: SolveServiceOptions;
  readonly #live = new Map<string, Live>();
  #queue: string[] = [];

  constructor(options: SolveServiceOptions) {
    this.#options = options;
    try {
      this.#recover();
    } catch (error) {
      // A full disk: the records are put right at a later start, and new solves say that they cannot be saved.
      options.onSave(error instanceof Error ? error : new Error(String(error)));
    }
  }

  /** @throws CallError `empty-problem`, `problem-too-long`, `queue-full`, `history-failed` */
  start(problem: string, options: SolveOptions, editedFrom?: string): SolveRecord {
    if (this.#queue.length >= MAX_QUEUED) {
      throw new CallError({
        kind: 'queue-full',
        message: `${MAX_QUEUED} problems are waiting already. Stop some, or wait until they are solved.`,
        data: { limit: MAX_QUEUED },
      });
    }
    const live = this.#attach(newRecord(problem, options, editedFrom));
    live.session.add(options.samples);
    this.#acknowledge(live);
    this.#enqueue(live);
    return live.session.record;
  }

  stop(id: string): void {
    this.#queue = this.#queue.filter((waiting) => waiting !== id);
    const live = this.#live.get(id);
    if (live === undefined) return;
    const waiting = live.session.record.status === 'queued';
    live.session.stop();
    if (waiting) this.#release(live);
  }

  /** Adds samples. @throws CallError `unknown-solve`, `too-many-samples` */
  more(id: string, samples: number): SolveRecord {
    return this.#extend(id, (session) => session.add(samples));
  }

  /** Goes on from the middle of a sample. @throws CallError `unknown-solve`, `unknown-sample`, `nothing-kept`, `too-many-samples` */
  branch(id: string, request: BranchRequest): SolveRecord {
    return this.#extend(id, (session) => session.branch(request));
  }

  /** Draws one sample again. @throws CallError `unknown-solve`, `unknown-sample`, `sample-running` */
  redraw(id: string, sample: number): SolveRecord {
    return this.#extend(id, (session) => session.redraw(sample));
  }

  /** @throws CallError `unknown-solve` */
  open(id: string): SolveRecord {
    return this.#live.get(id)?.session.record ?? this.#stored(id);
  }

  get samplesRunning(): number {
    return this.#count('running', 'running');
  }

  /** Those of queued solves, and those that a running one has not begun. */
  get samplesWaiting(): number {
    return this.#count('queued', 'waiting') + this.#count('running', 'waiting');
  }

  /** Those that may come to run beside each other. */
  get #samplesAdmitted(): number {
    return this.#count('running', 'running') + this.#count('running', 'waiting');
  }

  /** Tokens drawn by the solves now live. */
  get tokens(): number {
    return [...this.#live.values()].reduce((sum, { session }) => sum + session.record.timing.tokens, 0);
  }

  /** Ends what runs as `interrupted` and writes everything; what waits stays queued for the next start. */
  async close(): Promise<void> {
    this.#queue = [];
    const running = [...this.#live.values()].filter(({ session }) => session.record.status === 'running');
    await Promise.all(running.map(({ session }) => session.interrupt()));
    for (const { publisher } of this.#live.values()) publisher.close();
    this.#live.clear();
  }

  /** What a kill left: running solves are marked as interrupted, waiting ones wait again. */
  #recover(): void {
    const { history } = this.#options;
    for (const id of history.withStatus('running')) {
      const record = history.open(id);
      if (record === null) continue;
      record.status = 'interrupted';
      for (const sample of record.samples) {
        if (isUnderWay(sample)) sample.status = 'stopped';
      }
      history.save(record, record.samples.keys());
    }
    for (const id of history.withStatus('queued')) {
      const record = history.open(id);
      if (record !== null) this.#enqueue(this.#attach(record));
    }
  }

  /** Gives a solve more to do, whether it runs, waits or has ended. */
  #extend(id: string, give: (session: SolveSession) => void): SolveRecord {
    const known = this.#live.get(id);
    const live = known ?? this.#attach(this.#stored(id));
    const { record } = live.session;
    const { status } = record;
    try {
      give(live.session);
    } catch (error) {
      if (known === undefined) this.#release(live);
      throw error;
    }
    if (status === 'running') this.#run(live);
    else if (status !== 'queued') {
      record.status = 'queued';
      live.session.changes.head('status');
      this.#enqueue(live);
    }
    live.publisher.flush();
    return record;
  }

  #stored(id: string): SolveRecord {
    const record = this.#options.history.open(id);
    if (record !== null) return record;
    throw new CallError({ kind: 'unknown-solve', message: 'That solve is not in the history any more.', data: {} });
  }

  #attach(record: SolveRecord): Live {
    const { engine, checker, history, emit, onSave } = this.#options;
    const session = new SolveSession(record, { engine, checker, onChange: () => publisher.touch() });
    const publisher = new SolvePublisher({ session, history, emit, onSave });
    const live = { session, publisher };
    this.#live.set(record.id, live);
    return live;
  }

  /** A solve is acknowledged only once it is on disk. */
  #acknowledge(live: Live): void {
    const { record } = live.session;
    try {
      this.#options.history.save(record, record.samples.keys());
    } catch (error) {
      this.#live.delete(record.id);
      const { matter, remedy } = storageFailureOf(error) ?? { matter: String(error), remedy: 'Restart Quorum if it stays so.' };
      throw new CallError({ kind: 'history-failed', message: `The problem could not be saved: ${matter}. ${remedy}`, data: {} });
    }
  }

  #enqueue(live: Live): void {
    this.#options.engine.start();
    this.#queue.push(live.session.record.id);
    this.#startNext();
    this.#options.onListChange();
  }

  #startNext(): void {
    for (;;) {
      const live = this.#live.get(this.#queue[0] ?? '');
      if (live === undefined) return;
      const wanted = live.session.record.samples.filter(({ status }) => status === 'waiting').length;
      const running = this.#samplesAdmitted;
      if (running > 0 && running + wanted > this.#options.maxRunningSamples) return;
      this.#queue.shift();
      this.#run(live);
    }
  }

  async #run(live: Live): Promise<void> {
    const done = live.session.run();
    this.#options.onListChange();
    await done;
    this.#startNext();
    this.#options.onListChange();
    await live.session.checked();
    const { status } = live.session.record;
    if (status !== 'running' && status !== 'queued') this.#release(live);
  }

  #release(live: Live): void {
    const { id } = live.session.record;
    if (this.#live.get(id) !== live) return;
    live.publisher.close();
    this.#live.delete(id);
    this.#startNext();
    this.#options.onListChange();
  }

  #count(solve: SolveRecord['status'], sample: 'running' | 'waiting'): number {
    let count = 0;
    for (const { session } of this.#live.values()) {
      if (session.record.status !== solve) continue;
      count += session.record.samples.filter(({ status }) => status === sample).length;
    }
    return count;
  }
}
