/** Times `Backend.sample` for a number of samples of one prompt, each time from the same state. */
import type { Backend, SampleRow } from '#engine/model/backend.ts';
import { promptOf } from '../models/prompt.ts';

/** By the clock, and summed over the processors: the latter is what work costs on a machine that does other work too. */
export interface Timing {
  readonly wallMs: number;
  readonly processorMs: number;
}

export class DecodeRun {
  readonly #backend: Backend;
  readonly #slots: readonly number[];

  private constructor(backend: Backend, slots: readonly number[]) {
    this.#backend = backend;
    this.#slots = slots;
  }

  /** Reads the prompt into the backend's last slot, which no sample may be. */
  static async open(backend: Backend, context: number, samples: number): Promise<DecodeRun> {
    const prompt = backend.slots - 1;
    if (samples > prompt)
      throw new RangeError(`${samples} samples and the prompt need ${samples + 1} slots, not ${backend.slots}.`);
    backend.reset(prompt);
    await backend.append([{ slot: prompt, tokens: promptOf(context, backend.config.vocabSize) }]);
    return new DecodeRun(
      backend,
      Array.from({ length: samples }, (_, slot) => slot),
    );
  }

  /** The time for `steps` tokens of every sample, after one token that is not timed. */
  async time(steps: number): Promise<Timing> {
    for (const slot of this.#slots) this.#backend.copy(this.#backend.slots - 1, slot);
    await this.#backend.sample(this.#rows(0), 1);
    const began = performance.now();
    const processorBegan = process.cpuUsage();
    await this.#backend.sample(this.#rows(1), steps);
    const { user, system } = process.cpuUsage(processorBegan);
    return { wallMs: performance.now() - began, processorMs: (user + system) / 1000 };
  }

  #rows(firstDraw: number): SampleRow[] {
    return this.#slots.map((slot) => ({ slot, seed: slot, firstDraw, temperature: 1, topP: 1 }));
  }
}
