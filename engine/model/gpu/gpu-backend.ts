/** The model on a GPU through WebGPU: keeps the slots' positions, refuses what does not fit, takes calls in turn. */
import { openDevice } from '../../device/open-device.ts';
import { EngineError } from '../../errors.ts';
import type { PieceStore } from '../../formats/pack/piece-store.ts';
import type { LoadProgress } from '../../index.ts';
import type { Backend, Run, SampleRow } from '../backend.ts';
import type { ModelConfig } from '../config.ts';
import type { Weights } from '../tensor.ts';
import { buildMachine } from './machine.ts';
import { planPasses } from './plan-passes.ts';

export interface GpuBackendOptions {
  /** From createDawn(), or navigator.gpu. */
  readonly gpu: GPU;
  readonly config: ModelConfig;
  readonly weights: Weights;
  readonly slots: number;
  readonly contextLength: number;
  /** Part of the adapter's name; a GPU of another name is refused. */
  readonly adapter?: string;
  /** Where packed matrices come from: made as they are read, where absent. */
  readonly pieces?: PieceStore;
  readonly onProgress?: (progress: LoadProgress) => void;
}

/** @throws EngineError 'no-adapter', or 'out-of-memory' when weights or slots do not fit. All memory is allocated here. */
export async function createGpuBackend(options: GpuBackendOptions): Promise<Backend> {
  const { config, slots, contextLength, onProgress = () => {} } = options;
  const device = await openDevice(options.gpu, options.adapter);
  const building = buildMachine({ ...options, device, onProgress });
  const machine = await Promise.race([building, device.failure]).catch((error) => {
    device.close();
    throw error;
  });
  const positions = new Array<number>(slots).fill(0);

  // The machine's buffers serve one call at a time.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(task: () => Promise<T>): Promise<T> => {
    const result = last.then(task);
    last = result.catch(() => {});
    return result;
  };

  async function append(runs: readonly Run[]): Promise<void> {
    for (const { slot, tokens } of runs) checkRoom(slot, tokens.length);
    const passes = planPasses(runs, (slot) => positions[slot], machine.maxTokens);
    for (const { slot, tokens } of runs) positions[slot] += tokens.length;
    for (const pass of passes) await machine.run(pass);
  }

  async function sample(rows: readonly SampleRow[], steps: number): Promise<Uint32Array> {
    for (const { slot } of rows) checkRoom(slot, steps);
    const drawn = new Uint32Array(rows.length * steps);
    if (rows.length === 0) return drawn;
    for (let done = 0; done < steps; done += machine.maxSteps) {
      const count = Math.min(machine.maxSteps, steps - done);
      const onward = rows.map((row) => ({ ...row, firstDraw: row.firstDraw + done }));
      const ids = machine.draw(onward, count, (slot) => positions[slot]);
      for (const { slot } of rows) positions[slot] += count;
      drawn.set(await ids, done * rows.length);
    }
    return drawn;
  }

  function checkRoom(slot: number, tokens: number): void {
    if (positions[slot] + tokens <= contextLength) return;
    const message = `The sequence would pass the context of ${contextLength} tokens: shorten the problem.`;
    throw new EngineError('context-full', message, { contextLength });
  }

  return {
    config,
    kind: 'gpu',
    device: device.name,
    memory: machine.memory,
    slots,
    contextLength,
    reset(slot) {
      positions[slot] = 0;
      machine.reset(slot);
    },
    copy(from, to) {
      if (from === to) return;
      positions[to] = positions[from];
      machine.copy(from, to, positions[from]);
    },
    append: (runs) => inTurn(() => append(runs)),
    sample: (rows, steps) => inTurn(() => sample(rows, steps)),
    logits: (slot) => inTurn(() => machine.readLogits(slot)),
    async close() {
      await last;
      device.close();
    },
  };
}
