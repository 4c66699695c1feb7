/**
 * Checks the steps and answers of a solve one after the other, so that comparing answers for the vote never waits behind
 * a long line of them.
 */
import type { SampleRecord, StepRecord, Verdict } from '#app/protocol/solve.ts';

export interface CheckableStep {
  readonly goal: string;
  readonly body: string;
  readonly scratch: readonly string[];
  readonly final: boolean;
}

export interface SampleChecker {
  checkStep(
    step: CheckableStep,
    context: { problem: string; previous: readonly CheckableStep[] },
  ): Promise<{ readonly verdict: Verdict; readonly note?: string }>;
  checkSubstitution(problem: string, answer: string): Promise<Verdict>;
}

export class SampleChecks {
  readonly #checker: SampleChecker;
  readonly #problem: string;
  #chain: Promise<void> = Promise.resolve();

  constructor(checker: SampleChecker, problem: string) {
    this.#checker = checker;
    this.#problem = problem;
  }

  /** Checks steps[at] and writes the verdict into it; `done` tells when it is not the `unknown` it began with. */
  addStep(steps: readonly StepRecord[], at: number, done: () => void): void {
    this.#chain = this.#chain.then(async () => {
      const { verdict, note } = await this.#checker.checkStep(checkable(steps[at]), {
        problem: this.#problem,
        previous: steps.slice(0, at).map(checkable),
      });
      if (verdict === 'unknown') return;
      steps[at].check = verdict;
      if (note !== undefined) steps[at].note = note;
      done();
    });
  }

  /** Substitutes a sample's answer into the problem and writes the verdict into the sample. */
  addAnswer(sample: SampleRecord, answer: string, done: () => void): void {
    this.#chain = this.#chain.then(async () => {
      sample.substitution = await this.#checker.checkSubstitution(this.#problem, answer);
      done();
    });
  }

  /** Resolves when all that was added so far is checked. */
  idle(): Promise<void> {
    return this.#chain;
  }
}

/** A step without its verdict: the same text is then the same question, which the verifier remembers. */
function checkable({ goal, body, scratch, final }: StepRecord): CheckableStep {
  return { goal, body, scratch, final };
}
