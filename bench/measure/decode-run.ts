/** Times `Backend.sample` for samples of one prompt, each time from the same state. */
import { availableParallelism } from 'node:os';
import type { Backend } from '#engine/model/backend.ts';
import { promptOf } from '../models/prompt.ts';

/** By the clock, and summed over the processors: the latter is what work costs on a machine that does other work too. */
export interface Timing {
  readonly wallMs: number;
  readonly processorMs: number;
}

export class DecodeRun {
  readonly #backend: Backend;
  readonly #threads: number;

  private constructor(backend: Backend) {
    this.#backend = backend;
    this.#threads = Math.min(availableParallelism(), backend.slots);
  }

  /** Reads a prompt of `context` tokens into the backend's last slot. */
  static async open(backend: Backend, context: number): Promise<DecodeRun> {
    const prompt = backend.slots - 1;
    for (let slot = 0; slot <= prompt; slot++) backend.reset(slot);
    await backend.append([{ slot: prompt, tokens: promptOf(context, backend.config.vocabSize) }]);
    return new DecodeRun(backend);
  }

  /** The time for `steps` tokens of each of `samples` samples, after one token that is not timed. */
  async time(samples: number, steps: number): Promise<Timing> {
    const prompt = this.#backend.slots - 1;
    if (samples > prompt) throw new RangeError(`${samples} samples and the prompt need ${samples + 1} slots, not ${prompt + 1}.`);
    const slots = Array.from({ length: samples }, (_, slot) => slot);
    for (const slot of slots) this.#backend.copy(prompt, slot);
    const rows = (firstDraw: number) => slots.map((slot) => ({ slot, seed: slot, firstDraw, temperature: 1, topP: 1 }));
    await this.#backend.sample(rows(0), 1);
    const began = performance.now();
    const processorBegan = process.cpuUsage();
    await this.#backend.sample(rows(1), steps);
    const { user, system } = process.cpuUsage(processorBegan);
    return { wallMs: performance.now() - began, processorMs: (user + system) / 1000 };
  }

  /**
   * What the work takes: the clock's time on a GPU; on the CPU the processors' time, shared out over the threads that have
   * work, so that whatever else the machine does hardly counts.
   */
  costMs({ wallMs, processorMs }: Timing, samples: number): number {
    return this.#backend.kind === 'gpu' ? wallMs : processorMs / Math.min(this.#threads, samples);
  }
}
