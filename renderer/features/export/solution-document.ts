/** What an export of a solution says, in the learner's words, before any format is chosen. Knows records and words. */
import type { SampleRecord, SolveRecord, StepRecord, Verdict } from '#app/protocol/solve.ts';

/** The words of a document, in the learner's language. */
export interface DocumentWords {
  readonly answer: string;
  readonly verdicts: Readonly<Record<Verdict, string>>;
  /** "This line does not follow: …" */
  readonly fails: (note: string | undefined) => string;
  /** How the samples voted, as the screen says it. */
  readonly agreement: string;
  /** "Sample 2 of 8" */
  readonly sample: string;
}

export interface DocumentStep {
  /** What the step does; '' when it does not say. May hold `$…$`. */
  readonly lead: string;
  /** What it states. May hold `$…$`. */
  readonly main: string;
  readonly working: readonly string[];
  /** "holds", or why it does not. May hold `$…$`. */
  readonly check: string;
}

export interface SolutionDocument {
  /** As typed. */
  readonly problem: string;
  readonly sample: string;
  readonly agreement: string;
  readonly answerLabel: string;
  /** LaTeX; null when the sample came to none. */
  readonly answer: string | null;
  readonly steps: readonly DocumentStep[];
}

export function describeSolution(record: SolveRecord, sample: SampleRecord, words: DocumentWords): SolutionDocument {
  return {
    problem: record.problem,
    sample: words.sample,
    agreement: words.agreement,
    answerLabel: words.answer,
    answer: sample.answer,
    steps: sample.steps.map((step) => ({
      ...leadAndMain(step),
      working: step.scratch,
      check: step.check === 'fails' ? words.fails(step.note) : words.verdicts[step.check],
    })),
  };
}

/** A line of words alone is its own statement. */
export function leadAndMain({ goal, body }: StepRecord): { readonly lead: string; readonly main: string } {
  return body === '' ? { lead: '', main: goal } : { lead: goal, main: body };
}
