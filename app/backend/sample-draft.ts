/** A sample being written: turns its growing text into steps of the record. Knows nothing of votes or checks. */
import type { SampleRecord } from '#app/protocol/solve.ts';
import { StepStream } from '#tutor/steps/step-stream.ts';
import { prefixOf } from './record-samples.ts';

export class SampleDraft {
  readonly sample: SampleRecord;
  readonly #stream = new StepStream();
  /** Steps it began with, which are another sample's or the learner's. */
  readonly #kept: number;
  #text: string;
  #ended = false;

  constructor(sample: SampleRecord) {
    this.sample = sample;
    this.#kept = sample.steps.length;
    this.#text = prefixOf(sample);
  }

  get ended(): boolean {
    return this.#ended;
  }

  /** All it has written, and what it went on after. */
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

  /** No more will come. @param cutOff its last line was not finished; @returns the numbers of the steps that the end completed */
  end({ cutOff }: { readonly cutOff: boolean }): number[] {
    this.#ended = true;
    this.#stream.end({ cutOff });
    return this.#takeSteps();
  }

  #takeSteps(): number[] {
    const { steps } = this.sample;
    const from = steps.length;
    for (const { goal, body, scratch, final } of this.#stream.steps.slice(from - this.#kept)) {
      steps.push({ goal, body, scratch: [...scratch], final, check: 'unknown' });
    }
    this.sample.tail = this.#stream.tail;
    return Array.from({ length: steps.length - from }, (_, i) => from + i);
  }
}
