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

  /** More samples take part in a vote: it is open again. */
  reopen(voters: Voters): void {
    this.#decided.delete(voters);
  }

  /** Writes every tally into the record. */
  count(): void {
    this.#record.tally = this.#tally(undefined);
    this.#record.branches = this.#record.branches.map((branch, place) => ({ ...branch, tally: this.#tally(place) }));
  }

  /** Whether samples are left in a vote whose lead none of them can change. It then says that it ended early. */
  decide(voters: Voters): boolean {
    const { tally, branches } = this.#record;
    const vote = voters === undefined ? tally : branches[voters].tally;
    if (vote.pending === 0 || !leadIsSafe(vote)) return false;
    this.#decided.add(voters);
    return true;
  }

  /** How many samples of a vote must be running so that they could decide it. */
  needed(voters: Voters): number {
    const { tally, branches } = this.#record;
    return runningNeeded(voters === undefined ? tally : branches[voters].tally);
  }

  #tally(voters: Voters): Tally {
    const members = this.#record.samples.filter(({ branch }) => branch === voters);
    const cutOff = members.some(({ status }) => status === 'stopped');
    return this.#answers.tally(members, cutOff && this.#decided.has(voters));
  }
}
