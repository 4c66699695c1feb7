/**
 * One solve while it runs: sends rows to the engine, turns their text into steps and answers, checks and tallies them,
 * and ends early when it may. It owns the record; it knows nothing of storage, clients or other solves.
 */
import { emptySample, type SampleRecord, type SolveRecord } from '#app/protocol/solve.ts';
import { extractAnswer } from '#tutor/answers/extract-answer.ts';
import { leadIsSafe } from '#tutor/vote/tally.ts';
import { type AnswerComparer, AnswerVotes } from './answer-votes.ts';
import { asEngineFailure, type EngineFailure } from './engine-failure.ts';
import type { GenerateJob, GenerateOutcome, GenerateSink, RowStatus } from './generation.ts';
import { PatchTracker } from './patch-tracker.ts';
import { type SampleChecker, SampleChecks } from './sample-checks.ts';
import { SampleDraft } from './sample-draft.ts';
import { sampleSeed } from './sample-seed.ts';
import { SolveClock } from './solve-clock.ts';

export interface SampleEngine {
  whenReady(): Promise<{ readonly loadMs: number }>;
  generate(job: GenerateJob, sink: GenerateSink, signal: AbortSignal): Promise<GenerateOutcome>;
}

export interface SolveChecker extends AnswerComparer, SampleChecker {}

export interface SessionTools {
  readonly engine: SampleEngine;
  readonly checker: SolveChecker;
  /** Something in the record changed; `changes` says what. */
  readonly onChange: () => void;
}

type EndReason = 'stop' | 'lead-safe' | 'budget' | 'interrupt';

export class SolveSession {
  readonly record: SolveRecord;
  readonly changes = new PatchTracker();
  readonly #tools: SessionTools;
  readonly #votes: AnswerVotes;
  readonly #checks: SampleChecks;
  readonly #drafts = new Map<number, SampleDraft>();
  readonly #settling = new Set<Promise<void>>();
  readonly #running = new Set<Promise<void>>();
  /** Runs that have not come to their end; the last one closes the record. */
  #active = 0;
  /** Samples handed to the engine. */
  readonly #asked = new Set<number>();
  readonly #clock = new SolveClock();
  #abort = new AbortController();
  #endReason: EndReason | null = null;

  /** @param record new, or opened from history to be given more samples */
  constructor(record: SolveRecord, tools: SessionTools) {
    this.record = record;
    this.#tools = tools;
    this.#votes = new AnswerVotes(tools.checker);
    this.#checks = new SampleChecks(tools.checker, record.problem);
  }

  /** Adds `count` samples to the record; they wait for `run`. */
  add(count: number): void {
    const { samples, options } = this.record;
    for (let added = 0; added < count; added++) {
      const index = samples.length;
      samples.push(emptySample(index, sampleSeed(options.seed, index)));
      this.changes.sample(index, 'seed', 'status', 'answer', 'substitution', 'tail', 'tokens');
    }
    this.record.tally = this.#votes.tally(samples, false);
    this.#changed('tally');
  }

  /** Samples the waiting rows. Resolves when they have ended and been tallied. Never rejects. */
  async run(): Promise<void> {
    // Those that ended early take no more rows; they end within moments.
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
    let budget: NodeJS.Timeout | undefined;
    try {
      // Answers from an earlier session are not known to this one's votes yet.
      for (const { answer } of record.samples) if (answer !== null) await this.#votes.learn(answer);
      const ready = await Promise.race([this.#tools.engine.whenReady(), aborted(this.#abort.signal)]);
      if (ready === null) {
        this.#endOpenRows();
      } else {
        record.timing.loadMs = ready.loadMs;
        this.#clock.start();
        if (record.options.budgetSeconds !== null)
          budget = setTimeout(() => this.#end('budget'), record.options.budgetSeconds * 1000);
        await this.#tools.engine.generate(this.#jobOf(samples), this.#sink(), this.#abort.signal);
      }
      await Promise.all(this.#settling);
    } catch (error) {
      await this.#fail(asEngineFailure(error));
    } finally {
      clearTimeout(budget);
      this.#active -= 1;
    }
    if (this.#active > 0) return;
    if (record.failure === null) record.status = this.#endStatus();
    this.#retally();
    this.#updateTiming();
    this.#changed('status', 'failure', 'timing');
  }

  #begin(): void {
    this.#abort = new AbortController();
    this.#endReason = null;
    this.#clock.continueFrom(this.record.timing);
    this.record.status = 'running';
    this.record.failure = null;
    this.#changed('status', 'failure');
  }

  async #fail(failure: EngineFailure): Promise<void> {
    this.#endOpenRows();
    await Promise.allSettled(this.#settling);
    this.record.status = failure.kind === 'closed' ? 'interrupted' : 'failed';
    this.record.failure = { kind: failure.kind, message: failure.message };
  }

  #endOpenRows(): void {
    for (const { index, status } of this.record.samples) {
      if (status === 'waiting' || status === 'running') this.#endRow(index, 'stopped');
    }
  }

  #jobOf(samples: readonly SampleRecord[]): GenerateJob {
    const { temperature, topP, maxTokens } = this.record.options;
    return {
      problem: this.record.problem,
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
    this.#took(index, this.#draftOf(index).push(tokens, text));
    this.changes.sample(index, 'status', 'tokens', 'tail');
    this.#updateTiming();
    this.#changed('timing');
  }

  #endRow(index: number, status: RowStatus): void {
    const draft = this.#draftOf(index);
    this.#took(index, draft.end());
    this.#changed();
    const settled = this.#settle(draft, status).finally(() => this.#settling.delete(settled));
    this.#settling.add(settled);
  }

  /** New steps of a sample are told of and checked. */
  #took(index: number, steps: readonly number[]): void {
    for (const at of steps) {
      this.changes.step(index, at);
      this.#checks.addStep(this.record.samples[index].steps, at, () => {
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
    const { tally, options } = this.record;
    if (options.stopEarly && tally.pending > 0 && leadIsSafe(tally)) this.#end('lead-safe');
    if (answer === null) return;
    this.#checks.addAnswer(sample, answer, () => {
      this.changes.sample(sample.index, 'substitution');
      this.#changed();
    });
  }

  #retally(): void {
    const cutOff = this.record.samples.some(({ status }) => status === 'stopped');
    this.record.tally = this.#votes.tally(this.record.samples, this.#endReason === 'lead-safe' && cutOff);
    this.#changed('tally');
  }

  #draftOf(index: number): SampleDraft {
    const known = this.#drafts.get(index);
    if (known !== undefined) return known;
    const draft = new SampleDraft(this.record.samples[index]);
    this.#drafts.set(index, draft);
    return draft;
  }

  #end(reason: EndReason): void {
    this.#endReason ??= reason;
    this.#abort.abort();
  }

  #endStatus(): SolveRecord['status'] {
    switch (this.#endReason) {
      case 'stop':
        return 'stopped';
      case 'interrupt':
        return 'interrupted';
      case 'lead-safe':
      case 'budget':
      case null:
        return 'finished';
      default:
        return this.#endReason satisfies never;
    }
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

/** Resolves to null once the signal is aborted. */
function aborted(signal: AbortSignal): Promise<null> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve(null);
    else signal.addEventListener('abort', () => resolve(null), { once: true });
  });
}
