/**
 * One solve while it runs: sends rows to the engine, turns their text into steps and answers, checks and tallies them,
 * and ends early when it may. It owns the record; it knows nothing of storage, clients or other solves.
 */
import type { BranchRequest } from '#app/protocol/branch.ts';
import type { SampleRecord, SolveRecord } from '#app/protocol/solve.ts';
import { extractAnswer } from '#tutor/answers/extract-answer.ts';
import type { AnswerComparer } from './answer-votes.ts';
import { asEngineFailure, type EngineFailure } from './engine-failure.ts';
import type { GenerateJob, GenerateSink, RowStatus } from './generation.ts';
import { PatchTracker } from './patch-tracker.ts';
import { addSamples, branchSamples, isUnderWay, prefixOf, redrawSample, reviveUnbegun } from './record-samples.ts';
import { type SampleChecker, SampleChecks } from './sample-checks.ts';
import { SampleDraft } from './sample-draft.ts';
import { type SampleEngine, SampleRun } from './sample-run.ts';
import { SolveClock } from './solve-clock.ts';
import { SolveVotes } from './solve-votes.ts';

export interface SolveChecker extends AnswerComparer, SampleChecker {}

/** What a solve is whose samples were ended. */
const STATUS_AFTER = { stop: 'stopped', interrupt: 'interrupted' } as const;

export interface SessionTools {
  readonly engine: SampleEngine;
  readonly checker: SolveChecker;
  /** Something in the record changed; `changes` says what. */
  readonly onChange: () => void;
}

export class SolveSession {
  readonly record: SolveRecord;
  readonly changes = new PatchTracker();
  readonly #tools: SessionTools;
  readonly #votes: SolveVotes;
  readonly #checks: SampleChecks;
  readonly #drafts = new Map<number, SampleDraft>();
  readonly #settling = new Set<Promise<void>>();
  readonly #running = new Set<Promise<void>>();
  readonly #runs = new Set<SampleRun>();
  /** Runs that have not come to their end; the last one closes the record. */
  #active = 0;
  /** Samples handed to the engine. */
  readonly #asked = new Set<number>();
  readonly #clock = new SolveClock();
  /** Resolves when the next sample has ended and is counted. */
  #nextCounted = Promise.withResolvers<void>();
  /** Set while everything is being ended. */
  #endReason: keyof typeof STATUS_AFTER | null = null;

  /** @param record new, or opened from history to be given more samples */
  constructor(record: SolveRecord, tools: SessionTools) {
    this.record = record;
    this.#tools = tools;
    this.#votes = new SolveVotes(record, tools.checker);
    this.#checks = new SampleChecks(tools.checker, record.problem);
  }

  /** Adds `count` samples to the record; they wait for `run`, and with them those that were not needed. @throws CallError */
  add(count: number): void {
    const added = addSamples(this.record, count);
    const revived = reviveUnbegun(this.record);
    for (const { index } of revived) this.#forget(index);
    this.#tellOf([...revived, ...added]);
  }

  /** Adds samples that go on from the middle of another; they wait for `run`. @throws CallError */
  branch(request: BranchRequest): void {
    const added = branchSamples(this.record, request);
    this.#tellOf(added);
    for (const { index, steps } of added) this.#check(index, steps.keys());
  }

  /** Forgets an ended sample; it waits for `run` to be drawn anew. @throws CallError */
  redraw(index: number): void {
    const sample = redrawSample(this.record, index);
    this.#forget(index);
    this.#tellOf([sample]);
  }

  #forget(index: number): void {
    this.#drafts.delete(index);
    this.#asked.delete(index);
  }

  #tellOf(samples: readonly SampleRecord[]): void {
    for (const { index, branch } of samples) {
      this.changes.whole(index);
      this.#votes.reopen(branch);
    }
    this.#retally();
  }

  /** Samples the waiting rows. Resolves when they have ended and been tallied. Never rejects. */
  async run(): Promise<void> {
    // Those that are being ended take no more rows; they end within moments.
    while (this.#endReason !== null && this.#running.size > 0) await Promise.allSettled(this.#running);
    const run = this.#sampleWaiting().finally(() => this.#running.delete(run));
    this.#running.add(run);
    await run;
  }

  /** Resolves when every step written so far is checked, which may be a while after the vote. */
  checked(): Promise<void> {
    return this.#checks.idle();
  }

  /** Ends the samples at once and keeps what they wrote. */
  stop(): void {
    if (this.#running.size > 0) this.#end('stop');
    else this.#stopWaiting();
  }

  #stopWaiting(): void {
    for (const sample of this.record.samples) {
      if (sample.status !== 'waiting') continue;
      sample.status = 'stopped';
      this.changes.sample(sample.index, 'status');
    }
    this.record.status = 'stopped';
    this.#changed('status');
  }

  /** Like `stop`, for the product's own end: the record says `interrupted`. */
  async interrupt(): Promise<void> {
    this.#end('interrupt');
    await Promise.allSettled(this.#running);
  }

  /** Text a sample has written so far in this session. */
  textOf(index: number): string {
    return this.#drafts.get(index)?.text ?? '';
  }

  async #sampleWaiting(): Promise<void> {
    const { record } = this;
    if (this.#active === 0) this.#begin();
    this.#active += 1;
    const samples = record.samples.filter(({ index, status }) => status === 'waiting' && !this.#asked.has(index));
    for (const { index } of samples) this.#asked.add(index);
    const groups = [...Map.groupBy(samples, ({ branch }) => branch)].map(([branch, members]) => {
      const run = new SampleRun(branch);
      this.#runs.add(run);
      return { run, members };
    });
    // Answers from an earlier session are not known to this one's votes yet.
    for (const { answer } of record.samples) if (answer !== null) await this.#votes.learn(answer);
    await Promise.all(groups.map(({ run, members }) => this.#sampleGroup(run, members)));
    await Promise.allSettled(this.#settling);
    this.#active -= 1;
    if (this.#active > 0) return;
    if (record.failure === null) record.status = this.#endReason === null ? 'finished' : STATUS_AFTER[this.#endReason];
    this.#retally();
    this.#updateTiming();
    this.#changed('status', 'failure', 'timing');
  }

  async #sampleGroup(run: SampleRun, samples: readonly SampleRecord[]): Promise<void> {
    const { budgetSeconds } = this.record.options;
    // Within a fixed time as many are drawn as it has room for.
    const frugal = this.#votes.mayEndEarly(run.branch) && budgetSeconds === null;
    try {
      await run.go<SampleRecord>(this.#tools.engine, {
        samples,
        jobOf: (members) => this.#jobOf(members),
        sink: this.#sink(),
        begin: (loadMs) => this.#engineBegins(loadMs),
        budgetSeconds,
        needed: frugal ? (begun) => this.#votes.needed(run.branch) - begun.filter(isUnderWay).length : null,
        nextCounted: () => this.#nextCounted.promise,
      });
    } catch (error) {
      this.#fail(asEngineFailure(error));
    } finally {
      this.#runs.delete(run);
      for (const { index } of samples) this.#endRow(index, 'stopped');
    }
  }

  #begin(): void {
    this.#endReason = null;
    this.#clock.continueFrom(this.record.timing);
    this.record.status = 'running';
    this.record.failure = null;
    this.#changed('status', 'failure');
  }

  #engineBegins(loadMs: number): void {
    this.record.timing.loadMs = loadMs;
    this.#clock.start();
  }

  #fail(failure: EngineFailure): void {
    this.record.status = failure.kind === 'closed' ? 'interrupted' : 'failed';
    this.record.failure = { kind: failure.kind, message: failure.message };
  }

  #jobOf(samples: readonly SampleRecord[]): GenerateJob {
    const { temperature, topP, maxTokens } = this.record.options;
    return {
      problem: this.record.problem,
      prefix: samples.length === 0 ? '' : prefixOf(samples[0]),
      rows: samples.map(({ index, seed }) => ({ index, seed })),
      temperature,
      topP,
      maxTokens,
    };
  }

  #sink(): GenerateSink {
    return {
      onTokens: ({ index, tokens, text }) => this.#receive(index, tokens.length, text),
      onRowEnd: ({ index, status }) => this.#endRow(index, status),
    };
  }

  #receive(index: number, tokens: number, text: string): void {
    this.#check(index, this.#draftOf(index).push(tokens, text));
    this.changes.sample(index, 'status', 'tokens', 'tail');
    this.#updateTiming();
    this.#changed('timing');
  }

  #endRow(index: number, status: RowStatus): void {
    const draft = this.#draftOf(index);
    if (draft.ended) return;
    // What boxed its answer had come to its end, but for a word or two.
    const cutOff = status !== 'finished' && extractAnswer(draft.text) === null;
    this.#check(index, draft.end({ cutOff }));
    this.#changed();
    const settled = this.#settle(draft, status).finally(() => this.#settling.delete(settled));
    this.#settling.add(settled);
  }

  /** Steps of a sample are told of and checked. */
  #check(index: number, steps: Iterable<number>): void {
    const sample = this.record.samples[index];
    for (const at of steps) {
      this.changes.step(index, at);
      this.#checks.addStep(sample.steps, at, () => {
        // Drawn again meanwhile: the step is gone.
        if (this.record.samples[index] !== sample) return;
        this.changes.step(index, at);
        this.#changed();
      });
    }
  }

  /**
   * Classes a sample's answer, then sees whether the vote is decided. The sample counts as ended only once its answer is
   * compared with the others: a vote split by a comparison still running could end the solve wrongly.
   */
  async #settle({ sample, text }: SampleDraft, status: RowStatus): Promise<void> {
    const answer = status === 'failed' ? null : extractAnswer(text);
    if (answer !== null) await this.#votes.learn(answer);
    sample.status = status;
    sample.answer = answer;
    this.changes.sample(sample.index, 'status', 'answer', 'tail');
    this.#retally();
    if (this.#votes.decide(sample.branch)) {
      for (const run of this.#runs) if (run.branch === sample.branch) run.end('lead-safe');
    }
    this.#nextCounted.resolve();
    this.#nextCounted = Promise.withResolvers();
    if (answer === null) return;
    this.#checks.addAnswer(sample, answer, () => {
      this.changes.sample(sample.index, 'substitution');
      this.#changed();
    });
  }

  #retally(): void {
    this.#votes.count();
    this.#changed('tally', ...(this.record.branches.length > 0 ? (['branches'] as const) : []));
  }

  #draftOf(index: number): SampleDraft {
    const known = this.#drafts.get(index);
    if (known !== undefined) return known;
    const draft = new SampleDraft(this.record.samples[index]);
    this.#drafts.set(index, draft);
    return draft;
  }

  #end(reason: keyof typeof STATUS_AFTER): void {
    this.#endReason ??= reason;
    for (const run of this.#runs) run.end(reason);
  }

  #updateTiming(): void {
    const tokens = this.record.samples.reduce((sum, sample) => sum + sample.tokens, 0);
    this.record.timing = this.#clock.read(this.record.timing, tokens);
  }

  #changed(...heads: Parameters<PatchTracker['head']>): void {
    this.changes.head(...heads);
    this.#tools.onChange();
  }
}
