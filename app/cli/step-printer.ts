/** Prints one sample's steps as each is sealed. Checks that come later are in the outcome, not here. */
import type { SampleRecord } from '#app/protocol/solve.ts';
import { stepLines } from './plain-steps.ts';

export class StepPrinter {
  readonly #print: (text: string) => void;
  #printed = 0;

  constructor(print: (text: string) => void) {
    this.#print = print;
  }

  update({ steps }: SampleRecord): void {
    // The newest step waits until the next is sealed: by then it is mostly checked.
    this.#printUpTo(steps.length - 1, steps);
  }

  end({ steps }: SampleRecord): void {
    this.#printUpTo(steps.length, steps);
  }

  #printUpTo(end: number, steps: SampleRecord['steps']): void {
    for (; this.#printed < end; this.#printed++) this.#print(stepLines(steps[this.#printed], this.#printed + 1).join('\n'));
  }
}
