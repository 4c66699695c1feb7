/** The votes of a solve: one of the samples that began with the problem, one of each branch. Knows no engine. */
import type { SolveRecord, Tally } from '#app/protocol/solve.ts';
import { leadIsSafe, runningNeeded } from '#tutor/vote/tally.ts';
import { type AnswerComparer, AnswerVotes } from './answer-votes.ts';

/** A branch by its place; undefined: the samples without one. */
type Voters = number | undefined;

export class SolveVotes {
  readonly #record: SolveRecord;
  readonly #answers: AnswerVotes;
  /** Votes that were decided before all their samples had ended. */
  readonly #decided = new Set<Voters>();
  /** Votes of which the learner wants every sample. */
  readonly #wanted = new Set<Voters>();

  constructor(record: SolveRecord, comparer: AnswerComparer) {
    this.#record = record;
    this.#answers = new AnswerVotes(comparer);
    if (record.tally.stoppedEarly) this.#decided.add(undefined);
    for (const [place, { tally }] of record.branches.entries()) if (tally.stoppedEarly) this.#decided.add(place);
  }

  /** Compares an answer with every other seen; afterwards `count` counts it rightly. */
  learn(answer: string): Promise<void> {
    return this.#answers.learn(answer);
  }

  /** More samples take part in a vote: it is open again. Who asks for more of a settled one wants to see them all. */
  reopen(voters: Voters): void {
    if (this.#of(voters).settled) this.#wanted.add(voters);
    this.#decided.delete(voters);
  }

  /** Whether samples may be left out once the lead is safe. */
  mayEndEarly(voters: Voters): boolean {
    return this.#record.options.stopEarly && !this.#wanted.has(voters);
  }

  /** Writes every tally into the record. */
  count(): void {
    this.#record.tally = this.#tally(undefined);
    this.#record.branches = this.#record.branches.map((branch, place) => ({ ...branch, tally: this.#tally(place) }));
  }

  /** Whether samples are left in a vote whose lead none of them can change, and it may end early. It then says that it did. */
  decide(voters: Voters): boolean {
    const vote = this.#of(voters);
    if (!this.mayEndEarly(voters) || vote.pending === 0 || !leadIsSafe(vote)) return false;
    this.#decided.add(voters);
    return true;
  }

  /** How many samples of a vote must be running so that they could decide it. */
  needed(voters: Voters): number {
    return runningNeeded(this.#of(voters));
  }

  #of(voters: Voters): Tally {
    const { tally, branches } = this.#record;
    return voters === undefined ? tally : branches[voters].tally;
  }

  #tally(voters: Voters): Tally {
    const members = this.#record.samples.filter(({ branch }) => branch === voters);
    const cutOff = members.some(({ status }) => status === 'stopped');
    return this.#answers.tally(members, cutOff && this.#decided.has(voters));
  }
}
