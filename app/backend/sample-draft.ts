/** A sample being written: turns its growing text into steps of the record. Knows nothing of votes or checks. */
import type { SampleRecord } from '#app/protocol/solve.ts';
import { StepStream } from '#tutor/steps/step-stream.ts';

export class SampleDraft {
  readonly sample: SampleRecord;
  readonly #stream = new StepStream();
  #text = '';

  constructor(sample: SampleRecord) {
    this.sample = sample;
  }

  /** All it has written. */
  get text(): string {
    return this.#text;
  }

  /** @returns the numbers of the steps that this text completed */
  push(tokens: number, text: string): number[] {
    this.sample.status = 'running';
    this.sample.tokens += tokens;
    this.#text += text;
    this.#stream.push(text);
    return this.#takeSteps();
  }

  /** No more will come. @returns the numbers of the steps that the end completed */
  end(): number[] {
    this.#stream.end();
    return this.#takeSteps();
  }

  #takeSteps(): number[] {
    const { steps } = this.sample;
    const from = steps.length;
    for (const { goal, body, scratch, final } of this.#stream.steps.slice(from)) {
      steps.push({ goal, body, scratch: [...scratch], final, check: 'unknown' });
    }
    this.sample.tail = this.#stream.tail;
    return Array.from({ length: steps.length - from }, (_, i) => from + i);
  }
}
