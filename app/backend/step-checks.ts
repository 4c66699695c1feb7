/** Checks a sample's steps one after the other, so that votes never wait behind a long line of them. */
import type { StepRecord, Verdict } from '#app/protocol/solve.ts';

export interface CheckableStep {
  readonly goal: string;
  readonly body: string;
  readonly scratch: readonly string[];
  readonly final: boolean;
}

export interface StepChecker {
  checkStep(
    step: CheckableStep,
    context: { problem: string; previous: readonly CheckableStep[] },
  ): Promise<{ readonly verdict: Verdict; readonly note?: string }>;
}

export class StepChecks {
  readonly #checker: StepChecker;
  readonly #problem: string;
  #chain: Promise<void> = Promise.resolve();

  constructor(checker: StepChecker, problem: string) {
    this.#checker = checker;
    this.#problem = problem;
  }

  /** Checks steps[at] and writes the verdict into it; `done` tells when it is not the `unknown` it began with. */
  add(steps: readonly StepRecord[], at: number, done: () => void): void {
    this.#chain = this.#chain.then(() => this.#check(steps, at, done));
  }

  async #check(steps: readonly StepRecord[], at: number, done: () => void): Promise<void> {
    const { verdict, note } = await this.#checker.checkStep(checkable(steps[at]), {
      problem: this.#problem,
      previous: steps.slice(0, at).map(checkable),
    });
    if (verdict === 'unknown') return;
    steps[at].check = verdict;
    if (note !== undefined) steps[at].note = note;
    done();
  }

  /** Resolves when every step added so far is checked. */
  idle(): Promise<void> {
    return this.#chain;
  }
}

/** A step without its verdict: the same text is then the same question, which the verifier remembers. */
function checkable({ goal, body, scratch, final }: StepRecord): CheckableStep {
  return { goal, body, scratch, final };
}
